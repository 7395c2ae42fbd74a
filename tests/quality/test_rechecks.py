"""Recheck: drawn, given, marked, settled; nothing of a batch is published before; the states beside a plain model."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.accounts.models import RoleGrant, User
from hengcai.base.errors import NotNow, Refusal
from hengcai.inbox.models import Duty
from hengcai.people.models import Absence
from hengcai.quality import actions
from hengcai.quality.models import Evaluation
from hengcai.quality.queries import pages
from hengcai.quality.queries import rechecks as queries
from hengcai.quality.recheck_models import Recheck
from hengcai.quality.rules.card import Mark
from hengcai.quality.rules.rechecks import Ruling
from tests import cast
from tests.quality import scene
from tests.quality.machine import Machine

pytestmark = pytest.mark.django_db
FAR = {**scene.GOOD, "listening": Mark("1", "cut in"), "record": Mark("1", "none"), "apology": Mark("1", "none")}
PEOPLE = st.sampled_from(["li", "chen", "cao", "tang", "feng"])


@pytest.fixture(autouse=True)
def _share(settings):
    settings.RECHECK_SHARE = Fraction(1, 10)


def draw():
    return actions.draw_rechecks(cast.centre(), by=cast.user("feng"), today=cast.MONDAY, seed=1)


def drawn(marks=None, *, analysts=("cao",)) -> Recheck:
    for name in analysts:
        cast.user(name)
    made = scene.evaluation(None, marks)
    draw()
    return Recheck.objects.get(evaluation=made)


def score(one, marks=None, *, by="cao"):
    one.refresh_from_db()
    facts = {"marks": scene.GOOD if marks is None else marks, "comment": "", "edit_count": one.edit_count}
    return actions.submit_recheck(one, by=cast.user(by), **facts)


def settle(one, outcome="taken", *, by="feng", values=None, reason="heard again"):
    return actions.settle_recheck(one, by=cast.user(by), ruling=Ruling(outcome, reason, values or {}))


def publish(made):
    return actions.publish_evaluations([Evaluation.objects.get(pk=made.pk)], by=cast.user("feng"))


def code_of(act, *args, **how):
    with pytest.raises(Refusal) as refused:
        act(*args, **how)
    return refused.value.code


def test_nothing_is_published_before_it_was_drawn_from_and_its_batch_is_settled():
    cast.user("cao")
    first, other = scene.evaluation(), scene.evaluation(cast.wang())
    assert code_of(publish, first) == "quality.recheck_not_drawn"
    draw()
    one = Recheck.objects.get()
    assert one.rechecker.username == "cao"
    assert {code_of(publish, first), code_of(publish, other)} == {"quality.recheck_open"}
    assert score(one).outcome == "alike"
    assert publish(first)
    assert publish(other)


def test_every_fatal_error_is_scored_again_and_drawing_twice_draws_nothing():
    cast.user("cao")
    for _again in range(3):
        scene.evaluation(None, {**scene.GOOD, "identity": Mark("no", "not asked")})
    draw()
    assert Recheck.objects.count() == 3
    assert Recheck.objects.filter(is_random=True).count() == 1
    assert code_of(draw) == "quality.recheck_nothing"


def test_a_second_hearing_stands_for_the_second_score():
    contact = scene.contact()
    first = scene.submit(scene.assignment(contact))
    scene.submit(scene.assignment(contact, analyst=cast.user("cao")), FAR)
    draw()
    one = Recheck.objects.get(evaluation=first)
    assert (one.state, one.double.evaluator.username, one.rechecker) == ("marked", "cao", None)


def test_a_changed_score_is_a_new_revision_published_with_its_batch_and_the_first_stays():
    one = score(drawn(), FAR)
    assert one.state == "marked"
    settle(one)
    first, made = Evaluation.objects.order_by("revision")
    assert (first.is_current, made.is_current, made.state) == (False, True, "submitted")
    assert made.answers.get(item__code="listening").value == "1"
    assert made.evaluator == first.evaluator
    assert publish(made)[0].state == "published"
    assert queries.accuracy(cast.user("feng"), today=one.settled_at.date())[0].unchanged.count == 0


def test_the_analyst_cannot_change_what_is_being_rechecked():
    one = drawn()
    given = one.evaluation.assignment
    assert code_of(scene.submit, given, FAR, edit_count=1, reason="heard again") == "quality.under_recheck"


def test_a_centre_with_one_analyst_has_a_logged_way_out():
    one = drawn(analysts=())
    assert (one.state, one.rechecker) == ("drawn", None)
    feng = cast.user("feng")
    assert code_of(actions.take_over_recheck, one, by=feng, reason=" ").endswith("take_over_reason_missing")
    actions.take_over_recheck(one, by=feng, reason="Chen is the only analyst")
    assert not pages.evaluations_seen_by(feng).exists()
    settle(score(one, FAR, by="feng"), "kept")
    assert Recheck.objects.get().outcome == "kept"


def test_a_draft_is_kept_and_an_older_page_overwrites_nothing():
    one = drawn()
    facts = {"by": cast.user("cao"), "comment": "", "edit_count": one.edit_count}
    actions.save_recheck(one, marks={"listening": Mark("4")}, **facts)
    assert actions.save_recheck(one, marks={"listening": Mark("4")}, **facts).edit_count == 1
    assert code_of(actions.save_recheck, one, marks={}, **facts) == "quality.stale"
    score(one)
    with pytest.raises(NotNow):
        actions.save_recheck(one, marks={}, **facts)


def test_who_is_away_until_it_is_due_is_given_none_and_who_is_away_for_some_days_fewer():
    for name in ("cao", "tang"):
        RoleGrant.objects.get_or_create(user=User.objects.get_or_create(username=name)[0], role="analyst")
    Absence.objects.create(
        agent=cast.person("cao"), first_on=cast.MONDAY, last_on=cast.MONDAY + timedelta(days=9), kind="leave"
    )
    for _again in range(12):
        scene.evaluation()
    draw()
    assert {one.rechecker.username for one in Recheck.objects.all()} == {"tang"}


def test_a_recheck_nobody_may_score_lies_with_the_supervisor_until_it_is_taken_over():
    one = drawn(analysts=())
    duties = Duty.objects.filter(kind="recheck.give", source_id=one.pk)
    assert set(duties.values_list("user__username", flat=True)) == {"feng", "zheng"}
    actions.take_over_recheck(one, by=cast.user("feng"), reason="Chen is the only analyst")
    assert not duties.filter(done_at=None).exists()
    assert Duty.objects.get(kind="recheck.score", done_at=None).user.username == "feng"


class Rechecking(Machine):
    """The model beside it: the state, and who scores."""

    def __init__(self):
        super().__init__()
        self.state, self.who, self.taken, self.changed = "given", "cao", False, False

    def standing(self):
        return self.state, self.who

    @rule(by=PEOPLE, to=st.sampled_from(["chen", "cao", "tang"]))
    def give(self, by, to):
        goes = self.state == "given" and by == "feng" and to != "chen"
        if self.does(actions.give_recheck, Recheck.objects.get(), by=cast.user(by), analyst=cast.user(to), goes=goes):
            self.who, self.taken = to, False

    @rule(by=PEOPLE, reason=st.sampled_from(["", "away"]))
    def take_over(self, by, reason):
        goes = self.state == "given" and by == "feng" and bool(reason)
        if self.does(actions.take_over_recheck, Recheck.objects.get(), by=cast.user(by), reason=reason, goes=goes):
            self.who, self.taken = by, True

    @rule(by=PEOPLE, far=st.booleans())
    def mark(self, by, far):
        goes = self.state == "given" and by == self.who
        if self.does(score, Recheck.objects.get(), FAR if far else scene.GOOD, by=by, goes=goes):
            self.state = "marked" if far else "settled"

    @rule(by=PEOPLE, outcome=st.sampled_from(["kept", "taken", "lost"]))
    def settle(self, by, outcome):
        goes = self.state == "marked" and by == "feng" and outcome != "lost"
        if self.does(settle, Recheck.objects.get(), outcome, by=by, goes=goes):
            self.state, self.changed = "settled", outcome == "taken"

    @invariant()
    def it_lies_with_whom_it_waits_for(self):
        owed = {
            "given": {("recheck.score", self.who)},
            "marked": {("recheck.settle", "feng"), ("recheck.settle", "zheng")},
        }
        rows = Duty.objects.filter(kind__startswith="recheck.", done_at=None).values_list("kind", "user__username")
        assert set(rows) == owed.get(self.state, set())

    @invariant()
    def it_is_as_the_model_says(self):
        one = Recheck.objects.get()
        assert (one.state, one.rechecker.username, bool(one.taken_over)) == (self.state, self.who, self.taken)
        assert (one.result is not None) == self.changed
        is_blind = self.state == "given"
        assert queries.sight_of(one, cast.user(self.who)).is_veiled == is_blind
        assert not (is_blind and pages.evaluations_seen_by(cast.user(self.who)).exists())


def test_states_of_a_recheck():
    RoleGrant.objects.create(user=User.objects.create(username="tang", name="Tang"), role="analyst")
    one = drawn()
    Recheck.objects.filter(pk=one.pk).update(rechecker=cast.user("cao"))
    run_state_machine_as_test(Rechecking, settings=examples(max_examples=12, stateful_step_count=15, deadline=None))
