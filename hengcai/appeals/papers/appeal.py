"""考核申诉表: blank, to be filled by hand, or one appeal as it was filed, with what was heard and decided."""

from collections.abc import Sequence

from hengcai.appeals.papers.figures import changed, of_appeal
from hengcai.appeals.queries.appeals import AppealSight
from hengcai.appeals.rules.appeals import SUBJECTS
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("evidence_name", "evidence_kind", "evidence_digest")
FACTS = ("paper.fact.name", "form.fact.number", "form.fact.appeal_cycle", "form.fact.filed_on", "form.fact.appeal_due")
BLANK_FILES = 3


def appeal(making: Making) -> Body:
    sight = of_appeal(making)
    say = making.tell.say
    marks = [
        f"{'☑' if sight and code in sight.appeal.subjects else '☐'} {say(f'appeals.subject.{code}')}"
        for code in SUBJECTS
    ]
    blocks: list[Block] = [Heading(say("form.appeal.subjects"), level=3), Paragraph("　".join(marks))]
    for name, room in (("grounds", 6), ("wanted", 3)):
        blocks.append(Heading(say(f"form.appeal.{name}"), level=3))
        blocks.append(Paragraph(mask(getattr(sight.appeal, name))) if sight else Lines(room))
    height = 0.0 if sight else LINE
    files = Table(making.head.columns(*COLUMNS), _files(sight), widths=(5, 3, 5), row_height=height)
    blocks += [Heading(say("form.appeal.files"), level=3), files, *_heard(making, sight), *_answer(making, sight)]
    return Body(blocks, _facts(making, sight), is_filled=sight is not None)


def _files(sight: AppealSight | None) -> Sequence[Sequence[str]]:
    if sight is None:
        return [("",) * len(COLUMNS)] * BLANK_FILES
    return [(one.name, one.media_type.split(";")[0], one.digest[:16]) for one in sight.files]


def _heard(making: Making, sight: AppealSight | None) -> list[Block]:
    tell, heading = making.tell, Heading(making.tell.say("form.appeal.heard"), level=3)
    if sight is None:
        return [heading, Lines(4)]
    told = [
        Paragraph(tell.say(
            "form.appeal.said", kind=tell.say(f"appeals.note.{one.kind}"), day=one.held_on, name=one.by.name,
            present=one.present or "–", words=mask(one.words),
        ))
        for one in sight.notes
    ]  # fmt: skip
    return [heading, *told] if told else []


def _answer(making: Making, sight: AppealSight | None) -> list[Block]:
    tell, heading = making.tell, Heading(making.tell.say("form.appeal.answer"), level=3)
    if sight is None:
        return [heading, Lines(4)]
    one = sight.appeal
    if not one.outcome:
        return []
    return [
        heading, Paragraph(tell.say(f"appeals.outcome.{one.outcome}")), Paragraph(mask(one.reasons)),
        *changed(making, sight),
    ]  # fmt: skip


def _facts(making: Making, sight: AppealSight | None) -> list[tuple[str, str]]:
    tell = making.tell
    if sight is None:
        return [(tell.say(code), "") for code in FACTS]
    one = sight.appeal
    told = (
        one.appellant.name, one.appellant.number, tell.shown(one.result.participant.cycle.name), tell.day(one.filed_on),
        tell.day(one.due_on),
    )  # fmt: skip
    return [
        *((tell.say(code), text) for code, text in zip(FACTS, told, strict=True)),
        (tell.say("form.ask.appeal"), one.number),
    ]


FORM = Form("appeal", 90, appeal, (Ask("appeal", is_number=True),), COLUMNS, ("person", "handler", "day"))
