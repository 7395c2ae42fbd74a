"""Captions as WebVTT: the part of it that players agree on."""

import re

from hengcai.base.errors import NotValid

LONGEST = 200_000
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
HEAD = re.compile(r"\ufeff?WEBVTT(?:[ \t].*)?")


def check_captions(text: str, **place: object) -> None:
    """Begins with WEBVTT and has at least one cue; every cue ends after it starts and none starts before the one above."""
    lines = text.splitlines()
    if len(text) > LONGEST or not lines or not HEAD.fullmatch(lines[0]):
        raise NotValid("training.captions_wrong", line=1, **place)
    last = -1
    for number, line in enumerate(lines, start=1):
        if "-->" not in line:
            continue
        found = _CUE.fullmatch(line.strip())
        start, end = (_thousandths(found.groups()[:4]), _thousandths(found.groups()[4:])) if found else (0, 0)
        if not found or end <= start or start < last:
            raise NotValid("training.captions_wrong", line=number, **place)
        last = start
    if last < 0:
        raise NotValid("training.captions_wrong", line=len(lines), **place)


def _thousandths(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(one or 0) for one in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
