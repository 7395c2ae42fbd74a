"""The package's tables, by noun."""

from hengcai.appraisal.models.corrections import Correction
from hengcai.appraisal.models.cycles import Cycle, Participant, Policy, Publication
from hengcai.appraisal.models.findings import Question, RaterFinding, Settlement
from hengcai.appraisal.models.patterns import Pattern
from hengcai.appraisal.models.procedure import (
    Acknowledgement,
    Attendee,
    ChangeReason,
    PolicyComment,
    PolicyFile,
    Procedure,
)
from hengcai.appraisal.models.ratings import RaterTraining, Rating, RatingTask, Remark, TestMark
from hengcai.appraisal.models.results import FairDesign, FairScore, Finding, LevelMargins, Result, TeamQuarter
from hengcai.appraisal.models.rulings import Ruling
from hengcai.appraisal.models.templates import CycleTemplate, Deadline, Lengthening, Nudge

__all__ = [
    "Acknowledgement",
    "Attendee",
    "ChangeReason",
    "Correction",
    "Cycle",
    "CycleTemplate",
    "Deadline",
    "FairDesign",
    "FairScore",
    "Finding",
    "Lengthening",
    "LevelMargins",
    "Nudge",
    "Participant",
    "Pattern",
    "Policy",
    "PolicyComment",
    "PolicyFile",
    "Procedure",
    "Publication",
    "Question",
    "RaterFinding",
    "RaterTraining",
    "Rating",
    "RatingTask",
    "Remark",
    "Result",
    "Ruling",
    "Settlement",
    "TeamQuarter",
    "TestMark",
]
