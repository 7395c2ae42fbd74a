"""What training did, as pages and programs read it: four levels, each with how sure it is."""

from dataclasses import dataclass
from fractions import Fraction

from hengcai.base.permissions import Doer
from hengcai.measurement.results import Estimate
from hengcai.programme import permissions
from hengcai.programme.models import Effect
from hengcai.training.models import Course, Opinion, Progress
from hengcai.training.rules.opinions import shown

SHOWN_FROM = 5


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


def effects_of(course: Course) -> list[Effect]:
    return sorted(Effect.objects.filter(course=course.code).order_by("pk"), key=_telling)


def _telling(effect: Effect) -> int:
    """What can be told stands before what cannot."""
    return ("better", "worse", "no_difference", "not_yet").index(effect.verdict)


def course_to_print(user: Doer, code: str) -> Course | None:
    """The newest version that is or was in use, for whoever may see effects."""
    permissions.SEE_EFFECTS.enter([], user)
    return Course.objects.filter(code=code).exclude(state=Course.State.DRAFT).order_by("-number").first()


@dataclass(frozen=True)
class Reaction:
    """Opinions after sessions, 1–5; the mean of their use at work with its interval."""

    n: int
    use: Estimate | None


def reaction_to(course: Course) -> Reaction:
    from hengcai.measurement.intervals import mean_interval

    rows = Opinion.objects.filter(seat__session__course__code=course.code).order_by("pk")
    marks = list(rows.values_list("use", flat=True))
    told = shown(marks)
    return Reaction(len(told or marks), mean_interval(told) if told else None)


@dataclass(frozen=True)
class Learning:
    """Share of the points reached in lessons' questions, over people; what was tried again counts as it ended."""

    people: int
    share: Fraction | None


def learning_in(course: Course) -> Learning:
    rows = Progress.objects.filter(lesson__course__code=course.code).exclude(out_of="")
    points: dict[int, list[Fraction]] = {}
    for person, got, most in rows.values_list("enrolment__person", "points", "out_of"):
        if Fraction(most):
            points.setdefault(person, []).append(Fraction(got) / Fraction(most))
    if len(points) < SHOWN_FROM:
        return Learning(len(points), None)
    means = [sum(some, Fraction(0)) / len(some) for some in points.values()]
    return Learning(len(points), sum(means, Fraction(0)) / len(means))
