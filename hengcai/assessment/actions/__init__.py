"""The verbs of this package, where other packages find them."""

from hengcai.assessment.actions.drafts import keep_draft
from hengcai.assessment.actions.questionnaires import (
    add_questionnaire,
    copy_questionnaire,
    edit_questionnaire,
    load_shipped_questionnaires,
    publish_questionnaire,
    retire_questionnaire,
)
from hengcai.assessment.actions.surveys import (
    answer_survey,
    close_survey,
    extend_survey,
    open_survey,
    remind_invitees,
)

__all__ = [
    "add_questionnaire",
    "answer_survey",
    "close_survey",
    "copy_questionnaire",
    "edit_questionnaire",
    "extend_survey",
    "keep_draft",
    "load_shipped_questionnaires",
    "open_survey",
    "publish_questionnaire",
    "remind_invitees",
    "retire_questionnaire",
]
