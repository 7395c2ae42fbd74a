"""A session as a calendar takes it (RFC 5545), with the rules of its own zone: times that float help nobody."""

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.training.models import Session

if TYPE_CHECKING:
    from icalendar import Event


def session_ics(session: Session, *, language: str) -> bytes:
    """One event under an id that stays, so that a changed one moves and a cancelled one goes."""
    from icalendar import Calendar

    book = Calendar()
    book.add("prodid", "-//Hengcai//Training//EN")
    book.add("version", "2.0")
    book.add("method", "CANCEL" if session.state == Session.State.CANCELLED else "PUBLISH")
    book.add_component(_event(session, language))
    book.add_missing_timezones()
    return bytes(book.to_ical())


def _event(session: Session, language: str) -> "Event":
    from icalendar import Event

    zone = ZoneInfo(session.room.site.time_zone if session.room else settings.TIME_ZONE)
    event = Event()
    event.add("uid", f"training-session-{session.pk}@hengcai")
    event.add("sequence", session.revision)
    event.add("dtstamp", session.starts_at.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", session.starts_at.astimezone(zone))
    event.add("dtend", session.ends_at.astimezone(zone))
    event.add("summary", session.course.title.read(language))
    event.add("location", f"{session.room.site.name} {session.room.name}" if session.room else session.place)
    if session.state == Session.State.CANCELLED:
        event.add("status", "CANCELLED")
    return event
