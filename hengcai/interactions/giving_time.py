"""Shifts, absences, skill groups and the calendar given out in the form they came in."""

from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.accounts.models import User
from hengcai.audit.action import note
from hengcai.base.plain import as_text, plain_row
from hengcai.interactions.lookups import zone_of
from hengcai.interactions.permissions import midnights
from hengcai.people import permissions
from hengcai.people.models import Absence, OwnDay, Person, Shift, SkillTerm

Row = dict[str, Any]
CHUNK = 5_000
ABSENT = ("first_on", "last_on", "kind", "approved_by")
SKILLED = ("skill_group", "since", "until")


def shift_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    """Those that begin on these days."""
    permissions.EXPORT.enter([], by)
    note("export_shifts", Shift(), by=by, first_day=first_day, last_day=last_day)
    begun = midnights("starts_at", first_day, last_day, zone=settings.TIME_ZONE)
    rows = Shift.objects.filter(begun).order_by("agent__number", "starts_at", "kind")
    zone = zone_of(settings.TIME_ZONE)
    cells = rows.values_list("agent__number", "starts_at", "ends_at", "skill_group", "kind")
    return (
        {"agent": agent, **_stretch(starts, ends, zone), "skill_group": group, "kind": kind}
        for agent, starts, ends, group, kind in cells.iterator(chunk_size=CHUNK)
    )


def _stretch(starts: Any, ends: Any, zone: tzinfo) -> Row:
    return {"starts_at": starts.astimezone(zone).isoformat(), "ends_at": ends.astimezone(zone).isoformat()}


def absence_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    permissions.EXPORT.enter([], by)
    note("export_absences", Absence(), by=by, first_day=first_day, last_day=last_day)
    rows = _touching(Absence.objects.all(), "first_on", "last_on", first_day, last_day)
    cells = rows.order_by("agent__number", "first_on", "kind").values_list("agent__number", *ABSENT)
    names = ("agent", "from", "to", "kind", "approved_by")
    return (_named(names, values) for values in cells.iterator(chunk_size=CHUNK))


def skill_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    permissions.EXPORT.enter([], by)
    note("export_skill_groups", SkillTerm(), by=by, first_day=first_day, last_day=last_day)
    rows = _touching(SkillTerm.objects.all(), "since", "until", first_day, last_day)
    cells = rows.order_by("agent__number", "skill_group", "since").values_list("agent__number", *SKILLED)
    return (_named(("agent", *SKILLED), values) for values in cells.iterator(chunk_size=CHUNK))


def day_rows(*, by: User, first_day: date | None = None, last_day: date | None = None) -> Iterator[Row]:
    permissions.EXPORT.enter([], by)
    note("export_calendar", OwnDay(), by=by, first_day=first_day, last_day=last_day)
    names = ("date", "kind", "name")
    rows = _touching(OwnDay.objects.all(), "date", "date", first_day, last_day).order_by("date")
    return (_named(names, values) for values in rows.values_list(*names))


def _named(names: tuple[str, ...], values: tuple[Any, ...]) -> Row:
    return {name: "" if value is None else as_text(value) for name, value in zip(names, values, strict=True)}


def _touching(rows: QuerySet[Any], start: str, end: str, first: date | None, last: date | None) -> QuerySet[Any]:
    """Those that hold on one of the days; an open end is null."""
    begun = Q(**{f"{start}__lte": last}) if last else Q()
    lasting = Q(**{f"{end}__gte": first}) | Q(**{f"{end}__isnull": True}) if first else Q()
    return rows.filter(begun, lasting)


def shifts_held(person: Person) -> Iterator[Row]:
    rows = person.shifts.order_by("starts_at", "pk").values("starts_at", "ends_at", "kind", "skill_group")
    return map(plain_row, rows.iterator(chunk_size=CHUNK))


def absences_held(person: Person) -> Iterator[Row]:
    return map(plain_row, person.absences.order_by("first_on", "pk").values(*ABSENT))


def skills_held(person: Person) -> Iterator[Row]:
    return map(plain_row, person.skill_terms.order_by("since", "pk").values(*SKILLED))
