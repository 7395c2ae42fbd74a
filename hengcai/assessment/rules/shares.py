"""Shares of a question's points: exact, and by the list of fractions that Moodle takes."""

import re
from fractions import Fraction
from functools import lru_cache

from hengcai.base.errors import NotValid

NEAR = Fraction(1, 100_000)
LONGEST = 60
_TEXT = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+)|/([0-9]+))?")
LISTED = tuple(
    Fraction(top, bottom)
    for top, bottom in (
        *((1, 1), (9, 10), (5, 6), (4, 5), (3, 4), (7, 10), (2, 3), (3, 5), (1, 2), (2, 5), (1, 3), (3, 10), (1, 4)),
        *((1, 5), (1, 6), (1, 7), (1, 8), (1, 9), (1, 10), (1, 20), (0, 1)),
    )
)
"""As `question_bank::fraction_options_full` has them; wrong answers take the same with a minus."""
_SIGNED = (*LISTED, *(-one for one in LISTED if one))


@lru_cache(maxsize=4096)
def number(text: str) -> Fraction:
    """An exact decimal or a fraction, as `0.25` or `-1/3`."""
    bare = text.strip(" ")
    match = _TEXT.fullmatch(bare) if len(bare) <= LONGEST else None
    if match is None or (match[4] and not int(match[4])):
        raise NotValid("question.number_wrong", value=text)
    value = Fraction(int(match[2] + (match[3] or "")), 10 ** len(match[3] or ""))
    return (-value if match[1] else value) / int(match[4] or 1)


def share(text: str) -> Fraction:
    """One that stands by the list within .00001 is the one of the list: `0.33333` is 1/3."""
    return near(number(text))


@lru_cache(maxsize=4096)
def near(value: Fraction) -> Fraction:
    return next((one for one in _SIGNED if abs(one - value) < NEAR), value)


@lru_cache(maxsize=4096)
def is_listed(value: Fraction) -> bool:
    return value in _SIGNED


@lru_cache(maxsize=4096)
def percent(value: Fraction) -> str:
    """As Moodle's exports spell a share: at most five decimals of a percentage, no zeros behind."""
    return decimal(value * 100, places=5)


def decimal(value: Fraction, *, places: int) -> str:
    """Rounded half away from zero, no zeros behind."""
    scale = 10**places
    whole = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    digits = str(whole).zfill(places + 1)
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and whole else text


@lru_cache(maxsize=4096)
def written(value: Fraction) -> str:
    """Exact: a decimal where one ends, else a fraction."""
    bottom, twos, fives = value.denominator, 0, 0
    while bottom % 2 == 0:
        bottom, twos = bottom // 2, twos + 1
    while bottom % 5 == 0:
        bottom, fives = bottom // 5, fives + 1
    return decimal(value, places=max(1, twos, fives)) if bottom == 1 else str(value)
