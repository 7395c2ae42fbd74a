"""What a test leaves behind: results and who reads them when, evidence, reviews, what is held of whom."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.assessment.actions import (
    close_exam,
    hear_question,
    release_exam,
    save_answer,
    save_answers,
    submit_sitting,
)
from hengcai.assessment.models import AngoffPanel, CutScore, Exam
from hengcai.assessment.queries.exams import counted_exams
from hengcai.assessment.queries.held import sittings_held
from hengcai.assessment.queries.sittings import (
    ORDERS,
    paper_of,
    passed_course,
    shows_result,
    sittings_seen_by,
)
from hengcai.assessment.rules.outcomes import is_passed, outcome
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.evidence.models import Evidence
from hengcai.review.models import Card
from tests import cast
from tests.assessment.sitting import NINE, announced, at, bank, begun, blueprint, handed_in
from tests.framework.stage import in_force

pytestmark = pytest.mark.django_db


def test_a_course_is_passed_by_its_test():
    bank()
    li = cast.li()
    assert passed_course(li.pk, "voice") is None
    exam = announced(plan=blueprint(course="voice"), is_instant=True)
    assert passed_course(li.pk, "voice") is False
    handed_in(exam, 3)
    assert passed_course(li.pk, "voice") is True


def test_what_is_held_of_a_person_names_their_answers():
    bank()
    sitting = handed_in(announced(is_instant=True), 3)
    held = next(iter(sittings_held(sitting.person)))
    assert (held["percent"], len(held["answers"])) == ("100", 3)
    assert [one.response for one in paper_of(sitting)] == ["a", "a", "a"]


SHARES = st.lists(st.fractions(-1, 1, max_denominator=12), min_size=1, max_size=8)


@given(SHARES)
def test_points_add_up_exactly_and_percentages_stay_on_the_scale(shares):
    found = outcome(shares, [Fraction(1)] * len(shares))
    assert found.points == sum(shares)
    assert 0 <= found.percent <= 100
    assert is_passed(found, Decimal(60)) == (max(found.points, 0) * 5 >= 3 * len(shares))


def test_a_recording_is_heard_so_often_and_no_more_on_whatever_page():
    rows = bank(3)
    rows[0].sound, rows[0].most_plays = "questions/x.wav", 2
    rows[0].save()
    sitting, li = begun(announced()), cast.user("li")
    with at(1):
        assert [hear_question(sitting, by=li, question=rows[0]).left for _play in range(2)] == [1, 0]
        with pytest.raises(NotNow, match="plays_used"):
            hear_question(sitting, by=li, question=rows[0])
        with pytest.raises(NotAllowed):
            hear_question(sitting, by=cast.user("wang"), question=rows[0])
    with at(40), pytest.raises(NotNow, match="time_up"):
        hear_question(sitting, by=li, question=rows[0])


def test_what_was_told_becomes_evidence_once():
    in_force()
    bank()
    exam, zhou = announced(), cast.user("zhou")
    handed_in(exam, 2)
    assert not Evidence.objects.exists()
    with at(10):
        close_exam(exam, by=zhou)
        release_exam(exam, by=zhou)
    entry = Evidence.objects.get()
    assert (entry.kind, entry.competency.code, entry.n, entry.person) == ("tested", "listening", 3, cast.person("li"))
    assert Fraction(entry.exact) == 3 + Fraction(1, 3)  # two of three, between the pass mark and all


def test_a_panels_cut_sets_the_pass_mark():
    bank()
    panel = AngoffPanel.objects.create(name="小组", opened_by=cast.user("zhou"), opened_at=NINE)
    cut = CutScore.objects.create(
        panel=panel, exact="5/3", points="1.6667", total="3", panel_exact="5/3", n_judges=5, why="小组一致", adopted_by=cast.user("zhou"),
        adopted_at=NINE,
    )  # fmt: skip
    assert blueprint(cut=cut).pass_percent == Decimal("55.5556")


def test_what_was_missed_comes_back_for_review_where_the_key_may_be_seen():
    bank()
    sitting = handed_in(announced(is_instant=True, shows=Exam.Shows.KEY), 1)
    missed = {one.question.code for one in paper_of(sitting)[1:]}
    assert set(Card.objects.filter(person=sitting.person, kind="test").values_list("reference", flat=True)) == missed


def test_an_old_page_handed_in_overwrites_nothing():
    """Answered on a second device, handed in on the first, whose page still stands as it was opened."""
    bank()
    sitting = begun(announced())
    first, second, third = sitting.paper
    li = cast.user("li")
    with at(1):
        save_answer(sitting, by=li, question=first, response="a")
        save_answers(sitting, by=li, answers={second: "a", third: ""}, seen={second: 0, third: 0})
        save_answers(sitting, by=li, answers={first: "b"}, seen={first: 0})
    with at(2):
        submit_sitting(
            sitting, by=li, answers={first: "", second: "b", third: "a"}, seen={first: 0, second: 1, third: 0}
        )
    assert dict(sitting.answers.values_list("question", "response")) == {first: "a", second: "b", third: "a"}


def test_nobody_reads_a_mark_before_it_is_told_from_an_order_or_a_count():
    bank()
    exam, zhou = announced(("zhao", "li", "wang")), cast.user("zhou")
    for name, right in (("li", 1), ("wang", 3), ("zhao", 2)):
        handed_in(exam, right, name=name)

    def read(name):
        user = cast.user(name)
        rows = ORDERS.sorted(sittings_seen_by(user).filter(exam=exam), "percent")
        return [one.person.number for one in rows], counted_exams(Exam.objects.all(), user).get().n_passed

    assert read("zhou") == (["wang", "zhao", "li"], 2)
    assert read("zhao")[1] == 0
    assert read("zhao")[0] == [one.person.number for one in exam.sittings.order_by("pk")]
    with at(10):
        close_exam(exam, by=zhou)
        release_exam(exam, by=zhou)
    assert read("zhao") == (["wang", "zhao", "li"], 2)


def test_who_runs_tests_reads_their_own_mark_with_everybody():
    bank()
    sitting = handed_in(announced(("zhou",)), 3, name="zhou")
    assert not shows_result(sitting, cast.user("zhou"))


def test_evidence_is_of_the_day_where_the_centre_is():
    in_force()
    bank()
    exam = announced(hours=24, is_instant=True)
    handed_in(exam, 3, minute=8 * 60)  # 17:00 in UTC, after midnight in Shanghai
    assert Evidence.objects.get().on == (NINE + timedelta(days=1)).date()
