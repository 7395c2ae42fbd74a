"""One column as people call it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hengcai.base.ids import folded

_BRACKETS = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_APART = re.compile(r"[/|\n]")
_NO_MATTER = re.compile(r"[\s_\-·:：*＊.、]+")
_ANOTHER_UNIT = re.compile(
    r"分钟|毫秒|小时|百分|%|minute|hour|millisecond"
    r"|(?<![a-z])(?:mins?|ms|hrs?|[hm])(?![a-z:])"
    r"|^分$|(?<!\d)(?!5分制)\d+分制|[十百]分制"
)
_SCALE = re.compile(r"(?<!\d)(\d{1,3})\s*[-~–至到]\s*(\d{1,3})(?!\d)")
_LIKELY = re.compile(r"推荐|nps|recommend", re.IGNORECASE)


class Heading(NamedTuple):
    """`zh` and `en` stand in the templates; `also` are further names of the same; `told` says what goes in, in which unit."""

    zh: str
    en: str
    also: tuple[str, ...]
    told: tuple[str, str]
    example: tuple[str, str]

    @property
    def names(self) -> Iterator[str]:
        yield from (self.zh, self.en, *self.also)

    def name(self, tongue: str) -> str:
        return self.zh if tongue == "zh" else self.en

    def explained(self, tongue: str) -> str:
        return self.told[tongue == "en"]

    def shown(self, tongue: str) -> str:
        return self.example[tongue == "en"]


def plain(name: str) -> str:
    """A name without what does not matter: case, spaces, signs, stars of what must be filled in."""
    return _NO_MATTER.sub("", folded(name).casefold())


def readings(heading: str) -> list[str]:
    """What a heading says: as a whole first, then each side of a stroke, without and within brackets.

    None where it names a unit of its own: minutes taken for seconds would be wrong by sixty and nobody would see it.
    """
    whole = folded(heading)
    outside, inside = _BRACKETS.sub(" ", whole), _BRACKETS.findall(whole)
    parts = [*_APART.split(heading), *_APART.split(outside), *inside]
    found = [plain(part) for part in (whole, outside, *parts)]
    beside = [*inside, *_APART.split(outside)[1:]]
    if any(_ANOTHER_UNIT.search(folded(part).casefold()) or _is_another_scale(part, whole) for part in beside):
        return []
    return list(dict.fromkeys(filter(None, found)))


def _is_another_scale(part: str, whole: str) -> bool:
    """Satisfaction goes from 1 to 5 here, how likely one is to recommend from 0 to 10; anything else has to be asked."""
    found = _SCALE.search(folded(part))
    return found is not None and found.groups() != (("0", "10") if _LIKELY.search(whole) else ("1", "5"))
