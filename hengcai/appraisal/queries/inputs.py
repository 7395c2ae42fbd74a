"""What goes into a result: everything a participant's arithmetic needs, in a handful of queries for all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.conf import settings
from django.db.models import Count, Q

from hengcai.appraisal.models import Cycle, Participant, Rating, RatingTask, TestMark
from hengcai.appraisal.rules.evidence import Evidence
from hengcai.base.days import bounds, months_back
from hengcai.interactions.models import Contact, Measure
from hengcai.people.models import Site
from hengcai.quality.queries import indicator_shares

CUSTOMER_MONTHS = 3
SATISFIED_FROM = 4
Period = tuple[date, date]


@dataclass
class SkillInputs:
    """Ratings as (source, rater's number on this record, item, level), customers as (csat, how many), marks."""

    ratings: list[tuple[str, int, str, Decimal | None]] = field(default_factory=list)
    customers: list[tuple[Decimal, int]] = field(default_factory=list)
    marks: list[tuple[str, int, Decimal]] = field(default_factory=list)

    def evidence(self) -> Evidence:
        evidence = Evidence()
        for source, rater, item, level in self.ratings:
            evidence.rate(source, rater=rater, item=item, score=None if level is None else Fraction(level))
        for score, count in self.customers:
            for _one in range(count):
                evidence.rate_as_customer(Fraction(score))
        for test, attempt, mark in self.marks:
            evidence.mark(test, attempt=attempt, mark=Fraction(mark))
        return evidence

    def kept(self) -> dict[str, Any]:
        """Enough to rebuild the score; raters are numbers that mean nothing elsewhere."""
        return {
            "ratings": [[s, rater, item, None if level is None else str(level)] for s, rater, item, level in self.ratings],
            "customers": [[str(score), count] for score, count in self.customers],
            "marks": [[test, attempt, str(mark)] for test, attempt, mark in self.marks],
        }


def skill_inputs(cycle: Cycle, participants: Sequence[Participant]) -> Iterator[tuple[Participant, SkillInputs]]:
    found: dict[int, SkillInputs] = {one.pk: SkillInputs() for one in participants}
    by_person = {one.person_id: one.pk for one in participants}
    _add_ratings(cycle, found)
    period = (months_back(cycle.period_end, CUSTOMER_MONTHS), cycle.period_end)
    for person, score, count in customer_scores(period):
        if person in by_person:
            found[by_person[person]].customers.append((score, count))
    for participant, test, attempt, mark in TestMark.objects.filter(participant__cycle=cycle).values_list(
        "participant_id", "test", "attempt", "mark"
    ):
        if participant in found:
            found[participant].marks.append((test, attempt, mark))
    return ((one, found[one.pk]) for one in participants)


def _add_ratings(cycle: Cycle, found: dict[int, SkillInputs]) -> None:
    """Sent forms only; raters are numbered anew for each participant."""
    rows = Rating.objects.filter(task__participant__cycle=cycle, task__state=RatingTask.State.SENT)
    rows = rows.order_by("task_id", "pk")
    numbers: dict[int, dict[int, int]] = defaultdict(dict)
    fields = ("task__participant_id", "task__source", "task_id", "competency__code", "level")
    for participant, source, task, code, level in rows.values_list(*fields).iterator(chunk_size=5000):
        if participant in found:
            known = numbers[participant]
            rater = known.setdefault(task, len(known) + 1)
            found[participant].ratings.append((source, rater, code, level))


def zone() -> str:
    """The sites' zone; where sites differ the centre's own, which periods are cut by."""
    zones = set(Site.objects.values_list("time_zone", flat=True))
    return zones.pop() if len(zones) == 1 else settings.TIME_ZONE


def customer_scores(period: Period) -> list[tuple[int, Decimal, int]]:
    """(person, score, how many) of the satisfaction marks given in the period."""
    start, end = bounds(*period, zone())
    rows = Contact.objects.filter(started_at__gte=start, started_at__lt=end, csat__isnull=False)
    counted = rows.values("agent_id", "csat").annotate(count=Count("pk")).order_by("agent_id", "csat")
    return [(row["agent_id"], row["csat"], row["count"]) for row in counted]


@dataclass
class MonthInputs:
    """Indicator → percentage or count, with what each was counted from."""

    values: dict[str, Fraction | None] = field(default_factory=dict)
    made_of: dict[str, list[int]] = field(default_factory=dict)

    def add(self, indicator: str, part: Fraction, *made_of: int) -> None:
        self.values[indicator] = part
        self.made_of[indicator] = list(made_of)

    def kept(self) -> dict[str, Any]:
        return {"values": {name: str(value) for name, value in self.values.items()}, "made_of": self.made_of}


def month_inputs(cycle: Cycle, participants: Sequence[Participant]) -> Iterator[tuple[Participant, MonthInputs]]:
    by_person = {one.person_id: MonthInputs() for one in participants}
    period = (cycle.period_start, cycle.period_end)
    for person, code, value, count in indicator_shares(period[0], period[1]):
        if person in by_person:
            by_person[person].add(code, value, count)
    _add_counted(period, by_person)
    _add_measures(period, by_person)
    return ((one, by_person[one.person_id]) for one in participants)


def _add_counted(period: Period, by_person: dict[int, MonthInputs]) -> None:
    start, end = bounds(*period, zone())
    rows = Contact.objects.filter(started_at__gte=start, started_at__lt=end).values("agent_id").order_by("agent_id")
    counted = rows.annotate(
        answered=Count("pk", filter=Q(is_resolved_first__isnull=False)),
        resolved=Count("pk", filter=Q(is_resolved_first=True)),
        rated=Count("pk", filter=Q(csat__isnull=False)),
        satisfied=Count("pk", filter=Q(csat__gte=SATISFIED_FROM)),
        upheld=Count("pk", filter=Q(complaint=Contact.Complaint.UPHELD)),
    )
    for row in counted:
        inputs = by_person.get(row["agent_id"])
        if inputs is None:
            continue
        if row["answered"]:
            inputs.add("first_contact_resolution", Fraction(row["resolved"], row["answered"]), row["resolved"], row["answered"])
        if row["rated"]:
            inputs.add("satisfaction", Fraction(row["satisfied"], row["rated"]), row["satisfied"], row["rated"])
        inputs.add("upheld_complaints", Fraction(row["upheld"]), row["upheld"])


def _add_measures(period: Period, by_person: dict[int, MonthInputs]) -> None:
    """Imported figures of exactly this month; they count for what contacts do not tell."""
    rows = Measure.objects.filter(period_start=period[0], period_end=period[1], code="time_to_resolution")
    for person, value in rows.values_list("agent_id", "value"):
        if person in by_person:
            by_person[person].add("time_to_resolution", Fraction(value), 1)
