"""Who learns what, how far they are, and what comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day
from hengcai.people.queries import staff_on
from hengcai.training import permissions, states
from hengcai.training.counting import counted
from hengcai.training.models import Course, Enrolment, Lesson, Progress

ORDERS = Orders(
    {"person": ("person__name", "pk"), "course": ("course__code", "pk"), "due": ("due_on?", "pk"),
     "state": ("state", "pk"), "ended": ("-ended_on?", "pk")},
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One lesson with how far this learner is in it."""

    lesson: Lesson
    progress: Progress | None

    @property
    def is_done(self) -> bool:
        return bool(self.progress and self.progress.done_at)

    @property
    def score(self) -> Fraction | None:
        """Share 0–1 of the newest try; None where nothing was asked or answered."""
        if self.progress is None or not self.progress.out_of:
            return None
        most = Fraction(self.progress.out_of)
        return Fraction(self.progress.points) / most if most else None


@dataclass(frozen=True)
class Filters:
    state: str = ""
    is_late: bool = False
    word: str = ""
    course: str = ""

    def condition(self, today: date) -> Q:
        found = Q(state=self.state) if self.state else Q()
        if self.is_late:
            found &= Q(state="learning", due_on__lt=today)
        if self.course:
            found &= Q(course__code=self.course)
        if self.word:
            found &= Q(person__name__icontains=self.word.strip()) | Q(course__words__icontains=self.word.strip())
        return found


def enrolments_seen_by(user: Doer) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.select_related("course", "person", "enrolled_by").order_by("-enrolled_at", "-pk")
    told = rows.annotate(
        n_lessons=counted(Lesson, "course", outer="course"),
        n_done=counted(Progress, "enrolment", Q(done_at__isnull=False)),
    )
    return permissions.SEE_LEARNING.rows(told, user)


def own_enrolments(user: Doer) -> QuerySet[Enrolment]:
    rows = enrolments_seen_by(user).filter(person__user=user.pk)
    return rows.order_by("due_on", "-enrolled_at", "-pk")


def steps_of(enrolment: Enrolment) -> list[Step]:
    rows = {one.lesson_id: one for one in enrolment.progress.all()}
    return [Step(one, rows.get(one.pk)) for one in enrolment.course.lessons.order_by("order")]


def next_step(steps: Iterable[Step]) -> Step | None:
    return next((one for one in steps if not one.is_done), None)


def moves_of(enrolment: Enrolment, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.ENROLMENT_MOVES, enrolment, user)]


def own_way(course: Course, user: Doer) -> Enrolment | None:
    """Theirs through this course: the one they are on, else the newest."""
    rows = Enrolment.objects.filter(course__code=course.code, person__user=user.pk)
    return rows.filter(state="learning").first() or rows.order_by("-enrolled_at").first()


def assignable_by(user: Doer, day: date) -> QuerySet[Person]:
    """Staff of that day whom this user may send to a course."""
    return permissions.ASSIGN.rows(staff_on(day), user).order_by("name", "number")


def in_team(team: int, day: date) -> Q:
    """People who stand in this team that day."""
    return Q(pk__in=Placement.objects.filter(on_day(day), team=team).values("person"))


def questions_asked(lesson: Lesson, course: Course) -> list[Mapping[str, Any]]:
    return [one for one in course.quiz if one["id"] in lesson.asks]
