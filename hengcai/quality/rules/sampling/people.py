"""A people file as a plan needs it: who is new, and who was employed in its period."""

from collections.abc import Mapping
from datetime import date

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import values as cells
from hengcai.people.rules.history import Episode, probation_end
from hengcai.people.rules.rows import LONGEST, day_of
from hengcai.quality.rules.sampling.plan import Plan, Roster

REQUIRED, OPTIONAL = ("id", "hired_on"), ("since", "left_on")
Values = Mapping[str, str]


class People:
    """Takes the rows of a people file; somebody hired again has an employment more."""

    def __init__(self) -> None:
        self._left: dict[str, dict[date, date | None]] = {}
        self._seen: set[tuple[str, date]] = set()

    def take(self, row: Values) -> None:
        person = cells.identity(row, "id", most=LONGEST["id"])
        hired_on = day_of(cells.required(row, "hired_on", most=40), "hired_on")
        since, left_on = (_day(row, name) for name in OPTIONAL)
        if left_on is not None and left_on < hired_on:
            raise NotValid("sampling.left_before_hired", column="left_on", value=left_on, hired_on=hired_on)
        key = (person, since or hired_on)
        if key in self._seen:
            raise NotValid("sampling.person_twice", column="id", value=person, since=key[1])
        self._seen.add(key)
        left = self._left.setdefault(person, {})
        left[hired_on] = left_on or left.get(hired_on)

    def roster(self, plan: Plan) -> Roster:
        first, last = plan.period
        months = plan.new_hire.months if plan.new_hire else 0
        new = (
            person for person, left in self._left.items() if probation_end(_hired(left, last), months=months) > first
        )
        there = (
            person
            for person, left in self._left.items()
            if any(_is_within(Episode(start, end), plan.period) for start, end in left.items())
        )
        return Roster(frozenset(new) if plan.new_hire else frozenset(), frozenset(there))


def _hired(left: Mapping[date, date | None], last: date) -> date:
    """The last time up to the period's end; for somebody who only came later, the first."""
    return max((day for day in left if day <= last), default=min(left))


def _is_within(episode: Episode, period: tuple[date, date]) -> bool:
    first, last = period
    return episode.hired_on <= last and (episode.left_on is None or episode.left_on >= first)


def _day(row: Values, name: str) -> date | None:
    text = cells.text(row, name, most=40)
    return day_of(text, name) if text else None
