"""Names of people: told beforehand, told by whoever is called so, or standing where only a name stands.

Of a name its first character stays: in Chinese the surname, by which people are called anyway.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hengcai.base.masking.en_model import EITHER, NAMES, WORD, kind_of
from hengcai.base.masking.name_lists import LONG_SURNAMES, NO_NAMES, SURNAMES
from hengcai.base.masking.names_en import english_names
from hengcai.base.masking.names_zh import chinese_names, is_named_here
from hengcai.base.masking.stretch import Stretch, kept_first
from hengcai.base.masking.zh_model import model

_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{2}")
_MONTHS = frozenset(("May", "April", "June", "August"))
_IN_A_MONTH = re.compile(
    r"\b(?:in|by|since|until|till|of|next|last|this|from|mid|early|late|\d{1,2}(?:st|nd|rd|th)?)[ -]$", re.IGNORECASE
)


def names(text: str, known: Sequence[str] = ()) -> Iterator[Stretch]:
    """Every name in `text`, which is in half width; `known` are names told beside it."""
    found = [*_known(text, known), *introduced(text)]
    yield from sorted(found, key=lambda one: one.start - one.end)


def introduced(text: str) -> Iterator[Stretch]:
    """Whoever says what somebody is called."""
    if not text.isascii():
        yield from chinese_names(text)
    if _LATIN.search(text):
        yield from english_names(text)


def _known(text: str, known: Sequence[str]) -> Iterator[Stretch]:
    for name in sorted({one.strip() for one in known if len(one.strip()) > 1}, key=len, reverse=True):
        for found in _pattern(name).finditer(text):
            if not _is_word(name, text, *found.span()):
                yield kept_first(*found.span())


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    """The whole name however it is written, and its parts by which somebody is called."""
    if not name.isascii():
        given = [re.escape(part) for part in _given_zh(name)]
        return re.compile("|".join([re.escape(name), *given, f"[老小阿]{name[0]}(?=$|[^{name[0]}])"]))
    whole = r"\s+".join(map(re.escape, name.split()))
    parts = [rf"(?-i:{re.escape(part)})" for part in _parts_en(name)]
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join([whole, *parts])})(?:['’]s)?(?![A-Za-z])", re.IGNORECASE)


def _given_zh(name: str) -> list[str]:
    """Two signs by which friends call somebody, where they are no word of their own."""
    size = 2 if name.startswith(LONG_SURNAMES) else 1
    given = name[size:]
    return [given] if len(given) == 2 and name[0] in SURNAMES else []


def _parts_en(name: str) -> list[str]:
    parts = [part for part in name.split() if len(part) > 2] if " " in name else []
    return [form for part in parts for form in {part.capitalize(), part.upper(), *_low(part)}]


def _low(part: str) -> set[str]:
    """As a recogniser writes it, where it is no other word."""
    return {part.lower()} if kind_of(part) in NAMES or (kind_of(part) != WORD and len(part) > 5) else set()


def _is_word(name: str, text: str, start: int, end: int) -> bool:
    """关于洋酒 names no 于洋; 高峰 is somebody's name and an hour of the day: then only what stands around it tells."""
    said = text[start:end]
    if said.isascii():
        if said in _MONTHS and _IN_A_MONTH.search(text, max(0, start - 12), start):
            return True
        return kind_of(said) in (EITHER, WORD) and (said.islower() or _begins_a_sentence(text, start, end))
    if text[start - 1 : start + 1] in model().words and text[end - 1 : end + 1] in model().words:
        return True
    is_word = said in NO_NAMES or (said != name and said in model().words)
    return (is_word or said != name) and not is_named_here(text, start, end, is_word=is_word)


def _begins_a_sentence(text: str, start: int, end: int) -> bool:
    before = text[:start].rstrip()
    return (not before or before[-1] in ".!?") and text[end : end + 1] == " "
