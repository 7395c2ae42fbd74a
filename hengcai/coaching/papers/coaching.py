"""辅导记录表: blank, to be filled by hand, or one session from what was heard to what became of it."""

from collections.abc import Callable, Sequence

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.coaching.queries.sessions import SessionSight, session_to_print
from hengcai.measurement.before_after import CANNOT_TELL
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.papers.scorecard import told_mark

COLUMNS = ("clip_contact", "clip_lines", "clip_mark", "clip_comment")
SIGNATURES = ("person", "coach", "day")
FACTS = (
    "paper.fact.name", "form.fact.coach", "form.fact.coached_item", "form.fact.held_on", "form.fact.look_on", "form.fact.state",
)  # fmt: skip
PARTS = ("strengths", "gap", "agreed", "notes", "looked", "ending")
BY_HAND = {"strengths": 2, "gap": 2, "agreed": 3, "notes": 2, "looked": 2, "ending": 1}
BLANK_ROWS = 2


def coaching(making: Making) -> Body:
    wanted = making.chosen("session")
    sight = _sight(making, wanted) if wanted is not None else None
    rows = [_row(making, sight, n) for n in range(len(sight.clips))] if sight else [("",) * len(COLUMNS)] * BLANK_ROWS
    table = Table(
        making.head.columns(*making.form.columns), rows, widths=(3, 2, 2, 6), row_height=0 if sight else LINE * 1.5
    )
    blocks: list[Block] = [table]
    for name in PARTS:
        blocks += _part(making, sight, name)
    if sight and sight.session.held_on:
        blocks += _change(making, sight)
    blocks += [*_handovers(making, sight), *_remarks(making, sight)]
    return Body(blocks, _facts(making, sight), is_filled=sight is not None)


def _sight(making: Making, number: int) -> SessionSight:
    found = session_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_coaching", number=number)
    return found


def _row(making: Making, sight: SessionSight, place: int) -> Sequence[str]:
    clip, tell = sight.clips[place], making.tell
    contact, answer = clip.evaluation.assignment.contact, sight.heard.get(clip.evaluation_id)
    whole = clip.first is None or clip.last is None
    lines = (
        tell.say("form.clip.whole")
        if whole
        else tell.say("form.clip.lines", first=(clip.first or 0) + 1, last=(clip.last or 0) + 1)
    )
    mark = told_mark(making, sight.session.item, answer.value) if answer else ""
    return (
        f"{contact.key} · {tell.day(clip.evaluation.contact_on)}",
        lines,
        mark,
        mask(answer.comment) if answer else "",
    )


def _part(making: Making, sight: SessionSight | None, name: str) -> list[Block]:
    heading = Heading(making.tell.say(f"form.coaching.{name}"), level=3)
    if sight is None:
        return [heading, Lines(BY_HAND[name])]
    text = getattr(sight.session, name)
    return [heading, Paragraph(mask(text))] if text else []


def _change(making: Making, sight: SessionSight) -> list[Block]:
    """Both sides in one sentence, then what they allow to be said."""
    tell, change = making.tell, sight.change
    show = tell.percent if change.kind == "shares" else tell.points
    sides = {
        side: tell.say("form.coaching.side", n=n, value="–" if value is None else show(value))
        for side, n, value in (("before", change.n_before, change.before), ("after", change.n_after, change.after))
    }
    told = change.verdict != CANNOT_TELL
    said = tell.say(f"coaching.change.{change.verdict}.{change.kind}") if told else _lacking(making, sight)
    low = [Paragraph(tell.say("coaching.change.from_low"))] if change.is_from_low else []
    heading = Heading(tell.say("form.coaching.change"), level=3)
    apart = [Paragraph(tell.say("form.coaching.apart", **_apart(sight, show)))] if change.low is not None else []
    return [heading, Paragraph(tell.say("form.coaching.sides", **sides)), *apart, Paragraph(said), *low]


def _apart(sight: SessionSight, show: Callable[[float], str]) -> dict[str, str]:
    change = sight.change
    told = {"difference": change.difference, "low": change.low, "high": change.high}
    return {name: f"{'−' if value < 0 else '+'}{show(abs(value))}" for name, value in told.items() if value is not None}


def _lacking(making: Making, sight: SessionSight) -> str:
    return making.tell.say(f"coaching.lacks.{sight.change.lacks}", further=sight.change.further)


def _remarks(making: Making, sight: SessionSight | None) -> list[Block]:
    heading = Heading(making.tell.say("form.coaching.remarks"), level=3)
    if sight is None:
        return [heading, Lines(2)]
    remarks = list(sight.session.remarks.all())
    return [heading, *(Paragraph(f"{one.by.name}: {mask(one.words)}") for one in remarks)] if remarks else []


def _facts(making: Making, sight: SessionSight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    one = sight.session
    told = (
        one.agent.name, one.coach.name, str(one.item.name.read(tell.language)), tell.day(one.held_on) if one.held_on else "",
        tell.day(one.look_on), tell.say(f"coaching.session.state.{one.state}"),
    )  # fmt: skip
    facts = [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]
    return [*facts, *_signed(making, sight)]


def _signed(making: Making, sight: SessionSight) -> list[tuple[str, str]]:
    """When each of the two signed, with their passwords."""
    tell, one = making.tell, sight.session
    moments = (("form.fact.agent_signed", one.agent_signed_at), ("form.fact.coach_signed", one.coach_signed_at))
    days = [(tell.say(code), tell.day(day_of(at, settings.TIME_ZONE))) for code, at in moments if at]
    if one.coach_signed_at and one.coach_signed_by:
        code, day = days[-1]
        days[-1] = (code, tell.say("form.coaching.signed_by", name=one.coach_signed_by.name, day=day))
    return days


def _handovers(making: Making, sight: SessionSight | None) -> list[Block]:
    tell, rows = making.tell, list(sight.session.handovers.all()) if sight else []
    told = [
        tell.say(
            "form.coaching.handover", day=tell.day(day_of(one.at, settings.TIME_ZONE)), former=one.former.name,
            coach=one.coach.name, reason=mask(one.reason),
        )
        for one in rows
    ]  # fmt: skip
    return [Heading(tell.say("form.coaching.handovers"), level=3), *map(Paragraph, told)] if told else []


FORM = Form("coaching", 88, coaching, (Ask("session", is_number=True),), COLUMNS, SIGNATURES)
