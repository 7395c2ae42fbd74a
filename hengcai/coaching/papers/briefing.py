"""班前会记录表: blank, to be filled by hand, or one briefing with its cases, who was there and who signed it as read."""

from collections.abc import Sequence

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.coaching.queries.briefings import BriefingSight, briefing_to_print
from hengcai.paper.blocks import Block, Heading, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("briefed_case", "briefed_kind", "briefed_lesson")
ATTENDANCE = ("number", "person", "present", "read")
FACTS = ("form.fact.briefing_day", "form.fact.briefing_team", "form.fact.host")
BLANK_CASES, BLANK_PEOPLE = 3, 12


def briefing(making: Making) -> Body:
    wanted = making.chosen("briefing")
    sight = _sight(making, wanted) if wanted is not None else None
    height = 0.0 if sight else LINE * 1.5
    cases = Table(making.head.columns(*COLUMNS), _cases(making, sight), widths=(4, 2, 7), row_height=height)
    heads = [making.tell.say(f"form.briefing.{name}") for name in ATTENDANCE]
    there = Table(heads, _people(making, sight), widths=(2, 3, 2, 4), row_height=0.0 if sight else LINE)
    blocks: list[Block] = [cases, Heading(making.tell.say("form.briefing.attendance"), level=3), there]
    if sight and sight.briefing.words:
        blocks[1:1] = [Paragraph(mask(sight.briefing.words))]
    return Body(blocks, _facts(making, sight), is_filled=sight is not None)


def _sight(making: Making, number: int) -> BriefingSight:
    found = briefing_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_briefing", number=number)
    return found


def _cases(making: Making, sight: BriefingSight | None) -> Sequence[Sequence[str]]:
    if sight is None:
        return [("",) * len(COLUMNS)] * BLANK_CASES
    say = making.tell.say
    return [(one.title, say(f"coaching.case.kind.{one.kind}"), mask(one.lesson)) for one in sight.cases]


def _people(making: Making, sight: BriefingSight | None) -> Sequence[Sequence[str]]:
    if sight is None:
        return [("",) * len(ATTENDANCE)] * BLANK_PEOPLE
    tell = making.tell
    return [
        (
            one.person.number, one.person.name, tell.say(f"form.briefing.{'there' if one.is_present else 'away'}"),
            tell.day(day_of(one.read_at, settings.TIME_ZONE)) if one.read_at else "",
        )
        for one in sight.attendees
    ]  # fmt: skip


def _facts(making: Making, sight: BriefingSight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    one = sight.briefing
    told = (tell.day(one.on), one.team.name if one.team else "", one.by.name)
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


FORM = Form("briefing", 89, briefing, (Ask("briefing", is_number=True),), COLUMNS, ("host", "day"))
