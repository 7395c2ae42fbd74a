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
_SPELLED = re.compile(r"(?<!['’])\b[A-Za-z](?:[-. ,]{1,2}(?!I [a-z]{2})[A-Za-z]\b){2,20}")
_SPELLED_TOLD = re.compile(r"(?:spell\w*|spelt|name|surname|that's|letters?|under|it'?s)\b[^.!?]{0,40}$", re.IGNORECASE)
_AS_IN = re.compile(
    r"\b[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+(?:[,;]? (?:and )?[A-Za-z](?:,)? (?:as in|for|like) [A-Za-z]+)+"
)

_LETTER_FOR = re.compile(r"\b([A-Za-z]),? (?:as in|for|like) [A-Za-z]+")
_OFFERED = re.compile(
    r"\b(?P<one>[A-Z][a-z]{2,}) or (?P<other>[A-Z][a-z]{2,})(?= (?:for|as|in) (?:the|your|my) (?:sur|(?:first|last|family) )name\b)"
)
_INITIAL = re.compile(r"[B-HJ-Z](?![a-z])")
_INITIAL_BEHIND = re.compile(r" [B-HJ-Z](?:\.|(?=$|[,!?]))")


def english_names(text: str) -> Iterator[Stretch]:
    """`text` in half width, with Latin letters in it."""
    found = sorted({*_told(text), *_met(text)})
    for start, end in found:
        yield kept_first(start, end)
    yield from _again(text, found)
    yield from _spelled(text, found)
    for offered in _OFFERED.finditer(text):
        yield from (kept_first(*offered.span(part)) for part in ("one", "other"))


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
        if first.start() >= at and _may_be_one(first[0]):
            for start, end in _name_met(text, first):
                at = end
                yield start, end


def _may_be_one(word: str) -> bool:
    low = word.lower()
    return low not in cues.CLOSED and (kind_of(word) != WORD or (low in cues.ALSO_NAMES and word.istitle()))


def _name_met(text: str, first: re.Match[str]) -> Iterator[tuple[int, int]]:
    start = first.start()
    if (
        cues.LIKELY.search(text, max(0, start - _REACH), start)
        or cues.OPENS.match(text, start)
        or cues.FAREWELL.match(text, max(0, start - 1))
        or (first[0].istitle() and _is_handed(text, first))
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
        return _is_initial(text, first)
    if kind == GIVEN or (kind in NAMES and (is_sure or _goes_on(text, first))):
        return True
    is_capital = word[0].isupper() and not text[: first.start()].isupper()
    if is_sure and word not in cues.MODAL:
        return kind in (UNKNOWN, EITHER) or is_capital
    return _is_borne_out(text, first, kind, is_capital=is_capital)


def _is_initial(text: str, first: re.Match[str]) -> bool:
    """D Mukherjee, where a name only may follow."""
    after = _next(text, first.end())
    is_title = after is not None and after[0].istitle() and kind_of(after[0]) in (*NAMES, UNKNOWN)
    is_told = cues.CERTAIN_ENOUGH.search(text, max(0, first.start() - _REACH), first.start())
    return is_title and _INITIAL.fullmatch(first[0]) is not None and is_told is not None


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
        is_twice = after is not None and after[0] == first[0]
        is_written = is_capital and (next_kind in (UNKNOWN, EITHER) or _is_closed(text, first))
        return next_kind in NAMES or is_twice or is_written
    if kind == WORD:
        return certain and is_capital and first[0].lower() in cues.ALSO_NAMES and _ends_or_goes_on(text, first, after)
    return kind == UNKNOWN and _strange_is(text, first, next_kind, is_sure=certain and is_capital, is_likely=certain)


def _strange_is(text: str, first: re.Match[str], next_kind: str, *, is_sure: bool, is_likely: bool) -> bool:
    """A word no list has at all."""
    goes_on = next_kind in (*NAMES, UNKNOWN)
    if cues.HAVING.search(text, max(0, first.start() - 5), first.start()):
        return first[0][0].isupper() and goes_on
    if is_sure or (is_likely and goes_on):
        return True
    return (goes_on and _is_handed(text, first)) or _signs(text, first) or _of_kin(text, first)


def _ends_or_goes_on(text: str, first: re.Match[str], after: re.Match[str] | None) -> bool:
    """Will Banks, and Rudy with nothing behind it."""
    if after is None:
        return first.end() == len(text) or text[first.end()] in ",.!?"
    return after[0].istitle() and after[0].lower() not in cues.CLOSED


def _is_handed(text: str, first: re.Match[str]) -> bool:
    """The cheque made out to two words that are written as a name is."""
    after = _next(text, first.end())
    if after is None or not (first[0].istitle() and after[0].istitle()):
        return False
    before = max(0, first.start() - _REACH), first.start()
    if cues.HANDED.search(text, *before):
        return True
    return bool(cues.PUT.search(text, *before) and cues.PUT_BEHIND.match(text, _end(text, first, is_sure=False)))


def _of_kin(text: str, first: re.Match[str]) -> bool:
    """My wife shaniqua when: nothing but her name is told of her there."""
    after = _next(text, first.end())
    is_told = cues.MY_KIN.search(text, max(0, first.start() - _REACH), first.start()) is not None
    is_form = len(first[0]) < 5 or first[0].endswith(("ed", "ing", "s", "ly"))
    return is_told and not is_form and (after is None or after[0].lower() in cues.AFTER_KIN)


def _signs(text: str, first: re.Match[str]) -> bool:
    """The last word of all, behind thanks or best."""
    is_last = first[0].istitle() and not text[first.end() :].strip(" .!")
    is_apart = text[max(0, first.start() - 2) : first.start()].strip(" ") in (",", "\n")
    return (
        is_last and is_apart and len(first[0]) > 2 and cues.FAREWELL.match(text, max(0, first.start() - 1)) is not None
    )


def _is_closed(text: str, first: re.Match[str]) -> bool:
    """Called by it: Hello Grace, and nothing more."""
    greeted = re.search(
        r"(?i:hi|hello|hey|thanks|thank you|okay|ok|dear|sorry|cheers|bye|yes|call me|\b(?:it's|this is|i'm))[,]? $",
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
    if text[end : end + 1] == "." and end - last.start() == 1:
        return end + 1
    initial = _INITIAL_BEHIND.match(text, end) if kind_of(first[0]) == GIVEN and first[0].istitle() else None
    return initial.end() if initial else end


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
        or (cues.STAFF_AFTER.match(text, end) is not None and cues.TAKEN.search(text, 0, start) is None)
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
            end = max(_end(text, more, is_sure=True), _surname_behind(text, more))
            if end > more.end() or kind_of(more[0]) != EITHER:
                yield kept_first(more.start(), end)


def _surname_behind(text: str, more: re.Match[str]) -> int:
    """Grace Park is no park where Grace has been named already, and nothing else follows."""
    after = _next(text, more.end())
    is_one = after is not None and after[0].istitle() and kind_of(after[0]) in (*NAMES, EITHER)
    return after.end() if after and is_one and text[after.end() : after.end() + 1] in ",.!?" else more.end()


def _spelled(text: str, named: list[tuple[int, int]]) -> Iterator[Stretch]:
    """S-M-I-T-H, S as in Sam."""
    known = {word.lower() for start, end in named for word in _WORD.findall(text[start:end])}
    for found in (*_SPELLED.finditer(text), *_AS_IN.finditer(text)):
        letters = _letters(found[0])
        if (
            letters in known
            or _is_beside(text, letters)
            or _SPELLED_TOLD.search(text[max(0, found.start() - 60) : found.start()])
        ):
            yield kept_first(*found.span())
            yield from _said_beside(text, letters)


def _is_beside(text: str, letters: str) -> bool:
    """Said as a word too: Rosalind, R-O-S-A-L-I-N-D."""
    return len(letters) > 3 and re.search(rf"\b{letters}\b", text, re.IGNORECASE) is not None


def _letters(spelled: str) -> str:
    """In lower case."""
    return "".join(_LETTER_FOR.findall(spelled) or re.findall(r"[A-Za-z]", spelled)).lower()


def _said_beside(text: str, letters: str) -> Iterator[Stretch]:
    """The word that is spelled."""
    if len(letters) > 2:
        for said in re.finditer(rf"\b{letters}\b", text, re.IGNORECASE):
            yield kept_first(*said.span())
