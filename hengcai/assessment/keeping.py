"""Where those who are asked stand, and which of their groups stay hidden."""

from collections import Counter

from hengcai.assessment.models import Invitee, Survey, Tally
from hengcai.assessment.rules.veil import hidden_among

BREAKDOWNS = (Tally.By.TEAM, Tally.By.POST, Tally.By.TENURE)


def groups_of(invitee: Invitee) -> dict[str, str]:
    """Breakdown → the group somebody stood in when the survey was opened."""
    return {
        Tally.By.TEAM: str(invitee.team_id or ""), Tally.By.POST: str(invitee.post_id or ""), Tally.By.TENURE: invitee.tenure
    }  # fmt: skip


def groups_to_hide(survey: Survey) -> dict[str, list[str]]:
    """By who has answered of the list kept apart; groups of which nobody did are among them."""
    atoms: Counter[tuple[str, ...]] = Counter()
    for one in survey.invitees.all():
        groups = groups_of(one)
        atoms[tuple(groups[by] for by in BREAKDOWNS)] += int(one.has_answered)
    hidden = hidden_among(atoms)
    return {by: sorted(some) for by, some in zip(BREAKDOWNS, hidden, strict=True)}
