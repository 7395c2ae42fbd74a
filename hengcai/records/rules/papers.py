"""What an answer given on paper needs before it is entered, and before it counts."""

from dataclasses import dataclass
from datetime import date

from hengcai.base.errors import NotNow, NotValid
from hengcai.records.rules.answers import NOTIFIED

SIGNED, OBJECTED, SILENT = "signed", "objected", "silent"
OUTCOMES = (SIGNED, OBJECTED, SILENT)
MEGABYTES = 20


@dataclass(frozen=True)
class Sheet:
    """As it is read from the paper. `words`: the objection as it is written there; of a silence, how it was put before
    the person."""

    outcome: str
    signed_on: date | None
    seen_by: str
    words: str = ""


def check_sheet(sheet: Sheet, *, notified_on: date, today: date, person: str) -> date:
    """The day, if all of it is there. The person cannot be their own witness."""
    if sheet.outcome not in OUTCOMES:
        raise NotValid("records.paper_outcome", column="outcome")
    if sheet.signed_on is None or not notified_on <= sheet.signed_on <= today:
        raise NotValid("records.paper_day", told=notified_on, today=today, column="signed_on")
    if not sheet.seen_by.strip() or sheet.seen_by.strip() == person:
        raise NotValid("records.paper_seen_by", column="seen_by")
    if sheet.outcome != SIGNED and not sheet.words.strip():
        raise NotValid(f"records.paper_words.{sheet.outcome}", column="words")
    return sheet.signed_on


def check_order(outcome: str, state: str, *, needs_interview: bool) -> None:
    """As with a sign-in: the interview comes before the signature, and nobody is silent about one that was not held."""
    if outcome != OBJECTED and state == NOTIFIED and needs_interview:
        raise NotNow("records.paper_interview_first")


def check_second(entered_by: int, by: int) -> None:
    if entered_by == by:
        raise NotNow("records.paper_second")


def check_size(told: int) -> None:
    if told > MEGABYTES * 1_000_000:
        raise NotValid("records.paper_too_large", megabytes=MEGABYTES)
