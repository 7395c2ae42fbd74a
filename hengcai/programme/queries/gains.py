"""What people knew before a course and after it: sittings of one test, drawn from the same blueprint, by the same people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.conf import settings

from hengcai.assessment.models import Blueprint, Sitting
from hengcai.base.days import day_of
from hengcai.measurement.results import Estimate
from hengcai.programme.facts.outcomes import first_trained

SHOWN_FROM = 5


@dataclass(frozen=True)
class Gain:
    """Shares of points, means over the people who sat it both before and after; None with too few to show. No proof: who
    sits a test again knows it."""

    title: Any
    people: int
    before: float | None = None
    after: float | None = None
    change: Estimate | None = None


def gains_of(course: str, *, until: date) -> list[Gain]:
    """One a blueprint of this course, over all its versions."""
    plans = Blueprint.objects.filter(course=course).exclude(state=Blueprint.State.DRAFT).order_by("code", "-number")
    titles: dict[str, Any] = {}
    for one in plans:
        titles.setdefault(one.code, one.title)
    if not titles:
        return []
    trained, sat = first_trained(course, until=until), _sat(titles)
    return [_gain(title, pairs(sat[code], trained)) for code, title in titles.items()]


Tries = Mapping[int, Sequence[tuple[date, Fraction]]]


def _sat(codes: Iterable[str]) -> dict[str, dict[int, list[tuple[date, Fraction]]]]:
    """Blueprint → person → (day, share) of each marked sitting, in their order; exact points, no cap of a resit."""
    rows = Sitting.objects.filter(exam__blueprint__code__in=codes, state=Sitting.State.MARKED).order_by(
        "submitted_at", "pk"
    )
    found: dict[str, dict[int, list[tuple[date, Fraction]]]] = defaultdict(lambda: defaultdict(list))
    for code, person, at, points, most in rows.values_list(
        "exam__blueprint__code", "person_id", "submitted_at", "points", "out_of"
    ):
        if points and most and Fraction(most):
            found[code][person].append((_day(at), Fraction(points) / Fraction(most)))
    return found


def pairs(tries: Tries, trained: Mapping[int, date]) -> list[tuple[Fraction, Fraction]]:
    """Of each person trained the last try up to the day of the training, and the first after it."""
    found = []
    for person, sat in tries.items():
        day = trained.get(person)
        if day is None:
            continue
        before = [share for at, share in sat if at <= day]
        after = [share for at, share in sat if at > day]
        if before and after:
            found.append((before[-1], after[0]))
    return found


def _gain(title: Any, both: Sequence[tuple[Fraction, Fraction]]) -> Gain:
    from hengcai.measurement.intervals import mean_interval

    if len(both) < SHOWN_FROM:
        return Gain(title, len(both))
    change = mean_interval([float(after - before) for before, after in both])
    before, after = (float(sum(side) / len(both)) for side in zip(*both, strict=True))
    return Gain(title, len(both), before, after, change)


def _day(moment: datetime | None) -> date:
    return day_of(moment, settings.TIME_ZONE) if moment else date.min
