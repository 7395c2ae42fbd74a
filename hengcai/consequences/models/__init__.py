from hengcai.consequences.models.pay import Difference, MinimumWage, PayBase, PayLine, PayRun, Review
from hengcai.consequences.models.plans import Plan, Proposal, StepPaper

__all__ = ["Difference", "MinimumWage", "PayBase", "PayLine", "PayRun", "Plan", "Proposal", "Review", "StepPaper"]
