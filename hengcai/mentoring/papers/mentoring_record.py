"""带教记录表: blank, or one pair with its goals, the sheets of both, and the summary."""

from collections.abc import Sequence

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.mentoring.models import Goal, Listening, Pair
from hengcai.mentoring.queries.pairs import goals_of, pair_to_print, sheets_of
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

GOALS = ("mentor_goal_due", "mentor_goal_what", "mentor_goal_reached")
SHEETS = ("heard_day", "heard_listener", "heard_calls", "heard_seen", "heard_next", "heard_critical", "heard_signed")
FACTS = ("form.fact.newcomer", "form.fact.mentor", "form.fact.pair_days", "form.fact.pair_state")
BLANK_GOALS, BLANK_SHEETS = 4, 6


def mentoring(making: Making) -> Body:
    number = making.chosen("pair")
    pair = _found(making, number) if number is not None else None
    goals = [_goal(making, one) for one in goals_of(pair)] if pair else [("",) * len(GOALS)] * BLANK_GOALS
    sheets = (
        [_sheet(making, one) for one in reversed(sheets_of(pair))] if pair else [("",) * len(SHEETS)] * BLANK_SHEETS
    )
    height = 0.0 if pair else LINE
    blocks: list[Block] = [
        *_part(making, "goals", Table(making.head.columns(*GOALS), goals, widths=(2, 9, 2), row_height=height)),
        *_part(making, "sheets",
               Table(making.head.columns(*SHEETS), sheets, widths=(2, 2, 1.2, 7, 5, 1.6, 2), row_height=height * 1.5)),
        Heading(making.tell.say("form.mentoring.summary"), level=3),
        Paragraph(mask(pair.summary)) if pair and pair.summary else Lines(3),
    ]  # fmt: skip
    return Body(blocks, _facts(making, pair), is_filled=pair is not None)


def _found(making: Making, number: int) -> Pair:
    found = pair_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_pair", number=number)
    return found


def _part(making: Making, name: str, table: Table) -> list[Block]:
    heading = making.tell.say(f"form.mentoring.{name}")
    named = Table(table.columns, table.rows, widths=table.widths, row_height=table.row_height, name=heading)
    return [Heading(heading, level=3), named]


def _goal(making: Making, one: Goal) -> Sequence[str]:
    tell = making.tell
    return tell.day(one.due_on), one.what, tell.day(one.reached_on) if one.reached_on else ""


def _sheet(making: Making, one: Listening) -> Sequence[str]:
    tell = making.tell
    signed = tell.day(day_of(one.signed_at, settings.TIME_ZONE)) if one.signed_at else ""
    critical = tell.say("form.mentoring.critical") if one.has_critical else ""
    listener = tell.say(f"mentoring.listener.{one.listener}")
    return tell.day(one.held_on), listener, str(one.calls), mask(one.seen), mask(one.next_step), critical, signed


def _facts(making: Making, pair: Pair | None) -> list[tuple[str, str]]:
    tell = making.tell
    if pair is None:
        return [(tell.say(code), "") for code in FACTS]
    days = f"{tell.day(pair.first_on)} – {tell.day(pair.last_on)}"
    names = [f"{one.name} {one.number}" for one in (pair.newcomer, pair.mentor)]
    told = (*names, days, tell.say(f"mentoring.pair.state.{pair.state}"))
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)] + _signed(making, pair)


def _signed(making: Making, pair: Pair) -> list[tuple[str, str]]:
    """When each of the two signed the summary, with their passwords."""
    tell = making.tell
    moments = (
        ("form.fact.mentor_signed", pair.mentor_signed_at),
        ("form.fact.newcomer_signed", pair.newcomer_signed_at),
    )
    return [(tell.say(code), tell.day(day_of(at, settings.TIME_ZONE))) for code, at in moments if at]


FORM = Form(
    "mentoring", 124, mentoring, (Ask("pair", is_number=True),), (*GOALS, *SHEETS), ("newcomer", "mentor", "lead", "day"),
    is_landscape=True,
)  # fmt: skip
