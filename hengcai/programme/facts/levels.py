"""Reaction and learning: what people thought of a course, and how many points they reached in it, with how sure that is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import fsum

from django.conf import settings

from hengcai.base.days import bounds
from hengcai.measurement.results import Estimate
from hengcai.training.models import Course, Opinion, Progress
from hengcai.training.rules.opinions import shown

SHOWN_FROM, ASKED = 5, ("content", "teaching", "use")


@dataclass(frozen=True)
class Reaction:
    """The feedback sheet after sessions, 1–5: the mean of each of its three questions with its interval; of whole handfuls."""

    n: int
    content: Estimate | None = None
    teaching: Estimate | None = None
    use: Estimate | None = None

    @property
    def asked(self) -> list[tuple[str, Estimate]]:
        every = [(name, getattr(self, name)) for name in ASKED]
        return [(name, one) for name, one in every if one is not None]


def reaction_to(course: Course, *, since: date | None = None) -> Reaction:
    rows = Opinion.objects.filter(seat__session__course__code=course.code).order_by("pk")
    if since is not None:
        rows = rows.filter(seat__session__starts_at__gte=bounds(since, since, settings.TIME_ZONE)[0])
    return reaction_in(list(rows.values_list(*ASKED)))


def reaction_in(sheets: Sequence[tuple[int, ...]]) -> Reaction:
    from hengcai.measurement.intervals import mean_interval

    told = shown(sheets)
    means = [mean_interval(side) for side in zip(*told, strict=True)] if told else []
    return Reaction(len(told or sheets), **dict(zip(ASKED, means, strict=False)))


@dataclass(frozen=True)
class Learning:
    """Share of the points reached in lessons' questions, over people; what was tried again counts as it ended."""

    people: int
    marks: Estimate | None = None

    @property
    def share(self) -> float | None:
        return self.marks.estimate if self.marks else None


def learning_in(course: Course, *, since: date | None = None) -> Learning:
    rows = Progress.objects.filter(lesson__course__code=course.code).exclude(out_of="")
    if since is not None:
        rows = rows.filter(seen_at__gte=bounds(since, since, settings.TIME_ZONE)[0])
    return learning_of(rows.values_list("enrolment__person", "points", "out_of"))


def learning_of(rows: Iterable[tuple[int, str, str]]) -> Learning:
    """Of (person, points, out of); one mean a person."""
    from hengcai.measurement.intervals import mean_interval

    points: dict[int, list[float]] = {}
    for person, got, most in rows:
        share = _share(got, most)
        if share is not None:
            points.setdefault(person, []).append(share)
    if len(points) < SHOWN_FROM:
        return Learning(len(points))
    return Learning(len(points), mean_interval([fsum(some) / len(some) for some in points.values()]))


@lru_cache(maxsize=4096)
def _share(got: str, most: str) -> float | None:
    """Exact texts; few different ones, read once."""
    return float(Fraction(got) / Fraction(most)) if Fraction(most) else None
