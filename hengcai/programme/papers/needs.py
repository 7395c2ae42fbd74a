"""培训需求表: blank, or the needs of one plan as far as its reader sees them, the heaviest first."""

from collections.abc import Sequence

from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.programme.models import Need, TrainingPlan
from hengcai.programme.queries.plans import needs_seen_by, plan_to_print
from hengcai.training.queries.catalogue import competency_names

COLUMNS = ("number", "name", "need_competency", "need_level", "need_required", "need_gap", "need_course")
FACTS = ("form.fact.training_plan_name", "form.fact.training_plan_days")
BLANK, MOST = 16, 400


def needs(making: Making) -> Body:
    number = making.chosen("training_plan")
    plan = plan_found(making, number) if number is not None else None
    rows = _rows(making, plan) if plan else [("",) * len(COLUMNS)] * BLANK
    table = Table(making.head.columns(*COLUMNS), rows, widths=(2, 3, 4, 2, 2, 2, 6), row_height=0.0 if plan else LINE)
    return Body([table], plan_facts(making, plan), is_filled=plan is not None)


def plan_found(making: Making, number: int) -> TrainingPlan:
    found = plan_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_training_plan", number=number)
    return found


def plan_facts(making: Making, plan: TrainingPlan | None) -> list[tuple[str, str]]:
    tell = making.tell
    if plan is None:
        return [(tell.say(code), "") for code in FACTS]
    days = f"{tell.day(plan.first_on)} – {tell.day(plan.last_on)}"
    return [(tell.say(FACTS[0]), plan.name), (tell.say(FACTS[1]), days)]


def _rows(making: Making, plan: TrainingPlan) -> Sequence[Sequence[str]]:
    names = competency_names()
    return [_row(making, one, names) for one in needs_seen_by(making.user, plan)[:MOST]]


def _row(making: Making, one: Need, names: "dict[str, object]") -> Sequence[str]:
    tell = making.tell
    course = one.course.title.read(tell.language) if one.course else one.dropped
    return (
        one.person.number, one.person.name, tell.shown(names.get(one.competency, one.competency)),
        tell.points(one.level), tell.points(one.required), tell.say(f"programme.gap.{'certain' if one.is_certain else 'possible'}"),
        course,
    )  # fmt: skip


FORM = Form(
    "training-needs",
    132,
    needs,
    (Ask("training_plan", is_number=True),),
    COLUMNS,
    ("plan_author", "day"),
    is_landscape=True,
)
