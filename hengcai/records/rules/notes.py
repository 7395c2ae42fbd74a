"""What a note of training must say."""

from datetime import date
from decimal import Decimal

from hengcai.base.errors import NotValid

MOST_HOURS = 400


def check_note(given_on: date, hours: Decimal, what: str, *, today: date) -> None:
    if not what.strip():
        raise NotValid("records.note_incomplete")
    if given_on > today:
        raise NotValid("records.note_later")
    if not 0 < hours <= MOST_HOURS:
        raise NotValid("records.note_hours", most=MOST_HOURS)
