"""Tables of questionnaires, of surveys that put them to people, and of the bank of questions for tests."""

from hengcai.assessment.models.bank import BankQuestion, Play, ToldApart
from hengcai.assessment.models.question_files import FileQuestion, QuestionFile
from hengcai.assessment.models.questionnaires import Question, Questionnaire
from hengcai.assessment.models.sittings import Answer, Blueprint, Exam, Sitting
from hengcai.assessment.models.surveys import Draft, Invitee, Sheet, Survey, Tally

__all__ = [
    "Answer",
    "BankQuestion",
    "Blueprint",
    "Draft",
    "Exam",
    "FileQuestion",
    "Invitee",
    "Play",
    "Question",
    "QuestionFile",
    "Questionnaire",
    "Sheet",
    "Sitting",
    "Survey",
    "Tally",
    "ToldApart",
]
