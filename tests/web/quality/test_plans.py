"""Sampling plans in the pages: written as text, drawn, looked at, started, drawn again, a contact replaced."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hengcai.interactions.models import Contact
from hengcai.jobs.worker import work_once
from hengcai.quality import plan_jobs
from hengcai.quality.drawn_models import Pick, SamplingPlan
from hengcai.quality.models import Assignment
from hengcai.quality.queries.plans import plan_page
from hengcai.quality.tasks import run_plan_step
from tests import cast
from tests.quality import plans, scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr("hengcai.base.clock.today", lambda: plans.AFTER)


def written(**more):
    chen, cao = cast.user("chen"), cast.user("cao")
    capacities = {f"capacity_{user.pk}": "1" for user in (chen, cao)}
    return {"text": plans.TEXT, "seed": "7", "days_to_score": "5", **capacities, **more}


def moved(client, plan, name):
    return client.post(reverse("move-plan", args=[plan.pk]), {"move": name})


def said(client, name, plan):
    return client.get(reverse(name, args=[plan.pk])).content.decode()


def test_a_supervisor_writes_draws_starts_and_closes_a_plan(enter):
    plans.contacts()
    scene.scorecard()
    client = enter("feng")
    assert client.post(reverse("add-plan"), written()).status_code == 302
    plan = SamplingPlan.objects.get()
    assert "Nothing is drawn yet" in said(client, "see-plan", plan)
    moved(client, plan, "draw_plan")
    text = said(client, "see-plan", plan)
    assert "Can strict and lenient scoring be told apart?" in text
    assert "links all analysts" in text
    assert "Chen – Cao" in text or "Cao – Chen" in text
    assert plan.draws.get().digest in text
    moved(client, plan, "start_plan")
    while not run_plan_step(plan.pk).is_finished:
        pass
    assert Assignment.objects.filter(pick__draw__plan=plan, state="open").exists()
    assert moved(client, plan, "close_plan").status_code == 302
    assert moved(client, plan, "start_plan").status_code == 409


def test_a_new_plan_starts_from_a_text_that_is_a_plan(enter):
    client = enter("feng")
    cast.user("chen")
    form = client.get(reverse("add-plan")).context["form"]
    assert client.post(reverse("add-plan"), written(text=form.initial["text"])).status_code == 302
    assert SamplingPlan.objects.get().seed == 7


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"text": "name: x"}, "period"),
        ({"text": plans.TEXT.replace("csat: {at_most: 2}", "mood: [gold]")}, "mood"),
        ({"days_to_score": "0"}, "greater than or equal to 1"),
        ({"seed": "-1"}, "greater than or equal to 0"),
    ],
)
def test_what_is_wrong_stands_beside_the_text_and_nothing_is_kept(enter, wrong, words):
    answer = enter("feng").post(reverse("add-plan"), written(**wrong))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not SamplingPlan.objects.exists()


def test_an_old_page_overwrites_nothing(enter):
    plan, client = plans.plan(), enter("feng")
    address = reverse("edit-plan", args=[plan.pk])
    assert client.post(address, written(edit_count="1", days_to_score="9")).status_code == 302
    answer = client.post(address, written(edit_count="1", days_to_score="3"))
    assert "has just been changed elsewhere" in answer.content.decode()
    assert SamplingPlan.objects.get().days_to_score == 9


def test_drawing_again_says_identical_or_what_differs(enter):
    plans.contacts()
    plan, client = plans.drawn(), enter("qian")
    address = reverse("compare-plan", args=[plan.pk])
    assert "No one has drawn this plan again yet." in said(client, "compare-plan", plan)
    assert client.post(address).status_code == 302
    assert "Drawn again: the same" in said(client, "compare-plan", plan)
    gone = Pick.objects.first().contact
    Contact.objects.filter(pk=gone.pk).update(channel="chat")
    client.post(address)
    text = said(client, "compare-plan", plan)
    assert "Drawn again: not the same" in text
    assert "The sampling frame has changed." in text
    assert gone.key in text


def test_while_the_worker_draws_the_pages_tell_how_far_it_is(enter, monkeypatch):
    monkeypatch.setattr(plan_jobs, "LARGE", 10)
    plans.contacts()
    plan, client = plans.plan(), enter("feng")
    moved(client, plan, "draw_plan")
    text = said(client, "see-plan", plan)
    assert "Being drawn:" in text
    assert "Check the assignment" not in text
    while work_once():
        pass
    assert "Check the assignment and start" in said(client, "see-plan", plan)
    client.post(reverse("compare-plan", args=[plan.pk]))
    text = said(client, "compare-plan", plan)
    assert "Draws so far:" in text
    assert "Draw again now" not in text
    while work_once():
        pass
    assert "Drawn again: the same" in said(client, "compare-plan", plan)


def test_before_it_starts_the_assignment_is_looked_at_and_made_again(enter, monkeypatch):
    plans.contacts()
    plan, client = plans.drawn(), enter("feng")
    for name in ("chen", "cao"):
        client.post(reverse("enter-exclusion"), {
            "analyst": cast.user(name).pk, "agent": "li", "reason": "relative", "note": "",
        })  # fmt: skip
    assert "Every contact has an analyst to score it." in said(client, "assign-plan", plan)
    answer = client.post(reverse("move-plan", args=[plan.pk]), {"move": "assign_plan"})
    assert answer.url == reverse("assign-plan", args=[plan.pk])
    text = said(client, "assign-plan", plan)
    assert "1 agent: relative 1" in text
    with monkeypatch.context() as many:
        many.setattr(plan_jobs, "MANY", 1)
        client.post(reverse("move-plan", args=[plan.pk]), {"move": "assign_plan"})
        going = said(client, "assign-plan", plan)
        assert "Being assigned again:" in going
        assert "Assign again" not in going
        assert "As of" not in said(client, "plan-estimates", plan)
        while work_once():
            pass
        assert "Being assigned again:" not in said(client, "assign-plan", plan)
    assert "Chen: relative; Cao: relative" in text
    assert "stay drawn but will not be scored" in text
    moved(client, plan, "start_plan")
    assert "Assign again" not in said(client, "assign-plan", plan)
    assert enter("chen").get(reverse("assign-plan", args=[plan.pk])).status_code in (403, 404)


def test_an_analyst_reads_what_is_theirs_and_not_who_hears_it_too(enter):
    plans.contacts()
    plan = plans.given()
    client = enter("chen")
    text = said(client, "list-picks", plan)
    assert "Second analyst" not in text
    assert "Cao" not in text
    assert len(client.get(reverse("list-picks", args=[plan.pk])).context["page"].object_list) == (
        Assignment.objects.filter(analyst=cast.user("chen")).count()
    )
    assert "Who scores how much" not in said(client, "see-plan", plan)


def test_a_contact_is_replaced_with_a_reason_and_the_list_says_so(enter):
    plans.contacts()
    plan, client = plans.given(), enter("feng")
    pick = plans.picks(plan).filter(stratum__rule="").first()
    address = reverse("replace-pick", args=[pick.pk])
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"reason": "no_sound"}).status_code == 302
    assert "Replaced: No sound" in said(client, "list-picks", plan)
    assert client.post(address, {"reason": "no_sound"}).status_code == 422


def test_the_desk_says_that_a_contact_was_drawn(enter):
    plans.contacts()
    plans.given()
    work = Assignment.objects.filter(analyst=cast.user("chen")).first()
    assert "drawn at random" in enter("chen").get(reverse("score-contact", args=[work.pk])).content.decode()


def test_the_agent_reads_how_the_contact_was_chosen_and_with_which_chance(enter):
    made = scene.evaluation(cast.li())
    scene.publish([made])
    address = reverse("see-evaluation", args=[made.pk])
    assert "selected manually" in enter("li").get(address).content.decode()
    plans.picked(made.assignment)
    assert "drawn at random: Calls of the spring, 4 of 40" in enter("li").get(address).content.decode()


def test_a_list_of_picks_costs_the_same_queries_however_long(enter, queries):
    plans.contacts(60)
    few, many = plans.drawn(text=plans.TEXT.replace("per_agent: 3", "per_agent: 1")), plans.drawn(seed=9)
    client = enter("feng")
    assert queries(client, reverse("list-picks", args=[few.pk])) == queries(
        client, reverse("list-picks", args=[many.pk])
    )


@pytest.mark.parametrize("order", ["", "?sort=agent"])
def test_picks_are_counted_off_by_key_and_no_row_is_read_twice(enter, queries, order):
    made = plans.running()
    assert queries(enter("feng"), reverse("list-picks", args=[made.pk]) + order) <= 11


def test_the_page_of_a_plan_goes_through_its_picks_once(enter, queries):
    made, client = plans.running(), enter("feng")
    assert queries(client, reverse("see-plan", args=[made.pk])) <= 12
    with CaptureQueriesContext(connection) as found:
        page = plan_page(made)
    assert len([one for one in found if 'FROM "quality_pick"' in one["sql"]]) == 1
    live = Pick.objects.filter(draw__plan=made, replaced_by=None)
    assert (page.picks, page.doubles) == (live.count(), live.exclude(second=None).count())
    assert page.unheard == live.filter(analyst=None).count()
