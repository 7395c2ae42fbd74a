"""Boards: which figures each role decides from, and what a small number of leavers says."""

from hengcai.base.roles import GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.quality.rules.measures import Count

ROLES = (HEAD, QUALITY_SUPERVISOR, LEAD, TRAINER, HR, GROUP)
SERVICE = ("contacts", "satisfied", "resolved", "complained")
RESULTS = ("score", "passed", "excellent", "fatal")
FIGURES = {
    HEAD: (*SERVICE, *RESULTS), GROUP: (*SERVICE, *RESULTS), LEAD: (*SERVICE, *RESULTS, "disputed"),
    QUALITY_SUPERVISOR: ("scored", *RESULTS, "disputed"), TRAINER: (*RESULTS, "resolved"), HR: ("score", "passed"),
}  # fmt: skip
WORK = {
    HEAD: ("accurate", "consistent", "prompt"), GROUP: ("accurate", "consistent", "changed"),
    QUALITY_SUPERVISOR: ("heard", "covered", "rechecked", "accurate", "consistent", "disputed", "changed", "prompt", "mended"),
}  # fmt: skip
DRAWN = {
    HEAD: ("satisfied", "passed"), GROUP: ("passed", "fatal"), LEAD: ("passed", "satisfied"),
    QUALITY_SUPERVISOR: ("passed", "fatal"), TRAINER: ("passed",), HR: (),
}  # fmt: skip


def attrition(left: int, held: int) -> Count:
    """Leavers of the month ÷ those employed on any day of it."""
    return Count(left, held)
