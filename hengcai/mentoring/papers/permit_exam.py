"""上岗考核表: blank, or one examination with what is asked, what was shown, and the decision."""

from collections.abc import Sequence
from fractions import Fraction

from hengcai.base.errors import NotNow
from hengcai.mentoring.models import Permit
from hengcai.mentoring.queries.permits import PartShown, parts_shown, permit_to_print
from hengcai.mentoring.rules.permits import CALLS, KINDS, SIMULATION
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("exam_part", "exam_asked", "exam_shown", "exam_proof", "exam_passed")
FACTS = (
    "form.fact.examinee", "form.fact.exam_post", "form.fact.exam_try", "form.fact.exam_opened", "form.fact.exam_decider",
    "form.fact.exam_state",
)  # fmt: skip


def permit_exam(making: Making) -> Body:
    number = making.chosen("permit")
    permit = _found(making, number) if number is not None else None
    rows = _rows(making, permit)
    height = 0.0 if permit else LINE * 2
    table = Table(making.head.columns(*COLUMNS), rows, widths=(2.4, 3.6, 3.6, 5, 1.8), row_height=height)
    blocks: list[Block] = [
        table,
        Heading(making.tell.say("form.permit-exam.decision"), level=3),
        *_decision(making, permit),
    ]
    return Body(blocks, _facts(making, permit), is_filled=permit is not None)


def _found(making: Making, number: int) -> Permit:
    found = permit_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_permit", number=number)
    return found


def _rows(making: Making, permit: Permit | None) -> list[Sequence[str]]:
    if permit is None:
        return [(making.tell.say(f"mentoring.part.{kind}"), "", "", "", "") for kind in KINDS]
    return [_row(making, permit, one) for one in parts_shown(permit)]


def _row(making: Making, permit: Permit, one: PartShown) -> Sequence[str]:
    tell, part = making.tell, one.part
    shown = _told(making, one.kind, Fraction(part.value), part.sheets) if part else ""
    passed = tell.say(f"form.permit-exam.{'passed' if one.is_passed else 'open'}")
    return (
        tell.say(f"mentoring.part.{one.kind}"),
        _asked(making, permit, one.kind),
        shown,
        part.proof if part else "",
        passed,
    )


def _asked(making: Making, permit: Permit, kind: str) -> str:
    asks = permit.asks
    if kind == CALLS:
        return _told(making, kind, Fraction(asks["calls"]), asks["sheets"])
    least, name = (Fraction(asks["run_percent"], 100), asks["scenario"]) if kind == SIMULATION else (
        Fraction(asks["written_pass"]), asks.get("paper", ""))  # fmt: skip
    return f"{_told(making, kind, least, 0)} {name}".strip()


def _told(making: Making, kind: str, value: Fraction, sheets: int) -> str:
    tell = making.tell
    if kind == CALLS:
        return tell.say("form.permit-exam.calls", calls=int(value), sheets=sheets)
    return tell.percent(value) if kind == SIMULATION else tell.say("form.permit-exam.marks", n=tell.plain(value, 1))


def _decision(making: Making, permit: Permit | None) -> list[Block]:
    tell = making.tell
    if permit is None:
        return [Paragraph(tell.say("form.permit-exam.choices")), Lines(2)]
    if permit.decided_on is None:
        return [Paragraph(tell.say("form.permit-exam.undecided"))]
    said = tell.say(f"mentoring.permit.state.{permit.state}")
    until = (
        [Paragraph(tell.say("form.permit-exam.until", day=tell.day(permit.valid_until)))] if permit.valid_until else []
    )
    reason = [Paragraph(permit.reason)] if permit.reason else []
    return [Paragraph(f"{said} · {tell.day(permit.decided_on)}"), *until, *reason]


def _facts(making: Making, permit: Permit | None) -> list[tuple[str, str]]:
    tell = making.tell
    if permit is None:
        return [(tell.say(code), "") for code in FACTS]
    told = (
        f"{permit.person.name} {permit.person.number}", f"{tell.shown(permit.post.name)} {permit.skill_group}".strip(),
        str(permit.attempt), tell.day(permit.opened_on), permit.decider.name,
        tell.say(f"mentoring.permit.state.{permit.state}"),
    )  # fmt: skip
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


FORM = Form(
    "permit-exam", 125, permit_exam, (Ask("permit", is_number=True),), COLUMNS, ("person", "mentor", "exam_decider", "day")
)  # fmt: skip
