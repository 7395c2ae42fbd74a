"""Where people live: from the street, the estate or the village on. Province, city and district stay, they name nobody."""

import re
from collections.abc import Iterator

from hengcai.base.masking.places_en import english_places
from hengcai.base.masking.places_zh import chinese_places
from hengcai.base.masking.stretch import ADDRESS, Stretch

_BETWEEN = re.compile(r"[ ,]*(?:(?:[A-Z][\w'’-]*[ ,]{1,2}){0,4})?")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}|\d/\d|\d [A-Z]")


def places(text: str) -> Iterator[Stretch]:
    """Addresses of people in `text`, which is in half width; those of shops and offices stay where they are called so."""
    end = start = -1
    for first, last in sorted(_found(text)):
        is_apart = end < 0 or (first > end and _BETWEEN.fullmatch(text, end, first) is None)
        if is_apart and end >= 0:
            yield Stretch(ADDRESS, start, end, start, end)
        start = first if is_apart else start
        end = max(end, last)
    if end >= 0:
        yield Stretch(ADDRESS, start, end, start, end)


def _found(text: str) -> Iterator[tuple[int, int]]:
    if _CHINESE.search(text):
        yield from chinese_places(text)
    if _LATIN.search(text):
        yield from english_places(text)
