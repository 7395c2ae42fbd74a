"""Two sign-ins before one page: the second overwrites nothing, votes for nothing and signs nothing that it did not show."""

import pytest
from django.test import Client
from django.urls import reverse

from hengcai.appeals import actions as appeals
from hengcai.growth import actions as growth
from hengcai.records.models import Interview
from tests import cast
from tests.appeals import appeal_scene as ap
from tests.growth import test_plans as idp
from tests.insight.conftest import standards
from tests.records import scene

__all__ = ["standards"]
pytestmark = pytest.mark.django_db


def signed_in(name):
    client = Client()
    client.force_login(cast.user(name))
    return client


def talk(strengths, count, do="save"):
    return {
        "do": do,
        "strengths": strengths,
        "gaps": "抢话",
        "what-1": "听完再答",
        "by-1": "2099-01-01",
        "edit_count": count,
    }


@pytest.mark.usefixtures("standards")
@pytest.mark.parametrize("do", ["save", "hold"])
def test_an_interview_form_open_on_two_devices_keeps_what_came_first(do):
    cast.user("wu")
    scene.published_quarter()
    with scene.at(scene.PUBLISHED_ON):
        address = reverse("fill-interview", args=[scene.record().pk])
        lead, office = signed_in("zhao"), signed_in("wu")
        assert lead.get(address).status_code == office.get(address).status_code == 200
        assert lead.post(address, talk("语气平和", 0)).status_code == 302
        late = office.post(address, talk("写在另一台设备上", 0, do))
        assert (late.status_code, "刚在别处改过" in late.content.decode()) == (409, True)
        assert "写在另一台设备上" in late.content.decode()
        told = office.post(address, talk("写在另一台设备上", 0), headers={"accept": "application/json"})
        assert told.status_code == 409
    kept = Interview.objects.get()
    assert (kept.strengths, kept.edit_count, kept.led_by.username, kept.held_on) == ("语气平和", 1, "zhao", None)


def test_a_vote_is_for_the_proposal_that_was_read():
    one = ap.put_forward(outcome="rejected")
    _first, second, third = ap.sitting(one)
    seen = one.proposals.get().pk
    page = reverse("see-appeal", args=[one.pk])
    client = signed_in(third.username)
    assert f'name="proposal" value="{seen}"' in client.get(page).content.decode()
    appeals.disagree_with_answer(one, by=second, words="录音听不清")
    other = signed_in(second.username)
    appeals.disagree_with_answer(ap.again(one), by=third, words="同上")
    appeals.propose_answer(ap.again(one), by=third, outcome="upheld", reasons="录音里没有错", ruled=ap.better())
    late = other.post(page, {"do": "agree", "proposal": seen})
    assert (late.status_code, "请刷新页面，看过再表决" in late.content.decode()) == (409, True)
    assert other.post(page, {"do": "agree"}).status_code == 409
    assert ap.again(one).state == "heard"
    fresh = one.proposals.get(state="open").pk
    assert other.post(page, {"do": "agree", "proposal": fresh}).status_code == 302
    assert ap.again(one).outcome == "upheld"


def test_two_members_who_put_forward_at_once_leave_one_on_the_table():
    one = ap.heard()
    page = reverse("see-appeal", args=[one.pk])
    codes = [
        signed_in(user.username).post(page, {"do": "propose", "outcome": "rejected", "reasons": "证据不足"}).status_code
        for user in ap.sitting(one)[:2]
    ]
    assert (codes, one.proposals.count()) == ([302, 409], 1)


@pytest.mark.usefixtures("standards")
def test_a_development_plan_taken_back_and_changed_is_not_signed_from_the_older_page():
    plan = idp.agreed()
    page = reverse("see-growth-plan", args=[plan.pk])
    client, body = signed_in("li"), {"do": "sign", "password": idp.PASSWORD, "edit_count": plan.edit_count}
    assert f'name="edit_count" value="{plan.edit_count}"' in client.get(page).content.decode()
    growth.take_growth_plan_back(idp.again(plan), by=cast.user("zhao"))
    facts = {"wish": "换了", "strengths": "", "goals": [idp.GOAL], "edit_count": plan.edit_count}
    growth.edit_growth_plan(idp.again(plan), by=cast.user("zhao"), **facts)
    growth.agree_growth_plan(idp.again(plan), by=cast.user("zhao"), today=idp.TODAY)
    assert client.post(page, body).status_code == 409
    assert idp.again(plan).person_signed_at is None
    assert client.post(page, {**body, "edit_count": idp.again(plan).edit_count}).status_code == 302
