"""The verbs of this package."""

from hengcai.programme.actions.effects import measure_effect
from hengcai.programme.actions.plans import (
    Frame,
    approve_training_plan,
    change_training_plan,
    close_training_plan,
    draft_training_plan,
    gather_needs,
    make_timetable,
    settle_line,
    settle_need,
)

__all__ = [
    "Frame",
    "approve_training_plan",
    "change_training_plan",
    "close_training_plan",
    "draft_training_plan",
    "gather_needs",
    "make_timetable",
    "measure_effect",
    "settle_line",
    "settle_need",
]
