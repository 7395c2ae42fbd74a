"""What training did, as pages and programs read it: four levels, each with how sure it is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.programme import permissions
from hengcai.programme.models import Effect
from hengcai.training.models import Course

TELLING = ("better", "worse", "no_difference", "not_yet")


@dataclass(frozen=True)
class CourseEffects:
    """A course with its outcomes, what can be told first."""

    course: Course
    effects: list[Effect]

    @property
    def main(self) -> Effect | None:
        return self.effects[0] if self.effects else None


def effects_seen_by(user: Doer) -> list[CourseEffects]:
    """Of courses in use that anything is known of."""
    permissions.SEE_EFFECTS.enter([], user)
    by_course: dict[str, list[Effect]] = {}
    for one in sorted(Effect.objects.order_by("course", "pk"), key=_telling):
        by_course.setdefault(one.course, []).append(one)
    courses = Course.objects.filter(code__in=by_course, state=Course.State.PUBLISHED).order_by("module", "code")
    return [CourseEffects(one, by_course[one.code]) for one in courses]


@dataclass(frozen=True)
class Brief:
    """A verdict with its figure, without the designs it rests on."""

    outcome: str
    verdict: str
    trained: int
    found: dict[str, Any] | None


def courses_measured(user: Doer) -> QuerySet[Course]:
    """Those in use that anything is known of."""
    permissions.SEE_EFFECTS.enter([], user)
    known = Effect.objects.order_by().values("course")
    return Course.objects.filter(code__in=known, state=Course.State.PUBLISHED).order_by("module", "code")


def briefs_of(codes: Iterable[str]) -> dict[str, list[Brief]]:
    """What can be told first; of the kept designs the figure alone is read."""
    rows = Effect.objects.filter(course__in=list(codes)).order_by("course", "pk")
    found: dict[str, list[Brief]] = defaultdict(list)
    names = ("course", "outcome", "verdict", "trained", "detail__report__effect")
    for course, *one in sorted(rows.values_list(*names), key=lambda row: TELLING.index(row[2])):
        found[course].append(Brief(*one))
    return found


def effects_of(course: Course) -> list[Effect]:
    return sorted(Effect.objects.filter(course=course.code).order_by("pk"), key=_telling)


def _telling(effect: Effect) -> int:
    """What can be told stands before what cannot."""
    return TELLING.index(effect.verdict)


def course_to_print(user: Doer, code: str) -> Course | None:
    """The newest version that is or was in use, for whoever may see effects."""
    permissions.SEE_EFFECTS.enter([], user)
    return Course.objects.filter(code=code).exclude(state=Course.State.DRAFT).order_by("-number").first()
