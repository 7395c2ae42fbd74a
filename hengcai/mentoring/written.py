"""Marks of written tests that are known here already: asked for in turn, the best of what is found counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.models import TestMark
from hengcai.assessment.models import Sitting
from hengcai.people.models import Person
from hengcai.training.models import Enrolment

RESIT_MOST = 60


@dataclass(frozen=True)
class Written:
    """`mark`: of 100."""

    mark: Fraction
    proof: str


def best_written(person: Person, paper: str) -> Written | None:
    """Nothing is guessed where no test is named."""
    found = [one for source in SOURCES for one in source(person, paper)] if paper else []
    return max(found, key=lambda one: one.mark, default=None)


def of_sitting(one: Sitting) -> Written | None:
    """Its exact mark, of a second try no more than the exam lets it count; nothing until the result is out."""
    if one.told_at is None or not one.points or not Fraction(one.out_of or 0):
        return None
    mark = 100 * Fraction(one.points) / Fraction(one.out_of)
    capped = mark if one.attempt == 1 else min(mark, Fraction(one.exam.resit_cap))
    return Written(capped, f"{one.exam.blueprint.code} · {one.exam.name}"[:400])


def _sittings(person: Person, paper: str) -> Iterable[Written]:
    """Of tests drawn from the blueprint of that code."""
    rows = Sitting.objects.filter(person=person, exam__blueprint__code=paper, state=Sitting.State.MARKED)
    for one in rows.select_related("exam__blueprint"):
        found = of_sitting(one)
        if found is not None:
            yield found


def _exams(person: Person, paper: str) -> Iterable[Written]:
    """Marks of the appraisal's tests of that name; a resit is worth sixty at most."""
    rows = TestMark.objects.filter(participant__person=person, test=paper).select_related("participant__cycle")
    for one in rows:
        mark = Fraction(one.mark) if one.attempt == 1 else min(Fraction(one.mark), Fraction(RESIT_MOST))
        yield Written(mark, f"{one.test} · {one.participant.cycle.code}")


def _quizzes(person: Person, paper: str) -> Iterable[Written]:
    """The questions of a course of that code, learned to its end."""
    rows = Enrolment.objects.filter(person=person, course__code=paper, state=Enrolment.State.FINISHED)
    for one in rows.select_related("course").prefetch_related("progress"):
        asked = [row for row in one.progress.all() if row.out_of]
        out_of = sum((Fraction(row.out_of) for row in asked), Fraction(0))
        points = sum((Fraction(row.points) for row in asked), Fraction(0))
        if out_of:
            yield Written(100 * points / out_of, f"{one.course.code} v{one.course.number} · {one.ended_on}")


SOURCES: tuple[Callable[[Person, str], Iterable[Written]], ...] = (_sittings, _exams, _quizzes)
