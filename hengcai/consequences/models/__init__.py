from hengcai.consequences.models.awards import LookAgain, Nomination, Objection
from hengcai.consequences.models.pay import Difference, MinimumWage, PayBase, PayLine, PayRun, Review
from hengcai.consequences.models.plans import Plan, Proposal, StepPaper

__all__ = [
    "Difference",
    "LookAgain",
    "MinimumWage",
    "Nomination",
    "Objection",
    "PayBase",
    "PayLine",
    "PayRun",
    "Plan",
    "Proposal",
    "Review",
    "StepPaper",
]
