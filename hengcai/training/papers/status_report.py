"""客服团队技能现状分析报告: its sentences, and the tables its figures stand in."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Block, Heading, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import Body, Making
from hengcai.paper.telling import Teller
from hengcai.training.facts.drafting import SECTIONS, figure
from hengcai.training.models import Report
from hengcai.training.papers.status_charts import drawings_of
from hengcai.training.queries.projects import report_to_print
from hengcai.training.rules.priorities import NEED, SOURCES, UNKNOWN

COLUMNS = ("rank", "ability", "by_survey", "by_gap", "by_complaints", "by_listening", "by_interviews")
MATTERS, PRAISED, BENCHMARKS = (
    ("matter", "count", "upheld"),
    ("praised_for", "count"),
    ("measure", "own", "value", "source", "on"),
)
MOST_MATTERS, BLANK_ROWS = 15, 6
MARK = {NEED: " ▼"}


def status_report(making: Making) -> Body:
    number = making.chosen("project")
    found = report_to_print(making.user, number) if number is not None else None
    if number is not None and found is None:
        raise NotNow("form.no_report", number=number)
    if found is None:
        blank = [("",) * len(COLUMNS)] * BLANK_ROWS
        return Body(
            [Table(making.head.columns(*COLUMNS), blank, widths=(1.1, 2.2, 2.6, 2.8, 2.6, 2.6, 2.6), row_height=1)]
        )
    return Body(list(_blocks(making, found)), _facts(making, found), subtitle=found.project.name, is_filled=True)


def _blocks(making: Making, report: Report) -> Iterator[Block]:
    tell, facts = making.tell, report.facts
    for name in SECTIONS:
        yield Heading(tell.say(f"training.section.{name}"))
        yield Paragraph(str(report.texts[name].read(tell.language)))
        if name == "summary":
            yield Heading(tell.say("form.report.priorities"), level=3)
            yield Table(making.head.columns(*COLUMNS), _places(facts, tell), widths=(1.1, 2.2, 2.6, 2.8, 2.6, 2.6, 2.6))
        yield from drawings_of(name, facts, tell)
        if name == "complaints":
            yield from _causes(facts, tell)
    if facts["benchmarks"]:
        yield Heading(tell.say("form.report.benchmarks"))
        yield _table("benchmarks", BENCHMARKS, _benchmarks(facts, tell), tell)


def _table(name: str, columns: Sequence[str], rows: Sequence[Sequence[object]], tell: Teller) -> Table:
    return Table([tell.say(f"form.report.{one}") for one in columns], rows, name=tell.say(f"form.report.{name}"))


def _places(facts: dict[str, Any], tell: Teller) -> list[list[str]]:
    return [[_rank(one, tell), _name(one["competency"], facts, tell), *_signals(one, tell)] for one in facts["places"]]


def _rank(place: dict[str, Any], tell: Teller) -> str:
    if place["rank"]:
        return str(place["rank"])
    is_open = any(one["verdict"] == UNKNOWN for one in place["signals"])
    return tell.say("form.report.cannot_tell" if is_open else "form.report.not_ranked")


def _signals(place: dict[str, Any], tell: Teller) -> list[str]:
    """Each source's figure; ▼ where it shows a need."""
    found = {one["source"]: one for one in place["signals"]}
    return [_signal(found[source], tell) for source in SOURCES]


def _signal(one: dict[str, Any], tell: Teller) -> str:
    return (figure(one, tell) or tell.say("form.report.cannot_tell")) + MARK.get(one["verdict"], "")


def _name(code: str, facts: dict[str, Any], tell: Teller) -> str:
    return str(facts["names"].get(code, {}).get(tell.tongue) or code)


def _causes(facts: dict[str, Any], tell: Teller) -> Iterator[Block]:
    """Complaints, and praise beside them."""
    unnamed = tell.say("training.report.complaints.unnamed")
    if rows := facts["complaints"][:MOST_MATTERS]:
        told = [[one["matter"] or unnamed, one["n"], one["upheld"]] for one in rows]
        yield _table("matters", MATTERS, told, tell)
    if rows := facts["praise"][:MOST_MATTERS]:
        yield _table("praise", PRAISED, [[one["matter"] or unnamed, one["n"]] for one in rows], tell)


def _benchmarks(facts: dict[str, Any], tell: Teller) -> list[list[object]]:
    return [
        [one["measure"], one["own"] or "–", one["value"], one["source"], tell.day(date.fromisoformat(one["on"]))]
        for one in facts["benchmarks"]
    ]


def _facts(making: Making, report: Report) -> list[tuple[str, str]]:
    tell = making.tell
    if report.issued_at is None or report.issued_by is None:
        return [(tell.say("form.report.draft"), "")]
    day = day_of(report.issued_at, settings.TIME_ZONE)
    return [
        (tell.say("form.report.issued", day=day, name=report.issued_by.name), ""),
        (tell.say("form.report.digest"), report.digest[:16]),
    ]


FORM = Form(
    "status-report", 122, status_report, (Ask("project", is_number=True),), COLUMNS, ("survey_group", "centre_head", "day"),
    is_landscape=True,
)  # fmt: skip
