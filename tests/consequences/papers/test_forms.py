"""绩效工资核算表 and 绩效改进计划: what they say of a month and of a plan, and to whom."""

import pytest

from tests.consequences import plan_scene as ps
from tests.consequences import scene
from tests.paper.laying import everything, made, refused

pytestmark = pytest.mark.django_db


def test_the_pay_sheet_says_why_a_coefficient_is_not_the_grades_own():
    scene.bases()
    month = scene.month()
    scene.appealed(month.participants.get(person__number="he").results.get(), by="he")
    run = scene.prepared(month)
    text = everything(made("pay_sheet", run=run.pk, reader="wu"))
    for said in ("待人工复核，按等次为 0.9", "申诉未结，按等次为 0.7", "1.2", "2400"):
        assert said in text
    for reader in ("zhao", "li", "zhou", "zheng"):
        refused("form.no_pay_run", made, "pay_sheet", run=run.pk, reader=reader)
    assert "备注" in everything(made("pay_sheet", reader="wu"))


def test_the_plan_names_its_signatures_and_the_measured_change():
    plan = ps.running()
    text = everything(made("improvement_plan", plan=plan.pk, reader="wang"))
    assert all(said in text for said in ("本人签字", "辅导人签字", ps.TEXT.goals, ps.TEXT.gap))
    for reader in ("li", "zhou", "chen"):
        refused("form.no_improvement_plan", made, "improvement_plan", plan=plan.pk, reader=reader)
