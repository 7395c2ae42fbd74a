"""The package's tables, by noun."""

from hengcai.appeals.models.answers import Proposal, Vote
from hengcai.appeals.models.appeals import Appeal, Evidence
from hengcai.appeals.models.hearing import HearingNote, Opinion, PanelMember

__all__ = ["Appeal", "Evidence", "HearingNote", "Opinion", "PanelMember", "Proposal", "Vote"]
