"""A draft tried on a published cycle: who would change, by team, at what cost; nobody is shown what is not theirs."""

from decimal import Decimal
from fractions import Fraction

import pytest

from hengcai.accounts.models import RoleGrant, system_user
from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy, Result
from hengcai.appraisal.queries.what_if import cycles_to_try, what_if
from hengcai.interactions.models import Measure
from tests import cast
from tests.appraisal import stage

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]


@pytest.fixture
def month():
    cycle = stage.open_month()
    for name, share in (("li", "0.95"), ("wang", "0.85"), ("he", "0.70")):
        person = cast.person(name)
        for code, value in (("adherence", share), ("first_contact_resolution", share), ("satisfaction", share)):
            period = {"period_start": cycle.period_start, "period_end": cycle.period_end}
            Measure.objects.create(agent=person, code=code, value=Decimal(value), denominator=20, **period)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    return stage.publish(cycle)


def draft(text, kind="monthly"):
    return Policy(kind=kind, number=9, name="x", text=text)


def test_the_same_policy_moves_nobody_and_nothing_is_written(month):
    before = list(Result.objects.order_by("pk").values())
    found = what_if(draft(month.policy.text), month, system_user())
    assert (found.changed, found.unlike, found.cost.coefficient) == (0, 0, 0)
    assert found.people == len(before)
    assert list(Result.objects.order_by("pk").values()) == before


def test_another_grade_line_moves_people_by_team_with_names_and_cost(month):
    grades = 'grades: [{code: excellent, from: "0"}]\nconsequences: {coefficients: {excellent: "1.5"}, probability: "0.9", cycles: "2"}\n'
    li = cast.person("li")
    found = what_if(draft(grades), month, system_user(), base={li.pk: Fraction(2000)})
    scored = Result.objects.exclude(final=None).count()
    assert found.changed == len(found.moved) == sum(one.up + one.down for one in found.teams)
    assert found.cost.people == scored
    assert found.cost.without_base == scored - 1
    old = month.policy
    band = Result.objects.get(participant__person=li).band
    assert found.cost.money == (Fraction("1.5") - {"excellent": Fraction("1.2"), "good": 1, "pass": Fraction("0.9"),
                                                   "fail": Fraction("0.7")}[band]) * 2000  # fmt: skip
    assert old.kind == "monthly"


def test_ones_own_case_is_not_named(month):
    """A member of the panel is in the cycle as well."""
    user = cast.person("li").user
    RoleGrant.objects.create(user=user, role="appraisal_group")
    found = what_if(draft('grades: [{code: star, from: "0"}]'), month, cast.user("li"))
    assert "li" not in {one.person.number for one in found.moved}
    assert found.unnamed == 1
    assert {one.people for one in found.teams} == {None, 1} or None in {one.people for one in found.teams}


def test_what_does_not_come_out_again_is_left_out_and_said(month):
    Result.objects.filter(participant__person__number="li").update(band="pass", final="1.0")
    found = what_if(draft(month.policy.text), month, system_user())
    assert (found.unlike, found.changed) == (1, 0)


def test_only_published_cycles_of_its_kind_are_offered(month):
    assert cycles_to_try(draft("")) == [month]
    assert cycles_to_try(draft("", kind="quarterly")) == []
    assert what_if(draft("repeat_days: 5"), month, system_user()).untried == ("repeat_days",)


def test_a_quarter_has_no_cost_of_its_own():
    quarter = stage.open_quarter()
    stage.send(stage.task(quarter, source="self"), by="li")
    stage.send(stage.task(quarter), by="zhao")
    actions.compute_cycle(quarter, by=cast.user("zheng"))
    stage.publish(quarter)
    found = what_if(
        draft('minimum_evidence: {required: [superior], weight: "0.10"}', kind="quarterly"), quarter, system_user()
    )
    assert found.cost is None
    assert found.changed == sum(one.gained for one in found.teams)
