"""Complaints, praise, errors and listening of a time, counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count

from hengcai.assessment.audience import Audience, agents_there
from hengcai.base.days import bounds
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.models import Praise
from hengcai.quality.models import Answer, Evaluation, Item
from hengcai.quality.observation_models import Observation

ENOUGH = 3  # contacts listened to of one person
NOT_MET = {"1", "2", "3", "no"}
LISTENED = (Observation.State.SCORED, Observation.State.TOLD)


def complaints(first: date, last: date) -> list[dict[str, Any]]:
    """By cause, the most frequent first; how each was judged."""
    rows = _within(Complaint.objects, first, last).values_list("matter", "judged").annotate(n=Count("pk"))
    found: dict[str, Counter[str]] = {}
    for matter, judged, n in rows:
        found.setdefault(matter, Counter())[judged] += n
    order = sorted(found, key=lambda matter: (-found[matter].total(), matter))
    return [{"matter": matter, "n": found[matter].total(), **_judged(found[matter])} for matter in order]


def praise(first: date, last: date) -> list[dict[str, Any]]:
    rows = _within(Praise.objects, first, last).values_list("matter").annotate(n=Count("pk"))
    return [{"matter": matter, "n": n} for matter, n in sorted(rows, key=lambda row: (-row[1], row[0]))]


def errors_by_cause(first: date, last: date) -> dict[str, int]:
    """Of published evaluations: to what their errors were put down."""
    rows = Answer.objects.filter(
        evaluation__state=Evaluation.State.PUBLISHED,
        evaluation__is_current=True,
        evaluation__contact_on__range=(first, last),
    )
    return dict(rows.exclude(cause="").values_list("cause").annotate(n=Count("pk")).order_by("cause"))


@dataclass(frozen=True)
class Listening:
    """`people`: agents there on the last day; `enough`: those of whom three contacts or more were listened to."""

    people: int
    enough: int
    some: int
    contacts: int
    marks: Mapping[str, tuple[int, int]]  # competency → marks below what is expected, all marks


def listening(first: date, last: date, broad: Mapping[str, str]) -> Listening:
    rows = Observation.objects.filter(kind=Observation.Kind.LIVE, state__in=LISTENED, visited_on__range=(first, last))
    seen = list(rows.values_list("agent", "scorecard", "marks"))
    there = set(agents_there(Audience(), last).values_list("person", flat=True))
    counts = Counter(agent for agent, _card, _marks in seen if agent in there)
    enough = sum(1 for n in counts.values() if n >= ENOUGH)
    return Listening(len(there), enough, len(counts) - enough, len(seen), _marks_of(seen, broad))


def _marks_of(seen: Iterable[tuple[Any, ...]], broad: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    some = list(seen)
    items = Item.objects.filter(
        section__scorecard__in={card for _agent, card, _marks in some}, competency__isnull=False
    )
    of_item = {(card, code): competency for card, code, competency in
               items.values_list("section__scorecard", "code", "competency__code")}  # fmt: skip
    below: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for _agent, card, marks in some:
        for code, mark in marks.items():
            competency = of_item.get((card, code))
            value = str(mark.get("value", "")) if isinstance(mark, dict) else str(mark)
            if competency and value and value != "na":
                every[broad.get(competency, competency)] += 1
                below[broad.get(competency, competency)] += int(value in NOT_MET)
    return {code: (below[code], every[code]) for code in every}


def _within(rows: Any, first: date, last: date) -> Any:
    return rows.filter(received_at__range=bounds(first, last, settings.TIME_ZONE))


def _judged(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in ("upheld", "not_upheld", "open")}
