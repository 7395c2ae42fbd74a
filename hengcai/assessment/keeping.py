"""Where those who are asked stand, and which of their groups stay hidden."""

from collections import Counter

from django.db.models import Count

from hengcai.assessment.models import Invitee, Survey, Tally
from hengcai.assessment.rules.veil import hidden_among

BREAKDOWNS = (Tally.By.TEAM, Tally.By.POST, Tally.By.TENURE)


def groups_of(invitee: Invitee) -> dict[str, str]:
    """Breakdown → the group somebody stood in when the survey was opened."""
    return {
        Tally.By.TEAM: str(invitee.team_id or ""), Tally.By.POST: str(invitee.post_id or ""), Tally.By.TENURE: invitee.tenure
    }  # fmt: skip


def answered_by_part(survey: Survey) -> Counter[tuple[str, ...]]:
    """Team, post and tenure together → how many of it have answered, nobody among them."""
    atoms: Counter[tuple[str, ...]] = Counter()
    rows = survey.invitees.values("team", "post", "tenure", "has_answered").annotate(n=Count("pk")).order_by()
    for one in rows:
        part = (str(one["team"] or ""), str(one["post"] or ""), one["tenure"])
        atoms[part] += one["n"] if one["has_answered"] else 0
    return atoms


def groups_to_hide(survey: Survey) -> dict[str, list[str]]:
    """By who has answered of the list kept apart; groups of which nobody did are among them."""
    hidden = hidden_among(answered_by_part(survey))
    return {by: sorted(some) for by, some in zip(BREAKDOWNS, hidden, strict=True)}
