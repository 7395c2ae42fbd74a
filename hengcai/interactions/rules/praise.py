"""A row of praise: of a contact or of an agent, when it came, what was said, and what came of looking into it."""

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import said
from hengcai.interactions.rules import values as cells

PRAISE = ("received_at", "text"), ("contact", "agent", "matter", "judged", "judged_by", "judged_on", "reason")
JUDGED = ("open", "upheld", "not_upheld")
LONGEST_TEXT, LONGEST_REASON, LONGEST_NAME, LONGEST_ID = 20_000, 500, 120, 80


class PraiseFacts(NamedTuple):
    """`contact` and `agent` are what the file says; one of them may be empty."""

    agent: str
    contact: str
    received_at: datetime
    text: str
    matter: str
    judged: str
    judged_by: str
    judged_on: date | None
    reason: str


def praise_of(row: Mapping[str, Any], zone: tzinfo) -> PraiseFacts:
    contact, agent = _id(row, "contact", LONGEST_ID), _id(row, "agent", 40)
    if not contact and not agent:
        raise NotValid("praise.of_nobody", column="contact")
    judged, day = cells.text(row, "judged", most=20), cells.text(row, "judged_on", most=20)
    return PraiseFacts(
        agent,
        contact,
        cells.moment(cells.required(row, "received_at", most=40), "received_at", zone=zone),
        cells.required(row, "text", most=LONGEST_TEXT),
        cells.text(row, "matter", most=LONGEST_NAME),
        cells.choice(judged, "judged", known=JUDGED, words=said.JUDGED) if judged else "open",
        cells.text(row, "judged_by", most=LONGEST_NAME),
        cells.day(day, "judged_on") if day else None,
        cells.text(row, "reason", most=LONGEST_REASON),
    )


def _id(row: Mapping[str, Any], column: str, most: int) -> str:
    return cells.identity(row, column, most=most) if cells.text(row, column, most=most) else ""
