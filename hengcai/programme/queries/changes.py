"""Rated levels beside a course: the last quarter before it and the first after it. Of one person, and so no proof."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.queries.results import exact_level, shown_levels
from hengcai.base.permissions import Doer
from hengcai.framework.scales import read_on
from hengcai.people.models import Person
from hengcai.training.queries.catalogue import competency_names
from hengcai.training.queries.file import Trained


@dataclass(frozen=True)
class Change:
    """`before` on the scale of `after`, whichever version of the framework it was given under."""

    trained: Trained
    competency: str
    name: Any
    before: Fraction
    after: Fraction
    before_cycle: Cycle
    after_cycle: Cycle

    @property
    def size(self) -> Fraction:
        return self.after - self.before


def changes_of(person: Person, trained: Sequence[Trained], user: Doer) -> list[Change]:
    """Only what this user may read of either quarter; a competency without both is left out."""
    if not trained:
        return []
    rows = Result.objects.filter(
        participant__person=person, participant__cycle__kind="quarter", participant__cycle__state=Cycle.State.PUBLISHED,
        is_current=True, status="scored",
    ).select_related("participant__cycle__policy", "participant__cycle__framework")  # fmt: skip
    results = sorted(rows, key=lambda one: one.participant.cycle.period_start)
    names = competency_names()
    return [one for course in trained for one in _beside(course, results, names, to_rated=person.user_id == user.pk)]


def _beside(
    trained: Trained, results: Sequence[Result], names: Mapping[str, Any], *, to_rated: bool
) -> Iterator[Change]:
    before = [one for one in results if one.participant.cycle.period_end < trained.first_on]
    after = [one for one in results if one.participant.cycle.period_start > trained.last_on]
    if not before or not after:
        return
    old, new = before[-1], after[0]
    old_levels, new_levels = (shown_levels(one, to_rated=to_rated) for one in (old, new))
    then, now = old.participant.cycle, new.participant.cycle
    read = read_on(now.framework)
    for reach in trained.course.reaches:
        code = reach["code"]
        was = exact_level(old_levels, code, lambda level: read(then.framework_id, level))
        is_now = exact_level(new_levels, code)
        if was is not None and is_now is not None:
            yield Change(trained, code, names.get(code, code), was, is_now, then, now)
