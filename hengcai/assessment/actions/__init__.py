"""The verbs of this package, where other packages find them."""

from hengcai.assessment.actions.bank import (
    add_bank_question,
    edit_bank_question,
    import_bank_questions,
    load_questions,
    publish_bank_question,
    retire_bank_question,
    revise_bank_question,
    send_back_bank_question,
    submit_bank_question,
)
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
    "add_bank_question",
    "add_questionnaire",
    "answer_survey",
    "close_survey",
    "copy_questionnaire",
    "edit_bank_question",
    "edit_questionnaire",
    "extend_survey",
    "import_bank_questions",
    "keep_draft",
    "load_questions",
    "load_shipped_questionnaires",
    "open_survey",
    "publish_bank_question",
    "publish_questionnaire",
    "remind_invitees",
    "retire_bank_question",
    "retire_questionnaire",
    "revise_bank_question",
    "send_back_bank_question",
    "submit_bank_question",
]
