"""Training plans and needs as lists and pages show them; who still lacks what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.people.models import Person
from hengcai.people.queries import staff_on
from hengcai.programme import permissions, states
from hengcai.programme.facts.gaps import Gap, gaps_of, newest_quarter
from hengcai.programme.facts.offers import courses_in_use, learned_since, offers_of
from hengcai.programme.models import Line, Need, TrainingPlan
from hengcai.programme.rules.recommending import offers_for, weight
from hengcai.training.models import Course, Enrolment, Session

ORDERS = Orders({"name": ("name", "pk"), "days": ("-last_on", "-pk"), "state": ("state", "pk")})
NEED_ORDERS = Orders(
    {"weight": ("-weight", "pk"), "person": ("person__name", "pk"), "competency": ("competency", "-weight", "pk")}
)


def plans_seen_by(user: Doer) -> QuerySet[TrainingPlan]:
    rows = TrainingPlan.objects.select_related("made_by", "approved_by", "cycle").annotate(
        n_needs=Count("needs", distinct=True),
        n_seated=Count("needs", filter=Q(needs__session__isnull=False), distinct=True),
    )
    return permissions.SEE_PLANS.rows(rows, user).order_by("-last_on", "-pk")


def plan_to_print(user: Doer, number: int) -> TrainingPlan | None:
    return plans_seen_by(user).filter(pk=number).first()


def needs_seen_by(user: Doer, plan: TrainingPlan) -> QuerySet[Need]:
    rows = plan.needs.select_related("person", "course", "session", "enrolment")
    return permissions.SEE_NEEDS.rows(rows, user).order_by("-weight", "pk")


def moves_of(plan: TrainingPlan, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.PLAN_MOVES, plan, user)]


@dataclass(frozen=True)
class CourseLine:
    """A course of the plan: who needs it, what is planned, what was done."""

    course: Course
    people: int
    certain: int
    line: Line | None
    held: int
    planned: int
    seated: int
    finished: int

    @property
    def cost(self) -> Decimal:
        return self.line.cost * self.line.sessions if self.line else Decimal(0)


def course_lines(plan: TrainingPlan) -> list[CourseLine]:
    """Most needed first; a handful of queries."""
    rows = plan.needs.filter(course__isnull=False).values("course").annotate(
        people=Count("person", distinct=True), certain=Count("person", filter=Q(is_certain=True), distinct=True),
        seated=Count("person", filter=Q(session__isnull=False), distinct=True),
        finished=Count("person", filter=Q(enrolment__state=Enrolment.State.FINISHED), distinct=True),
    )  # fmt: skip
    lines = {one.course_id: one for one in plan.lines.all()}
    told: dict[int, dict[str, Any]] = {one["course"]: dict(one) for one in rows}
    courses = Course.objects.filter(pk__in=[*told, *lines])
    sessions = _sessions(plan)
    found = [_line(one, told.get(one.pk, {}), lines.get(one.pk), sessions.get(one.code, {})) for one in courses]
    return sorted(found, key=lambda one: (-one.people, one.course.code))


def _sessions(plan: TrainingPlan) -> dict[str, dict[str, int]]:
    rows = Session.objects.filter(starts_at__date__range=(plan.first_on, plan.last_on)).values("course__code", "state")
    found: dict[str, dict[str, int]] = {}
    for one in rows.annotate(n=Count("pk")):
        found.setdefault(one["course__code"], {})[one["state"]] = one["n"]
    return found


def _line(course: Course, told: dict[str, Any], line: Line | None, sessions: dict[str, int]) -> CourseLine:
    counts = {name: told.get(name, 0) for name in ("people", "certain", "seated", "finished")}
    return CourseLine(course, line=line, held=sessions.get("held", 0), planned=sessions.get("planned", 0), **counts)


@dataclass(frozen=True)
class Lack:
    """A gap of today, the course for it, and how far the person is with that course."""

    person: Person
    gap: Gap
    course: Course | None
    way: str
    weight: int


def lacks_of(user: Doer, *, day: date, competency: str = "", only_certain: bool = False) -> list[Lack]:
    """Of the people one answers for, the heaviest first; those that are certain before those that are not."""
    cycle = newest_quarter()
    if cycle is None:
        return []
    people = {one.pk: one for one in permissions.SEE_GAPS.rows(staff_on(day), user)}
    gaps = [one for one in gaps_of(cycle) if one.person in people and competency in ("", one.competency)]
    gaps = [one for one in gaps if one.is_certain or not only_certain]
    found = [_lack(one, people[one.person], finder) for finder in [_Finder(gaps, cycle.period_end)] for one in gaps]
    return sorted(found, key=lambda one: (-one.weight, one.person.name, one.gap.competency))


class _Finder:
    """Courses, what was learned since the level was rated, and what is being learned: read once for all gaps."""

    def __init__(self, gaps: Sequence[Gap], since: date) -> None:
        self.courses = courses_in_use()
        self.found: dict[tuple[str, Fraction, str], Course | None] = {}
        self.offers = offers_of(self.courses.values())
        people = {one.person for one in gaps}
        self.learned = learned_since(people, since)
        rows = Enrolment.objects.filter(state=Enrolment.State.LEARNING).values_list("person_id", "course__code")
        self.learning = set(rows)

    def course_for(self, gap: Gap) -> Course | None:
        key = (gap.competency, gap.level, gap.post)
        if key not in self.found:
            able = offers_for(gap.competency, level=gap.level, post=gap.post, offers=self.offers)
            self.found[key] = self.courses[able[0].code] if able else None
        return self.found[key]

    def way(self, gap: Gap, course: Course | None) -> str:
        key = (gap.person, course.code if course else "")
        return "learned" if key in self.learned else "learning" if key in self.learning else "open"


def _lack(gap: Gap, person: Person, finder: _Finder) -> Lack:
    course = finder.course_for(gap)
    heavy = weight(size=gap.size, is_certain=gap.is_certain)
    return Lack(person, gap, course, finder.way(gap, course), heavy)


def total(lines: Iterable[CourseLine]) -> Decimal:
    return sum((one.cost for one in lines), Decimal(0))
