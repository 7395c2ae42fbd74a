"""Published scores by month and team: each contact counts once, a month stands beside the three before it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hengcai.base.days import months_back
from hengcai.people.rules.sums import Place, Sums, Units, added, sums_of

SHOWN_MONTHS, BASE_MONTHS = 6, 3


@dataclass(frozen=True, slots=True)
class Scored:
    """One published evaluation: where its agent stood, whose contact, on which day, out of 100."""

    place: Place
    agent: int
    contact: int
    on: date
    total: float


def since(today: date) -> date:
    """The first day that any month shown still looks back on."""
    return months_back(today, SHOWN_MONTHS + BASE_MONTHS)


def by_month(scored: Iterable[Scored], *, today: date) -> dict[date, list[Sums]]:
    """The months shown that have anything, each with its sums."""
    values: dict[date, list[tuple[Place, int, float]]] = defaultdict(list)
    for one, mean in _contacts(scored):
        values[one.on.replace(day=1)].append((one.place, one.agent, mean))
    shown = sorted(month for month in values if month >= months_back(today, SHOWN_MONTHS))
    return {month: sums_of(_before(values, month), added(values[month])) for month in shown}


def _before(values: dict[date, list[tuple[Place, int, float]]], month: date) -> Units:
    first = months_back(month, BASE_MONTHS + 1)
    return added(one for other in sorted(values) if first <= other < month for one in values[other])


def _contacts(scored: Iterable[Scored]) -> Iterable[tuple[Scored, float]]:
    """A contact that several analysts scored is one value: their mean."""
    for _contact, ones in groupby(sorted(scored, key=lambda one: one.contact), key=lambda one: one.contact):
        several: Sequence[Scored] = list(ones)
        yield several[0], sum(one.total for one in several) / len(several)
