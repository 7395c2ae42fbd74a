"""Which bytes of a file a request asks for: RFC 9110, section 14, one range at a time."""

import re
from typing import NamedTuple

_ONE = re.compile(r"bytes=[ \t]*([0-9]*)-([0-9]*)[ \t]*", re.ASCII | re.IGNORECASE)
LONGEST_NUMBER = 18


class Span(NamedTuple):
    """The first byte and the last, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class UnsatisfiableError(Exception):
    """Asked for what lies wholly behind the end."""


def asked_range(header: str, *, size: int, if_range: str = "", tag: str = "") -> Span | None:
    """None where the whole is to be sent: nothing asked for, not understood, several asked for, or another version."""
    if if_range and if_range.strip() != tag:
        return None
    found = _ONE.fullmatch(header.strip())
    if not found or max(len(part) for part in found.groups()) > LONGEST_NUMBER:
        return None
    first, last = found.groups()
    if not first:
        return _suffix(last, size)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise UnsatisfiableError
    return Span(int(first), min(int(last), size - 1) if last else size - 1)


def _suffix(count: str, size: int) -> Span | None:
    """The last so many bytes."""
    if not count:
        return None
    if not int(count) or not size:
        raise UnsatisfiableError
    return Span(max(0, size - int(count)), size - 1)


def shortened(span: Span, *, most: int) -> Span:
    """A player that asks for all that follows is sent a piece and asks again: nobody holds a thread for an hour."""
    return Span(span.first, min(span.last, span.first + most - 1))
