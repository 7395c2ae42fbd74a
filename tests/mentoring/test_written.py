"""Marks that are known already: of the appraisal's tests by name, of the questions of a course by its code."""

from fractions import Fraction

import pytest

from hengcai.assessment.actions import close_exam, release_exam, save_answer, start_sitting, submit_sitting
from hengcai.base import clock
from hengcai.mentoring import actions, written
from hengcai.mentoring.queries.permits import parts_shown
from hengcai.mentoring.rules.permits import Asked
from hengcai.mentoring.written import Written, best_written
from hengcai.training.models import Enrolment, Progress
from tests import cast
from tests.assessment.sitting import announced, at, bank
from tests.mentoring.scene import TODAY, demand, permit
from tests.standing import standing
from tests.training.courses.made import course
from tests.training.needs import standards

made = standing(standards)


@pytest.mark.usefixtures("made")
def test_the_questions_of_a_course_learned_to_its_end_count(db):
    now, learned, li = clock.now(), course(), cast.li()
    facts = {"person": li, "origin": "own", "enrolled_by": cast.user("li"), "enrolled_at": now}
    way = Enrolment.objects.create(course=learned, state="finished", ended_on=TODAY, **facts)
    for lesson in learned.lessons.all():
        Progress.objects.create(enrolment=way, lesson=lesson, points="5/3", out_of="2", seen_at=now)
    found = best_written(li, learned.code)
    assert found
    assert found.mark == Fraction(250, 3)
    assert (best_written(li, "another"), best_written(li, "")) == (None, None)
    Enrolment.objects.update(state="withdrawn")
    assert best_written(li, learned.code) is None


@pytest.mark.django_db
def test_the_best_of_all_sources_is_taken_over_with_its_proof(monkeypatch):
    marks = [Written(Fraction(70), "first"), Written(Fraction(245, 3), "second")]
    monkeypatch.setattr(written, "SOURCES", (lambda _person, paper: marks if paper == "入岗笔试" else [],))
    opened = permit(demand=demand(asked=Asked(paper="入岗笔试")))
    actions.take_over_parts(opened, by=cast.user("zhou"), today=TODAY)
    part = parts_shown(opened)[0]
    assert (part.part and part.part.value, part.part and part.part.proof, part.is_passed) == ("245/3", "second", True)


@pytest.mark.django_db
@pytest.mark.parametrize("is_instant", [True, False])
def test_a_test_named_in_the_requirements_counts_as_soon_as_its_result_is_out(is_instant):
    bank()
    opened = permit(demand=demand(asked=Asked(paper="permit")))
    exam = announced(["li"], is_instant=is_instant)
    with at(5):
        sitting = start_sitting(exam.sittings.get(), by=cast.user("li"))
        for place, key in enumerate(sitting.paper):
            save_answer(sitting, by=cast.user("li"), question=key, response="b" if place else "a")
        submit_sitting(sitting, by=cast.user("li"))
    if not is_instant:
        assert best_written(opened.person, "permit") is None
        with at(60 * 7):
            release_exam(close_exam(exam, by=cast.user("zhou")), by=cast.user("zhou"))
    part = parts_shown(opened)[0]
    assert part.part
    assert (part.part.value, part.part.proof, part.is_passed) == ("100/3", "permit · 三月考试", False)
