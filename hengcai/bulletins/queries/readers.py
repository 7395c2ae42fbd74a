"""Who has not read what, since when, and whether they were at work meanwhile; who has read one notice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from hengcai.base import clock
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.bulletins import permissions
from hengcai.bulletins.models import Bulletin, Reader
from hengcai.bulletins.rules.deadlines import Presence, hours_between, is_on_shift, is_within, shift_hours
from hengcai.bulletins.timing import presences

ORDERS = Orders(
    {
        "person": ("person__name_key", "person__number", "pk"),
        "team": ("team__name?", "person__name_key", "pk"),
        "notice": ("bulletin__code", "bulletin__number", "pk"),
        "due": ("due_at?", "pk"),
        "read": ("-first_read_at?", "pk"),
    }
)


@dataclass(frozen=True)
class Filters:
    team: int | None = None
    kind: str = ""
    late: bool = False

    def condition(self, now: datetime) -> Q:
        found = Q(team=self.team) if self.team else Q()
        if self.kind:
            found &= Q(bulletin__kind=self.kind)
        return found & Q(due_at__lt=now) if self.late else found


@dataclass(frozen=True)
class Waiting:
    """One signature that is missing, or was given: `hours` since it was put to them without days of leave, `shift_hours`
    of work among them."""

    reader: Reader
    hours: float
    shift_hours: float
    on_shift: bool
    is_away: bool
    is_late: bool


def unread_seen_by(user: Doer) -> QuerySet[Reader]:
    """Of notices in force that must be read, the first due first."""
    rows = Reader.objects.filter(
        read_at=None, gone_at=None, bulletin__state=Bulletin.State.PUBLISHED, bulletin__must_read=True
    )
    seen = permissions.WATCH.rows(rows.select_related("person", "team", "bulletin"), user)
    return seen.order_by(F("due_at").asc(nulls_last=True), "pk")


def readers_seen_by(user: Doer, bulletin: Bulletin) -> QuerySet[Reader]:
    """Whoever has not signed first."""
    rows = bulletin.readers.filter(gone_at=None).select_related("person", "team", "bulletin")
    return permissions.WATCH.rows(rows, user).order_by(F("read_at").asc(nulls_first=True), "due_at", "pk")


def waiting(rows: Sequence[Reader]) -> list[Waiting]:
    """Two queries, however many rows."""
    if not rows:
        return []
    now = clock.now()
    since = min(one.added_at for one in rows)
    there = presences({one.person_id for one in rows}, since, now)
    return [_waiting(one, there[one.person_id], now) for one in rows]


def _waiting(reader: Reader, there: Presence, now: datetime) -> Waiting:
    end = reader.first_read_at or now
    return Waiting(
        reader,
        hours_between(reader.added_at, end, there.away),
        shift_hours(reader.added_at, end, there),
        is_on_shift(now, there),
        is_within(now, there.away),
        is_late(reader, now),
    )


def is_late(reader: Reader, now: datetime) -> bool:
    """Signed after their moment, or not signed and it is over."""
    return reader.due_at is not None and (reader.first_read_at or now) > reader.due_at
