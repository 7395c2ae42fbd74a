"""Tables of training plans, of what they are made of, of what training did, and of what follows from that."""

from hengcai.programme.models.effects import Effect
from hengcai.programme.models.plans import Line, Need, TrainingPlan
from hengcai.programme.models.revisions import Revision
from hengcai.programme.models.surges import Surge

__all__ = ["Effect", "Line", "Need", "Revision", "Surge", "TrainingPlan"]
