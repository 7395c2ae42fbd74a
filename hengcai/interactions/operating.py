"""Counts the contacts of a month, or of three, into operational figures, by agent, by team and of the whole centre."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.base import clock
from hengcai.base.days import bounds, months_after, months_back
from hengcai.interactions.models import Contact
from hengcai.interactions.operation_models import OperationFigure
from hengcai.interactions.rules import operations as rules
from hengcai.interactions.rules.first_contact import Piece, first_contacts
from hengcai.interactions.rules.operations import COMPLAINTS, FIRST, SATISFACTION, TIME, Beside
from hengcai.measurement.differences import Sums
from hengcai.people.models import Placement

CHUNK = 5_000
A_DAY = timedelta(days=1)
NOTHING: Sums = (0, 0.0, 0.0)
NAMES = (
    "agent_id", "started_at", "ended_at", "channel", "queue", "csat", "complaint", "is_resolved_first", "matter_key",
)  # fmt: skip
Place = tuple[str, str]  # channel, queue
Who = tuple[str, int]  # "agent" or "team", and which; ("", 0): the whole centre
WHOLE: Who = ("", 0)


def count_months(month: date, months: int) -> list[OperationFigure]:
    """So many that end with this one. Read as they come: however many contacts, only sums are held."""
    sheet = Sheet(month, months)
    for row in _contacts(sheet).values_list(*NAMES).iterator(chunk_size=CHUNK):
        sheet.take(row)
    for agent, place, at, is_settled in _firsts(sheet):
        sheet.add(FIRST, agent, at, place, float(is_settled))
    return list(sheet.figures())


class Teams:
    """Who stood where on which of these days."""

    def __init__(self, first: date, last: date) -> None:
        rows = Placement.objects.filter(since__lte=last, team__isnull=False).filter(Q(until=None) | Q(until__gte=first))
        self._held: dict[int, list[tuple[date, date, int]]] = defaultdict(list)
        for person, since, until, team in rows.values_list("person", "since", "until", "team"):
            self._held[person].append((since, until or date.max, int(team)))

    def of(self, person: int, day: date) -> int | None:
        held = self._held.get(person, ())
        return next((team for since, until, team in held if since <= day <= until), None)


@dataclass
class Sheet:
    """Code → whose → cell → sums."""

    month: date
    months: int
    sums: dict[str, dict[Who, dict[Hashable, Sums]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(dict))
    )

    def __post_init__(self) -> None:
        self.zone = ZoneInfo(settings.TIME_ZONE)
        first, last = months_back(self.month, self.months), months_after(self.month, 1) - A_DAY
        self.start, self.end = bounds(first, last, settings.TIME_ZONE)
        self.teams = Teams(first, last)

    def take(self, row: tuple[Any, ...]) -> None:
        agent, began, ended, channel, queue, csat, complaint, is_first, matter = row
        at, place = began.astimezone(self.zone), (channel, queue)
        seconds = (ended - began).total_seconds() if ended else -1
        if channel != Contact.Channel.TICKET and 0 <= seconds <= rules.LONGEST_SECONDS:
            self.add(TIME, agent, at, place, seconds)
        if csat is not None:
            self.add(SATISFACTION, agent, at, place, float(csat >= rules.SATISFIED_FROM))
        if is_first is not None and matter is None:
            self.add(FIRST, agent, at, place, float(is_first))
        self.add(COMPLAINTS, agent, at, place, float(complaint != Contact.Complaint.NONE))

    def add(self, code: str, agent: int, at: datetime, place: Place, value: float) -> None:
        team, cell = self.teams.of(agent, at.date()), (*place, at.hour)
        for who in (WHOLE, ("agent", agent), *([("team", team)] if team else [])):
            cells = self.sums[code][who]
            n, total, squares = cells.get(cell, NOTHING)
            cells[cell] = (n + 1, total + value, squares + value * value)

    def figures(self) -> Iterator[OperationFigure]:
        now = clock.now()
        for code, by_who in self.sums.items():
            for who, cells in by_who.items():
                found = Beside(verdict="") if who == WHOLE else rules.beside(code, cells, by_who[WHOLE])
                yield self._figure(code, who, rules.summed(cells), found, now)

    def _figure(self, code: str, who: Who, sums: Sums, found: Beside, now: datetime) -> OperationFigure:
        kind, key = who
        n, total, _squares = sums
        whose = {f"{kind}_id": key} if kind else {}
        names = ("compared", "expected", "difference", "low", "high", "adjusted", "verdict")
        beside = {name: getattr(found, name) for name in names}
        return OperationFigure(
            month=self.month,
            months=self.months,
            code=code,
            numerator=total,
            denominator=n,
            value=total / n,
            counted_at=now,
            **whose,
            **beside,
        )


def _contacts(sheet: Sheet) -> QuerySet[Contact]:
    return Contact.objects.filter(started_at__gte=sheet.start, started_at__lt=sheet.end).order_by()


def _firsts(sheet: Sheet) -> Iterator[tuple[int, Place, datetime, bool]]:
    """First contacts by the record, where customer and matter are known: agent, place, when, whether it was settled."""
    within = rules.RETURN_DAYS * A_DAY
    rows = Contact.objects.filter(matter_key__isnull=False).order_by()
    newest = rows.filter(started_at__gte=sheet.start, started_at__lt=sheet.end + 2 * within).order_by("-started_at")
    last = newest.values_list("started_at", flat=True).first()
    if last is None:
        return
    around = rows.filter(started_at__gte=sheet.start - within - A_DAY, started_at__lt=sheet.end + within + A_DAY)
    places: dict[tuple[int, Place], int] = {}
    pieces = _pieces(around.order_by("matter_key", "started_at", "pk"), places)
    month, judged_to = (_seconds(sheet.start), _seconds(sheet.end)), _seconds(min(last, clock.now()))
    found = list(first_contacts(pieces, month=month, judged_to=judged_to, days=rules.RETURN_DAYS))
    whose = {number: place for place, number in places.items()}
    for one in found:
        agent, place = whose[one.agent]
        yield agent, place, datetime.fromtimestamp(one.starts, sheet.zone), one.is_settled


def _pieces(rows: QuerySet[Contact], places: dict[tuple[int, Place], int]) -> Iterator[Piece]:
    """In place of the agent stands a number for agent, channel and queue: a first contact is credited to both."""
    names = ("matter_key", "started_at", "ended_at", "channel", "agent_id", "queue", "is_resolved_first")
    for matter, began, ended, channel, agent, queue, flag in rows.values_list(*names).iterator(chunk_size=CHUNK):
        number = places.setdefault((agent, (channel, queue)), len(places))
        yield Piece(int(matter or 0), _seconds(began), _seconds(ended or began), channel, number, flag)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
