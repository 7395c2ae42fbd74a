"""Exact decimal numbers: read from text, kept as fractions, rounded once and half up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

from hengcai.base.errors import NotValid

LONGEST_TEXT = 400
_UNSIGNED = re.compile(r" *([0-9]+)(?:\.([0-9]+))? *")


@dataclass(frozen=True, slots=True)
class Exact:
    """A number together with the text it was written as."""

    text: str
    value: Fraction


def exact(text: str, *, signed: bool = False) -> Fraction:
    """ASCII digits and at most one point between them; a leading minus only when `signed`."""
    bare = text.strip(" ") if len(text) <= LONGEST_TEXT else ""
    negative = signed and bare.startswith("-")
    match = _UNSIGNED.fullmatch(bare[1:] if negative else bare)
    if match is None or (negative and bare[1:2] == " "):
        raise NotValid("decimal.malformed", value=text)
    whole, places = match[1], match[2] or ""
    value = Fraction(int(whole + places), 10 ** len(places))
    return -value if negative else value


def written(text: str, *, signed: bool = False) -> Exact:
    """The same reading, remembering the text without the spaces around it."""
    return Exact(text.strip(" "), exact(text, signed=signed))


def scaled(text: str, *, scale: int, signed: bool = False) -> int | Fraction:
    """The number times `scale`: a plain integer whenever that loses nothing, for fast exact sums."""
    value = exact(text, signed=signed) * scale
    return value.numerator if value.denominator == 1 else value


def over_one(values: Iterable[Fraction]) -> tuple[list[int], int]:
    """The fractions' tops over the least bottom they share, and that: sums of them then run in whole numbers."""
    ratios = [value.as_integer_ratio() for value in values]
    bottom = lcm(*(bottom for _, bottom in ratios))
    return [top * (bottom // own) for top, own in ratios], bottom


def rounded(value: Fraction, *, places: int) -> Fraction:
    """Half away from zero."""
    return Fraction(_nearest(value, places), 10**places)


def round_half_up(value: Fraction, places: int) -> str:
    """The rounded number as text with exactly `places` places."""
    return _rounded_text(*value.as_integer_ratio(), places)


@lru_cache(maxsize=8192)
def _rounded_text(top: int, bottom: int, places: int) -> str:
    """Means of a few whole marks are few: a table of a million ratings tells the same ones again and again."""
    nearest = _nearest(Fraction(top, bottom), places)
    digits = str(abs(nearest)).zfill(places + 1)
    cut = len(digits) - places
    text = f"{digits[:cut]}.{digits[cut:]}" if places else digits
    return f"-{text}" if nearest < 0 else text


def _nearest(value: Fraction, places: int) -> int:
    top, bottom = value.as_integer_ratio()
    nearest = (2 * abs(top) * int(10**places) + bottom) // (2 * bottom)
    return -nearest if top < 0 else nearest
