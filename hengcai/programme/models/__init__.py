"""Tables of training plans, of what they are made of, and of what training did."""

from hengcai.programme.models.effects import Effect
from hengcai.programme.models.plans import Line, Need, TrainingPlan

__all__ = ["Effect", "Line", "Need", "TrainingPlan"]
