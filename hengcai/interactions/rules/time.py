"""Rows of when people are at work, away, and in which skill group: one row, one stretch of one person."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from hengcai.base.errors import NotValid
from hengcai.base.workdays import FIRST_YEAR, KINDS, LAST_YEAR
from hengcai.interactions.rules import said
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.said import meant

Values = Mapping[str, Any]
SHIFT = ("agent", "starts_at", "ends_at"), ("skill_group", "kind")
ABSENCE = ("agent", "from", "to", "kind"), ("approved_by",)
SKILL_TERM = ("agent", "skill_group", "since"), ("until",)
OWN_DAY = ("date", "kind"), ("name",)
SHIFT_KINDS = ("work", "training", "meeting")
LONGEST_SHIFT = timedelta(hours=24)
LONGEST_NAME = 80
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?")


class ShiftFacts(NamedTuple):
    agent: str
    starts_at: datetime
    ends_at: datetime
    kind: str
    skill_group: str


class AbsenceFacts(NamedTuple):
    agent: str
    first_on: date
    last_on: date
    kind: str
    approved_by: str


class SkillFacts(NamedTuple):
    agent: str
    skill_group: str
    since: date
    until: date | None


class DayFacts(NamedTuple):
    date: date
    kind: str
    name: str


def own_day_of(row: Values, _zone: tzinfo) -> DayFacts:
    day = cells.day(cells.required(row, "date", most=20), "date")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotValid("workday.out_of_range", column="date", value=day.isoformat(), first=FIRST_YEAR, last=LAST_YEAR)
    kind = cells.choice(cells.required(row, "kind", most=40), "kind", known=KINDS, words=said.DAYS)
    return DayFacts(day, kind, cells.text(row, "name", most=LONGEST_NAME))


def shift_of(row: Values, zone: tzinfo) -> ShiftFacts:
    starts = cells.moment(cells.required(row, "starts_at", most=40), "starts_at", zone=zone)
    written = cells.required(row, "ends_at", most=40)
    ends = _end(written, starts, zone)
    if ends <= starts:
        raise NotValid("shift.ends_before_start", column="ends_at", value=written)
    if ends - starts > LONGEST_SHIFT:
        raise NotValid("shift.too_long", column="ends_at", value=written)
    kind = cells.text(row, "kind", most=LONGEST_NAME)
    return ShiftFacts(
        cells.identity(row, "agent", most=40),
        starts,
        ends,
        cells.choice(kind, "kind", known=SHIFT_KINDS, words=said.SHIFTS) if kind else "work",
        _name(row, "skill_group"),
    )


def _end(written: str, starts: datetime, zone: tzinfo) -> datetime:
    """A time of day alone is the next one after the start: a night shift ends in the morning."""
    if not _CLOCK.fullmatch(written):
        return cells.moment(written, "ends_at", zone=zone)
    day = starts.astimezone(zone).date()
    same_day = cells.moment(f"{day:%Y/%m/%d} {written}", "ends_at", zone=zone)
    if same_day > starts:
        return same_day
    return cells.moment(f"{day + timedelta(days=1):%Y/%m/%d} {written}", "ends_at", zone=zone)


def absence_of(row: Values, _zone: tzinfo) -> AbsenceFacts:
    first = cells.day(cells.required(row, "from", most=20), "from")
    last = cells.day(cells.required(row, "to", most=20), "to")
    if last < first:
        raise NotValid("absence.ends_before_start", column="to", value=last.isoformat())
    kind = meant(cells.required(row, "kind", most=40), said.ABSENCES)
    return AbsenceFacts(
        cells.identity(row, "agent", most=40), first, last, kind, cells.text(row, "approved_by", most=120)
    )


def skill_of(row: Values, _zone: tzinfo) -> SkillFacts:
    since = cells.day(cells.required(row, "since", most=20), "since")
    written = cells.text(row, "until", most=20)
    until = cells.day(written, "until") if written else None
    if until is not None and until < since:
        raise NotValid("skill.ends_before_start", column="until", value=until.isoformat())
    group = cells.identity(row, "skill_group", most=LONGEST_NAME)
    return SkillFacts(cells.identity(row, "agent", most=40), group, since, until)


def _name(row: Values, column: str) -> str:
    return cells.identity(row, column, most=LONGEST_NAME) if cells.text(row, column, most=LONGEST_NAME) else ""
