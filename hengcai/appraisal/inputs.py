"""What goes into a skill score: everything a participant's arithmetic needs, in a handful of queries for all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet

from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask, TestMark
from hengcai.appraisal.rules.evidence import SCALE, Evidence, of_customer
from hengcai.base.days import bounds, months_back
from hengcai.base.in_bulk import Plain
from hengcai.interactions.models import Contact
from hengcai.people.models import Site

CUSTOMER_MONTHS = 3
AT_ONCE = 500  # people a database is asked for by number
Period = tuple[date, date]  # both days included


class Rated(NamedTuple):
    """One line of one sent form; `rater` is a number that means nothing outside this participant's record."""

    source: str
    rater: int
    item: str
    level: Decimal | None
    task: int
    competency: int
    reason: str


@dataclass(slots=True)
class SkillInputs:
    ratings: list[Rated] = field(default_factory=list)
    customers: list[tuple[Decimal, int]] = field(default_factory=list)  # score, how many gave it
    marks: list[tuple[str, int, Decimal]] = field(default_factory=list)
    raters: dict[int, int] = field(default_factory=dict)

    @property
    def customer_count(self) -> int:
        return sum(count for _score, count in self.customers)

    def evidence(self) -> Evidence:
        """Levels have six places at most, so they go in as whole millionths. Whole levels are few."""
        evidence = Evidence()
        for one in self.ratings:
            level = None if one.level is None else _millionths(one.level)
            evidence.source(one.source).add(one.rater, one.item, level)
        evidence.customer_total = sum(int(score * SCALE) * count for score, count in self.customers)
        evidence.customer_count = self.customer_count
        for test, attempt, mark in self.marks:
            evidence.mark(test, attempt=attempt, mark=_fraction(mark))
        return evidence

    def kept(self) -> dict[str, Any]:
        """Enough to rebuild the score, without who rated."""
        levels = [[one.source, one.rater, one.item, _text(one.level)] for one in self.ratings]
        return {
            "ratings": levels,
            "customers": [[str(score), count] for score, count in self.customers],
            "marks": [[test, attempt, str(mark)] for test, attempt, mark in self.marks],
        }


@lru_cache(maxsize=1024)
def _text(level: Decimal | None) -> str | None:
    return None if level is None else format(level.normalize(), "f")


@lru_cache(maxsize=1024)
def _millionths(level: Decimal) -> int:
    return int(level * SCALE)


@lru_cache(maxsize=1024)
def _fraction(mark: Decimal) -> Fraction:
    return Fraction(mark)


@lru_cache(maxsize=1024)
def level_of(read: float) -> Decimal:
    """What stands in the table: a database hands out floats faster than decimals, and six places come back whole."""
    return Decimal(f"{read:.6f}")


def skill_inputs(cycle: Cycle, participants: Sequence[Participant]) -> Iterator[tuple[Participant, SkillInputs]]:
    """`participants` of one cycle in the order of their row numbers."""
    found = {one.pk: SkillInputs() for one in participants}
    _add_ratings(found)
    by_person = {one.person_id: found[one.pk] for one in participants}
    for person, score, count in customer_counts(customer_period(cycle), by_person):
        by_person[person].customers.append((score, count))
    _add_marks(found)
    return ((one, found[one.pk]) for one in participants)


def _among(found: Mapping[int, Any], path: str) -> Q:
    """From the first row number to the last: one condition instead of a list of thousands."""
    first, last = (min(found), max(found)) if found else (0, 0)
    return Q(**{f"{path}__gte": first, f"{path}__lte": last})


def _add_marks(found: Mapping[int, SkillInputs]) -> None:
    rows = TestMark.objects.filter(_among(found, "participant")).order_by("test", "attempt", "pk")
    for participant, test, attempt, mark in rows.values_list("participant_id", "test", "attempt", "mark"):
        if participant in found:
            found[participant].marks.append((test, attempt, mark))


def _add_ratings(found: Mapping[int, SkillInputs]) -> None:
    """Sent forms only; raters are numbered anew for each participant."""
    rows = Rating.objects.filter(_among(found, "task__participant"), task__state=RatingTask.State.SENT)
    names = ("task__participant_id", "task__source", "task_id", "competency__code", "competency_id", "read", "reason")
    told = rows.annotate(read=Plain("level")).order_by("task_id", "pk").values_list(*names)
    for participant, source, task, code, competency, read, reason in told.iterator(chunk_size=5000):
        inputs = found.get(participant)
        if inputs is not None:
            rater = inputs.raters.setdefault(task, len(inputs.raters) + 1)
            level = None if read is None else level_of(read)
            inputs.ratings.append(Rated(source, rater, code, level, task, competency, reason))


def zone() -> str:
    """The sites' zone; where sites differ the centre's own, which periods are cut by."""
    zones = set(Site.objects.values_list("time_zone", flat=True))
    return zones.pop() if len(zones) == 1 else str(settings.TIME_ZONE)


def customer_period(cycle: Cycle) -> Period:
    """The three calendar months that end with the cycle's last day."""
    return months_back(cycle.period_end, CUSTOMER_MONTHS), cycle.period_end


def customer_contacts(period: Period) -> QuerySet[Contact]:
    """Contacts of the period whose customer said how content they were, or whether they would recommend the centre."""
    start, end = bounds(*period, zone())
    answered = Q(csat__isnull=False) | Q(recommend__isnull=False)
    return Contact.objects.filter(answered, started_at__gte=start, started_at__lt=end)


def customer_counts(period: Period, persons: Collection[int]) -> Iterator[tuple[int, Decimal, int]]:
    """(person, score, how many gave it) for these persons; an answer counts once, with the mean of what it gave."""
    contacts = customer_contacts(period)
    if len(persons) <= AT_ONCE:
        contacts = contacts.filter(agent__in=list(persons))
    counted = contacts.values_list("agent_id", Plain("csat"), Plain("recommend")).annotate(Count("pk"))
    order = (
        F("csat").asc(nulls_last=True),
        F("recommend").asc(nulls_first=True),
    )  # databases differ where to put nothing
    for person, csat, recommend, count in counted.order_by("agent_id", *order):
        if person in persons:
            yield person, _answered(csat, recommend), count


@lru_cache(maxsize=8192)
def _answered(csat: float | None, recommend: float | None) -> Decimal:
    """The same few answers again and again."""
    return customer_score(*(None if one is None else Decimal(f"{one:.2f}") for one in (csat, recommend)))


def customer_score(csat: Decimal | None, recommend: Decimal | None) -> Decimal:
    """Both have two decimals, so this is exact."""
    if csat is not None and recommend is None:
        return csat
    found = of_customer(*(None if one is None else Fraction(one) for one in (csat, recommend)))
    assert found is not None  # noqa: S101 - one of the two is there
    return Decimal(found.numerator) / Decimal(found.denominator)
