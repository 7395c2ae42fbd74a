"""Tables of questionnaires, of surveys that put them to people, of the bank of questions, of practical examinations and panels."""

from hengcai.assessment.models.angoff import AngoffPanel, CutScore, Estimate, PanelJudge, PanelQuestion
from hengcai.assessment.models.bank import BankQuestion, Play, ToldApart
from hengcai.assessment.models.checklists import Checklist, CheckSheet, Practical, Tick
from hengcai.assessment.models.essays import Essay, EssayMark
from hengcai.assessment.models.question_files import FileQuestion, QuestionFile
from hengcai.assessment.models.questionnaires import Question, Questionnaire
from hengcai.assessment.models.sittings import Answer, Blueprint, Exam, Sitting
from hengcai.assessment.models.surveys import Draft, Invitee, Sheet, Survey, Tally

__all__ = [
    "AngoffPanel",
    "Answer",
    "BankQuestion",
    "Blueprint",
    "CheckSheet",
    "Checklist",
    "CutScore",
    "Draft",
    "Essay",
    "EssayMark",
    "Estimate",
    "Exam",
    "FileQuestion",
    "Invitee",
    "PanelJudge",
    "PanelQuestion",
    "Play",
    "Practical",
    "Question",
    "QuestionFile",
    "Questionnaire",
    "Sheet",
    "Sitting",
    "Survey",
    "Tally",
    "Tick",
    "ToldApart",
]
