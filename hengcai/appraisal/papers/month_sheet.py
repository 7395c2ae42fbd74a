"""A month's indicators and points: one person's, everybody's groups, or a blank sheet of the policy in force."""

from collections.abc import Sequence

from hengcai.appraisal.models import Cycle
from hengcai.appraisal.papers.asking import MONTHS, NUMBER, cycle_of, framework_for, not_here, whose
from hengcai.appraisal.papers.lines import PERSON_WIDTHS, cycle_name, month_scores, person_facts, visible
from hengcai.appraisal.papers.month import month, names_in
from hengcai.appraisal.queries.printed import month_facts, month_policy_in_force, result_to_print
from hengcai.appraisal.queries.results import is_about
from hengcai.base.errors import NotNow
from hengcai.framework.queries import service_groups
from hengcai.paper.blocks import Block, Bullets, Heading, Lines, Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import BLANK_LINES, LINE, Body, Making

ONE, ALL = ("group", "service_indicator", "points", "basis", "earned"), ("name", "number", "team", "total", "grade")


def month_sheet(making: Making) -> Body:
    cycle, number = whose(making)
    if cycle is None:
        return _blank(making)
    return _of_person(making, cycle, number) if number else _of_all(making, cycle)


def _blank(making: Making) -> Body:
    policy, tell = month_policy_in_force(), making.tell
    if policy is None:
        raise NotNow("form.nothing_to_lay_out")
    names = names_in(service_groups(framework_for(making)), tell)
    rows = [
        (
            names.get(group, group) if place == 0 else "",
            names.get(f"{group}.{code}", code),
            tell.plain(points.value),
            "",
            "",
        )
        for group, one in policy.groups.items()
        for place, (code, points) in enumerate(one.indicators.items())
    ]
    return Body([_sheet(making, rows, LINE), *_remarks(making, [])], person_facts(making))


def _sheet(making: Making, rows: Sequence[Sequence[str]], height: float) -> Table:
    return Table(making.head.columns(*ONE), rows, widths=(2, 3, 1.2, 6, 1.2), numeric=(2, 4), row_height=height)


def _remarks(making: Making, texts: Sequence[str]) -> list[Block]:
    heading = Heading(making.tell.say("form.remarks"), level=3)
    return [heading, Bullets(texts) if texts else Lines(2)]


def _of_person(making: Making, cycle: Cycle, number: str) -> Body:
    tell, result = making.tell, result_to_print(making.user, cycle, number)
    facts = month_facts(result, to_rated=is_about(result, making.user)) if result else None
    if result is None or facts is None:
        raise not_here(making)
    told = month(facts, tell)
    rows: list[Sequence[str]] = [
        (group.name if place == 0 else "", line.name, line.points, line.basis, line.earned)
        for group in told.groups
        for place, line in enumerate(group.lines)
    ]
    rows.append((told.total, "", "", "", told.final))
    final = f"{told.final} {tell.called('band', result.band)}".strip()
    blocks: list[Block] = [_sheet(making, rows, 0), Bullets(told.notes)]
    blocks += _remarks(making, [text for _source, text in told.remarks])
    return Body(
        blocks, [*person_facts(making, result.participant), (tell.say("form.fact.final"), final)], is_filled=True
    )


def _of_all(making: Making, cycle: Cycle) -> Body:
    (results, more), groups = visible(making), service_groups(cycle.framework)
    codes = [group.code for group in groups]
    names = [str(group.name.read(making.tell.language)) for group in groups]
    columns = [*making.head.columns(*ALL[:3]), *names, *making.head.columns(*ALL[3:])]
    rows: list[Sequence[str]] = [month_scores(one, codes, making.tell) for one in results]
    blank = [("",) * len(columns)] * BLANK_LINES
    widths = (*PERSON_WIDTHS, *(1.3 for _code in codes), 1.2, 1.4)
    numeric = tuple(range(3, 4 + len(codes)))
    table = Table(columns, rows or blank, widths=widths, numeric=numeric, row_height=0 if rows else LINE)
    return Body([table, *more], subtitle=cycle_name(making), is_filled=bool(rows))


FORM = Form("month-sheet", 60, month_sheet, (cycle_of(MONTHS), NUMBER), (*ALL, *ONE), ("person", "lead", "day"))
