"""One column as people call it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hengcai.base.ids import folded

_BRACKETS = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]")
_APART = re.compile(r"[/|\n]")
_NO_MATTER = re.compile(r"[\s_\-·:：*＊.、]+")
_ANOTHER_UNIT = frozenset(
    {"分钟", "分", "minutes", "minute", "min", "mins", "毫秒", "ms", "小时", "hours", "h", "%", "百分比", "百分制"}
)


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
    if any(part in _ANOTHER_UNIT for part in [folded(part).casefold() for part in inside]):
        return []
    return list(dict.fromkeys(filter(None, found)))
