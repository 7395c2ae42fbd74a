"""The chain's arithmetic: what an entry's digest and hash are made of, and how a chain is judged."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64


def canonical(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(salt: str, values: Any) -> str:
    """SHA-256 over salt and values, so that short values cannot be guessed from the chain."""
    return hashlib.sha256(salt.encode() + canonical(values)).hexdigest()


@dataclass(frozen=True)
class Link:
    """What the chain itself holds of one entry: ids and codes, no name, text or score."""

    number: int
    at: str
    action: str
    doer: str
    role: str
    thing: str
    digest: str

    def hash(self, previous: str) -> str:
        parts = [self.number, self.at, self.action, self.doer, self.role, self.thing, self.digest]
        return hashlib.sha256(previous.encode() + canonical(parts)).hexdigest()


@dataclass(frozen=True)
class Kept:
    """One stored entry as verification reads it; `salt` is None when its values were erased."""

    link: Link
    previous: str
    hash: str
    salt: str | None
    values: Any
    erased_by: int | None


@dataclass(frozen=True)
class Fault:
    """`code` is one of gap, order, edited, values, missing_values, truncated, foreign_head."""

    number: int
    code: str


def faults(entries: Iterable[Kept], *, head: tuple[int, str] | None = None) -> Iterator[Fault]:
    """Walks the chain once; yields every place where it does not hold.

    `head` is (number, hash) as exported earlier: a chain that ends before it, or holds another
    hash there, was cut or rewritten.
    """
    previous, expected, seen = GENESIS, 1, None
    for entry in entries:
        yield from _entry_faults(entry, previous, expected)
        previous, expected = entry.hash, entry.link.number + 1
        if head and entry.link.number == head[0]:
            seen = entry.hash
    if head and head[0] > 0:
        yield from _head_faults(head, seen)


def _entry_faults(entry: Kept, previous: str, expected: int) -> Iterator[Fault]:
    number = entry.link.number
    if number != expected:
        yield Fault(expected, "gap")
    elif entry.previous != previous:
        yield Fault(number, "order")
    if entry.link.hash(entry.previous) != entry.hash:
        yield Fault(number, "edited")
    if entry.erased_by is not None:
        return
    if entry.salt is None:
        yield Fault(number, "missing_values")
    elif digest(entry.salt, entry.values) != entry.link.digest:
        yield Fault(number, "values")


def _head_faults(head: tuple[int, str], seen: str | None) -> Iterator[Fault]:
    if seen is None:
        yield Fault(head[0], "truncated")
    elif seen != head[1]:
        yield Fault(head[0], "foreign_head")
