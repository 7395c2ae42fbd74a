"""What the pages of people show."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.permissions import on_day
from hengcai.people.queries.days import employed_on
from hengcai.people.queries.lines import led_directly, line_upwards
from hengcai.people.queries.organisation import team_and_below
from hengcai.people.queries.seen import people_seen_by
from hengcai.people.rules import history
from hengcai.people.rules.history import Episode, Gap, Span, Stand


class Staying(StrEnum):
    """Whom a list shows: those on the staff that day, those who had left, or everybody known."""

    STAFF = "staff"
    LEFT = "left"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Filters:
    day: date
    word: str = ""
    team: int | None = None
    post: int | None = None
    site: int | None = None
    staying: str = Staying.STAFF


def people_orders(filters: Filters) -> Orders:
    """By where they stand: as the list shows it, on that day or last."""
    stand = Placement.objects.filter(_stood(filters), person=OuterRef("pk")).order_by("-since")
    fields = {"team": "team__name", "post": "post__code", "lead": "lead__name_key", "since": "since"}
    stands = {code: (f"stood_{code}?", "name_key", "number") for code in fields}
    worked_out = {f"stood_{code}": Subquery(stand.values(path)[:1]) for code, path in fields.items()}
    return Orders({"name": ("name_key", "number"), "number": ("number",), **stands}, worked_out)


def _stood(filters: Filters) -> Q:
    return on_day(filters.day) if filters.staying == Staying.STAFF else Q(since__lte=filters.day)


def people_listed(user: Doer, filters: Filters) -> QuerySet[Person]:
    """By name; each carries `stands`, whose first is the placement of that day; of others than staff the last one."""
    rows = people_seen_by(user).filter(_staying(filters))
    if filters.word:
        rows = rows.filter(Q(name__icontains=filters.word) | Q(number__icontains=folded(filters.word)))
    if place := _place(filters):
        rows = rows.filter(Exists(Placement.objects.filter(on_day(filters.day), place, person=OuterRef("pk"))))
    stands = Placement.objects.filter(_stood(filters)).select_related("team__site", "post", "lead").order_by("-since")
    return rows.prefetch_related(Prefetch("placements", stands, to_attr="stands")).order_by("name_key", "number")


def _staying(filters: Filters) -> Q:
    own = Employment.objects.filter(person=OuterRef("pk"))
    there = Exists(own.filter(employed_on(filters.day)))
    if filters.staying == Staying.ALL:
        return Q()
    return Q(there) if filters.staying == Staying.STAFF else ~Q(there) & Q(Exists(own.filter(left_on__lt=filters.day)))


def _place(filters: Filters) -> Q:
    found = Q()
    if filters.team:
        found &= Q(team__in=team_and_below(filters.team))
    if filters.post:
        found &= Q(post=filters.post)
    if filters.site:
        found &= Q(team__site=filters.site)
    return found


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of the timeline: a placement or a gap, with its place on the axis in per cent."""

    since: date
    until: date | None
    placement: Placement | None
    start_percent: float
    length_percent: float
    is_now: bool


@dataclass(frozen=True)
class Dossier:
    """One person's page."""

    person: Person
    employments: list[Employment]
    now: Placement | None
    is_employed: bool
    is_on_probation: bool
    bars: list[Bar]
    first: date
    last: date
    above: list[Person]
    led: list[Person]


def dossier(person: Person, day: date) -> Dossier:
    employments = list(person.employments.order_by("-hired_on"))
    placements = list(person.placements.select_related("team__site", "post", "lead").order_by("since"))
    bars = _bars(placements, employments, day)
    running = next((one for one in employments if _episode(one).holds(day)), None)
    ends = running.probation_ends_on if running else None
    return Dossier(
        person=person,
        employments=employments,
        now=next((bar.placement for bar in bars if bar.is_now), None),
        is_employed=running is not None,
        is_on_probation=ends is not None and day <= ends,
        bars=bars,
        first=bars[-1].since if bars else day,
        last=max([day, *(bar.since for bar in bars)]),
        above=line_upwards(person, day),
        led=list(led_directly(person, day)),
    )


def _bars(placements: list[Placement], employments: list[Employment], day: date) -> list[Bar]:
    """The newest first."""
    spans = [Span(Stand(row.since), row.until) for row in placements]
    by_since = {row.since: row for row in placements}
    empty = history.gaps(spans, [_episode(one) for one in employments])
    periods: list[Span | Gap] = sorted([*spans, *empty], key=lambda one: one.since)
    if not periods:
        return []
    first, last = periods[0].since, max(day, periods[-1].since)
    return [_bar(one, by_since.get(one.since), (first, last), day) for one in reversed(periods)]


def _bar(period: Span | Gap, placement: Placement | None, axis: tuple[date, date], day: date) -> Bar:
    until = period.until or max(day, period.since)
    start, length = history.share_of(period.since, until, first=axis[0], last=axis[1])
    is_now = period.since <= day and (period.until is None or day <= period.until)
    return Bar(period.since, period.until, placement, start, max(length, 1.0), is_now)


def _episode(row: Employment) -> Episode:
    return Episode(row.hired_on, row.left_on)
