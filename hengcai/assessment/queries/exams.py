"""Tests put to people: as lists and pages read them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import Exam, Sitting
from hengcai.assessment.stock import to_resit
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders({"name": ("name", "pk"), "state": ("state", "-closes_at", "pk"), "opens": ("-opens_at", "-pk"),
                 "closes": ("-closes_at", "-pk")})  # fmt: skip
State = Sitting.State
ENDED = (State.SUBMITTED, State.MARKED)


@dataclass(frozen=True)
class ExamFilter:
    text: str = ""
    state: str = ""

    def condition(self) -> Q:
        found = Q(state=self.state) if self.state else Q()
        return found & (Q(name__icontains=self.text) if self.text else Q())


def exams_seen_by(user: Doer) -> QuerySet[Exam]:
    rows = Exam.objects.select_related("blueprint", "made_by").order_by("-opens_at", "-pk")
    return permissions.SEE_EXAMS.rows(rows, user)


def counted_exams(rows: QuerySet[Exam], user: Doer) -> QuerySet[Exam]:
    """Who passed is counted once it was told; for whoever runs tests as soon as it is marked."""
    runs = permissions.RUN_EXAMS.is_held_by(user)
    passed = Q(sittings__is_passed=True) & (Q() if runs else Q(sittings__told_at__isnull=False))
    return rows.annotate(
        n_sittings=Count("sittings"),
        n_ended=Count("sittings", filter=Q(sittings__state__in=ENDED)),
        n_passed=Count("sittings", filter=passed),
    )


def exam_moves_of(exam: Exam, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.EXAM_MOVES, exam, user)]


@dataclass(frozen=True)
class Figures:
    """How many stand where."""

    ready: int
    running: int
    waiting: int
    marked: int
    missed: int
    passed: int
    to_resit: int

    @property
    def total(self) -> int:
        return self.ready + self.running + self.waiting + self.marked + self.missed

    @property
    def is_all_marked(self) -> bool:
        return not (self.ready or self.running or self.waiting)


def figures_of(exam: Exam) -> Figures:
    counts = dict(exam.sittings.values_list("state").annotate(n=Count("pk")).order_by())
    passed = exam.sittings.filter(is_passed=True).count()
    return Figures(
        ready=counts.get(State.READY, 0), running=counts.get(State.RUNNING, 0), waiting=counts.get(State.SUBMITTED, 0),
        marked=counts.get(State.MARKED, 0), missed=counts.get(State.MISSED, 0), passed=passed,
        to_resit=len(to_resit(exam)),
    )  # fmt: skip


def is_open(exam: Exam, now: datetime) -> bool:
    return exam.state == Exam.State.OPEN and exam.opens_at <= now <= exam.closes_at
