"""培训计划表: blank, or one plan by course with people, places, sessions and cost."""

from collections.abc import Sequence

from hengcai.paper.blocks import Block, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.programme.models import TrainingPlan
from hengcai.programme.papers.needs import plan_facts, plan_found
from hengcai.programme.queries.plans import CourseLine, course_lines, total

COLUMNS = ("plan_course", "plan_people", "plan_certain", "plan_seats", "plan_sessions", "plan_finished", "plan_cost")
BLANK = 12


def plan(making: Making) -> Body:
    number = making.chosen("training_plan")
    found = plan_found(making, number) if number is not None else None
    lines = course_lines(found) if found else []
    rows = [_row(making, one) for one in lines] if found else [("",) * len(COLUMNS)] * BLANK
    table = Table(making.head.columns(*COLUMNS), rows, widths=(6, 2, 2, 2, 3, 2, 3), row_height=0.0 if found else LINE)
    blocks: list[Block] = [table]
    if found:
        blocks.append(Paragraph(_sum(making, found, lines)))
    return Body(blocks, plan_facts(making, found), is_filled=found is not None)


def _row(making: Making, one: CourseLine) -> Sequence[str]:
    counts = (one.people, one.certain, one.seated)
    sessions = f"{one.planned} / {one.held}"
    return (making.tell.shown(one.course.title), *map(str, counts), sessions, str(one.finished), str(one.cost))


def _sum(making: Making, found: TrainingPlan, lines: Sequence[CourseLine]) -> str:
    code = "form.training-plan.sum" if found.budget is None else "form.training-plan.sum_budget"
    return making.tell.say(code, cost=total(lines), budget=found.budget)


FORM = Form(
    "training-plan",
    133,
    plan,
    (Ask("training_plan", is_number=True),),
    COLUMNS,
    ("plan_author", "head", "day"),
    is_landscape=True,
)
