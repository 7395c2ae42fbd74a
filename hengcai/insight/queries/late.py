"""What is late in the reader's own reach, and with whom: the person first, never whom a form is about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, QuerySet

from hengcai.accounts.models import User
from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.base.days import day_of
from hengcai.base.permissions import Doer
from hengcai.insight.queries.home import start_of
from hengcai.people.models import Person
from hengcai.quality import permissions as quality
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation

SHOWN = 6
DAYS_TO_PUBLISH = timedelta(days=7)  # evaluations handed in longer ago keep their agents waiting
RATING, SCORING, CASE, EVALUATIONS, CYCLE, DISPUTE = "rating", "scoring", "case", "evaluations", "cycle", "dispute"


@dataclass(frozen=True)
class Late:
    """`n` pieces with one person, the oldest due `days` ago. Without a name it waits for whoever holds the role."""

    kind: str
    name: str
    n: int
    due_on: date
    days: int
    page: str = ""
    key: int | None = None
    query: tuple[tuple[str, object], ...] = ()
    cycle: object = ""


@dataclass(frozen=True)
class Lateness:
    """The oldest first; `people` and `pieces` count everything, shown or not."""

    lines: Sequence[Late]
    people: int
    pieces: int

    @property
    def more(self) -> int:
        return self.people - len(self.lines)


@dataclass(frozen=True)
class _Part:
    """The oldest few of one kind, and what all of it comes to."""

    lines: Sequence[Late]
    people: int
    pieces: int


def lateness(user: Doer, *, today: date) -> Lateness:
    """Nothing for those who answer for their own work alone."""
    if not is_asked(user):
        return Lateness([], 0, 0)
    cycles = list(Cycle.objects.exclude(state=Cycle.State.PUBLISHED).order_by("publish_due_on", "code"))
    found = [
        *_ratings(user, today, cycles),
        *_cycles(user, today, cycles),
        *_scoring(user, today),
        *_waiting(user, today),
        *_disputes(user, today),
    ]
    lines = [line for part in found for line in part.lines]
    oldest = sorted(lines, key=lambda one: (-one.days, -one.n, one.kind, one.name))
    return Lateness(oldest[:SHOWN], sum(one.people for one in found), sum(one.pieces for one in found))


def is_asked(user: Doer) -> bool:
    """Whether this reader answers for anybody's work but their own."""
    return any(one.is_held_by(user) for one in (appraisal.WATCH, quality.WATCH))


def _ratings(user: Doer, today: date, cycles: Sequence[Cycle]) -> Iterator[_Part]:
    """By rater and cycle. Leads are told of their own people, and of no peer's form: with one open it would name both."""
    running = {one.pk: one for one in cycles if one.state == Cycle.State.COLLECTING}
    if not running or not appraisal.WATCH.is_held_by(user):
        return
    rows = RatingTask.objects.filter(participant__cycle__in=running, state=RatingTask.State.OPEN, due_on__lt=today)
    rows = appraisal.WATCH.rows(rows.order_by(), user)
    has_page = appraisal.SEE_CYCLE.is_held_by(user)

    def line(row: dict[str, Any], name: str) -> Late:
        cycle = running[row["participant__cycle"]]
        page, key = ("see-cycle", cycle.pk) if has_page else ("", None)
        return _late(RATING, row, name, today, page=page, key=key, cycle=cycle.name)

    yield from _by_person(rows, ("rater", "participant__cycle"), Person, line)


def _scoring(user: Doer, today: date) -> Iterator[_Part]:
    if not quality.WATCH.is_held_by(user):
        return
    rows = quality.WATCH.rows(Assignment.objects.filter(state=Assignment.State.OPEN, due_on__lt=today), user)
    page = "list-given" if quality.GIVE.is_held_by(user) else ""

    def line(row: dict[str, Any], name: str) -> Late:
        return _late(SCORING, row, name, today, page=page, query=(("analyst", row["analyst"]), ("state", "open")))

    yield from _by_person(rows.order_by(), ("analyst",), User, line)


def _by_person(
    rows: QuerySet[Any], by: Sequence[str], who: type[Person | User], line: Callable[[dict[str, Any], str], Late]
) -> Iterator[_Part]:
    """Names are read for those shown alone; everybody is counted only where not all are shown."""
    counted = list(rows.values(*by).annotate(n=Count("pk"), due=Min("due_on")).order_by("due", "-n", by[0])[:SHOWN])
    if not counted:
        return
    names = dict(who.objects.filter(pk__in={row[by[0]] for row in counted}).values_list("pk", "name"))
    lines = [line(row, names[row[by[0]]]) for row in counted]
    if len(counted) < SHOWN:
        yield _Part(lines, len(names), sum(one.n for one in lines))
    else:
        yield _Part(lines, **rows.aggregate(people=Count(by[0], distinct=True), pieces=Count("pk")))


def _late(kind: str, row: dict[str, Any], name: str, today: date, **where: Any) -> Late:
    return Late(kind, name, row["n"], row["due"], (today - row["due"]).days, **where)


def _waiting(user: Doer, today: date) -> Iterator[_Part]:
    """Red lines are due the day they are reported and wait for a second person; evaluations, a week after they came in."""
    if not quality.WATCH.is_held_by(user):
        return
    cases = quality.SEE_CASES.rows(Case.objects.filter(state=Case.State.OPEN), user)
    given = Evaluation.objects.filter(state=Evaluation.State.SUBMITTED, is_current=True)
    yield from _nobodys(CASE, cases, "reported_at", today, page="list-cases")
    query = (("state", "submitted"),)
    yield from _nobodys(
        EVALUATIONS, given, "submitted_at", today - DAYS_TO_PUBLISH, page="list-evaluations", query=query
    )


def _disputes(user: Doer, today: date) -> Iterator[_Part]:
    """With whoever took them; one that nobody took waits for all who could."""
    if not quality.WATCH.is_held_by(user):
        return
    rows = Dispute.objects.exclude(state__in=Dispute.ENDED).filter(due_on__lt=today)
    rows = quality.SEE_DISPUTES.rows(rows.order_by(), user)
    query = (("late", "on"),)

    def line(row: dict[str, Any], name: str) -> Late:
        return _late(DISPUTE, row, name, today, page="list-disputes", query=query)

    yield from _by_person(rows.exclude(decider=None), ("decider",), User, line)
    open_ones = rows.filter(decider=None).aggregate(n=Count("pk"), due=Min("due_on"))
    if open_ones["n"]:
        yield _Part([line(open_ones, "")], 1, open_ones["n"])


def _nobodys(kind: str, rows: QuerySet[Any], since: str, due: date, **where: Any) -> Iterator[_Part]:
    rows = rows.filter(**{f"{since}__lt": start_of(due)})
    found = rows.order_by().aggregate(n=Count("pk"), oldest=Min(since))
    if found["n"]:
        day = day_of(found["oldest"], settings.TIME_ZONE)
        yield _Part([Late(kind, "", found["n"], day, (due - day).days, **where)], 1, found["n"])


def _cycles(user: Doer, today: date, cycles: Sequence[Cycle]) -> Iterator[_Part]:
    if not appraisal.SEE_CYCLE.is_held_by(user):
        return
    late = [(one, one.publish_due_on) for one in cycles if one.publish_due_on and one.publish_due_on < today]
    lines = [
        Late(CYCLE, "", 1, due, (today - due).days, "see-cycle", cycle.pk, cycle=cycle.name) for cycle, due in late
    ]
    yield _Part(lines, len(lines), len(lines))
