"""The package's tables, by noun."""

from hengcai.growth.models.ladders import Ladder, Step
from hengcai.growth.models.plans import Goal, Plan
from hengcai.growth.models.standings import Outlook, Proof, ReserveMember, Standing

__all__ = ["Goal", "Ladder", "Outlook", "Plan", "Proof", "ReserveMember", "Standing", "Step"]
