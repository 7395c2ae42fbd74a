"""Rows of another team named in forms and bodies of this part: refused or not there, and nothing is written."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from hengcai.appraisal.models import Result
from hengcai.audit.models import Entry
from tests import cast
from tests.consequences import plan_scene as ps
from tests.consequences import scene
from tests.growth import test_plans as idp
from tests.insight.conftest import standards

__all__ = ["standards"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standards")]
WATCHED = ("consequences", "growth", "improvement", "records", "appeals")
PLAN = {"gap": "a", "goals": "b", "support": "c", "starts_on": "2099-03-31", "ends_on": "2099-05-31"}
MEASURE = {"about": "person", "finding": "抢话", "action": "辅导", "due_on": "2099-03-31"}


@pytest.fixture
def world():
    """He is of Lin's team; Zhao leads Li and Wang, and all that follows is posted by Zhao."""
    plan = ps.running()
    own = idp.agreed()
    other = idp.actions.open_growth_plan(cast.person("he"), by=cast.user("lin"), year=2026)
    goal = {"wish": "", "strengths": "", "goals": [idp.GOAL], "edit_count": 0}
    idp.actions.edit_growth_plan(other, by=cast.user("lin"), **goal)
    scene.result(scene.cycle("s-he", ps.AGAIN, kind="special"), "he", *ps.ABOVE)
    client = Client(raise_request_exception=False)
    client.force_login(cast.user("zhao"))
    return {"client": client, "plan": plan, "own": own, "goal": other.goals.get(), "he": cast.person("he")}


def written():
    models = [one for name in WATCHED for one in apps.get_app_config(name).get_models()]
    return [sorted(one.objects.values_list(), key=str) for one in models], Entry.objects.count()


def posts(w):
    he, plan, client = w["he"].pk, w["plan"].pk, w["client"]
    retest = Result.objects.get(participant__person__number="he").pk
    yield client.post(reverse("add-improvement-plan") + f"?person={he}", PLAN)
    yield client.post(reverse("see-improvement-plan", args=[plan]), {"do": "succeed", "retest": retest, "words": "x"})
    yield client.post(reverse("see-steps", args=[he]), {"do": "propose", "kind": "promotion", "reason": "x"})
    yield client.post(reverse("add-nomination") + f"?person={he}", {"kind": "star", "reason": "x"})
    yield client.post(reverse("list-growth-plans"), {"do": "open", "person": he, "year": 2027})
    yield client.post(
        reverse("see-growth-plan", args=[w["own"].pk]), {"do": "note", "goal": w["goal"].pk, "outcome": "x"}
    )
    yield client.post(reverse("see-growth", args=[he]), {"do": "rate", "step": 1, "because": "x"})
    yield client.post(reverse("see-bundle", args=[he]), {"given_on": "2026-03-02", "what": "x", "hours": "1"})
    yield client.post(reverse("raise-remedy"), {**MEASURE, "person": "he", "owner": "zhao"})
    yield client.post(
        reverse("raise-remedy"), {**MEASURE, "about": "team", "team": cast.team("two").pk, "owner": "zhao"}
    )


def bodies(w):
    he, plan = w["he"].pk, w["plan"].pk
    retest = Result.objects.get(participant__person__number="he").pk
    owner = cast.user("zhao").pk
    yield f"consequences/people/{he}/improvement-plan", PLAN
    yield f"consequences/improvement-plans/{plan}/succeed", {"retest": retest, "words": "x"}
    yield f"consequences/people/{he}/moves", {"kind": "promotion", "reason": "x"}
    yield f"consequences/people/{he}/nominations", {"award": "star", "reason": "x"}
    yield "growth/plans", {"person": "he", "year": 2027}
    yield "growth/standings", {"person": "he", "step": 1, "because": "x"}
    yield "improvement/measures", {**MEASURE, "person": "he", "owner": owner}
    yield "improvement/measures", {**MEASURE, "about": "team", "team": cast.team("two").pk, "owner": owner}


def test_a_form_that_names_somebody_elses_row_writes_nothing(world):
    before = written()
    codes = [answer.status_code for answer in posts(world)]
    assert all(code in (403, 404, 409, 422) for code in codes), codes
    assert written() == before


def test_a_body_that_names_somebody_elses_row_writes_nothing(world):
    before = written()
    codes = [
        world["client"].post(f"/api/{address}", body, content_type="application/json").status_code
        for address, body in bodies(world)
    ]
    assert all(code in (403, 404, 409, 422) for code in codes), codes
    assert written() == before
