"""What goes into a year: the published months and quarters of it, and how long somebody has been here."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from hengcai.appraisal.models import Cycle, Participant, Result
from hengcai.appraisal.rules.own_terms import YearTerms
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.year import YearScore, months_of_service, yearly
from hengcai.people.models import Employment

KIND = Cycle.Kind
PARTS = (KIND.MONTH, KIND.QUARTER)


@dataclass(frozen=True)
class Part:
    """One published score, as it was announced: the year can be added up again by whoever was told it."""

    cycle: str
    final: Decimal
    revision: int

    def as_json(self) -> list[str | int]:
        return [self.cycle, str(self.final.normalize() if self.final % 1 else int(self.final)), self.revision]


@dataclass
class YearInputs:
    months: list[Part] = field(default_factory=list)
    quarters: list[Part] = field(default_factory=list)
    service_months: int = 0

    def score(self, says: YearTerms) -> YearScore:
        return yearly(_finals(self.months), _finals(self.quarters), says, months_of_service=self.service_months)

    def kept(self) -> dict[str, Any]:
        return {
            "months": [one.as_json() for one in self.months],
            "quarters": [one.as_json() for one in self.quarters],
            "service_months": self.service_months,
        }


def year_inputs(cycle: Cycle, participants: Sequence[Participant]) -> Iterator[tuple[Participant, YearInputs]]:
    """In three queries however many there are."""
    persons = {one.person_id for one in participants}
    found: dict[int, YearInputs] = defaultdict(YearInputs)
    columns = ("participant__person_id", "participant__cycle__kind", "participant__cycle__code", "final", "revision")
    rows = _parts(cycle).filter(is_current=True, final__isnull=False)
    for person, kind, code, final, revision in rows.order_by("participant__cycle__period_end", "pk").values_list(
        *columns
    ):
        if person in persons:
            inputs = found[person]
            (inputs.months if kind == KIND.MONTH else inputs.quarters).append(Part(code, final, revision))
    for person, hired_on in _hired(persons, cycle.period_end):
        found[person].service_months = months_of_service(hired_on, cycle.period_end)
    return ((one, found[one.person_id]) for one in participants)


def told(inputs: YearInputs, policy: MonthPolicy) -> dict[str, Any]:
    """The contract's JSON: the score, the grade by the months' policy, every part that went in and what it weighed."""
    score, says = inputs.score(policy.year), policy.year
    weighed = {"weights": says.told(), "least_service": says.service_months}
    return {**score.as_json(), "grade": score.grade(policy), **inputs.kept(), **weighed}


def changed_since(cycle: Cycle) -> QuerySet[Result]:
    """Parts of the same person's year, to be put under a result of it: published or corrected after it was computed."""
    newer = Q(computed_at__gt=OuterRef("computed_at")) | Q(participant__cycle__published_at__gt=OuterRef("computed_at"))
    return _parts(cycle).filter(newer, is_current=True, participant__person=OuterRef("participant__person"))


def _parts(cycle: Cycle) -> QuerySet[Result]:
    """Of cycles that ended within the year."""
    return Result.objects.filter(
        participant__cycle__kind__in=PARTS, participant__cycle__state=Cycle.State.PUBLISHED,
        participant__cycle__period_end__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip


def _hired(persons: Collection[int], on: date) -> Iterator[tuple[int, date]]:
    """The episode they are in that day; whoever came back begins anew."""
    rows = Employment.objects.filter(hired_on__lte=on).order_by("hired_on")
    for person, hired_on in rows.values_list("person_id", "hired_on"):
        if person in persons:
            yield person, hired_on


def _finals(parts: Sequence[Part]) -> list[Fraction]:
    return [Fraction(one.final) for one in parts]
