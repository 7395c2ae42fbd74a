"""From a sampling plan over its draw and its assignment to the analyst's list, in a real browser."""

import pytest

from hengcai.jobs.worker import work_once
from hengcai.quality import plan_jobs
from hengcai.quality.drawn_models import SamplingPlan
from hengcai.quality.models import Assignment
from tests import cast
from tests.journeys.test_disputes import TOO_WIDE
from tests.quality import plans, scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def work_done():
    """A running plan waits for its next Monday, which a clock set back never reaches: so not for ever."""
    for _n in range(8):
        work_once()


def written(visitor):
    visitor.go("/quality/plans/add/")
    visitor.page.fill("#id_text", plans.TEXT)
    visitor.page.fill("#id_seed", "7")
    visitor.page.click("main form button[type=submit]")
    visitor.page.wait_for_url("**/quality/plans/*/")
    return SamplingPlan.objects.get()


def excluded(visitor):
    visitor.go("/quality/exclusions/add/").select_option("#id_analyst", label="Chen")
    visitor.page.fill("#id_agent", "li")
    visitor.page.check("input[name=reason][value=relative]")
    visitor.page.click("main form button[type=submit]")
    visitor.page.wait_for_url("**/quality/exclusions/")


@pytest.mark.parametrize(("width", "language"), [(1440, "zh-hans"), pytest.param(360, "en", marks=pytest.mark.slow)])
def test_a_plan_is_drawn_assigned_without_the_excluded_started_and_reaches_the_analyst(
    visit, monkeypatch, width, language
):
    monkeypatch.setattr("hengcai.base.clock.today", lambda: plans.AFTER)
    monkeypatch.setattr(plan_jobs, "LARGE", 10)  # so that the worker draws
    scene.scorecard()
    plans.contacts()
    for name in ("chen", "cao"):
        cast.user(name)
    planner = visit("feng", width=width, language=language)
    plan = written(planner)
    planner.page.click("button[value=draw_plan]")
    planner.page.wait_for_selector("[data-job]")
    work_done()
    excluded(planner)
    planner.go(f"/quality/plans/{plan.pk}/").click("a.btn-primary")
    planner.page.wait_for_url("**/assignment/")
    planner.page.click("button[value=assign_plan]")
    planner.page.wait_for_load_state()
    assert planner.page.evaluate(TOO_WIDE) == []
    planner.page.click("button[value=start_plan]")
    planner.page.wait_for_load_state()
    work_done()
    given = Assignment.objects.filter(analyst__username="chen", state="open", pick__draw__plan=plan)
    assert given.exists()
    assert not given.filter(contact__agent__number="li").exists()
    analyst = visit("chen", width=width, language=language)
    analyst.go("/quality/assignments/")
    assert given.first().contact.agent.name in analyst.text()
    analyst.page.click(f"a[href*='/quality/assignments/{given.first().pk}/']")
    analyst.page.wait_for_url("**/quality/assignments/*/")
