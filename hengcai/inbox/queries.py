"""What is due to whom, in lines: many of one kind by one day are one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Max, Min, QuerySet, Subquery, Value

from hengcai.accounts.models import Centre
from hengcai.accounts.queries import the_centre
from hengcai.base.days import day_of
from hengcai.base.permissions import Doer
from hengcai.inbox import permissions
from hengcai.inbox.kinds import KINDS, Kind
from hengcai.inbox.models import Duty

AT_ONCE = 2_000  # receipts of one opening
SHOWN = 100  # lines; more than that nobody reads at once
BY = ("kind", "due_on")


@dataclass(frozen=True)
class Tally:
    """`gone_up`: late ones of others that went up to this user."""

    count: int
    late: int
    fresh: int
    gone_up: int


@dataclass(frozen=True)
class Line:
    """`n` duties of one kind by one day. `key` and `what` where it is one alone; `name` whose they are, for others."""

    kind: Kind
    n: int
    due_on: date | None
    is_late: bool
    key: int | None = None
    what: str = ""
    name: str = ""
    is_fresh: bool = False
    reminded_on: date | None = None
    went_up_on: date | None = None
    went_to: tuple[str, ...] = ()


def tally(user: Doer, *, today: date) -> Tally:
    return centre_and_tally(user, today=today)[1]


def centre_and_tally(user: Doer, *, today: date) -> tuple[Centre, Tally]:
    """For the head of every page: one query for both."""
    found = Centre.objects.order_by("pk").annotate(**_counts(user, today)).first()
    return found or the_centre(), _tally(found)


def _tally(found: Centre | None) -> Tally:
    held = vars(found) if found else {}
    return Tally(**{name: held.get(f"duty_{name}") or 0 for name in ("count", "late", "fresh", "gone_up")})


def _counts(user: Doer, today: date) -> dict[str, Subquery]:
    own = Duty.objects.filter(user=user.pk, done_at=None)
    up = Duty.objects.filter(went_up_to=user.pk, done_at=None)
    rows = {"count": own, "late": own.filter(due_on__lt=today), "fresh": own.filter(seen_at=None), "gone_up": up}
    return {f"duty_{name}": _count(some) for name, some in rows.items()}


def _count(rows: QuerySet[Duty]) -> Subquery:
    counted = rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("pk"))
    return Subquery(counted.values("n"))


def duties_of(user: Doer) -> QuerySet[Duty]:
    return Duty.objects.filter(user=user.pk, done_at=None)


def own_lines(user: Doer, *, today: date) -> list[Line]:
    """Soonest due first; what has no day comes last."""
    return list(_lines(duties_of(user), BY, today))


def lines_gone_up(user: Doer, *, today: date) -> list[Line]:
    rows = Duty.objects.filter(went_up_to=user.pk, done_at=None)
    return list(_lines(rows, (*BY, "user__name", "user"), today))


def late_lines(user: Doer, *, today: date) -> list[Line]:
    """Of everybody in this user's reach but themselves; nothing for those who watch over nobody."""
    rows = permissions.WATCH.rows(Duty.objects.filter(done_at=None, due_on__lt=today), user).exclude(user=user.pk)
    return list(_lines(rows, (*BY, "user__name", "user"), today))


def may_watch(user: Doer) -> bool:
    return permissions.WATCH.is_held_by(user)


def _lines(rows: QuerySet[Duty], by: Sequence[str], today: date) -> Iterator[Line]:
    """Kinds of a package that is gone are left out: nobody could open them."""
    counted = rows.filter(kind__in=list(KINDS)).order_by().values(*by).annotate(
        n=Count("pk"), key=Min("source_id"), of=Min("what"), seen=Count("seen_at"),
        reminded=Max("reminded_at"), up=Max("escalated_at"),
    )  # fmt: skip
    found = list(counted.order_by(F("due_on").asc(nulls_last=True), "kind", *by[2:])[:SHOWN])
    names = _went_to(rows, by) if any(row["up"] for row in found) else {}
    for row in found:
        yield _line(row, names.get(tuple(row[part] for part in by), []), today)


def _went_to(rows: QuerySet[Duty], by: Sequence[str]) -> dict[tuple[Any, ...], list[str]]:
    """Line → names of those to whom something of it went, by name."""
    through = Duty.went_up_to.through.objects.filter(duty__in=rows.order_by().values("pk"))
    told = through.order_by("user__name").values_list("user__name", *(f"duty__{part}" for part in by)).distinct()
    found: dict[tuple[Any, ...], list[str]] = {}
    for name, *line in told:
        found.setdefault(tuple(line), []).append(name)
    return found


def _line(row: dict[str, Any], went_to: Sequence[str], today: date) -> Line:
    is_one = row["n"] == 1
    return Line(
        kind=KINDS[row["kind"]],
        n=row["n"],
        due_on=row["due_on"],
        is_late=row["due_on"] is not None and row["due_on"] < today,
        key=row["key"] if is_one else None,
        what=row["of"] if is_one else "",
        name=row.get("user__name", ""),
        is_fresh=row["seen"] < row["n"],
        reminded_on=_day(row["reminded"]),
        went_up_on=_day(row["up"]),
        went_to=tuple(went_to),
    )


def _day(moment: datetime | None) -> date | None:
    return day_of(moment, settings.TIME_ZONE) if moment else None
