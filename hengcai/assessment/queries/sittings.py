"""Sittings: one's own, those of a test, one with its paper; never an answer or a key to somebody who may not see it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Q, QuerySet, When

from hengcai.assessment import permissions
from hengcai.assessment.models import Answer, BankQuestion, Blueprint, Exam, Sitting
from hengcai.assessment.rules.outcomes import counted
from hengcai.assessment.rules.sitting_time import GRACE
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders

ORDERS = Orders({"person": ("person__name", "attempt", "pk"), "state": ("state", "person__name", "pk"),
                 "percent": ("-shown_percent?", "pk"), "attempt": ("-attempt", "pk")})  # fmt: skip
State = Sitting.State


@dataclass(frozen=True)
class SittingFilter:
    state: str = ""
    text: str = ""

    def condition(self) -> Q:
        found = Q(state=self.state) if self.state else Q()
        if self.text:
            found &= Q(person__name__icontains=self.text) | Q(person__number__icontains=self.text)
        return found


def sittings_seen_by(user: Doer) -> QuerySet[Sitting]:
    rows = Sitting.objects.select_related("exam__blueprint", "person").order_by("-opens_at", "-pk")
    return permissions.SEE_SITTINGS.rows(_with_shown(rows, user), user)


def _with_shown(rows: QuerySet[Sitting], user: Doer) -> QuerySet[Sitting]:
    """What lists are sorted by is what `shows_result` shows, so that no order tells a mark before its time."""
    shown = Q(told_at__isnull=False)
    if permissions.RUN_SITTINGS.is_held_by(user):
        shown |= ~permissions.own_sitting(user)
    return rows.alias(shown_percent=Case(When(shown, then="percent")))


def own_sittings(user: Doer) -> QuerySet[Sitting]:
    rows = Sitting.objects.filter(person__user=user.pk).select_related("exam__blueprint", "person")
    return permissions.SIT.rows(_with_shown(rows, user).order_by("-opens_at", "-pk"), user)


def sittings_over(now: datetime) -> QuerySet[Sitting]:
    """Whose time is up and nobody handed in."""
    return Sitting.objects.filter(state=State.RUNNING, ends_at__lt=now - GRACE).order_by("pk")


def sittings_to_miss(now: datetime) -> QuerySet[Sitting]:
    return Sitting.objects.filter(state=State.READY, closes_at__lt=now).order_by("pk")


@dataclass(frozen=True)
class Asked:
    """One question of a paper with what was answered. `points` is None before it is marked."""

    question: BankQuestion
    answer: Answer | None

    @property
    def response(self) -> str:
        return self.answer.response if self.answer else ""

    @property
    def content(self) -> dict[str, Any]:
        """Under the key of its version, so that field names are short and no code can clash."""
        return {**self.question.content, "id": str(self.question.pk)}


def paper_of(sitting: Sitting, *, only: int | None = None) -> list[Asked]:
    """In the paper's order; `only` one of its questions."""
    keys = [pk for pk in sitting.paper if only in (None, pk)]
    rows = BankQuestion.objects.in_bulk(keys)
    answers = {one.question_id: one for one in sitting.answers.filter(question__in=keys)}
    return [Asked(rows[pk], answers.get(pk)) for pk in keys]


def shows_result(sitting: Sitting, user: Doer) -> bool:
    """To whoever runs tests as soon as it is marked, but never their own; to the person and their lead once it is told."""
    if sitting.state != State.MARKED:
        return False
    is_own = sitting.person.user_id == user.pk
    return sitting.told_at is not None or (permissions.RUN_SITTINGS.is_held_by(user) and not is_own)


def shows_key(sitting: Sitting, user: Doer) -> bool:
    """Right answers: to the person only where the test says so."""
    if permissions.RUN_SITTINGS.is_held_by(user) and sitting.person.user_id != user.pk:
        return sitting.state in (State.SUBMITTED, State.MARKED)
    return sitting.told_at is not None and sitting.exam.shows == Exam.Shows.KEY and sitting.state == State.MARKED


def counted_percent(sitting: Sitting) -> Any:
    if sitting.percent is None:
        return None
    return counted(sitting.percent, attempt=sitting.attempt, cap=sitting.exam.resit_cap)


def courses_tested() -> set[str]:
    """Codes of courses whose certificate asks for a test."""
    rows = Blueprint.objects.filter(state=Blueprint.State.PUBLISHED).exclude(course="")
    return set(rows.values_list("course", flat=True))


def passed_pairs(people: Collection[int], courses: Collection[str]) -> set[tuple[int, str]]:
    """Who passed a test of which of these courses and was told so."""
    rows = Sitting.objects.filter(
        person__in=people, exam__blueprint__course__in=courses, is_passed=True, told_at__isnull=False
    )
    return set(rows.values_list("person_id", "exam__blueprint__course"))


def passed_course(person: int, course: str) -> bool | None:
    """Whether somebody passed a test of this course that was told to them; None where the course has no test in force."""
    if course not in courses_tested():
        return None
    return (person, course) in passed_pairs([person], [course])


def results_of_exam(exam: Exam) -> Sequence[Sitting]:
    return list(exam.sittings.filter(state=State.MARKED).select_related("person").order_by("person__number", "attempt"))
