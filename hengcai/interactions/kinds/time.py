"""Shifts, absences, skill groups and the centre's own days: when people are at work, and for what."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import timedelta

from hengcai.interactions.actions.rows import take_in_time
from hengcai.interactions.kinds.registry import register
from hengcai.interactions.kinds.rows import Table, as_they_are, handler
from hengcai.interactions.lookups import slices
from hengcai.interactions.rules import time as rules
from hengcai.people import permissions
from hengcai.people.models import Absence, OwnDay, Shift, SkillTerm

A_DAY = timedelta(days=1)


def _shift_places(one: Shift) -> Iterator[Hashable]:
    """A shift lasts a day at most, so it touches one or two."""
    first, last = one.starts_at.date(), one.ends_at.date()
    for day in {first, last}:
        yield one.agent_id, one.kind, day


def _overlap(one: Shift, other: Shift) -> bool:
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _shifts_there(new: Sequence[Shift]) -> Iterable[Shift]:
    if not new:
        return
    first, last = min(one.starts_at for one in new), max(one.ends_at for one in new)
    for some in slices({one.agent_id for one in new}):
        yield from Shift.objects.filter(agent__in=some, starts_at__gt=first - A_DAY, starts_at__lt=last)


def _absences_there(new: Sequence[Absence]) -> Iterable[Absence]:
    if not new:
        return
    first, last = min(one.first_on for one in new), max(one.first_on for one in new)
    for some in slices({one.agent_id for one in new}):
        yield from Absence.objects.filter(agent__in=some, first_on__gte=first, first_on__lte=last)


def _terms_there(new: Sequence[SkillTerm]) -> Iterable[SkillTerm]:
    for some in slices({one.agent_id for one in new}):
        yield from SkillTerm.objects.filter(agent__in=some)


SHIFTS = Table(
    Shift,
    ("agent_id", "starts_at", "ends_at", "kind", "skill_group"),
    rules.shift_of,
    _shift_places,
    _shifts_there,
    take_in_time,
    ("shift.taken", "starts_at"),
    _overlap,
)
ABSENCES = Table(
    Absence,
    ("agent_id", "first_on", "last_on", "kind", "approved_by"),
    rules.absence_of,
    lambda one: [(one.agent_id, one.first_on, one.kind)],
    _absences_there,
    take_in_time,
    ("absence.taken", "from"),
)
SKILL_TERMS = Table(
    SkillTerm,
    ("agent_id", "skill_group", "since", "until"),
    rules.skill_of,
    lambda one: [(one.agent_id, one.skill_group, one.since)],
    _terms_there,
    take_in_time,
    ("skill.taken", "since"),
)
OWN_DAYS = Table(
    OwnDay,
    ("date", "kind", "name"),
    rules.own_day_of,
    lambda one: [one.date],
    lambda _new: OwnDay.objects.all(),
    take_in_time,
    ("own_day.taken", "date"),
    resolve=as_they_are,
)
GOOD_SHIFT = {"agent": "1", "starts_at": "2026-01-05T09:00:00", "ends_at": "2026-01-05T18:00:00"}
GOOD_ABSENCE = {"agent": "1", "from": "2026-01-05", "to": "2026-01-05", "kind": "annual"}
GOOD_TERM = {"agent": "1", "skill_group": "a", "since": "2026-01-05"}
register("shifts", handler(SHIFTS, permissions.IMPORT, rules.SHIFT, good=GOOD_SHIFT))
register("absences", handler(ABSENCES, permissions.IMPORT, rules.ABSENCE, good=GOOD_ABSENCE))
register("skill-groups", handler(SKILL_TERMS, permissions.IMPORT, rules.SKILL_TERM, good=GOOD_TERM))
GOOD_DAY = {"date": "2026-01-05", "kind": "working"}
register("calendar", handler(OWN_DAYS, permissions.IMPORT, rules.OWN_DAY, good=GOOD_DAY, ids=()))
