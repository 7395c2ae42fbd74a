"""The chain's arithmetic: what an entry's digest and hash are made of, and how a chain is judged."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

GENESIS = "0" * 64
VERSION = 2  # of new entries; those of version 1 do not hold the subject in their hash
VERSIONS = (1, 2)
ERASE = "erase_values"
ENTRY = "audit.entry"


@dataclass(frozen=True)
class Unreadable:
    """What stands in a column that should hold a moment or JSON, and is neither."""

    text: str


def canonical(value: Any) -> bytes:
    """Of what cannot be written as JSON its repr: it stands for nothing that was ever sealed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr).encode(
        errors="surrogatepass"
    )


def digest(salt: str, values: Any) -> str:
    """SHA-256 over salt and values, so that short values cannot be guessed from the chain."""
    return hashlib.sha256(salt.encode() + canonical(values)).hexdigest()


@dataclass(frozen=True)
class Link:
    """What the chain itself holds of one entry: ids and codes, no name, text or score."""

    number: int
    at: str | Unreadable
    action: str
    doer: str
    role: str
    thing: str
    digest: str
    subject: int | None = None
    version: int = 1

    def hash(self, previous: str) -> str:
        parts: list[Any] = [self.number, self.at, self.action, self.doer, self.role, self.thing, self.digest]
        if self.version != 1:
            parts += [self.subject, self.version]
        return hashlib.sha256(str(previous).encode() + canonical(parts)).hexdigest()


@dataclass(frozen=True)
class Kept:
    """One stored entry as verification reads it; `salt` is None when its values were erased or are not there."""

    link: Link
    previous: str
    hash: str
    salt: str | None
    values: Any
    erased_by: int | None


Head = tuple[int, str]


@dataclass(frozen=True)
class Fault:
    """`code` is one of those told in `words`."""

    number: int
    code: str


def faults(entries: Iterable[Kept], *, head: Head | None = None, heads: Collection[Head] = ()) -> Iterator[Fault]:
    """Walks the chain once; yields every place where it does not hold.

    `head` and `heads` are (number, hash) as kept elsewhere: a chain that ends before one, or holds another hash there,
    was cut or rewritten.
    """
    walk = Walk([*heads, *([head] if head else [])])
    for entry in entries:
        yield from walk.take(entry)
    yield from walk.finish()


class Walk:
    """One pass over a chain, from its first entry on."""

    def __init__(self, heads: Collection[Head] = ()) -> None:
        self.last: Head = (0, GENESIS)
        self._version = 1
        self._wanted: dict[int, set[str]] = {}
        self._erased: dict[int, object] = {}  # entry → the entry said to have erased it
        self._erasers: dict[int, str] = {}  # entry that erases → what it erases
        for number, hashed in heads:
            if number > 0:
                self._wanted.setdefault(number, set()).add(hashed)

    def take(self, entry: Kept) -> Iterator[Fault]:
        link = entry.link
        if not isinstance(cast(object, link.number), int):  # SQLite takes anything where the key was taken off
            yield Fault(self.last[0] + 1, "number")
            return
        if link.number != self.last[0] + 1:
            yield Fault(self.last[0] + 1, "gap")
        elif entry.previous != self.last[1]:
            yield Fault(link.number, "order")
        yield from self._form(link)
        if link.hash(entry.previous) != entry.hash:
            yield Fault(link.number, "edited")
        yield from self._values(entry)
        if self._wanted.pop(link.number, {entry.hash}) != {entry.hash}:
            yield Fault(link.number, "foreign_head")
        if link.action == ERASE:
            self._erasers[link.number] = link.thing
        self.last = (link.number, entry.hash)

    def finish(self) -> Iterator[Fault]:
        """What can be judged once every entry is known."""
        yield from (Fault(number, "truncated") for number in sorted(self._wanted))
        for number, by in sorted(self._erased.items()):
            if not (isinstance(by, int) and by > number and self._erasers.get(by) == f"{ENTRY}:{number}"):
                yield Fault(number, "erasure_unbacked")
        there = {f"{ENTRY}:{number}" for number in self._erased}
        yield from (Fault(by, "erasure_undone") for by, thing in sorted(self._erasers.items()) if thing not in there)

    def end_faults(self, stored: Head | None) -> Iterator[Fault]:
        """The stored head against the last entry."""
        if stored is None:
            if self.last[0]:
                yield Fault(self.last[0], "head_missing")
        elif stored[0] != self.last[0]:
            yield Fault(stored[0], "truncated" if stored[0] > self.last[0] else "head_short")
        elif stored[1] != self.last[1]:
            yield Fault(stored[0], "foreign_head")

    def _form(self, link: Link) -> Iterator[Fault]:
        """Later entries are never of an earlier version: that would take the subject out of the hash again."""
        if isinstance(link.at, Unreadable):
            yield Fault(link.number, "date")
        if link.version not in VERSIONS or link.version < self._version:
            yield Fault(link.number, "version")
        else:
            self._version = link.version

    def _values(self, entry: Kept) -> Iterator[Fault]:
        number = entry.link.number
        if entry.erased_by is not None:
            self._erased[number] = entry.erased_by
            if entry.salt is not None or entry.values is not None:
                yield Fault(number, "erasure_left")
        elif entry.salt is None:
            yield Fault(number, "missing_values")
        elif digest(str(entry.salt), entry.values) != entry.link.digest:
            yield Fault(number, "values")
