"""个人培训记录表: blank, or one person's courses and sessions as they stand on file."""

from collections.abc import Sequence
from fractions import Fraction

from django.conf import settings

from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Block, Heading, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.training.queries.file import Sat, Taken, TrainingFile, file_to_print, trainers_of

COURSES = ("record_course", "record_version", "record_hours", "record_mark", "record_ended", "record_state")
SESSIONS = ("record_when", "record_session", "record_trainers", "record_class_hours", "record_came")
FACTS = ("paper.fact.name", "paper.fact.number", "form.fact.record_hours", "form.fact.record_class_hours")
BLANK_COURSES, BLANK_SESSIONS = 8, 6


def training_record(making: Making) -> Body:
    number = making.chosen("number")
    found = _found(making, number) if number else None
    courses = [_course(making, one) for one in found.taken] if found else [("",) * len(COURSES)] * BLANK_COURSES
    sessions = [_session(making, one) for one in found.sat] if found else [("",) * len(SESSIONS)] * BLANK_SESSIONS
    height = 0.0 if found else LINE
    blocks: list[Block] = [
        *_part(making, "courses", COURSES, courses, widths=(6, 1.4, 1.4, 1.6, 2.8, 2), height=height),
        *_part(making, "sessions", SESSIONS, sessions, widths=(3.6, 5.4, 3, 1.6, 1.6), height=height),
    ]
    return Body(blocks, _facts(making, found), is_filled=found is not None)


def _found(making: Making, number: str) -> TrainingFile:
    found = file_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_training_record", number=number)
    return found


def _part(
    making: Making, name: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, widths: Sequence[float], height: float
) -> list[Block]:  # fmt: skip
    heading = making.tell.say(f"form.training-record.{name}")
    table = Table(making.head.columns(*columns), rows, widths=widths, row_height=height, name=heading)
    return [Heading(heading, level=3), table]


def _course(making: Making, one: Taken) -> tuple[str, ...]:
    tell, course, way = making.tell, one.enrolment.course, one.enrolment
    return (
        tell.shown(course.title), str(course.number), tell.plain(Fraction(course.hours)), tell.percent(one.share),
        tell.day(way.ended_on) if way.ended_on else "", tell.say(f"training.enrolment.state.{way.state}"),
    )  # fmt: skip


def _session(making: Making, one: Sat) -> tuple[str, ...]:
    tell = making.tell
    return (
        tell.day(day_of(one.session.starts_at, settings.TIME_ZONE)), tell.shown(one.session.course.title),
        ", ".join(trainers_of(one.session)), tell.plain(one.hours, 2), tell.say(f"training.seat.state.{one.seat.state}"),
    )  # fmt: skip


def _facts(making: Making, found: TrainingFile | None) -> list[tuple[str, str]]:
    tell = making.tell
    told = (
        (found.person.name, found.person.number, tell.plain(found.hours, 1), tell.plain(found.class_hours, 2))
        if found
        else ("",) * len(FACTS)
    )
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


FORM = Form(
    "training-record", 123, training_record, (Ask("number"),), (*COURSES, *SESSIONS), ("person", "record_trainer", "day")
)  # fmt: skip
