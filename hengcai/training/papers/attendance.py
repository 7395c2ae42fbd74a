"""签到表: blank, or one session with everybody who has a place, to be signed in the room or as it was recorded."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Block, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.training.models import Seat, Session
from hengcai.training.queries.sessions import seats_seen_by, session_to_print

COLUMNS = ("number", "name", "attended", "signed_in")
FACTS = ("form.fact.session_course", "form.fact.session_when", "form.fact.session_where", "form.fact.session_trainers")
BLANK = 20


def attendance(making: Making) -> Body:
    number = making.chosen("training_session")
    session = _found(making, number) if number is not None else None
    seats = seats_seen_by(session, making.user) if session else []
    rows = [_row(making, one) for one in seats] if session else [("",) * len(COLUMNS)] * BLANK
    blocks: list[Block] = [Table(making.head.columns(*COLUMNS), rows, widths=(2, 3, 2, 4), row_height=LINE)]
    return Body(blocks, _facts(making, session), is_filled=session is not None)


def _found(making: Making, number: int) -> Session:
    found = session_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_training_session", number=number)
    return found


def _row(making: Making, seat: Seat) -> Sequence[str]:
    """Who has only booked signs by hand."""
    is_open = seat.state in (Seat.State.BOOKED, Seat.State.WAITING)
    return (
        seat.person.number,
        seat.person.name,
        "" if is_open else making.tell.say(f"training.seat.state.{seat.state}"),
        "",
    )


def _facts(making: Making, session: Session | None) -> list[tuple[str, str]]:
    tell = making.tell
    if session is None:
        return [(tell.say(code), "") for code in FACTS]
    where = f"{session.room.site.name} {session.room.name}" if session.room else session.place
    told = (
        session.course.title.read(tell.language), _time(making, session), where,
        tell.join(one.person.name for one in session.trainers.all()),
    )  # fmt: skip
    return [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]


def _time(making: Making, session: Session) -> str:
    zone = ZoneInfo(session.room.site.time_zone if session.room else settings.TIME_ZONE)
    starts, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    return f"{making.tell.day(starts.date())} {starts:%H:%M}–{ends:%H:%M}"


FORM = Form(
    "attendance", 131, attendance, (Ask("training_session", is_number=True),), COLUMNS, ("session_trainer", "day")
)
