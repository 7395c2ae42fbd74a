"""Policies: drafted as text, published once, kept with the results made under them."""

import pytest

from hengcai.appraisal import actions, states
from hengcai.appraisal.models import Policy
from hengcai.appraisal.parsing import parsed
from hengcai.base.errors import NotAllowed
from tests import cast
from tests.appraisal import procedure, stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")
TEXT = 'name: Sharper\nsources: {superior: "0.50", self: "0.20", peer: "0.10", customer: "0.10", practical: "0.10"}\n'


def add(text=TEXT, *, kind="quarterly", by="wu"):
    return actions.add_policy(cast.centre(), by=cast.user(by), kind=kind, text=text)


def test_the_shipped_policies_are_in_force_and_loaded_once(db):
    assert list(Policy.objects.order_by("kind").values_list("kind", "number", "state")) == [
        ("monthly", 1, "published"), ("quarterly", 1, "published"),
    ]  # fmt: skip
    assert actions.load_shipped_policies(cast.centre(), by=cast.user("qian"), today=stage.END) == []


def test_a_draft_is_the_next_version(db):
    draft = add()
    assert (draft.number, draft.name, draft.state, draft.text) == (2, "Sharper", "draft", TEXT)
    assert parsed(draft).sources["superior"].text == "0.50"
    assert add(by="zheng").number == 3
    assert parsed(add("grades: [{code: a, from: '0'}]", kind="monthly")).grades[0].code == "a"


def test_a_text_that_does_not_hold_is_refused_with_its_line(db):
    facts = refused("policy.sum_wrong", add, 'name: x\nsources: {superior: "0.50", self: "0.60"}')
    assert facts["line"] == 2
    assert Policy.objects.count() == 2


def test_publishing_retires_the_one_before_and_cycles_keep_theirs(db):
    cycle = stage.cycle()
    draft = add()
    published = procedure.in_force(draft, on=stage.END)
    assert (published.state, published.published_on, published.in_force_from) == ("published", stage.END, stage.END)
    assert Policy.objects.get(kind="quarterly", number=1).state == "retired"
    assert Policy.objects.get(kind="monthly").state == "published"
    assert cycle.policy.number == 1
    assert stage.cycle(code="later").policy.number == 2


@pytest.mark.parametrize("state", Policy.State.values)
def test_a_policy_is_put_in_force_from_announced_alone(db, state):
    draft = procedure.announced(add(), today=stage.START, in_force_from=stage.END)
    Policy.objects.filter(kind="quarterly", number=1).update(state="retired")
    Policy.objects.filter(pk=draft.pk).update(state=state)
    run = lambda: actions.publish_policy(draft, by=cast.user("zheng"), today=stage.END)  # noqa: E731
    if state in states.PUBLISH_POLICY.sources:
        assert run().state == "published"
    else:
        refused("move.state", run)


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "zhou", "sun"])
def test_policies_are_written_by_the_group_and_hr(db, name):
    with pytest.raises(NotAllowed):
        add(by=name)


def test_hr_drafts_and_does_not_approve(db):
    draft = procedure.discussed(add(), today=stage.START)
    with pytest.raises(NotAllowed):
        actions.decide_policy(draft, by=cast.user("wu"), meeting=procedure.meeting(stage.END), today=stage.END)
