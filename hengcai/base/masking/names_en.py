"""English names: after what announces one, after a title, or a given name with a surname behind it."""

import re
from collections.abc import Iterator

from hengcai.base.masking import cues_en as cues
from hengcai.base.masking.en_model import EITHER, GIVEN, NAMES, SURNAME, UNKNOWN, WORD, kind_of
from hengcai.base.masking.stretch import Stretch, kept_first

_CAP = r"(?:Mc|Mac|O['’]|D['’]|De|Le|Van )?[A-ZÀ-Þ][a-zà-ÿ]+(?:['’][a-z]+)?(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
FULL = rf"{_CAP}(?: (?:(?:van|von|de|del|la|bin|al|ibn|der) ){{0,2}}{_CAP}){{0,3}}"
_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['’-][A-Za-zÀ-ž]+)*")
_ON = re.compile(r" (?:[A-Z]\.? )?(?=[A-Za-zÀ-ž])|\. (?=[A-Z])(?<=\b[A-Z]\. )")
_LONGEST, _REACH, _MOST = 5, 32, 40
_FIRST_PERSON = re.compile(
    r" (?:and )?i(?:'m| am| called| rang| have| spoke| just| need| want| was| placed| ordered)?\b", re.IGNORECASE
)
_SPELLED = re.compile(r"(?<!['’])\b[A-Za-z](?:[-. ,]{1,2}[A-Za-z]\b){2,20}")
_SPELLED_TOLD = re.compile(r"(?:spell\w*|spelt|name|surname|that's|letters?|under|it's)\b[^.!?]{0,40}$", re.IGNORECASE)
_AS_IN = re.compile(
    r"\b[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+(?:[,;]? (?:and )?[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+)+"
)


def english_names(text: str) -> Iterator[Stretch]:
    """`text` in half width, with Latin letters in it."""
    found = sorted({*_told(text), *_met(text)})
    for start, end in found:
        yield kept_first(start, end)
    yield from _again(text, found)
    yield from _spelled(text)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Where something before it says that a name has to stand here."""
    for cue in cues.SURE.finditer(text):
        yield from _name(text, cue.end(), is_sure=True)
    for cue in cues.TITLED.finditer(text):
        word = _WORD.match(text, cue.end())
        is_sure = bool(cues.HIGH_TITLE.search(cue[0])) or (word is not None and kind_of(word[0]) == UNKNOWN)
        if word and cues.BRANDS.match(text, cue.start()) is None and _begins(text, word, is_sure=is_sure):
            yield word.start(), _end(text, word, is_sure=is_sure)


def _met(text: str) -> Iterator[tuple[int, int]]:
    """Words that may be names, where something around them bears it out or a surname follows."""
    at = 0
    for first in _WORD.finditer(text):
        if first.start() >= at and kind_of(first[0]) != WORD and first[0].lower() not in cues.CLOSED:
            for start, end in _name_met(text, first):
                at = end
                yield start, end


def _name_met(text: str, first: re.Match[str]) -> Iterator[tuple[int, int]]:
    start = first.start()
    if (
        cues.LIKELY.search(text, max(0, start - _REACH), start)
        or cues.OPENS.match(text, start)
        or cues.FAREWELL.match(text, max(0, start - 1))
    ):
        yield from _name(text, start, is_sure=False)
    elif kind_of(first[0]) in (GIVEN, UNKNOWN) and (after := _next(text, first.end())) and _is_surname(first, after):
        end = _end(text, first, is_sure=False)
        if end > first.end() and not (_is_no_customer(text, start, end) or cues.BRANDS.match(text, start)):
            yield start, end


def _name(text: str, at: int, *, is_sure: bool) -> Iterator[tuple[int, int]]:
    first = _WORD.match(text, at)
    if first is None or not _begins(text, first, is_sure=is_sure):
        return
    end = _end(text, first, is_sure=is_sure)
    if not _is_no_customer(text, at, end) and (is_sure or cues.BRANDS.match(text, at) is None):
        yield at, end


def _begins(text: str, first: re.Match[str], *, is_sure: bool) -> bool:
    word, kind = first[0], kind_of(first[0])
    if word.lower() in cues.CLOSED or (len(word) == 1 and not is_sure):
        return False
    if kind == GIVEN or (kind in NAMES and (is_sure or _goes_on(text, first))):
        return True
    is_capital = word[0].isupper() and not text[: first.start()].isupper()
    if is_sure and word not in cues.MODAL:
        return kind in (UNKNOWN, EITHER) or is_capital
    return _is_borne_out(text, first, kind, is_capital=is_capital)


def _goes_on(text: str, first: re.Match[str]) -> bool:
    """A surname alone is one where something says so or a name goes on; else it may be a town."""
    after = _next(text, first.end())
    told = cues.CERTAIN_ENOUGH.search(text, max(0, first.start() - _REACH), first.start())
    return told is not None or (after is not None and kind_of(after[0]) in (*NAMES, UNKNOWN))


def _is_borne_out(text: str, first: re.Match[str], kind: str, *, is_capital: bool) -> bool:
    """A word no list calls a name alone, where a name only may follow."""
    if cues.OPENS.match(text, first.start()) and (is_capital or first.start() == 0):
        return kind in (UNKNOWN, EITHER)
    certain = cues.CERTAIN_ENOUGH.search(text, max(0, first.start() - _REACH), first.start()) is not None
    if cues.CALLING.match(text, first.end()) or (certain and _FIRST_PERSON.match(text, first.end())):
        return certain and (kind == EITHER or (kind == UNKNOWN and is_capital))
    after = _next(text, first.end())
    goes_on = after is not None and (after[0][0].isupper() or not is_capital)
    next_kind = kind_of(after[0]) if after is not None and goes_on and after[0].lower() not in cues.CLOSED else WORD
    if kind in (EITHER, SURNAME):
        return (
            next_kind in NAMES
            or (after is not None and after[0] == first[0])
            or (next_kind in (UNKNOWN, EITHER) and is_capital)
            or (is_capital and _is_closed(text, first))
        )
    if kind == UNKNOWN:
        if cues.HAVING.search(text, max(0, first.start() - 5), first.start()):
            return is_capital and next_kind in (*NAMES, UNKNOWN)
        return certain and (is_capital or next_kind in (*NAMES, UNKNOWN))
    return False


def _is_closed(text: str, first: re.Match[str]) -> bool:
    """Called by it: Hello Grace, and nothing more."""
    greeted = re.search(
        r"(?i:hi|hello|hey|thanks|thank you|okay|ok|dear|sorry|cheers|bye|yes|call me)[,]? $",
        text[max(0, first.start() - 12) : first.start()],
    )
    return greeted is not None and (first.end() == len(text) or text[first.end()] in ",.!?")


def _next(text: str, at: int) -> re.Match[str] | None:
    gap = _ON.match(text, at)
    return _WORD.match(text, gap.end()) if gap else None


def _end(text: str, first: re.Match[str], *, is_sure: bool) -> int:
    """Past the last word that goes on with the name."""
    end, last, size = first.end(), first, 1
    while size < _LONGEST and (more := _next(text, last.end())) is not None:
        if more[0].lower() in cues.PARTICLES and size < _LONGEST - 1:
            last, size = more, size + 1
            continue
        if not _belongs(first, more, is_sure=is_sure):
            break
        end, last, size = more.end(), more, size + 1
    return end


def _belongs(first: re.Match[str], more: re.Match[str], *, is_sure: bool) -> bool:
    word, kind = more[0], kind_of(more[0])
    low = word.lower()
    if low in cues.CLOSED or low in cues.NO_LAST:
        return False
    if kind in NAMES or (low == first[0].lower()):
        return True
    if word[0].isupper():
        return first[0][0].isupper()
    return (kind == UNKNOWN and len(word) > 2) or (kind == EITHER and is_sure and first[0].islower())


def _is_no_customer(text: str, start: int, end: int) -> bool:
    """Who serves; a street, a hotel, a bank that is called so."""
    after = _next(text, end)
    return (
        (after is not None and after[0].lower() in cues.NO_LAST and (after[0][0].isupper() or text[start].islower()))
        or cues.STAFF_AFTER.match(text, end) is not None
        or cues.STAFF_BEFORE.search(text, max(0, start - 72), start) is not None
    )


def _is_surname(first: re.Match[str], after: re.Match[str]) -> bool:
    kind, low = kind_of(after[0]), after[0].lower()
    if kind_of(first[0]) == UNKNOWN:
        return kind in NAMES and first[0].istitle() and after[0].istitle()
    if low in cues.CLOSED or low in cues.NO_LAST:
        return low in cues.PARTICLES and after[0].islower()
    if first[0][0].isupper() and after[0][0].isupper():
        return kind != WORD or not after[0].isupper()
    return first[0].islower() and after[0].islower() and kind in NAMES


def _again(text: str, found: list[tuple[int, int]]) -> Iterator[Stretch]:
    """Somebody named a second time."""
    firsts = {word[0] for start, end in found if (word := _WORD.match(text, start)) and word.end() <= end}
    firsts = {word for word in firsts if kind_of(word) != WORD and (kind_of(word) != EITHER or word.istitle())}
    if firsts:
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(firsts)[:_MOST]))})\b")
        for more in pattern.finditer(text):
            end = _end(text, more, is_sure=True)
            if end > more.end() or kind_of(more[0]) != EITHER:
                yield kept_first(more.start(), end)


def _spelled(text: str) -> Iterator[Stretch]:
    """S-M-I-T-H, S as in Sam."""
    for found in (*_SPELLED.finditer(text), *_AS_IN.finditer(text)):
        if _SPELLED_TOLD.search(text[max(0, found.start() - 60) : found.start()]):
            yield kept_first(*found.span())
            yield from _said_before(text, found)


def _said_before(text: str, spelled: re.Match[str]) -> Iterator[Stretch]:
    """The word that is spelled right after it."""
    letters = re.sub(r"[^A-Za-z]", "", spelled[0])
    before = re.compile(rf"\b{letters}\W{{1,3}}$", re.IGNORECASE).search(
        text, max(0, spelled.start() - 40), spelled.start()
    )
    if before:
        yield kept_first(before.start(), before.start() + len(letters))
