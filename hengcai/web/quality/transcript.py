"""What was said, line by line, with customers' data covered; how its lines are named on a page and in a field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

from hengcai.base.masking.text import Piece, pieces_of_turns
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import names_of
from hengcai.quality.models import Item
from hengcai.quality.rules.card import Phrase
from hengcai.quality.rules.phrases import found_again
from hengcai.web.quality.summary import length
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import clock, moment

CALL, CHAT, TICKET = Contact.Channel.CALL, Contact.Channel.CHAT, Contact.Channel.TICKET
QUIET = {CHAT: 60, TICKET: 86_400}
"""Seconds between two lines worth a line of its own, where it is not a spoken channel's."""
SPOKEN_QUIET = 10
NO_LINE = -1  # what is no moment points at no line; the marks' own check says so
CLOCK = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])")

Turns = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Moments:
    """The lines of one contact by their time into it; a ticket's by its day; by number where no time is known."""

    contact: Contact
    turns: Turns

    @property
    def are_times(self) -> bool:
        """Whether one points at a moment by its time."""
        return self.contact.channel != TICKET and any(turn.get("start") is not None for turn in self.turns)

    def shown(self, place: int) -> str:
        start = self._start(place)
        if start is None:
            return str(place + 1)
        if self.contact.channel == TICKET:
            return str(moment(self.contact.started_at + timedelta(seconds=start)))
        return str(clock(start))

    def typed(self, place: int) -> str:
        """What stands in a field for it: the number where the time is not its own alone."""
        known = [self.shown(other) for other in range(len(self.turns))]
        is_own = self.are_times and self._start(place) is not None and known.count(self.shown(place)) == 1
        return known[place] if is_own else str(place + 1)

    def place(self, text: str) -> int:
        """The line somebody means by its number, or by a time at or after its first word."""
        text = text.replace("：", ":").strip()
        found = CLOCK.fullmatch(text) if self.are_times else None
        if found:
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            return self._at(hours * 3600 + minutes * 60 + seconds)
        return int(text) - 1 if text.isascii() and text.isdigit() and len(text) < 9 else NO_LINE

    def _start(self, place: int) -> float | None:
        return self.turns[place].get("start") if 0 <= place < len(self.turns) else None

    def _at(self, second: int) -> int:
        starts = [(int(turn["start"]), place) for place, turn in enumerate(self.turns) if turn.get("start") is not None]
        before = [place for start, place in starts if start <= second]
        return before[-1] if before else starts[0][1]


@dataclass(frozen=True)
class Pin:
    """An item that points at a line, with what was written about it and the phrase within it."""

    item: Item
    comment: str
    phrase: Phrase | None = None
    is_lost: bool = False  # the words no longer stand in the line as it is shown today


@dataclass(frozen=True)
class Shown:
    """Part of a line: what covers it, if anything, and the item whose phrase it is."""

    text: str
    kind: str
    item: str = ""


@dataclass(frozen=True)
class Said:
    """`place` counts from 0, as marks point at it; people read `when` and type `pin`."""

    place: int
    speaker: str
    when: str
    pin: str
    is_timed: bool
    pieces: list[Shown]
    pause: str
    wait: str  # how long a customer waited for this answer, where messages are written
    pins: Sequence[Pin]

    @property
    def number(self) -> int:
        return self.place + 1


def said(contact: Contact, turns: Turns, pins: Mapping[int, Sequence[Pin]] | None = None) -> list[Said]:
    moments = Moments(contact, turns)
    return [
        Said(
            place=place,
            speaker=turn["speaker"],
            when=moments.shown(place),
            pin=moments.typed(place),
            is_timed=turn.get("start") is not None,
            pieces=pieces,
            pause=_pause(contact.channel, turns[place - 1], turn) if place else "",
            wait=_wait(contact.channel, turns[place - 1], turn) if place else "",
            pins=pinned,
        )
        for place, turn, pieces, pinned in _laid(turns, pins or {}, names_of(contact))
    ]


def _laid(
    turns: Turns, pins: Mapping[int, Sequence[Pin]], known: Sequence[str]
) -> Iterator[tuple[int, Any, list[Shown], list[Pin]]]:
    for place, (turn, covered) in enumerate(zip(turns, pieces_of_turns(turns, known=known), strict=True)):
        yield place, turn, *with_phrases(covered, pins.get(place, ()))


def with_phrases(pieces: Sequence[Piece], pins: Sequence[Pin]) -> tuple[list[Shown], list[Pin]]:
    """The line cut where phrases begin and end; each part knows the first item whose phrase it belongs to."""
    text = "".join(piece.text for piece in pieces)
    spans = [(found_again(pin.phrase, text), pin) for pin in pins if pin.phrase]
    known = [(span, pin.item.code) for span, pin in spans if span]
    lost = {pin.item.code for span, pin in spans if span is None}
    edges = {edge for span, _code in known for edge in span}
    return list(_cut(pieces, sorted(edges), known)), [replace(pin, is_lost=pin.item.code in lost) for pin in pins]


def _cut(
    pieces: Sequence[Piece], edges: Sequence[int], known: Sequence[tuple[tuple[int, int], str]]
) -> Iterator[Shown]:
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        places = [at, *(edge for edge in edges if at < edge < end), end]
        for first, last in pairwise(places):
            code = next((code for (start, stop), code in known if start <= first and last <= stop), "")
            yield Shown(piece.text[first - at : last - at], piece.kind, code)
        at = end


def _pause(channel: str, before: Mapping[str, Any], turn: Mapping[str, Any]) -> str:
    """Nothing said, nothing written, nothing done: each channel has its own word for it."""
    end, start = before.get("end"), turn.get("start")
    gap = int(start - end) if end is not None and start is not None else 0
    if gap < QUIET.get(Contact.Channel(channel), SPOKEN_QUIET):
        return ""
    code = f"quality.pause.{channel if channel in (CHAT, TICKET) else CALL}"
    return word(code, length=length(gap) if channel == TICKET else clock(gap))


def _wait(channel: str, before: Mapping[str, Any], turn: Mapping[str, Any]) -> str:
    if channel != CHAT or (before["speaker"], turn["speaker"]) != ("customer", "agent"):
        return ""
    asked, answered = before.get("end") or before.get("start"), turn.get("start")
    return (
        word("quality.wait.chat", length=clock(answered - asked)) if asked is not None and answered is not None else ""
    )


def times_of(contact: Contact, turns: Turns) -> dict[int, str]:
    """Line → how it is shown where something points at it."""
    moments = Moments(contact, turns)
    return {place: moments.shown(place) for place in range(len(turns))}


def pins_of(parts: Sequence[Any]) -> dict[int, list[Pin]]:
    """Line → the items pinned to it."""
    found: dict[int, list[Pin]] = {}
    for row in (row for part in parts for row in part.rows):
        if row.mark and row.mark.turn is not None:
            found.setdefault(row.mark.turn, []).append(Pin(row.item, row.mark.comment, row.mark.phrase))
    return found
