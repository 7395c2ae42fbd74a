"""What both forms say of a record: whose it is, and what was talked over."""

from datetime import date, datetime

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask
from hengcai.paper.forms.making import LINE, Making
from hengcai.records.models import Interview, Record
from hengcai.records.queries.records import RecordSight, record_to_print

RECORD = Ask("record", is_number=True)
FACTS = ("paper.fact.name", "paper.fact.number", "paper.fact.team", "paper.fact.cycle")
PLAN = ("plan_step", "plan_by")
PARTS = (("strengths", 3), ("gaps", 3), ("own_words", 3))
BLANK_STEPS = 4


def sight_of_form(making: Making) -> RecordSight | None:
    """None where nothing was chosen: the form is blank."""
    wanted = making.chosen("record")
    if wanted is None:
        return None
    found = record_to_print(making.user, wanted)
    if found is None:
        raise NotNow("form.no_record", number=wanted)
    return found


def whose(making: Making, record: Record | None) -> list[tuple[str, str]]:
    tell = making.tell
    if record is None:
        return [(tell.say(code), "") for code in FACTS]
    team = record.placement.team if record.placement else None
    told = (record.person.name, record.person.number, team.name if team else "", tell.shown(record.cycle.name))
    if is_erased(record):
        told = (tell.say("records.erased"), "–", "–", told[3])
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


def is_erased(record: Record) -> bool:
    seal = getattr(record, "seal", None)
    return seal is not None and seal.erased_at is not None


def moment_day(making: Making, at: datetime | None) -> str:
    return making.tell.day(day_of(at, settings.TIME_ZONE)) if at else ""


def talk_blocks(making: Making, talk: Interview | None, *, is_blank: bool) -> list[Block]:
    """Room to write in where the form is blank."""
    tell, blocks = making.tell, list[Block]()
    for name, count in PARTS:
        text = getattr(talk, name, "") if talk else ""
        heading = Heading(tell.say(f"form.interview.{name}"), level=3)
        if is_blank:
            blocks += [heading, Lines(count)]
        elif text:
            blocks += [heading, *(Paragraph(mask(line)) for line in text.splitlines() if line.strip())]
    return [*blocks, *_plan(making, talk, is_blank=is_blank)]


def _plan(making: Making, talk: Interview | None, *, is_blank: bool) -> list[Block]:
    steps = list(talk.plan) if talk else []
    if not steps and not is_blank:
        return []
    rows = [(mask(one["what"]), _day(making, one["by"])) for one in steps] or [("", "")] * BLANK_STEPS
    heads = making.head.columns(*PLAN)
    table = Table(heads, rows, widths=(8, 2), row_height=LINE * 1.2 if is_blank else 0)
    return [Heading(making.tell.say("form.interview.plan"), level=3), table]


def _day(making: Making, text: str) -> str:
    return making.tell.day(date.fromisoformat(text)) if text else ""
