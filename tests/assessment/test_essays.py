"""Essays: two markers apart, a third or an agreement where they differ; and what an analysis says of questions."""

from fractions import Fraction

import pytest

from hengcai.assessment.actions import (
    agree_essay,
    mark_essay,
    start_sitting,
    submit_sitting,
    withdraw_bank_question,
)
from hengcai.assessment.models import Answer, BankQuestion, EssayMark, Sitting
from hengcai.assessment.queries.essays import agreement_of, essay_agreements, essays_for, marking_of, waiting_for
from hengcai.assessment.queries.items import items_of
from hengcai.assessment.rules.drawing import Part
from hengcai.assessment.rules.item_advice import advice_on
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.measurement.items import answers_of, item_analysis
from tests import cast
from tests.assessment.sitting import announced, at, bank, blueprint

pytestmark = pytest.mark.django_db


def handed_in(names=("li",)):
    """A test of one choice and one essay, with something written."""
    bank(1, essays=1)
    exam = announced(names, plan=blueprint([Part(1, competency="listening"), Part(1, competency="writing")]))
    with at(1):
        for sitting in exam.sittings.select_related("person__user"):
            start_sitting(sitting, by=sitting.person.user)
            keys = BankQuestion.objects.in_bulk(sitting.paper)
            given = {pk: "a" if one.kind == "single" else "先核实，再承诺。" for pk, one in keys.items()}
            submit_sitting(sitting, by=sitting.person.user, answers=given)
    return list(Answer.objects.filter(question__kind="essay").order_by("pk"))


@pytest.fixture
def answer(db):
    return handed_in()[0]


def mark(answer, name, points):
    return mark_essay(answer, by=cast.user(name), points=Fraction(points), comment=f"{name} says")


def test_two_marks_near_each_other_are_averaged_and_finish_the_test(answer):
    zhou, feng = cast.user("zhou"), cast.user("feng")
    assert [one.what for one in waiting_for(zhou)] == ["mark"]
    mark(answer, "zhou", "2")
    assert [one.what for one in waiting_for(zhou)] == ["waits"]
    assert marking_of(answer, feng).marks == []  # not before one's own
    assert answer.sitting.state == "submitted"
    mark(answer, "feng", "2.5")
    answer.refresh_from_db()
    assert answer.points == "9/4"
    sitting = Sitting.objects.get()
    assert (sitting.state, sitting.points, sitting.out_of) == ("marked", "13/4", "4")
    assert not essays_for(zhou).exists()


def test_marks_far_apart_go_to_a_third_whose_mark_decides(answer):
    mark(answer, "zhou", "0")
    assert mark(answer, "feng", "2").state == "apart"
    assert {one.what for one in waiting_for(cast.user("feng"))} == {"agree"}
    assert [one.points for one in marking_of(answer, cast.user("feng")).marks] == ["0", "2"]
    assert waiting_for(cast.user("wu"))[0].is_third
    assert marking_of(answer, cast.user("wu")).marks == []
    essay = mark(answer, "wu", "1")
    answer.refresh_from_db()
    assert (essay.how, answer.points) == ("third", "1")


def test_the_two_may_agree_with_a_reason(answer):
    mark(answer, "zhou", "0")
    mark(answer, "feng", "3")
    with pytest.raises(NotAllowed, match="not_marker"):
        agree_essay(answer, by=cast.user("wu"), points=Fraction(2), why="Mine.")
    with pytest.raises(NotValid, match="why_missing"):
        agree_essay(answer, by=cast.user("zhou"), points=Fraction(2), why=" ")
    essay = agree_essay(answer, by=cast.user("zhou"), points=Fraction(2), why="The second point is there.")
    answer.refresh_from_db()
    assert (essay.how, answer.points) == ("agreed", "2")


def test_what_nobody_may_do(answer):
    mark(answer, "zhou", "2")
    with pytest.raises(NotNow, match="marked_already"):
        mark(answer, "zhou", "3")
    with pytest.raises(NotValid, match="points_wrong"):
        mark(answer, "feng", "3.5")
    with pytest.raises(NotAllowed):
        mark(answer, "zhao", "1")
    mark(answer, "feng", "2")
    with pytest.raises(NotNow, match="not_waiting"):
        mark(answer, "wu", "2")


def test_agreement_is_told_from_five_essays_on(db):
    answers = handed_in(("li", "wang", "he", "zhao", "lin"))
    for place, one in enumerate(answers[:4]):
        mark(one, "zhou", str(place % 3))
        mark(one, "feng", str(place % 3))
    exam = answers[0].sitting.exam
    assert agreement_of(exam).icc is None
    mark(answers[4], "zhou", "3")
    mark(answers[4], "feng", "2.5")
    found = agreement_of(exam)
    assert (found.n, found.n_apart, found.hows) == (5, 0, {"mean": 5})
    assert found.icc.estimate > 0.9
    assert [one for one, _told in essay_agreements()] == [exam]
    assert EssayMark.objects.count() == 10


def test_questions_are_judged_from_first_tries_and_withdrawn_with_the_reason(db):
    handed_in(("li", "wang"))
    for one in Answer.objects.filter(question__kind="essay"):
        mark(one, "zhou", "3")
        mark(one, "feng", "3")
    exam = Sitting.objects.first().exam
    found = items_of(exam.blueprint)
    assert found.n == 2
    assert {one.question.kind: one.item.difficulty.estimate for one in found.items} == {"single": 1.0, "essay": 1.0}
    assert {one.advice.codes for one in found.items} == {("few",)}
    question = BankQuestion.objects.get(kind="single")
    with pytest.raises(NotValid, match="why_missing"):
        withdraw_bank_question(question, by=cast.user("zhou"), why="")
    withdraw_bank_question(question, by=cast.user("zhou"), why="Everybody gets it right.")
    assert (question.state, question.withdrawn_for) == ("retired", "Everybody gets it right.")


def test_a_question_the_able_get_wrong_is_to_be_withdrawn_and_its_option_named():
    people, items, scores, options = [], [], [], []
    for person in range(40):
        able = person >= 20
        for item, right in (
            ("good", able),
            ("better", able or person == 3),
            ("also", able or person % 3 == 0),
            ("turned", not able),
        ):
            people.append(person)
            items.append(item)
            scores.append(float(right))
            options.append("a" if right else "b")
    found = {
        one.id: advice_on(one)
        for one in item_analysis(answers_of(people, items, scores, options=options, largest=1.0)).items
    }
    assert found["good"].codes == ("fine",)
    assert (found["turned"].codes[:2], found["turned"].options, found["turned"].is_bad) == (
        ("negative", "draws"),
        ("b",),
        True,
    )
