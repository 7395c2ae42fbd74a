"""A test from announcement to result: the server's clock, answers that survive, marks that add up, resits."""

from datetime import timedelta
from fractions import Fraction

import pytest

from hengcai.assessment.actions import (
    add_sitters,
    announce_exam,
    close_exam,
    edit_blueprint,
    give_more_time,
    give_more_time_now,
    open_resits,
    publish_blueprint,
    release_exam,
    revise_blueprint,
    save_answer,
    start_sitting,
    submit_sitting,
    withdraw_exam,
)
from hengcai.assessment.actions.blueprints import plan_of
from hengcai.assessment.actions.exams import Announcement, paper_seed
from hengcai.assessment.marked import settle_marks
from hengcai.assessment.models import Answer, Exam, Sitting
from hengcai.assessment.queries.exams import figures_of
from hengcai.assessment.queries.sittings import (
    counted_percent,
    own_sittings,
    shows_key,
    shows_result,
    sittings_seen_by,
)
from hengcai.assessment.rules.drawing import Part, drawn, part_of
from hengcai.assessment.rules.outcomes import rounded
from hengcai.assessment.rules.sitting_time import Window
from hengcai.assessment.stock import pool
from hengcai.assessment.tasks import ask_to_end_sittings, end_sittings_step
from hengcai.audit.models import Entry, Values
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from tests import cast
from tests.assessment.sitting import NINE, announced, answered, at, bank, begun, blueprint, handed_in

pytestmark = pytest.mark.django_db


def test_papers_are_drawn_when_the_test_is_announced_and_can_be_drawn_again():
    bank()
    exam = announced()
    for sitting in exam.sittings.all():
        parts = [part_of(one) for one in exam.blueprint.parts]
        assert sitting.paper == drawn(parts, pool(), paper_seed(exam, sitting.person_id, 1))
        assert len(set(sitting.paper)) == 3
    assert set(Duty.objects.values_list("kind", "user__username", "due_on")) == {
        ("exam.sit", "li", NINE.date()), ("exam.sit", "wang", NINE.date())
    }  # fmt: skip


def test_a_blueprint_the_bank_cannot_fill_is_refused_by_its_line():
    bank(2)
    with pytest.raises(NotValid) as refused:
        blueprint([Part(2, competency="listening"), Part(3)])
    assert (refused.value.code, refused.value.facts["place"]) == ("exam.part_short", 2)
    bank(3)


def test_parts_that_need_the_same_questions_are_refused_together():
    bank(3)
    with pytest.raises(NotValid, match="parts_compete"):
        blueprint([Part(2, competency="listening"), Part(2)])


def test_the_clock_is_the_servers_and_starts_with_the_start():
    bank()
    exam = announced()
    early = exam.sittings.get(person__number="li")
    with at(-1), pytest.raises(NotNow, match="window_shut"):
        start_sitting(early, by=cast.user("li"))
    sitting = begun(exam, minute=10)
    assert sitting.ends_at == NINE + timedelta(minutes=40)
    with at(20), pytest.raises(NotNow, match=r"move\.state"):
        start_sitting(sitting, by=cast.user("li"))
    assert Sitting.objects.get(pk=sitting.pk).ends_at == NINE + timedelta(minutes=40)


@pytest.mark.parametrize(("seconds", "counts"), [(0, True), (5, True), (6, False)])
def test_no_answer_counts_after_the_end_but_one_that_was_on_its_way(seconds, counts):
    bank()
    sitting = begun(announced())
    with at(30, seconds):
        if counts:
            save_answer(sitting, by=cast.user("li"), question=sitting.paper[0], response="a")
        else:
            with pytest.raises(NotNow, match="time_up"):
                save_answer(sitting, by=cast.user("li"), question=sitting.paper[0], response="a")
    assert sitting.answers.count() == counts


def test_what_a_page_hands_in_too_late_is_left_out_and_the_rest_counts():
    bank()
    sitting = begun(announced())
    answered(sitting, 1, minute=1)
    with at(31):
        submit_sitting(sitting, by=cast.user("li"), answers=dict.fromkeys(sitting.paper, "a"))
    assert (sitting.state, Fraction(sitting.points), sitting.submitted_at) == ("marked", 1, sitting.ends_at)


def test_handing_in_keeps_what_the_page_still_held():
    bank()
    sitting = begun(announced())
    with at(5):
        submit_sitting(sitting, by=cast.user("li"), answers=dict.fromkeys(sitting.paper, "a"))
    assert (sitting.percent, sitting.is_passed, sitting.ended_by) == (100, True, "person")
    with at(6), pytest.raises(NotNow, match=r"move\.state"):
        submit_sitting(sitting, by=cast.user("li"))


def test_a_second_page_overwrites_nothing():
    bank()
    sitting = begun(announced())
    pk, li = sitting.paper[0], cast.user("li")
    with at(1):
        first = save_answer(sitting, by=li, question=pk, response="a", seen=0)
        assert first.number == 1
        second = save_answer(sitting, by=li, question=pk, response="b", seen=1)
        assert second.number == 2
        with pytest.raises(NotNow, match="answered_elsewhere"):
            save_answer(sitting, by=li, question=pk, response="a", seen=1)
        again = save_answer(sitting, by=li, question=pk, response="b", seen=1)  # sent again after a lost answer
    assert (again.number, Answer.objects.get().response) == (2, "b")


def test_the_worker_ends_what_nobody_handed_in_and_notes_who_did_not_come():
    bank()
    exam = announced(hours=1)
    sitting = begun(exam)
    answered(sitting, 3)
    with at(61):
        ask_to_end_sittings()
        ask_to_end_sittings()
        assert Job.objects.filter(kind="end-sittings").count() == 1
        end_sittings_step(exam.pk)
        end_sittings_step(exam.pk)
    assert dict(exam.sittings.values_list("person__number", "state")) == {"li": "marked", "wang": "missed"}
    sitting.refresh_from_db()
    assert (sitting.ended_by, sitting.percent) == ("clock", 100)
    assert not Duty.objects.filter(done_at=None).exists()


def test_results_are_told_when_the_last_is_marked():
    bank()
    exam = announced()
    sitting = handed_in(exam, 2)
    li, zhao, zhou = cast.user("li"), cast.user("zhao"), cast.user("zhou")
    assert not shows_result(sitting, li)
    assert shows_result(sitting, zhou)
    with at(5), pytest.raises(NotNow, match="not_all_marked"):
        release_exam(exam, by=zhou)
    with at(6):
        close_exam(exam, by=zhou)
        release_exam(exam, by=zhou)
    told = Sitting.objects.get(pk=sitting.pk)
    assert shows_result(told, li)
    assert shows_result(told, zhao)
    assert not shows_key(told, li)
    assert Duty.objects.filter(kind="exam.result", done_at=None).count() == 2


def test_an_instant_test_tells_its_result_and_key_at_once():
    bank()
    sitting = handed_in(announced(is_instant=True, shows=Exam.Shows.KEY), 1)
    assert shows_result(sitting, cast.user("li"))
    assert shows_key(sitting, cast.user("li"))
    assert not sitting.is_passed


def test_resits_are_for_who_failed_or_was_absent_with_another_paper_and_count_at_most_sixty():
    bank(12)
    exam = announced(("li", "wang", "he"))
    first = handed_in(exam, 1)
    handed_in(exam, 3, name="wang")
    zhou = cast.user("zhou")
    with at(10):
        close_exam(exam, by=zhou)
        release_exam(exam, by=zhou)
        assert figures_of(exam).to_resit == 2
        made = open_resits(exam, by=zhou, window=Window(NINE + timedelta(days=1), NINE + timedelta(days=2)))
    assert {one.person.number for one in made} == {"li", "he"}
    again = exam.sittings.get(person__number="li", attempt=2)
    assert again.paper != first.paper
    with at(1441):
        start_sitting(again, by=cast.user("li"))
        submit_sitting(again, by=cast.user("li"), answers=dict.fromkeys(again.paper, "a"))
    assert (again.percent, counted_percent(again), counted_percent(first)) == (100, 60, rounded(Fraction(100, 3)))
    with at(1442), pytest.raises(NotNow, match="nobody_to_resit"):
        open_resits(exam, by=zhou, window=Window(NINE, NINE + timedelta(days=3)))


def test_an_essay_waits_for_people_and_an_empty_one_does_not():
    bank(2, essays=1)
    plan = blueprint([Part(2, competency="listening"), Part(1, kind="essay")])
    exam = announced(plan=plan)
    sitting = begun(exam)
    answered(sitting, 2)
    with at(3):
        submit_sitting(sitting, by=cast.user("li"))
    assert (sitting.state, sitting.percent) == ("submitted", None)
    sitting.answers.filter(points="").update(points="3/2")
    assert settle_marks(sitting)
    assert (Fraction(sitting.points), Fraction(sitting.out_of), sitting.percent) == (Fraction(7, 2), 5, 70)
    other = begun(exam, "wang")
    with at(3):
        submit_sitting(other, by=cast.user("wang"), answers={other.paper[0]: "a"})
    assert (other.state, other.percent) == ("marked", 20)


def test_more_time_is_given_with_a_reason_and_never_to_oneself():
    bank()
    exam = announced(("li", "zhou"))
    sitting, zhou = exam.sittings.get(person__number="li"), cast.user("zhou")
    with pytest.raises(NotValid, match="extra_reason"):
        give_more_time(sitting, by=zhou, minutes=10, because=" ")
    give_more_time(sitting, by=zhou, minutes=10, because="读屏软件")
    begun(exam)
    sitting.refresh_from_db()
    give_more_time_now(sitting, by=zhou, minutes=5, because="断网五分钟")
    assert sitting.ends_at == NINE + timedelta(minutes=45)
    with pytest.raises(NotAllowed, match="own_time"):
        give_more_time(exam.sittings.get(person__number="zhou"), by=zhou, minutes=10, because="急")


def test_rights_are_by_row():
    bank()
    exam = announced()
    sitting = begun(exam)
    with at(1), pytest.raises(NotAllowed):
        save_answer(sitting, by=cast.user("wang"), question=sitting.paper[0], response="a")
    with pytest.raises(NotAllowed):
        close_exam(exam, by=cast.user("zhao"))
    seen = {name: sittings_seen_by(cast.user(name)).count() for name in ("li", "wang", "zhao", "lin", "zhou", "he")}
    assert seen == {"li": 1, "wang": 1, "zhao": 2, "lin": 0, "zhou": 2, "he": 0}
    assert own_sittings(cast.user("zhao")).count() == 0


def test_nothing_that_was_answered_stands_in_the_log():
    bank()
    sitting = begun(announced())
    answered(sitting, 1)
    entries = Entry.objects.filter(action="save_answer")
    assert entries.count() == 1
    assert "response" not in Values.objects.get(entry=entries.get()).values


def test_a_question_of_another_paper_is_refused():
    rows = bank()
    sitting = begun(announced())
    other = next(one.pk for one in rows if one.pk not in sitting.paper)
    with at(1), pytest.raises(NotValid, match="not_asked"):
        save_answer(sitting, by=cast.user("li"), question=other, response="a")


def test_a_test_is_called_off_only_before_anybody_began():
    bank()
    zhou = cast.user("zhou")
    called = announced(plan=(plan := blueprint()))
    withdraw_exam(called, by=zhou)
    assert (called.state, Sitting.objects.count()) == ("withdrawn", 0)
    exam = announced(plan=plan)
    begun(exam)
    with pytest.raises(NotNow, match="begun"):
        withdraw_exam(exam, by=zhou)


def test_people_are_added_once_and_only_while_it_is_open():
    bank()
    exam, zhou = announced(("li",)), cast.user("zhou")
    with at(5):
        assert len(add_sitters(exam, by=zhou, people=[cast.person("li"), cast.person("he")])) == 1
    with at(500), pytest.raises(NotNow, match="over"):
        add_sitters(exam, by=zhou, people=[cast.person("wang")])


def test_a_published_blueprint_is_revised_not_changed():
    bank()
    plan, zhou = blueprint(), cast.user("zhou")
    with pytest.raises(NotNow, match=r"move\.state"):
        edit_blueprint(plan, by=zhou, plan=plan_of(plan), edit_count=0)
    following = revise_blueprint(plan, by=zhou)
    with pytest.raises(NotNow, match="draft_there"):
        revise_blueprint(plan, by=zhou)
    edit_blueprint(following, by=zhou, plan=plan_of(plan), edit_count=0)
    with pytest.raises(NotNow, match="stale"):
        edit_blueprint(following, by=zhou, plan=plan_of(plan), edit_count=0)
    publish_blueprint(following, by=zhou, today=NINE.date())
    plan.refresh_from_db()
    assert (plan.state, following.number) == ("retired", 2)


@pytest.mark.parametrize("window", [(1, 0), (-3, -2), (0, 400 * 24)])
def test_a_window_that_cannot_be_is_refused(window):
    bank()
    plan = blueprint()
    first, last = (NINE + timedelta(hours=one) for one in window)
    with at(0), pytest.raises(NotValid, match="window"):
        announce_exam(plan, by=cast.user("zhou"), plan=Announcement("x", Window(first, last), people=[cast.li().pk]))
