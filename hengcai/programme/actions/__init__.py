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
from hengcai.programme.actions.revisions import (
    finish_revision,
    measure_revision,
    open_revision,
    plan_revision,
)
from hengcai.programme.actions.surges import find_surges, leave_surge, open_intensive

__all__ = [
    "Frame",
    "approve_training_plan",
    "change_training_plan",
    "close_training_plan",
    "draft_training_plan",
    "find_surges",
    "finish_revision",
    "gather_needs",
    "leave_surge",
    "make_timetable",
    "measure_effect",
    "measure_revision",
    "open_intensive",
    "open_revision",
    "plan_revision",
    "settle_line",
    "settle_need",
]
