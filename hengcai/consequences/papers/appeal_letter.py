"""处理结果通知书: the written answer to one appeal with what follows from it, or a blank letter."""

from fractions import Fraction

from django.conf import settings

from hengcai.appeals.papers.figures import changed, of_appeal
from hengcai.appeals.queries.appeals import AppealSight
from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.consequences.models import Difference
from hengcai.consequences.papers.pay_sheet import coefficient
from hengcai.consequences.queries.following import Following, following
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import Body, Making

FACTS = ("paper.fact.name", "form.fact.number", "form.fact.appeal_cycle", "form.fact.answered_on")


def letter(making: Making) -> Body:
    sight, say = of_appeal(making), making.tell.say
    if sight and not sight.appeal.outcome:
        raise NotNow("appeals.not_answered")
    blocks: list[Block] = [_opening(making, sight)]
    for name in ("decision", "reasons"):
        blocks.append(Heading(say(f"form.appeal_letter.{name}"), level=3))
        blocks.append(Paragraph(_said(making, sight, name)) if sight else Lines(1 if name == "decision" else 8))
    blocks += [*changed(making, sight), *_follows(making, sight)] if sight else []
    return Body([*blocks, *_ending(making, sight)], _facts(making, sight), is_filled=sight is not None)


def _opening(making: Making, sight: AppealSight | None) -> Block:
    if sight is None:
        return Paragraph(making.tell.say("form.appeal_letter.opening_blank"))
    one = sight.appeal
    return Paragraph(making.tell.say(
        "form.appeal_letter.opening", name=one.appellant.name, day=one.filed_on, cycle=one.result.participant.cycle.name,
        number=one.number,
    ))  # fmt: skip


def _said(making: Making, sight: AppealSight, name: str) -> str:
    one = sight.appeal
    return making.tell.say(f"appeals.outcome.{one.outcome}") if name == "decision" else mask(one.reasons)


def _follows(making: Making, sight: AppealSight) -> list[Block]:
    """Pay and awards, as far as the reader of the page sees them."""
    found = following(sight.appeal.fresh, making.user)
    say, told = making.tell.say, []
    if found.pay is not None:
        told.append(_pay(making, found, found.pay))
    elif found.sees_pay and sight.appeal.fresh is not None:
        told.append(say("form.appeal_letter.no_pay"))
    told += [say("form.appeal_letter.award", award=say(f"consequences.award.kind.{one.kind}")) for one in found.awards]
    return [Heading(say("form.appeal_letter.follows"), level=3), *(Paragraph(one) for one in told)] if told else []


def _pay(making: Making, found: Following, one: Difference) -> str:
    """`pay_paid`, `pay_nothing` or `pay_next`: where the money is."""
    assert one.line is not None  # noqa: S101 - asked for
    tell = making.tell
    where = "paid" if found.is_settled else "next" if one.total else "nothing"
    sign = "+" if one.total > 0 else ""
    return tell.say(
        f"form.appeal_letter.pay_{where}", period=f"{one.line.run.last_on:%Y-%m}", old=coefficient(tell, one.line.coefficient),
        new=coefficient(tell, one.coefficient), amount=sign + tell.points(Fraction(one.total), 2),
        run=f"{found.run.last_on:%Y-%m}" if found.run else "",
    )  # fmt: skip


def _ending(making: Making, sight: AppealSight | None) -> list[Block]:
    """Who handled it and how they came to be those, then what remains open."""
    tell = making.tell
    ending = [Paragraph(tell.say("form.appeal_letter.remedies"))]
    if sight is None:
        return [*ending]
    names = ("、" if tell.tongue == "zh" else ", ").join(one.user.name for one in sight.sitting)
    by_hand = next((one for one in sight.sitting if one.appointed_by), None)
    code = "form.appeal_letter.appointed" if by_hand else "form.appeal_letter.drawn"
    facts = {"names": names, "seed": sight.appeal.seed, "because": mask(by_hand.because) if by_hand else ""}
    return [Heading(tell.say("form.appeal_letter.members"), level=3), Paragraph(tell.say(code, **facts)), *ending]


def _facts(making: Making, sight: AppealSight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    one = sight.appeal
    answered = tell.day(day_of(one.answered_at, settings.TIME_ZONE)) if one.answered_at else ""
    told = (one.appellant.name, one.appellant.number, tell.shown(one.result.participant.cycle.name), answered)
    return [
        *((tell.say(code), text) for code, text in zip(FACTS, told, strict=True)),
        (tell.say("form.ask.appeal"), one.number),
    ]


FORM = Form("appeal-letter", 91, letter, (Ask("appeal", is_number=True),), (), ("handler", "day"))
