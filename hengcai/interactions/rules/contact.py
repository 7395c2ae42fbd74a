"""A row of a contacts file: what it must hold, and the digest that tells the same content from other content."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime, tzinfo
from decimal import Decimal
from typing import Any, NamedTuple

from hengcai.base.errors import NotValid
from hengcai.interactions.rules import said
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.matters import WHOSE, matter_key
from hengcai.interactions.rules.turns import Turn, spoken_count, turns_of, turns_of_text

REQUIRED = ("id", "agent", "started_at", "channel")
KEPT_ASIDE = ("direction", "queue", "skill_group", "recording")
LATER = ("csat_source", "flags")  # part of the content where they are given: rows without have the digest they had
ASIDE = (*KEPT_ASIDE, *WHOSE, *LATER)
SHOWN = ("direction", "queue", "skill_group")  # of these, what a page says about a contact
CUSTOMERS = ("customer_name", "customer")
TOLD = (*SHOWN, *CUSTOMERS)  # what goes along with a contact that is picked for work
OPTIONAL = (
    "ended_at", "language", *ASIDE, "csat", "recommend", "complaint", "resolved_first_contact", "turns", "text",
)  # fmt: skip
CHANNELS = ("call", "chat", "ticket", "video", "visit")
SOURCES = ("prompt", "callback")  # of a satisfaction: asked right after the contact, or by a call back
COMPLAINTS = ("none", "open", "upheld", "not_upheld")
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
LONGEST_ID, LONGEST_NUMBER, LONGEST_NOTE = 80, 40, 500


class ContactFacts(NamedTuple):
    """One contact as a file tells it; `aside` is what the file says besides, `matter_key` whose matter it was."""

    key: str
    agent: str
    started_at: datetime
    ended_at: datetime | None
    channel: str
    language: str
    csat: Decimal | None
    recommend: Decimal | None
    complaint: str
    is_resolved_first: bool | None
    turns: tuple[Turn, ...]
    aside: dict[str, Any]
    matter_key: int | None = None

    @property
    def turn_count(self) -> int:
        return spoken_count(self.turns)

    @property
    def csat_source(self) -> str:
        return source_of(self.aside.get("csat_source", ""))

    @property
    def queue(self) -> str:
        return str(self.aside.get("queue", ""))

    def digest(self) -> str:
        """Of our columns only: a further column in a later export of the same rows is not other content. Whose matter
        it was goes in as its key, which nobody can guess the customer from."""
        own = [self.aside.get(name, "") for name in KEPT_ASIDE]
        when = self.started_at.isoformat(), _iso(self.ended_at)
        said = plain_score(self.csat), plain_score(self.recommend), self.complaint, self.is_resolved_first
        key = [] if self.matter_key is None else [self.matter_key]
        later = [
            f"{name}={told}"
            for name, told in zip(LATER, (self.csat_source, self.aside.get("flags", "")), strict=True)
            if told
        ]
        plain = [self.agent, when, self.channel, self.language, said, self.turns, own, *key, *later]
        return digest_of(json.dumps(plain))


def digest_of(written: str) -> str:
    return hashlib.blake2b(written.encode(), digest_size=16).hexdigest()


def contact_of(
    values: Mapping[str, Any], *, zone: tzinfo, extra: Mapping[str, Any], secret: bytes = b""
) -> ContactFacts:
    row = {name: value for name, value in values.items() if value is not None and value != ""}
    starts = cells.moments(cells.required(row, "started_at", most=40), "started_at", zone=zone)
    return ContactFacts(
        cells.identity(row, "id", most=LONGEST_ID),
        cells.identity(row, "agent", most=LONGEST_NUMBER),
        *_start_and_end(row, starts, zone),
        cells.choice(cells.required(row, "channel", most=20), "channel", known=CHANNELS, words=said.CHANNELS),
        cells.text(row, "language", most=8) if "language" in row else "",
        cells.score(cells.text(row, "csat", most=20), "csat", low=1, high=5) if "csat" in row else None,
        cells.score(cells.text(row, "recommend", most=20), "recommend", low=0, high=10) if "recommend" in row else None,
        complaint_of(cells.text(row, "complaint", most=20), "complaint") if "complaint" in row else "none",
        _resolved(row) if "resolved_first_contact" in row else None,
        _turns(row) if "turns" in row or "text" in row else (),
        _aside(row, extra),
        _matter_key(row, secret),
    )


def complaint_of(written: str, column: str) -> str:
    return cells.choice(written, column, known=COMPLAINTS, words=said.COMPLAINTS) if written else "none"


def source_of(written: str) -> str:
    return cells.choice(written, "csat_source", known=SOURCES, words=said.SOURCES) if written else ""


def _resolved(row: Mapping[str, Any]) -> bool | None:
    return cells.yes_no(cells.text(row, "resolved_first_contact", most=8), "resolved_first_contact")


def _start_and_end(
    row: Mapping[str, Any], starts: tuple[datetime, ...], zone: tzinfo
) -> tuple[datetime, datetime | None]:
    """Where clocks showed one of them twice, the only reading that ends after it starts; several are asked about."""
    written = cells.text(row, "ended_at", most=40) if "ended_at" in row else ""
    ends = cells.moments(written, "ended_at", zone=zone) if written else (None,)
    pairs = [(start, end) for start in starts for end in ends if end is None or end >= start]
    if not pairs:
        raise NotValid("contact.ends_before_start", column="ended_at", value=written)
    if len(pairs) > 1:
        column, both = ("started_at", starts) if len(starts) > 1 else ("ended_at", ends)
        raise cells.shown_twice(cells.text(row, column, most=40), column, filter(None, both), zone=zone)
    return pairs[0]


def _turns(row: Mapping[str, Any]) -> tuple[Turn, ...]:
    objects, text = row.get("turns"), row.get("text")
    if isinstance(objects, str) and objects:
        objects = _unpacked(objects)
    if not text:
        return turns_of(objects)
    if not isinstance(text, str):
        raise NotValid("table.not_text", column="text")
    if objects:
        raise NotValid("contact.turns_and_text", column="text")
    if "\0" in text:
        raise NotValid("import.zero_character", column="text")
    return turns_of_text(text)


def _unpacked(written: str) -> Any:
    """A spreadsheet can hold turns only as JSON text."""
    try:
        return json.loads(written)
    except ValueError:
        raise NotValid("turns.not_list", column="turns") from None


def _aside(row: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    source_of(cells.text(row, "csat_source", most=20) if "csat_source" in row else "")
    own = {name: found for name in ASIDE if name in row and (found := cells.text(row, name, most=LONGEST_NOTE))}
    return {**{name: value for name, value in extra.items() if value not in ("", None)}, **own} if extra else own


def _matter_key(row: Mapping[str, Any], secret: bytes) -> int | None:
    if not all(name in row for name in WHOSE):
        return None
    customer, matter = (cells.text(row, name, most=LONGEST_NOTE) for name in WHOSE)
    return matter_key(customer, matter, secret=secret)


def names_told(aside: Mapping[str, Any]) -> tuple[str, ...]:
    """Customers' names that came in beside the conversation."""
    return tuple(str(aside[name]) for name in CUSTOMERS if aside.get(name))


def aside_text(aside: Mapping[str, Any]) -> str:
    """As the lake keeps it; empty where there is nothing."""
    return _JSON.encode(aside) if aside else ""


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def plain_score(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")
