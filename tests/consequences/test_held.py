"""While somebody's appeal is open nothing is taken off for the grade; the answer goes into the next run."""

from decimal import Decimal

import pytest

from hengcai.base.errors import NotNow
from hengcai.consequences import actions
from hengcai.consequences.models import Difference, PayLine, PayRun, Review
from hengcai.consequences.queries.differences import differences_listed, own_differences, told_of
from tests import cast
from tests.consequences import scene

pytestmark = pytest.mark.django_db
SURE = (("pass", 0.05), ("fail", 0.95))


@pytest.fixture
def month():
    """He's 0.7 is certain: without an appeal it is taken off."""
    scene.bases()
    made = scene.month()
    scene.sure_of(result(made, "he"), *SURE)
    return made


def result(month, name):
    return month.participants.get(person__number=name).results.get(is_current=True)


def held(month, name="he"):
    appeal = scene.appealed(result(month, name), by=name)
    return appeal, scene.decided(month)


def test_a_certain_cut_waits_for_the_answer_and_the_others_are_paid(month):
    appeal, run = held(month)
    line = scene.line(run, "he")
    assert (line.coefficient, line.by_grade, line.why, line.held_by) == (1, Decimal("0.7"), "appeal_open", appeal)
    assert (line.earned, line.fixed) == (Decimal(2000), Decimal(1000))
    assert scene.line(run, "li").earned == Decimal(2400)


@pytest.mark.parametrize("how", ["rejected", "withdrawn"])
def test_what_is_not_upheld_is_carried_out_in_the_next_run(month, how):
    appeal, _run = held(month)
    if how == "rejected":
        scene.over(appeal)
    else:
        scene.withdrawn(appeal)
    (found,) = Difference.objects.all()
    assert (found.cause, found.total, found.coefficient) == ("released", Decimal(-600), Decimal("0.7"))
    later = scene.prepared(scene.month("2026-04", scene.APRIL))
    assert scene.line(later, "he", "difference").total == Decimal(-600)


def test_an_answer_that_changes_the_grade_is_one_row_with_its_money(month):
    appeal, _run = held(month)
    fresh = scene.corrected(result(month, "he"), "92.0", "excellent")
    assert Difference.objects.get().total == 0
    scene.over(appeal, outcome="upheld", fresh=fresh)
    (told,) = told_of(differences_listed(cast.user("qian")))
    assert (told.row.old.band, told.row.fresh.band, told.kind, told.reason) == (
        "fail",
        "excellent",
        "appeal",
        "听了录音",
    )
    assert (told.money_before, told.money_after) == (Decimal(3000), Decimal(3400))
    assert (told.at_before, told.at_after) == (1, Decimal("1.2"))
    assert [one.row for one in told_of(own_differences(cast.user("he"), fresh.participant_id))] == [told.row]
    assert own_differences(cast.user("li"), fresh.participant_id) == []


def test_an_appeal_of_somebody_who_loses_nothing_leaves_the_money_as_it_is(month):
    appeal, run = held(month, "li")
    assert scene.line(run, "li").earned == Decimal(2400)
    scene.over(appeal)
    assert not Difference.objects.exists()


def test_a_run_that_is_prepared_follows_appeals_before_it_is_decided(month):
    run = scene.prepared(month)
    appeal = scene.appealed(result(month, "he"), by="he")
    for changes in (lambda: None, lambda: scene.over(appeal)):
        changes()
        with pytest.raises(NotNow) as refused:
            actions.decide_run(run, by=cast.user("qian"))
        assert refused.value.code == "consequences.run_stale"
        run = actions.prepare_run_anew(run, by=cast.user("wu"))
        assert (scene.line(run, "he").coefficient == 1) == (appeal.state != "answered")
        cast.user("qian")
    assert actions.decide_run(run, by=cast.user("qian")).state == "decided"
    assert not Difference.objects.exists()


def test_a_review_that_ends_while_the_appeal_is_open_moves_no_money_until_the_answer(month):
    appeal, _run = held(month, "wang")
    actions.uphold_review(Review.objects.get(person__number="wang"), by=cast.user("qian"), reason="heard nine contacts")
    assert Difference.objects.get().total == 0
    scene.over(appeal)
    assert Difference.objects.get().total == Decimal(-200)


def test_what_is_decided_before_an_appeal_stays_and_its_answer_is_a_difference(month):
    run = scene.decided(month)
    before = sorted(PayLine.objects.filter(run=run).values_list("pk", "total"))
    appeal = scene.appealed(result(month, "he"), by="he")
    fresh = scene.corrected(result(month, "he"), "85.0", "good")
    scene.over(appeal, outcome="upheld", fresh=fresh)
    assert sorted(PayLine.objects.filter(run=PayRun.objects.get()).values_list("pk", "total")) == before
    assert Difference.objects.get().total == Decimal(600)
