"""A development plan against a plain model: who may take which step from where, and both signatures."""

from datetime import timedelta

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.growth import actions
from hengcai.growth.actions.plans import GoalPlan
from hengcai.growth.models import Plan
from hengcai.inbox.models import Duty
from tests import cast
from tests.coaching.coaching_scene import PASSWORD, knows_password

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]
TODAY = cast.MONDAY
GOAL = GoalPlan("独立处理投诉", TODAY + timedelta(days=90))


def opened(*, goals=(GOAL,)):
    cast.zhao()
    made = actions.open_growth_plan(cast.li(), by=cast.user("zhao"), year=2026)
    return actions.edit_growth_plan(
        made, by=cast.user("zhao"), wish="想做投诉", strengths="耐心", goals=goals, edit_count=0
    )


def again(one):
    return Plan.objects.select_related("person").get(pk=one.pk)


def agreed():
    knows_password("li", "zhao")
    return again(actions.agree_growth_plan(opened(), by=cast.user("zhao"), today=TODAY))


def sign(one, by, password=PASSWORD):
    now = again(one)
    return actions.sign_growth_plan(now, by=cast.user(by), password=password, edit_count=now.edit_count)


def refusal(kind, act, *args, **kwargs):
    with pytest.raises(kind) as caught:
        act(*args, **kwargs)
    return caught.value.code


def test_both_sign_with_their_own_password_and_only_then_it_is_sealed():
    one = agreed()
    assert Duty.objects.filter(kind="growth.sign", done_at=None).count() == 2
    assert refusal(NotValid, sign, one, "li", "guessed") == "accounts.password_wrong"
    sign(one, "li")
    assert again(one).state == "agreed"
    assert refusal(NotNow, sign, one, "li") == "growth.signed_already"
    with pytest.raises(NotAllowed):
        sign(one, "wang")
    sign(one, "zhao")
    assert again(one).state == "signed"
    assert not Duty.objects.filter(kind="growth.sign", done_at=None).exists()


def test_a_change_after_it_was_settled_takes_the_signatures_off():
    one = agreed()
    sign(one, "li")
    actions.take_growth_plan_back(again(one), by=cast.user("zhao"))
    found = again(one)
    assert (found.state, found.person_signed_at) == ("draft", None)


def test_an_empty_plan_is_not_settled_and_nobody_plans_for_themselves():
    assert (
        refusal(NotNow, actions.agree_growth_plan, opened(goals=()), by=cast.user("zhao"), today=TODAY)
        == "growth.goals_missing"
    )
    with pytest.raises(NotAllowed):
        actions.open_growth_plan(cast.person("zhao"), by=cast.user("zhao"), year=2027)


MOVES = {
    "edit": (lambda one: actions.edit_growth_plan(one, by=cast.user("zhao"), wish="", strengths="", goals=[GOAL], edit_count=one.edit_count), {"draft"}),
    "agree": (lambda one: actions.agree_growth_plan(one, by=cast.user("zhao"), today=TODAY), {"draft"}),
    "back": (lambda one: actions.take_growth_plan_back(one, by=cast.user("zhao")), {"agreed"}),
    "seal": (lambda one: actions.seal_growth_plan(one, by=cast.user("zhao")), set()),
    "close": (lambda one: actions.close_growth_plan(one, by=cast.user("zhao"), ending="完", today=TODAY), {"agreed", "signed"}),
}  # fmt: skip


@pytest.mark.parametrize("state", ["draft", "agreed", "signed", "closed"])
@pytest.mark.parametrize("move", MOVES)
def test_every_move_from_every_state(move, state):
    act, sources = MOVES[move]
    one = opened()
    Plan.objects.filter(pk=one.pk).update(state=state, agreed_on=TODAY)
    if state in sources:
        act(again(one))
    else:
        with pytest.raises(NotNow):
            act(again(one))
