"""What an examination for a post asks, whether it was passed, and who may take contacts on a day."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

WRITTEN, SIMULATION, CALLS = KINDS = ("written", "simulation", "calls")


@dataclass(frozen=True)
class Asked:
    """Marks of 100; a share in percent; contacts taken with the mentor beside, and signed sheets without a critical fault."""

    written_pass: int = 60
    run_percent: int = 60
    calls: int = 20
    sheets: int = 2
    scenario: str = ""
    valid_months: int = 12
    paper: str = ""


@dataclass(frozen=True)
class Shown:
    value: Fraction
    sheets: int = 0


def is_passed(kind: str, shown: Shown | None, asked: Asked) -> bool:
    """A part of which nothing is asked is passed without proof."""
    run = Fraction(asked.run_percent, 100)
    least = {WRITTEN: Fraction(asked.written_pass), SIMULATION: run, CALLS: Fraction(asked.calls)}[kind]
    sheets = asked.sheets if kind == CALLS else 0
    if not least and not sheets:
        return True
    return shown is not None and shown.value >= least and shown.sheets >= sheets


def missing(shown: Mapping[str, Shown], asked: Asked) -> list[str]:
    return [kind for kind in KINDS if not is_passed(kind, shown.get(kind), asked)]


def months_later(day: date, months: int) -> date:
    """The same day of the month, or its last."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Held:
    """One permit as the day's question sees it."""

    post: int
    skill_group: str
    since: date | None
    until: date | None
    is_granted: bool


@dataclass(frozen=True)
class Required:
    post: int
    skill_group: str
    since: date


def demand_for(demands: Iterable[Required], *, post: int, skill_group: str) -> Required | None:
    """The one of the skill group, else the one of the whole post, else none: no permit is asked."""
    of_post = [one for one in demands if one.post == post and one.skill_group in ("", skill_group)]
    return max(of_post, key=lambda one: one.skill_group != "", default=None)


def may_take(demand: Required | None, held: Iterable[Held], *, hired_on: date | None, day: date) -> bool:
    """Nobody is asked for a permit where none is required, or who was there before it was."""
    if demand is None or (hired_on is not None and hired_on < demand.since):
        return True
    return any(_holds(one, demand, day) for one in held)


def _holds(one: Held, demand: Required, day: date) -> bool:
    fits = (one.post, one.skill_group) == (demand.post, demand.skill_group)
    return bool(one.is_granted and fits and one.since and one.until and one.since <= day <= one.until)
