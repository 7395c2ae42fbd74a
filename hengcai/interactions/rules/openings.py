"""Service hours of a day as people write them: 8:30-12:00, 13:30-18:00."""

import re
from collections.abc import Iterable
from itertools import pairwise

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.interactions.rules.service_hours import MINUTES_A_DAY, Opening

WHOLE_DAY = frozenset({"全天", "24小时", "all day", "24h"})
_SPAN = re.compile(r"([0-9]{1,2})[:：]([0-9]{2})(?:[-–—~～]|至|到)([0-9]{1,2})[:：]([0-9]{2})")
_APART = re.compile(r"[,;、]+")


def openings_of(text: str) -> list[Opening]:
    """In order; none where the centre is closed."""
    written = folded(text).casefold()
    if written in WHOLE_DAY:
        return [(0, MINUTES_A_DAY)]
    found = sorted(_opening(one) for one in _APART.split(written.replace(" ", "")) if one)
    if any(before[1] > after[0] for before, after in pairwise(found)):
        raise NotValid("openings.overlap", value=text)
    return found


def _opening(text: str) -> Opening:
    match = _SPAN.fullmatch(text)
    if match is None:
        raise NotValid("openings.malformed", value=text)
    first_hour, first, last_hour, last = (int(part) for part in match.groups())
    opens, closes = first_hour * 60 + first, last_hour * 60 + last
    if first > 59 or last > 59 or opens >= MINUTES_A_DAY or closes > MINUTES_A_DAY:
        raise NotValid("openings.malformed", value=text)
    if closes <= opens:
        raise NotValid("openings.past_midnight", value=text)
    return opens, closes


def written(openings: Iterable[Opening]) -> str:
    return ", ".join(f"{opens // 60}:{opens % 60:02d}-{closes // 60}:{closes % 60:02d}" for opens, closes in openings)
