"""The end of probation, against what the post asks; filled from a probation cycle's result as its reader may see it."""

from collections.abc import Sequence

from hengcai.appraisal.models import Result
from hengcai.appraisal.papers.asking import NUMBER, PROBATIONS, cycle_of, framework_for, not_here, whose
from hengcai.appraisal.papers.lines import band_of, person_facts, score_of
from hengcai.appraisal.queries.printed import levels_reached, result_to_print
from hengcai.framework.asked import required_in_force
from hengcai.framework.models import Competency
from hengcai.framework.papers.asking import POST, asked_of
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("competency", "required", "reached", "grounds")


def probation(making: Making) -> Body:
    cycle, number = whose(making)
    if not cycle or not number:
        return _blank(making)
    result = result_to_print(making.user, cycle, number)
    if result is None:
        raise not_here(making)
    tell = making.tell
    rows = [
        _row(making, one.competency, tell.plain(one.required), tell.points(one.rated) or "–")
        for one in levels_reached(result, making.user)
    ]
    facts = [*person_facts(making, result.participant), (tell.say("form.fact.final"), _final(result, making))]
    return Body(_table(making, rows, filled=True), facts, is_filled=True)


def _final(result: Result, making: Making) -> str:
    band = band_of(result, making.tell)
    return band if result.final is None else f"{score_of(result)} {band}"


def _blank(making: Making) -> Body:
    post, parts = asked_of(making, framework_for(making))
    required = required_in_force(post)
    asked = [one for part in parts for one in part.competencies]
    rows = [_row(making, one, making.tell.plain(required.get(one.code)), "") for one in asked]
    return Body(_table(making, rows, filled=False), person_facts(making, post=post.name))


def _row(making: Making, item: Competency, required: str, level: str) -> list[str]:
    return [str(item.name.read(making.tell.language)), required or "–", level, ""]


def _table(making: Making, rows: Sequence[Sequence[str]], *, filled: bool) -> list[Block]:
    tell, height = making.tell, 0 if filled else LINE
    return [
        Table(making.head.columns(*COLUMNS), rows, widths=(3, 1.6, 1.6, 7), numeric=(1, 2), row_height=height),
        Heading(tell.say("form.conclusion"), level=3), Paragraph(tell.say("form.conclusion.choices")),
        Paragraph(tell.say("form.conclusion.grounds")), Lines(3),
    ]  # fmt: skip


FORM = Form(
    "probation", 90, probation, (POST, cycle_of(PROBATIONS), NUMBER), COLUMNS, ("person", "lead", "trainer", "hr", "day")
)  # fmt: skip
