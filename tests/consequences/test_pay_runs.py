"""A run from bases to payroll: what is decided never changes, a correction is a row of the next one."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.consequences import actions
from hengcai.consequences.models import Difference, PayLine, PayRun, Review
from hengcai.inbox.models import Duty
from tests import cast
from tests.consequences import scene

pytestmark = pytest.mark.django_db


def amounts(run):
    return {one.person.number: (one.coefficient, one.earned, one.topped_up, one.total) for one in run.lines.all()}


def test_a_month_is_worked_out_from_grade_base_and_minimum():
    scene.bases()
    scene.minimum("3100.00")
    month = scene.month()
    fail = scene.sure_of(month.participants.get(person__number="he").results.get(), ("pass", 0.05), ("fail", 0.95))
    run = scene.prepared(month)
    assert amounts(run) == {
        "li": (Decimal("1.2"), Decimal(2400), Decimal(0), Decimal(3400)),
        "wang": (Decimal(1), Decimal(2000), Decimal(100), Decimal(3100)),
        "he": (Decimal("0.7"), Decimal(1400), Decimal(700), Decimal(3100)),
    }
    assert fail.bands
    (review,) = Review.objects.all()
    assert (review.person.number, review.why, review.state) == ("wang", "probability_unknown", "open")


def test_whoever_has_no_base_is_not_paid_and_nobody_at_all_is_refused():
    month = scene.month()
    with pytest.raises(NotValid) as refused:
        actions.prepare_run(month, by=cast.user("wu"))
    assert refused.value.code == "consequences.nobody_to_pay"
    scene.bases(li="2000")
    assert {one.person.number for one in scene.prepared(month).lines.all()} == {"li"}


def test_only_a_published_month_and_only_once():
    scene.bases()
    for kind, state in (("quarter", "published"), ("month", "preliminary")):
        with pytest.raises(NotNow):
            actions.prepare_run(scene.cycle(f"x{kind}", scene.APRIL, kind=kind, state=state), by=cast.user("wu"))
    month = scene.month()
    scene.prepared(month)
    with pytest.raises(NotNow):
        actions.prepare_run(month, by=cast.user("wu"))


def test_a_second_person_decides_and_the_preparer_only_where_nobody_else_can():
    run = scene.prepared()
    with pytest.raises(NotNow) as refused:
        actions.decide_run(run, by=cast.user("wu"), because="in a hurry")
    assert refused.value.code == "consequences.second_person"
    cast.user("qian").__class__.objects.filter(username="qian").update(is_active=False)
    done = actions.decide_run(run, by=cast.user("wu"), because="the head has left")
    assert (done.state, done.alone_because) == ("decided", "the head has left")


def test_nobody_decides_a_run_that_pays_them():
    qian = cast.person("qian")
    scene.bases(li="2000", qian="9000")
    run = scene.prepared(scene.month(grades={**scene.GRADES, "qian": ("95", "excellent")}))
    assert run.lines.filter(person=qian).exists()
    with pytest.raises(NotAllowed):
        actions.decide_run(run, by=cast.user("qian"))


@pytest.mark.parametrize("name", ["li", "zhao", "zhou", "zheng", "chen", "sun"])
def test_pay_is_for_hr_and_the_head_alone(name):
    run = scene.prepared()
    cast.person(name)
    for act in (actions.decide_run, actions.export_run, actions.call_off_run, actions.prepare_run_anew):
        with pytest.raises(NotAllowed):
            act(run, by=cast.user(name))


def test_a_trainer_sees_no_pay_in_any_role(django_assert_num_queries):
    from hengcai.accounts.models import RoleGrant
    from hengcai.consequences.queries.pay import lines_of, runs_listed

    run = scene.prepared()
    RoleGrant.objects.create(user=cast.user("wu"), role="trainer")
    assert list(runs_listed(cast.user("wu"))) == []
    assert list(lines_of(run, cast.user("wu"))) == []
    with pytest.raises(NotAllowed):
        actions.prepare_run_anew(run, by=cast.user("wu"))


def test_a_correction_after_the_decision_is_a_row_of_the_next_run():
    run = scene.decided()
    before = amounts(run)
    old = scene.line(run, "li").result
    scene.corrected(old, "85.0", "good")
    assert amounts(PayRun.objects.get(pk=run.pk)) == before
    (found,) = Difference.objects.all()
    assert (found.total, found.paid_in, found.old, found.fresh.band) == (Decimal(-400), None, old, "good")
    later = scene.prepared(scene.month("2026-04", scene.APRIL))
    owed = scene.line(later, "li", "difference")
    assert (owed.total, Difference.objects.get().paid_in) == (Decimal(-400), owed)
    scene.corrected(found.fresh, "91.0", "excellent")  # back again, while the first is on its way
    assert Difference.objects.latest("pk").total == Decimal(400)


def test_a_correction_before_the_decision_asks_to_prepare_again():
    run = scene.prepared()
    scene.corrected(scene.line(run, "li").result, "85.0", "good")
    with pytest.raises(NotNow) as refused:
        actions.decide_run(run, by=cast.user("qian"))
    assert refused.value.code == "consequences.run_stale"
    run = actions.prepare_run_anew(run, by=cast.user("wu"))
    assert scene.line(run, "li").coefficient == 1
    assert actions.decide_run(run, by=cast.user("qian")).state == "decided"


def test_called_off_pays_nobody_and_owes_on():
    first = scene.decided()
    scene.corrected(scene.line(first, "li").result, "85.0", "good")
    april = scene.month("2026-04", scene.APRIL)
    actions.call_off_run(scene.prepared(april), by=cast.user("wu"))
    assert Difference.objects.get().paid_in is None
    assert scene.line(scene.prepared(april), "li", "difference").total == Decimal(-400)


def test_a_review_upheld_in_time_counts_and_later_becomes_a_difference():
    run = scene.prepared()
    early, late = (Review.objects.get(person__number=name) for name in ("wang", "he"))
    actions.uphold_review(early, by=cast.user("qian"), reason="heard nine contacts")
    with pytest.raises(NotNow):
        actions.decide_run(run, by=cast.user("qian"))
    run = actions.decide_run(actions.prepare_run_anew(run, by=cast.user("wu")), by=cast.user("qian"))
    assert (scene.line(run, "wang").earned, scene.line(run, "he").earned) == (Decimal(1800), Decimal(2000))
    actions.uphold_review(late, by=cast.user("qian"), reason="heard nine contacts")
    assert Difference.objects.get().total == Decimal(-600)
    assert Duty.objects.filter(kind="consequences.look", done_at=None).count() == 0


def test_a_waived_cut_costs_nothing_then_or_later():
    run = scene.decided()
    actions.waive_review(Review.objects.get(person__number="he"), by=cast.user("wu"), reason="one analyst alone")
    assert not Difference.objects.exists()
    assert scene.line(run, "he").earned == Decimal(2000)


def test_a_review_needs_a_reason_and_never_ends_twice_or_about_oneself():
    scene.prepared()
    review = Review.objects.get(person__number="he")
    with pytest.raises(NotValid):
        actions.uphold_review(review, by=cast.user("qian"), reason=" ")
    review.person.user = cast.user("qian")
    type(review.person).objects.filter(number="he").update(user=cast.user("qian"))
    with pytest.raises(NotAllowed):
        actions.waive_review(review, by=cast.user("qian"), reason="mine")
    actions.waive_review(review, by=cast.user("wu"), reason="thin")
    with pytest.raises(NotNow):
        actions.uphold_review(review, by=cast.user("wu"), reason="again")


def test_a_corrected_result_takes_its_review_with_it():
    scene.decided()
    old = Review.objects.get(person__number="he").result
    scene.corrected(old, "72.0", "pass")
    states = dict(Review.objects.filter(person__number="he").values_list("grade", "state"))
    assert states == {"fail": "overtaken", "pass": "open"}


def test_the_second_person_is_asked_and_the_paid_are_not():
    run = scene.prepared()
    asked = Duty.objects.filter(kind="consequences.decide", source_id=run.pk, done_at=None)
    assert set(asked.values_list("user__username", flat=True)) == {"qian"}
    actions.decide_run(run, by=cast.user("qian"))
    assert not asked.all().exists()


def test_the_database_keeps_a_line_that_adds_up():
    run = scene.prepared()
    with pytest.raises(IntegrityError), transaction.atomic():
        PayLine.objects.filter(run=run).update(total=1)


def test_bases_come_in_whole_or_not_at_all_and_never_change_a_day():
    scene.bases(li="2000")
    scene.bases(li="2000")
    with pytest.raises(NotValid) as refused:
        scene.bases(wang="1000", li="2500")
    assert (refused.value.code, refused.value.facts["row"]) == ("consequences.base_there_already", 3)


def test_a_bonus_shares_the_pool_by_points_and_base():
    from datetime import date
    from fractions import Fraction

    scene.bases(li="2000", wang="1000")
    scene.month()
    run = actions.prepare_bonus(
        cast.centre(), by=cast.user("wu"), year=2026, pool=Fraction(10000), today=date(2027, 1, 5)
    )
    assert {one.person.number: one.total for one in run.lines.all()} == {
        "li": Decimal("7131.78"), "wang": Decimal("2868.22"),
    }  # fmt: skip
    with pytest.raises(NotNow):
        actions.prepare_bonus(cast.centre(), by=cast.user("wu"), year=2027, pool=Fraction(1), today=date(2027, 12, 31))
