"""The catalogue of courses as lists and pages show it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.framework.models import Competency
from hengcai.framework.queries import framework_in_force
from hengcai.training import permissions, states
from hengcai.training.counting import counted
from hengcai.training.models import Course, Enrolment, Lesson

ORDERS = Orders(
    {"title": ("code", "pk"), "module": ("module", "code"), "tier": ("tier", "code"), "hours": ("-hours", "code"),
     "state": ("state", "code"), "learning": ("-n_learning", "code")},
)  # fmt: skip


@dataclass(frozen=True)
class Filters:
    module: str = ""
    tier: str = ""
    competency: str = ""
    is_worked: bool = False
    state: str = ""
    word: str = ""

    def condition(self) -> Q:
        found = Q(state=self.state) if self.state else ~Q(state="retired")
        for name in ("module", "tier"):
            found &= Q(**{name: getattr(self, name)}) if getattr(self, name) else Q()
        if self.competency:
            found &= Q(named__contains=f" {self.competency} ")
        if self.is_worked:
            found &= Q(n_lessons__gt=0)
        if self.word:
            found &= Q(words__icontains=self.word.strip())
        return found


def courses_seen_by(user: Doer) -> QuerySet[Course]:
    return permissions.SEE_COURSES.rows(Course.objects.order_by("module", "code", "-number"), user)


def courses_listed(user: Doer, filters: Filters) -> QuerySet[Course]:
    """With the number of lessons and of people learning."""
    rows = courses_seen_by(user).annotate(
        n_lessons=counted(Lesson, "course"), n_learning=counted(Enrolment, "course", Q(state="learning"))
    )
    return rows.filter(filters.condition())


def lessons_in(course: Course) -> list[Lesson]:
    return list(course.lessons.order_by("order"))


def moves_of(course: Course, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.COURSE_MOVES, course, user)]


def newer_version(course: Course) -> Course | None:
    """The version in use where this one is not it."""
    rows = Course.objects.filter(code=course.code, state="published").exclude(pk=course.pk)
    return rows.first()


def competency_names() -> dict[str, Any]:
    """Code → name of the framework in force."""
    framework = framework_in_force()
    return dict(Competency.objects.filter(framework=framework).values_list("code", "name")) if framework else {}


def has_lessons() -> Exists:
    return Exists(Lesson.objects.filter(course=OuterRef("pk")))
