"""Counts days into sums by centre, site, team and post: one pass over the contacts and one over the evaluations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Q

from hengcai.base.days import bounds, months_after
from hengcai.improvement.models import PlaceSum
from hengcai.improvement.rules.figures import CONTACTS, HANDLING, SCORE, SCORED, Tally, added, kept
from hengcai.interactions.models import Contact
from hengcai.interactions.rules.operations import LONGEST_SECONDS, SATISFIED_FROM
from hengcai.people.models import Placement
from hengcai.quality.models import Dispute, Evaluation

CENTRE, SITE, TEAM, POST = "centre", "site", "team", "post"
A_DAY = timedelta(days=1)
CHUNK = 5_000
NAMES = ("agent", "started_at", "ended_at", "channel", "csat", "complaint", "is_resolved_first", "matter_key")
Where = tuple[int | None, int | None, int | None]  # site, team, post
NOWHERE: Where = (None, None, None)
Tallies = dict[tuple[date, str], Tally]
Sums = dict[str, list[float]]


class Days:
    """Tallies by day and scope, of the days from `first` to `last`."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last, self.zone = first, last, ZoneInfo(settings.TIME_ZONE)
        self.tallies: Tallies = defaultdict(Tally)
        self._placed = _placements(first, last)

    def of(self, day: date, where: Where) -> list[Tally]:
        return [self.tallies[day, scope] for scope in scopes(where)]

    def where(self, agent: int, day: date) -> Where:
        held = self._placed.get(agent, ())
        return next((where for since, until, where in held if since <= day <= until), NOWHERE)


def scopes(where: Where) -> list[str]:
    named = [f"{kind}:{key}" for kind, key in zip((SITE, TEAM, POST), where, strict=True) if key]
    return [CENTRE, *named]


def count_days(first: date, last: date) -> list[PlaceSum]:
    days = Days(first, last)
    for n in range((last - first).days + 1):
        days.of(first + n * A_DAY, NOWHERE)  # a day without anything was counted all the same
    _contacts(days)
    _evaluations(days)
    return [_row(PlaceSum.Span.DAY, day, scope, one.told) for (day, scope), one in days.tallies.items()]


def month_rows(month: date) -> list[PlaceSum]:
    """Of its days as they lie there."""
    last = months_after(month, 1) - A_DAY
    by_scope: dict[str, list[Mapping[str, list[float]]]] = defaultdict(list)
    for scope, told in PlaceSum.objects.filter(span="day", first__range=(month, last)).values_list("scope", "told"):
        by_scope[scope].append(told)
    return [_row(PlaceSum.Span.MONTH, month, scope, added(parts)) for scope, parts in by_scope.items()]


def first_day_counted_from(today: date) -> date | None:
    """The day of the oldest contact within a year; None where there is none."""
    since = bounds(today - timedelta(days=366), today, settings.TIME_ZONE)[0]
    oldest = (
        Contact.objects.filter(started_at__gte=since)
        .order_by("started_at")
        .values_list("started_at", flat=True)
        .first()
    )
    return oldest.astimezone(ZoneInfo(settings.TIME_ZONE)).date() if oldest else None


def _row(span: str, first: date, scope: str, told: Mapping[str, list[float]]) -> PlaceSum:
    kind, _, key = scope.partition(":")
    whose = {f"{kind}_id": int(key)} if key else {}
    return PlaceSum(span=span, first=first, scope=scope, told=kept(told), **whose)


def _contacts(days: Days) -> None:
    start, end = bounds(days.first, days.last, settings.TIME_ZONE)
    rows = Contact.objects.filter(started_at__gte=start, started_at__lt=end).order_by().values_list(*NAMES)
    for agent, began, ended, channel, csat, complaint, is_first, matter in rows.iterator(chunk_size=CHUNK):
        day = began.astimezone(days.zone).date()
        seconds = _seconds(began, ended, channel)
        for tally in days.of(day, days.where(agent, day)):
            tally.count(CONTACTS)
            if seconds is not None:
                tally.mean(HANDLING, seconds)
            tally.share("rated", is_so=csat is not None)
            if csat is not None:
                tally.share("satisfied", is_so=csat >= SATISFIED_FROM)
            if is_first is not None and matter is None:
                tally.share("resolved", is_so=is_first)
            tally.share("complained", is_so=complaint == Contact.Complaint.UPHELD)


def _seconds(began: datetime, ended: datetime | None, channel: str) -> float | None:
    """Of a conversation that ended; a ticket lies about for days."""
    if ended is None or channel == Contact.Channel.TICKET:
        return None
    seconds = (ended - began).total_seconds()
    return seconds if 0 <= seconds <= LONGEST_SECONDS else None


def _evaluations(days: Days) -> None:
    """Published ones of the days' contacts, by where their agents stood then."""
    found = Evaluation.objects.filter(
        is_current=True,
        state=Evaluation.State.PUBLISHED,
        total__isnull=False,
        contact_on__range=(days.first, days.last),
    ).order_by()
    disputed = set(Dispute.objects.filter(evaluation__in=found.values("pk")).values_list("evaluation", flat=True))
    names = ("pk", "contact_on", "total", "has_fatal", "scorecard__pass_line", "scorecard__excellence_line")
    places = ("placement__team__site", "placement__team", "placement__post")
    for key, day, total, fatal, passing, excellent, *where in found.values_list(*names, *places).iterator(CHUNK):
        site, team, post = where
        for tally in days.of(day, (site, team, post)):
            tally.count(SCORED)
            tally.mean(SCORE, float(total))
            tally.share("passed", is_so=total >= passing)
            tally.share("excellent", is_so=total >= excellent)
            tally.share("fatal", is_so=fatal)
            tally.share("disputed", is_so=key in disputed)


def _placements(first: date, last: date) -> dict[int, list[tuple[date, date, Where]]]:
    rows = Placement.objects.filter(since__lte=last).filter(Q(until=None) | Q(until__gte=first)).order_by("since")
    found: dict[int, list[tuple[date, date, Where]]] = defaultdict(list)
    told = rows.values_list("person", "since", "until", F("team__site"), "team", "post")
    for person, since, until, site, team, post in told.iterator(chunk_size=CHUNK):
        found[person].append((since, until or date.max, (site, team, post)))
    return found


def sums_over(scope: str, first: date, last: date, *, is_by_month: bool) -> Sums:
    """Of one place over these days, from the rows of its months where they are whole months."""
    span = PlaceSum.Span.MONTH if is_by_month else PlaceSum.Span.DAY
    rows = PlaceSum.objects.filter(scope=scope, span=span, first__range=(first, last))
    return added(rows.values_list("told", flat=True))


def parts_over(
    kind: str, keys: Iterable[int], first: date, last: date, *, is_by_month: bool
) -> Iterator[tuple[int, Sums]]:
    """Of several places of one kind: a query for all of them."""
    span = PlaceSum.Span.MONTH if is_by_month else PlaceSum.Span.DAY
    wanted = {f"{kind}:{key}": key for key in keys}
    rows = PlaceSum.objects.filter(scope__in=wanted, span=span, first__range=(first, last))
    by_scope: dict[str, list[Mapping[str, list[float]]]] = defaultdict(list)
    for scope, told in rows.values_list("scope", "told"):
        by_scope[scope].append(told)
    yield from ((key, added(by_scope[scope])) for scope, key in wanted.items() if scope in by_scope)
