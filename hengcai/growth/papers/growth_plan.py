"""个人发展计划: blank, to be filled by hand, or one plan with its goals and signatures."""

from collections.abc import Sequence

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.growth.models import Plan
from hengcai.growth.queries.plans import plan_seen_by
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("goal_what", "goal_competency", "goal_how", "goal_support", "goal_due", "goal_outcome")
SIGNATURES = ("person", "plan_superior", "day")
FACTS = ("paper.fact.name", "form.fact.plan_year", "form.fact.plan_superior")
TEXTS = {"wish": 2, "strengths": 2}
BLANK_ROWS = 4


def growth_plan(making: Making) -> Body:
    wanted = making.chosen("growth_plan")
    plan = _plan(making, wanted) if wanted is not None else None
    blocks: list[Block] = []
    for name, lines in TEXTS.items():
        blocks += _part(making, plan, name, lines)
    heads = making.head.columns(*making.form.columns)
    blocks.append(Heading(making.tell.say("form.growth_plan.goals"), level=3))
    blocks.append(Table(heads, _rows(making, plan), widths=(5, 2.5, 4, 4, 3, 3.5), row_height=0 if plan else LINE * 2))
    return Body([*blocks, *_part(making, plan, "ending", 2)], _facts(making, plan), is_filled=plan is not None)


def _plan(making: Making, number: int) -> Plan:
    found = plan_seen_by(making.user, number)
    if found is None:
        raise NotNow("form.no_growth_plan", number=number)
    return found


def _part(making: Making, plan: Plan | None, name: str, lines: int) -> list[Block]:
    heading = Heading(making.tell.say(f"form.growth_plan.{name}"), level=3)
    if plan is None:
        return [heading, Lines(lines)]
    text = getattr(plan, name)
    return [heading, Paragraph(text)] if text else []


def _rows(making: Making, plan: Plan | None) -> Sequence[Sequence[str]]:
    if plan is None:
        return [("",) * len(COLUMNS)] * BLANK_ROWS
    tell = making.tell
    return [
        (
            one.what, tell.shown(one.competency.name) if one.competency else "", one.how, one.support,
            tell.day(one.due_on), one.outcome,
        )
        for one in plan.goals.all()
    ]  # fmt: skip


def _facts(making: Making, plan: Plan | None) -> list[tuple[str, str]]:
    tell = making.tell
    if plan is None:
        return [(tell.say(code), "") for code in FACTS]
    facts = [(FACTS[0], plan.person.name), (FACTS[1], str(plan.year)), (FACTS[2], plan.superior.name)]
    signed = [
        ("form.fact.growth_person_signed", plan.person_signed_at),
        ("form.fact.growth_superior_signed", plan.superior_signed_at),
    ]
    told = [(code, tell.day(day_of(at, settings.TIME_ZONE))) for code, at in signed if at]
    return [(tell.say(code), text) for code, text in (*facts, *told)]


FORM = Form("growth_plan", 95, growth_plan, (Ask("growth_plan", is_number=True),), COLUMNS, SIGNATURES)
