"""Tables of training plans and of what they are made of."""

from hengcai.programme.models.plans import Line, Need, TrainingPlan

__all__ = ["Line", "Need", "TrainingPlan"]
