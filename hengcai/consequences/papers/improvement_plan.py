"""绩效改进计划: blank, to be filled by hand, or one plan from its gap to its re-test."""

from fractions import Fraction

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.consequences.queries.plans import PlanSight, plan_to_print
from hengcai.paper.blocks import Block, Heading, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("plan_part", "plan_words")
PARTS = ("gap", "goals", "support", "other_post")
FACTS = ("paper.fact.name", "form.fact.plan_support", "form.fact.plan_days", "form.fact.plan_from", "form.fact.state")


def improvement_plan(making: Making) -> Body:
    number = making.chosen("plan")
    sight = plan_to_print(making.user, number) if number is not None else None
    if number is not None and sight is None:
        raise NotNow("form.no_improvement_plan", number=number)
    say = making.tell.say
    rows = [(say(f"form.improvement_plan.{part}"), mask(getattr(sight.plan, part)) if sight else "") for part in PARTS]
    height = 0 if sight else LINE * 2.5
    table = Table(making.head.columns(*COLUMNS), rows, widths=(2, 8), row_height=height)
    return Body([table, *_ending(making, sight)], _facts(making, sight), is_filled=sight is not None)


def _ending(making: Making, sight: PlanSight | None) -> list[Block]:
    if sight is None:
        return []
    plan, say = sight.plan, making.tell.say
    texts = [("refusal", plan.refusal), ("unsigned", plan.started_unsigned_because)]
    if plan.change:
        verdict = say(f"consequences.change.{plan.change['verdict']}")
        figures = {name: making.tell.points(Fraction(plan.change[name])) for name in ("before", "after")}
        texts.append(("change", say("form.improvement_plan.changed", verdict=verdict, **figures)))
    if plan.overtaken_by_id:
        texts.append(("overtaken", say("form.improvement_plan.overtaken_because")))
    texts.append(("ending", plan.ending))
    return [
        block
        for name, text in texts
        if text
        for block in (Heading(say(f"form.improvement_plan.{name}"), level=3), Paragraph(mask(text)))
    ]


def _facts(making: Making, sight: PlanSight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    plan = sight.plan
    cycle, score = plan.result.participant.cycle, tell.points(Fraction(plan.result.final or 0))
    told = (
        plan.person.name, plan.lead.name,
        tell.say("form.improvement_plan.days", first=plan.starts_on, last=plan.ends_on),
        tell.say("form.improvement_plan.from", cycle=cycle.name, score=score, band=tell.called("band", plan.result.band)),
        tell.say(f"consequences.plan.state.{plan.state}"),
    )  # fmt: skip
    signed = [
        ("form.fact.plan_person_signed", plan.person_signed_at),
        ("form.fact.plan_lead_signed", plan.lead_signed_at),
    ]
    days = [(tell.say(code), tell.day(day_of(at, settings.TIME_ZONE))) for code, at in signed if at]
    return [*((tell.say(code), text) for code, text in zip(FACTS, told, strict=True)), *days]


FORM = Form(
    "improvement_plan", 90, improvement_plan, (Ask("plan", is_number=True),), COLUMNS, ("person", "plan_lead", "day")
)
