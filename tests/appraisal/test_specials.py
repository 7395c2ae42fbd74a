"""Special appraisals: for people chosen by hand, for a purpose, with the quarter's forms and rules."""

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.forms import form_items
from hengcai.appraisal.models import Participant, RatingTask, Result
from hengcai.base.bilingual import Bilingual
from hengcai.evidence.models import Evidence
from hengcai.people.models import Placement
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")


def special(purpose="retest", code="2026-03-S", kind="special"):
    stage.in_force_everything()
    return actions.add_cycle(
        cast.centre(), by=cast.user("zheng"), kind=kind, purpose=purpose, code=code, name=Bilingual("专项", "Special"),
        period=(stage.START, stage.END), dates=stage.DATES,
    )  # fmt: skip


def test_a_special_appraisal_is_of_those_chosen_and_of_nobody_else(db):
    cycle = special()
    for name in ("li", "wang"):
        stage.person(name)
    actions.add_participant(cycle, by=cast.user("zheng"), person=cast.person("li"))
    actions.open_cycle(cycle, by=cast.user("zheng"), today=stage.END)
    assert list(cycle.participants.values_list("person__number", flat=True)) == ["li"]
    assert set(RatingTask.objects.values_list("source", flat=True)) >= {"self", "superior"}
    assert cycle.policy.kind == "quarterly"


def test_nobody_chosen_nothing_opened(db):
    cycle = special()
    stage.person("li")
    refused("appraisal.nobody_chosen", actions.open_cycle, cycle, by=cast.user("zheng"), today=stage.END)


@pytest.mark.parametrize(("kind", "purpose"), [("special", ""), ("special", "because"), ("quarter", "retest")])
def test_a_special_appraisal_names_its_purpose_and_no_other_does(db, kind, purpose):
    refused("appraisal.purpose", special, purpose, kind=kind)


def test_its_result_goes_to_the_ledger_as_a_quarters_does(db):
    cycle = special()
    actions.add_participant(cycle, by=cast.user("zheng"), person=stage.person("li"))
    stage.person("zhao")
    Placement.objects.filter(person__number="li").update(lead=cast.person("zhao"))
    stage.person("zhou")
    actions.open_cycle(cycle, by=cast.user("zheng"), today=stage.END)
    for number in range(5):
        stage.contact(cast.person("li"), number, csat="4")
    for form in RatingTask.objects.select_related("participant__cycle", "participant__post"):
        stage.rate_by_file(form)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stage.publish(cycle)
    assert Result.objects.get().participant.cycle.purpose == "retest"
    assert Result.objects.get().final == 4
    assert Evidence.objects.filter(kind="rated", person__number="li").exists()


@pytest.mark.parametrize(
    ("name", "own", "others"),
    [
        ("zhao", "coaching", "scoring_accuracy"),
        ("chen", "scoring_accuracy", "coaching"),
        ("zhou", "training_effect", "coaching"),
    ],
)
def test_a_quarter_takes_in_those_who_lead_judge_and_teach_by_their_own_model(db, name, own, others):
    """Each with the model of their post, self and superior, never the practical test of the front line."""
    stage.in_force_everything()
    for one in ("li", "zhao", "chen", "zhou"):
        stage.person(one)
    above = stage.colleague("boss", post="lead", lead=None)
    Placement.objects.filter(person__number=name).update(lead=above)
    cycle = actions.open_cycle(stage.cycle(), by=cast.user("zheng"), today=stage.END)
    member = Participant.objects.get(cycle=cycle, person__number=name)
    forms = {task.source: task for task in RatingTask.objects.filter(participant=member)}
    assert {"self", "superior"} <= set(forms)
    assert "practical" not in forms
    items = {item.code for item in form_items(stage.task(cycle, name))}
    assert own in items
    assert others not in items
