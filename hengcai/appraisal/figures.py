"""What goes into a month's points: rated indicators from evaluations, counted ones from contacts and measures."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q

from hengcai.appraisal.first_contacts import settled_counts
from hengcai.appraisal.inputs import Period, zone
from hengcai.appraisal.models import Cycle, Participant
from hengcai.appraisal.resolution import resolution_hours
from hengcai.appraisal.rules.policy import OBSERVED, MonthPolicy
from hengcai.base.days import bounds
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Contact, Measure
from hengcai.interactions.rules.units import FIRST_CONTACT as FIRST
from hengcai.interactions.rules.units import HOURS, SATISFACTION, SHARES
from hengcai.quality.queries import indicator_shares
from hengcai.quality.queries.observations import observed_shares
from hengcai.quality.rules.observations import pooled

SATISFIED_FROM = 4
MINUTES = 60
FEW = 500  # people a query may name; of more, everybody is read


@dataclass(slots=True)
class MonthInputs:
    """Indicator → percentage when rated, share or number when counted; each with what it was made of, and of how many
    cases where that is known."""

    rated: dict[str, Fraction] = field(default_factory=dict)
    counted: dict[str, Fraction] = field(default_factory=dict)
    made_of: dict[str, list[int]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def count(self, indicator: str, value: Fraction, *made_of: int, n: int | None = None) -> None:
        self.counted[indicator] = value
        self.made_of[indicator] = list(made_of)
        self.counts.pop(indicator, None)
        if n is not None:
            self.counts[indicator] = n

    def rate(self, indicator: str, percent: Fraction, n: int) -> None:
        self.rated[indicator] = percent
        self.made_of.setdefault(indicator, [n])
        self.counts.setdefault(indicator, n)

    def values(self, policy: MonthPolicy) -> dict[str, Fraction | None]:
        """As the policy reads them: what it has a rule for is counted, the rest is out of 100."""
        return {name: self._counted(name) if name in policy.rules else self._rated(name) for name in policy.indicators}

    def _counted(self, name: str) -> Fraction | None:
        return self.counted.get(name)

    def _rated(self, name: str) -> Fraction | None:
        if name in self.rated:
            return self.rated[name]
        return self.counted[name] * 100 if name in SHARES and name in self.counted else None

    def kept(self) -> dict[str, Any]:
        rated = {name: str(value) for name, value in self.rated.items()}
        return {"rated": rated, "counted": {n: str(v) for n, v in self.counted.items()}, "made_of": self.made_of}


def month_inputs(
    cycle: Cycle, participants: Sequence[Participant], policy: MonthPolicy
) -> Iterator[tuple[Participant, MonthInputs]]:
    by_person = {one.person_id: MonthInputs() for one in participants}
    period = (cycle.period_start, cycle.period_end)
    some = list(by_person) if len(by_person) <= FEW else None
    for person, code, percent, n in indicator_shares(*period, some, hand_picked=policy.counts_hand_picked):
        if person in by_person:
            by_person[person].rate(code, percent, n)
    if kinds := OBSERVED[policy.observed]:
        _add_observed(observed_shares(*period, kinds, some), by_person)
    _add_measures(period, by_person, policy.rules)
    by_record = settled_counts(period, some, days=policy.repeat_days) if FIRST in policy.indicators else {}
    _add_contacts(period, by_person, by_record)
    if HOURS in policy.rules:
        _add_tickets(resolution_hours(period, some), by_person)
    return ((one, by_person[one.person_id]) for one in participants)


def _add_observed(shares: Iterable[tuple[int, str, Fraction]], by_person: Mapping[int, MonthInputs]) -> None:
    """Mystery visits and live listening, where the policy counts them: each is one contact more."""
    found: dict[tuple[int, str], list[Fraction]] = defaultdict(list)
    for person, code, percent in shares:
        if person in by_person:
            found[person, code].append(percent)
    for (person, code), values in found.items():
        inputs = by_person[person]
        percent, n = pooled(inputs.rated.get(code, Fraction(0)), inputs.counts.get(code, 0), values)
        inputs.made_of[code] = [n]
        inputs.counts[code] = n
        inputs.rated[code] = percent


def _add_measures(period: Period, by_person: Mapping[int, MonthInputs], counted: Collection[str]) -> None:
    """Imported figures of exactly this month; what contacts themselves tell takes their place."""
    rows = Measure.objects.filter(period_start=period[0], period_end=period[1], code__in=list(counted))
    for person, code, value, whole in rows.values_list("agent_id", "code", "value", "denominator"):
        if person in by_person:
            n = int(whole) if whole is not None and code in SHARES and whole == int(whole) else None
            by_person[person].count(code, Fraction(value), 1, n=n)


def _add_contacts(
    period: Period, by_person: Mapping[int, MonthInputs], by_record: Mapping[int, tuple[int, int]]
) -> None:
    """Whether a contact settled its matter is told by the record where that says whose matter it was, else by the mark
    its file came with."""
    start, end = bounds(*period, zone())
    rows = Contact.objects.filter(started_at__gte=start, started_at__lt=end).values("agent_id").order_by("agent_id")
    counted = rows.annotate(
        marked=Count("pk", filter=Q(is_resolved_first__isnull=False, matter_key__isnull=True)),
        resolved=Count("pk", filter=Q(is_resolved_first=True, matter_key__isnull=True)),
        rated=Count("pk", filter=Q(csat__isnull=False)),
        satisfied=Count("pk", filter=Q(csat__gte=SATISFIED_FROM)),
        upheld=Count("pk", filter=Q(complaint=Contact.Complaint.UPHELD)),
    )
    unlinked = _unlinked_complaints(start, end)
    for row in counted:
        row["upheld"] += unlinked.pop(row["agent_id"], 0)
        inputs = by_person.get(row["agent_id"])
        if inputs is not None:
            _take(inputs, row, by_record.get(row["agent_id"], (0, 0)))
    for person, count in unlinked.items():
        if person in by_person:
            by_person[person].count("upheld_complaints", Fraction(count), count)


def _unlinked_complaints(start: datetime, end: datetime) -> dict[int, int]:
    """有责 complaints of the month that name an agent and no contact; those of contacts stand with their contact."""
    rows = Complaint.objects.filter(
        contact=None, judged=Complaint.Judged.UPHELD, received_at__gte=start, received_at__lt=end
    )
    return dict(rows.order_by().values_list("agent").annotate(Count("pk")))


def _add_tickets(closed: Mapping[int, tuple[Fraction, int]], by_person: Mapping[int, MonthInputs]) -> None:
    """In place of an imported mean: what the log tells of the tickets an agent closed."""
    for person, (hours, count) in closed.items():
        if person in by_person:
            by_person[person].count(HOURS, hours / count, int(hours * MINUTES), count, n=count)


def _take(inputs: MonthInputs, row: Any, recorded: tuple[int, int]) -> None:
    part, whole = row["resolved"] + recorded[0], row["marked"] + recorded[1]
    if whole:
        inputs.count(FIRST, Fraction(part, whole), part, whole, recorded[1], n=whole)
    if row["rated"]:
        share = Fraction(row["satisfied"], row["rated"])
        inputs.count(SATISFACTION, share, row["satisfied"], row["rated"], n=row["rated"])
    inputs.count("upheld_complaints", Fraction(row["upheld"]), row["upheld"])
