"""A plan whose result is corrected while it lies before both, or runs: nothing is signed on a figure that no longer holds."""

import pytest
from django.test import Client
from django.urls import reverse

from hengcai.base.errors import NotNow
from hengcai.consequences import actions
from hengcai.consequences.models import Plan
from hengcai.inbox.models import Duty
from tests import cast
from tests.consequences import plan_scene as ps
from tests.consequences import scene

pytestmark = pytest.mark.django_db


def offered() -> Plan:
    ps.knows_password("zhao", "wang", "wu")
    return ps.again(actions.offer_improvement(ps.drafted(), by=cast.user("zhao"), today=ps.TODAY))


def lifted(plan: Plan, score=ps.ABOVE):
    return scene.corrected(plan.result, *score)


def open_duties():
    return set(Duty.objects.filter(kind__startswith="improvement.", done_at=None).values_list("kind", "user__username"))


@pytest.mark.parametrize("signs_first", [False, True])
def test_one_that_lies_to_be_signed_is_withdrawn_when_its_result_is_lifted(signs_first):
    plan = offered()
    if signs_first:
        ps.signed(plan, "zhao")
    fresh = lifted(plan)
    plan = ps.again(plan)
    assert (plan.state, plan.overtaken_by, plan.ended_by.username) == ("called_off", fresh, "zheng")
    assert not open_duties()
    with pytest.raises(NotNow):
        ps.signed(plan, "wang")


def test_nothing_is_signed_offered_or_begun_without_its_ground_whatever_the_listener_did():
    """As if a correction had been made where nothing listens: the act itself looks."""
    plan = offered()
    scene.Result.objects.filter(pk=plan.result_id).update(band="good", final="3.9")
    with pytest.raises(NotNow) as refused:
        ps.signed(plan, "wang")
    assert refused.value.code == "consequences.plan_without_ground"
    plan = actions.refuse_improvement(ps.again(plan), by=cast.user("wang"), words="not mine")
    with pytest.raises(NotNow):
        actions.start_unsigned(ps.again(plan), by=cast.user("wu"), because="all the same")
    plan = ps.again(actions.redraft_improvement(ps.again(plan), by=cast.user("zhao")))
    with pytest.raises(NotNow):
        actions.offer_improvement(plan, by=cast.user("zhao"), today=ps.TODAY)


def test_still_below_it_rests_on_the_new_figure_and_is_signed_anew():
    plan = offered()
    ps.signed(plan, "zhao")
    fresh = lifted(plan, ("3.2", "to_improve"))
    now = ps.again(plan)
    assert (now.state, now.result, now.lead_signed_at) == ("offered", fresh, None)
    assert open_duties() == {("improvement.sign", "zhao"), ("improvement.sign", "wang")}
    with pytest.raises(NotNow) as refused:
        actions.sign_improvement(now, by=cast.user("wang"), password=ps.PASSWORD, edit_count=plan.edit_count)
    assert refused.value.code == "consequences.plan_stale_to_sign"
    for name in ("zhao", "wang"):
        ps.signed(now, name)
    assert ps.again(now).state == "running"


def test_one_that_runs_waits_for_a_word_and_may_be_called_off():
    plan = ps.running()
    lifted(plan)
    plan = ps.again(plan)
    assert (plan.state, ("improvement.reconsider", "zhao") in open_duties()) == ("running", True)
    actions.call_off_improvement(plan, by=cast.user("zhao"), words="corrected")
    assert not open_duties()


def test_whoever_has_signed_does_not_refuse_afterwards():
    plan = offered()
    ps.signed(plan, "wang")
    with pytest.raises(NotNow) as refused:
        actions.refuse_improvement(ps.again(plan), by=cast.user("wang"), words="after all")
    assert refused.value.code == "consequences.plan_signed_not_refused"
    assert ps.again(plan).refusal == ""


def posted(plan, name, **body):
    client = Client()
    client.force_login(cast.user(name))
    return client.post(reverse("see-improvement-plan", args=[plan.pk]), body)


def test_the_page_signs_what_it_showed_and_offers_no_refusal_after_it():
    plan = offered()
    body = {"do": "sign", "password": ps.PASSWORD}
    assert posted(plan, "wang", **body).status_code == 409
    assert posted(plan, "wang", **body, edit_count=plan.edit_count).status_code == 302
    assert posted(plan, "wang", do="refuse", words="no").status_code == 409
    client = Client()
    client.force_login(cast.user("wang"))
    assert 'value="refuse"' not in client.get(reverse("see-improvement-plan", args=[plan.pk])).content.decode()


def test_a_withdrawn_one_says_why():
    plan = offered()
    lifted(plan)
    client = Client()
    client.force_login(cast.user("wang"))
    assert "已经更正，不再是最低一档" in client.get(reverse("see-improvement-plan", args=[plan.pk])).content.decode()
    told = client.get(f"/api/consequences/improvement-plans/{plan.pk}").json()
    assert (told["is_overtaken"], told["may_sign"], told["moves"]) == (True, False, [])
