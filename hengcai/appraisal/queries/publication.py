"""The page before a cycle goes out: who will see what, what stands in the way, who may do what next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.queries import holders_of
from hengcai.appraisal import permissions, states
from hengcai.appraisal.models import Cycle, Publication
from hengcai.appraisal.rules.publication import Obstacle
from hengcai.appraisal.standing import in_the_way, stale, without_score
from hengcai.base import clock
from hengcai.base.permissions import Doer
from hengcai.base.states import moves_open

OPEN = Publication.Outcome.OPEN


@dataclass(frozen=True)
class Outlook:
    """`moves`: names of what this user may do now. `stale`: people whose forms changed since the computing."""

    people: int
    without_score: int
    obstacles: Sequence[Obstacle]
    stale: int
    one: Publication | None
    moves: frozenset[str]

    @property
    def refused(self) -> list[Obstacle]:
        return [one for one in self.obstacles if one.is_refused]

    @property
    def is_due(self) -> bool:
        return self.one is not None and self.one.effective_at is not None and self.one.effective_at <= clock.now()


def outlook(cycle: Cycle, user: Doer, *, today: date) -> Outlook:
    one = last_publication(cycle)
    return Outlook(
        cycle.participants.count(),
        without_score(cycle).count(),
        in_the_way(cycle, today=today),
        stale(cycle).count(),
        one,
        frozenset(move for move in _open_moves(cycle, user) if _is_sensible(move, one, user)),
    )


def last_publication(cycle: Cycle) -> Publication | None:
    rows = Publication.objects.filter(cycle=cycle).select_related("proposed_by", "confirmed_by", "ended_by")
    return rows.order_by("-pk").first()


def awaited_of(user: Doer) -> list[Publication]:
    """Proposals of others that wait for this user's word."""
    if not permissions.PUBLISH_CYCLE.is_held_by(user):
        return []
    rows = Publication.objects.filter(outcome=OPEN, cycle__state=Cycle.State.PROPOSED).exclude(proposed_by=user.pk)
    return list(rows.select_related("cycle", "proposed_by").order_by("proposed_at", "pk"))


def _open_moves(cycle: Cycle, user: Doer) -> list[str]:
    return [move.name for move in moves_open(states.PUBLICATION, cycle, user)]


def _is_sensible(move: str, one: Publication | None, user: Doer) -> bool:
    """Of what the state allows, what this person and this hour do."""
    if one is None or one.outcome != OPEN:
        return True
    is_own, is_due = one.proposed_by_id == user.pk, one.effective_at is not None and one.effective_at <= clock.now()
    if move == states.CONFIRM.name:
        return not is_own
    if move == states.CONFIRM_ALONE.name:
        return is_own and not holders_of(permissions.PROPOSE_PUBLICATION).exclude(pk=user.pk).exists()
    return {states.PUBLISH.name: is_due, states.TAKE_BACK.name: not is_due}.get(move, True)
