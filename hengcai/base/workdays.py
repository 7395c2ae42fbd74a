"""Working days of mainland China: the State Council's notices, statute where there is none yet, and a centre's own days.

Source of notices: the `holidays` package (its list of days off moved to and from weekends, year by year).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from hengcai.base.errors import NotValid

WORKING, WEEKEND, HOLIDAY, MADE_UP = "working", "weekend", "holiday", "made_up"
KINDS = (WORKING, WEEKEND, HOLIDAY, MADE_UP)
FIRST_YEAR, LAST_YEAR = 2001, 2099  # the first notice; the end of the lunar tables
MOST_DAYS = 10_000
A_DAY = timedelta(days=1)
_LOCALES = {"zh": "zh_CN", "en": "en_US"}
_NEIGHBOUR = {"zh": "{name}调休", "en": "{name} (days moved)"}
_MOVED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Day:
    """`statutory`: one of the days of triple pay. `provisional`: no notice says yet whether it stays so."""

    date: date
    kind: str
    name: str | None
    statutory: bool
    provisional: bool

    @property
    def is_working(self) -> bool:
        return self.kind in (WORKING, MADE_UP)


@dataclass(frozen=True)
class Reckoned:
    """A day reached by counting, or how many working days were counted on the way."""

    date: date
    days: int
    provisional: bool


@dataclass(frozen=True)
class Calendar:
    """`own`: day → (kind, name) as the centre has it, which goes before everything else."""

    own: Mapping[date, tuple[str, str | None]] = field(default_factory=dict)
    language: str = "zh"

    def day(self, day: date) -> Day:
        """Refused outside 2001–2099."""
        year = _year(_in_range(day).year, self.language)
        kind, name = year.days.get(day) or (WEEKEND if day.weekday() >= 5 else WORKING, None)
        statutory = day in year.statutory
        if day not in self.own:
            return Day(day, kind, name, statutory, year.provisional)
        own_kind, own_name = self.own[day]
        return Day(day, own_kind, own_name or (name if own_kind == kind else None), statutory, provisional=False)

    def add(self, start: date, days: int) -> Reckoned:
        """The so-many-th working day after `start`; a start that is no working day does not matter."""
        if not 1 <= days <= MOST_DAYS:
            raise NotValid("workday.days", value=days, most=MOST_DAYS)
        left, is_provisional = days, False
        for one in self._after(start):
            is_provisional |= one.provisional
            left -= one.is_working
            if left == 0:
                return Reckoned(one.date, days, is_provisional)
        raise NotValid("workday.out_of_range", value=start.isoformat(), first=FIRST_YEAR, last=LAST_YEAR)

    def until(self, start: date, end: date) -> Reckoned:
        """How many working days after `start` up to and including `end`."""
        if end < start:
            raise NotValid("workday.until_earlier", start=start.isoformat(), end=end.isoformat())
        _in_range(end)
        passed = list(self._after(start, last=end))
        return Reckoned(end, sum(one.is_working for one in passed), any(one.provisional for one in passed))

    def _after(self, start: date, *, last: date | None = None) -> Iterator[Day]:
        day, last = _in_range(start), last or date(LAST_YEAR, 12, 31)
        while day < last:
            day += A_DAY
            yield self.day(day)


def _in_range(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotValid("workday.out_of_range", value=day.isoformat(), first=FIRST_YEAR, last=LAST_YEAR)
    return day


def own_day(kind: str, name: str) -> tuple[str, str | None]:
    """One line of a centre's calendar."""
    if kind not in KINDS:
        raise NotValid("workday.kind", value=kind, known=KINDS)
    return kind, name.strip() or None


@dataclass(frozen=True)
class _Year:
    days: Mapping[date, tuple[str, str]]
    statutory: frozenset[date]
    provisional: bool


@lru_cache(maxsize=64)
def _year(year: int, language: str) -> _Year:
    """Beyond the last notice the statutory days alone: which weekends are worked for longer holidays nobody knows yet."""
    kept = _statutory(year, language)
    if year > _last_notice():
        return _Year({day: (HOLIDAY, name) for day, name in kept.items()}, frozenset(kept), provisional=True)
    swaps = _swaps(year)
    days = {day: (HOLIDAY, name) for day, name in _listed(year, observed=True, language=language).items()}
    moved = {off: (HOLIDAY, _near(off, kept, language)) for off, _worked in swaps}
    made_up = {worked: (MADE_UP, _near(off, kept, language)) for off, worked in swaps}
    return _Year({**days, **moved, **made_up}, frozenset(kept), provisional=False)


def _statutory(year: int, language: str) -> dict[date, str]:
    """Day → name. Days off in lieu of one that fell on a weekend, and days moved, are not among them."""
    moved = {off for off, _worked in _swaps(year)}
    return {day: name for day, name in _listed(year, observed=False, language=language).items() if day not in moved}


def _swaps(year: int) -> list[tuple[date, date]]:
    """(day off, the weekend day worked for it), as the notice pairs them."""
    named = _listed(year, observed=True)
    return [(day, date.fromisoformat(found[0])) for day, name in named.items() if (found := _MOVED.search(name))]


def _near(day: date, kept: Mapping[date, str], language: str) -> str:
    """The holiday a moved day belongs to: the nearest one."""
    nearest = min(kept, key=lambda one: (abs((one - day).days), one))
    return _NEIGHBOUR[language].format(name=kept[nearest])


@lru_cache(maxsize=128)
def _listed(year: int, *, observed: bool, language: str = "zh") -> dict[date, str]:
    from holidays.countries.china import China

    made: Any = China  # its constructor bears no types
    found = made(years=year, observed=observed, language=_LOCALES[language], expand=False)
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def _last_notice() -> int:
    from holidays.countries.china import ChinaStaticHolidays

    return max(ChinaStaticHolidays.special_public_holidays)
