"""A dispute won after the month went out: a correction is opened, made by the group, read by the agent; old and new stay."""

import pytest
from django.test import Client
from django.urls import reverse

from hengcai.accounts.models import RoleGrant, User
from hengcai.appraisal import actions
from hengcai.appraisal.models import Correction, Result
from hengcai.appraisal.queries.corrections import sight_of
from hengcai.appraisal.tasks import open_corrections_step
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.jobs.models import Job
from tests import cast
from tests.api.asking import done, problem, sent, told
from tests.appraisal import stage
from tests.appraisal.test_disputed_months import computed_month, decided

pytestmark = pytest.mark.django_db


@pytest.fixture
def enter():
    def sign_in(name):
        client = Client()
        client.force_login(second() if name == "panel" else cast.user(name))
        client.cookies["hengcai_language"] = "en"
        return client

    return sign_in


def opened():
    cycle, first = computed_month()
    stage.publish(cycle)
    decided(first)
    assert Job.objects.filter(kind="open-corrections", state="queued").exists()
    for _twice in range(2):
        open_corrections_step(0)
    return Correction.objects.get()


def second():
    """Another member of the review panel."""
    user, is_new = User.objects.get_or_create(username="panel", defaults={"name": "Panel"})
    if is_new:
        RoleGrant.objects.create(user=user, role="appraisal_group")
    return user


def duties(kind, name):
    return Duty.objects.filter(kind=kind, user=cast.user(name), done_at=None)


def correct(one, by="zheng"):
    return actions.correct_result(one.old, by=cast.user(by), reason="改判")


def test_it_is_opened_once_lies_with_the_group_and_tells_the_agent_when_it_is_made():
    one = opened()
    assert (one.old.participant.person.number, one.state, one.dispute.state) == ("li", "open", "decided")
    assert duties("correction.make", "zheng").get().due_on == one.due_on
    assert not duties("correction.read", "li").exists()
    fresh = correct(one)
    one.refresh_from_db()
    assert (one.state, one.fresh, one.by.username, fresh.reason) == ("made", fresh, "zheng", "改判")
    assert not duties("correction.make", "zheng").exists()
    assert duties("correction.read", "li").exists()


def test_both_figures_stay_and_the_one_it_is_about_reads_them_without_who():
    one = opened()
    correct(one)
    one.refresh_from_db()
    sight = sight_of(one, cast.user("li"), language="en")
    assert (sight.is_own, sight.may_read, sight.may_make) == (True, True, False)
    assert any(line.is_changed for line in sight.lines)
    assert next(line.old for line in sight.lines) == one.old.detail["total"]


def test_only_the_one_it_is_about_says_that_they_have_read_it():
    one = opened()
    with pytest.raises(NotAllowed):
        actions.read_correction(one, by=cast.user("li"))
    correct(one)
    one.refresh_from_db()
    with pytest.raises(NotAllowed):
        actions.read_correction(one, by=cast.user("zheng"))
    assert actions.read_correction(one, by=cast.user("li")).state == "read"
    assert actions.read_correction(one, by=cast.user("li")).state == "read"
    assert not duties("correction.read", "li").exists()


def test_nothing_is_opened_of_a_month_that_is_not_out():
    cycle, first = computed_month()
    decided(first)
    open_corrections_step(0)
    assert not Correction.objects.exists()
    with pytest.raises(NotNow):
        actions.open_corrections(cycle, by=cast.user("zheng"))


def test_the_group_corrects_a_result_of_its_own_accord_and_that_is_a_correction_too():
    stage.publish(actions.compute_cycle(stage.open_month(), by=cast.user("zheng")))
    old = Result.objects.order_by("pk")[0]
    fresh = actions.correct_result(old, by=cast.user("zheng"), reason="complaint taken back")
    assert (old.correction.fresh, old.correction.dispute) == (fresh, None)


def test_the_page_shows_why_corrects_with_a_reason_and_takes_the_agents_word(enter):
    one = opened()
    address = reverse("see-correction", args=[one.pk])
    assert enter("li").get(address).status_code == 404
    group = enter("zheng")
    assert "has changed after a dispute" in group.get(address).content.decode()
    assert reverse("correct-result", args=[one.old_id]) in group.get(
        reverse("see-cycle", args=[one.old.participant.cycle_id])).content.decode()  # fmt: skip
    assert group.post(address, {"do": "make", "reason": " "}).status_code == 422
    assert group.post(address, {"do": "make", "reason": "改判"}).status_code == 302
    assert group.post(address, {"do": "confirm"}).status_code == 403
    assert enter("panel").post(address, {"do": "confirm"}).status_code == 302
    assert "not read yet" in group.get(address).content.decode()
    li = enter("li")
    page = li.get(address).content.decode()
    assert "改判" in page
    assert cast.user("zheng").name not in page.split("<main")[1]
    li.post(address, {"do": "read"})
    assert Correction.objects.get().state == "read"


def test_the_api_lists_corrects_and_reads(enter):
    one = opened()
    group, li = enter("zheng"), enter("li")
    assert told(group, "/appraisal/corrections")["items"][0]["state"] == "open"
    problem(sent(li, f"/appraisal/results/{one.old_id}/correct", {"reason": "x"}), 403, "permission.role")
    proposed = done(group, f"/appraisal/results/{one.old_id}/correct", {"reason": "改判"})
    assert (proposed["state"], proposed["proposed_by"], proposed["by"]) == ("proposed", cast.user("zheng").name, None)
    problem(sent(group, f"/appraisal/corrections/{one.pk}/confirm", {}), 403, "appraisal.correction_by_proposer")
    made = done(enter("panel"), f"/appraisal/corrections/{one.pk}/confirm", {})
    assert (made["state"], made["by"], made["differences"][0]["kind"]) == ("made", "Panel", "total")
    assert told(li, f"/appraisal/corrections/{one.pk}")["by"] is None
    assert done(li, f"/appraisal/corrections/{one.pk}/read", {})["state"] == "read"


def test_one_person_proposes_another_confirms_and_until_then_nothing_is_changed():
    one = opened()
    second()
    actions.propose_correction(one.old, by=cast.user("zheng"), reason="改判")
    one.refresh_from_db()
    assert (one.state, Result.objects.get(pk=one.old_id).is_current) == ("proposed", True)
    assert not duties("correction.make", "zheng").exists()
    assert Duty.objects.filter(kind="correction.make", user=second(), done_at=None).exists()
    with pytest.raises(NotAllowed):
        actions.confirm_correction(one, by=cast.user("zheng"))
    with pytest.raises(NotNow):
        actions.confirm_correction_alone(one, by=cast.user("zheng"), reason="in a hurry")
    with pytest.raises(NotNow):
        actions.propose_correction(one.old, by=second(), reason="again")
    one = actions.confirm_correction(one, by=second())
    assert (one.state, one.fresh.reason, one.proposed_by.username, one.by.username) == (
        "made",
        "改判",
        "zheng",
        "panel",
    )


def test_a_declined_proposal_leaves_what_a_dispute_opened_open_and_nothing_of_ones_own():
    one = opened()
    actions.propose_correction(one.old, by=cast.user("zheng"), reason="改判")
    one.refresh_from_db()
    assert actions.decline_correction(one, by=second()).state == "open"
    assert duties("correction.make", "zheng").exists()
    other = Result.objects.filter(is_current=True).exclude(pk=one.old_id)[0]
    made = actions.propose_correction(other, by=cast.user("zheng"), reason="a form came in late")
    actions.decline_correction(made, by=cast.user("zheng"))
    assert not Correction.objects.filter(old=other).exists()


def test_where_nobody_else_may_one_person_does_both_with_a_reason_on_record():
    one = opened()
    actions.propose_correction(one.old, by=cast.user("zheng"), reason="改判")
    one.refresh_from_db()
    with pytest.raises(NotValid):
        actions.confirm_correction_alone(one, by=cast.user("zheng"), reason=" ")
    assert actions.confirm_correction_alone(one, by=cast.user("zheng"), reason="the only member").alone_because
