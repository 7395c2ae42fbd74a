"""Marks of tests sat here, as a cycle takes them."""

from datetime import UTC, datetime, time, timedelta

import pytest

from hengcai.appraisal import models
from hengcai.appraisal.actions import take_exam_marks, take_practical_marks
from hengcai.appraisal.queries.exam_marks import checklists_for, exams_for
from hengcai.assessment.actions import close_exam, open_resits, release_exam, start_sitting, submit_sitting
from hengcai.assessment.rules.sitting_time import Window
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow
from tests import cast
from tests.appraisal import stage
from tests.assessment.lists import ALL_DONE, examined, published
from tests.assessment.sitting import NINE, announced, at, bank

pytestmark = pytest.mark.django_db


def sat(exam, right, *, attempt=1, minute=1):
    """So many of three right."""
    sitting = exam.sittings.get(person__number="li", attempt=attempt)
    with at(minute):
        start_sitting(sitting, by=cast.user("li"))
        answers = {pk: "a" if place < right else "b" for place, pk in enumerate(sitting.paper)}
        submit_sitting(sitting, by=cast.user("li"), answers=answers)


def told(exam, minute):
    with at(minute):
        release_exam(close_exam(exam, by=cast.user("zhou")), by=cast.user("zhou"))


def marks():
    return {one.attempt: str(one.mark) for one in models.TestMark.objects.all()}


def test_a_cycle_takes_the_first_try_and_the_best_resit_once_they_are_told():
    stage.in_force_everything()
    stage.person("li")
    cycle, zheng = stage.open_quarter(), cast.user("zheng")
    bank()
    exam = announced(("li",), most_attempts=4)
    sat(exam, 1)
    assert exams_for(cycle) == []
    with pytest.raises(NotNow, match="exam_without_marks"):
        take_exam_marks(cycle, by=zheng, exam=exam)
    told(exam, 5)
    assert exams_for(cycle) == [exam]
    assert take_exam_marks(cycle, by=zheng, exam=exam) == 1
    for attempt, right in ((2, 1), (3, 2), (4, 0)):
        day = 1440 * attempt
        with at(day - 100):
            open_resits(exam, by=cast.user("zhou"), window=Window(NINE, NINE + timedelta(minutes=day + 60)))
        if attempt == 3:
            exam.pass_percent = 100  # so that two of three right is no pass and there is a fourth
            exam.save()
        sat(exam, right, attempt=attempt, minute=day)
        told(exam, day + 10)
    assert take_exam_marks(cycle, by=zheng, exam=exam) == 2
    assert marks() == {1: "33.333300", 2: "66.666700"}


def test_who_may_not_import_takes_in_nothing():
    stage.in_force_everything()
    stage.person("li")
    cycle = stage.open_quarter()
    bank()
    exam = announced(("li",))
    with pytest.raises(NotAllowed):
        take_exam_marks(cycle, by=cast.user("zhou"), exam=exam)


def test_a_cycle_takes_practical_examinations_of_its_period(db):
    stage.in_force_everything()
    li = stage.person("li")
    cycle, zheng = stage.open_quarter(), cast.user("zheng")
    listed = published()
    for days, values in ((0, {**ALL_DONE, "greets": "not_done"}), (1, ALL_DONE), (400, ALL_DONE)):
        with clock.set_to(datetime.combine(cycle.period_start, time(10), UTC) + timedelta(days=days)):
            examined(li, values, checklist=listed)
    assert checklists_for(cycle) == [listed]
    assert take_practical_marks(cycle, by=zheng, code="desk") == 2
    assert marks() == {1: "37.500000", 2: "87.500000"}
    with pytest.raises(NotNow, match="practical_without_marks"):
        take_practical_marks(cycle, by=zheng, code="none")
