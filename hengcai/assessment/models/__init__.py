"""Tables of questionnaires, and of surveys that put them to people."""

from hengcai.assessment.models.questionnaires import Question, Questionnaire
from hengcai.assessment.models.surveys import Draft, Invitee, Sheet, Survey, Tally

__all__ = ["Draft", "Invitee", "Question", "Questionnaire", "Sheet", "Survey", "Tally"]
