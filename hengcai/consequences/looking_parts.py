"""Who had a part in what somebody asks a person to look at again: in the score, or in what was decided on it."""

from collections.abc import Iterable, Iterator

from hengcai.appeals.models import Appeal
from hengcai.appeals.parts import parts_in
from hengcai.appraisal.models import Result
from hengcai.consequences.models import LookAgain, Nomination, PayRun, Plan, Proposal, Review

SCORE = LookAgain.Matter.SCORE


def with_a_part(result: Result, matter: str) -> set[int]:
    """In any revision. Whoever ruled on it, in a review or an appeal, had a part in both."""
    found = {user for user in _ruled(result) if user}
    if matter == SCORE:
        return found | set(parts_in(result))
    return found | {user for user in _decided(result) if user}


def _ruled(result: Result) -> Iterator[int | None]:
    of = {"result__participant": result.participant_id}
    yield from Review.objects.filter(**of).values_list("decided_by", flat=True)
    yield from Appeal.objects.filter(**of).values_list("members__user", flat=True)


def _decided(result: Result) -> Iterator[int | None]:
    of = {"result__participant": result.participant_id}
    runs = PayRun.objects.filter(lines__result__participant=result.participant_id)
    yield from _each(runs.values_list("prepared_by", "decided_by"))
    yield from _each(Plan.objects.filter(**of).values_list("lead", "started_unsigned_by", "ended_by"))
    yield from _each(Proposal.objects.filter(**of).values_list("proposed_by", "looked_by", "decided_by"))
    yield from _each(Nomination.objects.filter(**of).values_list("nominated_by", "decided_by"))


def _each(rows: Iterable[tuple[int | None, ...]]) -> Iterator[int | None]:
    for row in rows:
        yield from row
