"""What a response earns of a question's points; the same on paper, on a page and from a table."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengcai.assessment.rules.questions import (
    CLOZE,
    ESSAY,
    MATCHING,
    MULTIPLE,
    NUMERIC,
    SINGLE,
    Answer,
    Gap,
    Option,
    Question,
    Text,
    sides,
)
from hengcai.assessment.rules.shares import NEAR, number

NOTHING, WHOLE = Fraction(0), Fraction(1)
LONGEST_NUMBER = 60
_NUMBER = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?")
_STARS = re.compile(r"\\\*|\*")


def mark(question: Question, response: str | None) -> Fraction | None:
    """The share of its points, from −1 to 1; None where people mark (essay). Nothing answered is 0."""
    if question.kind == ESSAY:
        return None
    given = (response or "").strip()
    if not given:
        return NOTHING
    if question.kind == SINGLE:
        return _chosen(question.options, given)
    if question.kind == MULTIPLE:
        return _several(question.options, given)
    if question.kind == MATCHING:
        return _matched(question, given)
    if question.kind == CLOZE:
        return _filled(question, given)
    return _answered(question.answers, given, kind=question.kind)


def earned(question: Question, response: str | None) -> Fraction | None:
    """Points: the share of them that was earned."""
    share = mark(question, response)
    return None if share is None else share * question.points


def folded(text: str) -> str:
    """As answers are compared: width, letter case and the spaces around do not count."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def unknown_parts(question: Question, response: str | None) -> list[str]:
    """What a response names that the question has not: a slip in a table, told beside the marks."""
    given = (response or "").strip()
    if question.kind == SINGLE:
        return [given] if given and given not in {one.id for one in question.options} else []
    if question.kind == MULTIPLE:
        known = {one.id for one in question.options}
        return [one for one in _ids(given) if one not in known]
    if question.kind in (MATCHING, CLOZE):
        return _split(given, _keys(question)).unknown
    return []


def parts_of_response(keys: Sequence[Text], response: str) -> dict[int, list[str]]:
    """Of a matching or a cloze: place of the key → the readings of its value, the longest last, since a value may hold `;`."""
    return _split(response, keys).values


def _chosen(options: Sequence[Option], given: str) -> Fraction:
    return next((one.share for one in options if one.id == given), NOTHING)


def _several(options: Sequence[Option], given: str) -> Fraction:
    chosen = set(_ids(given))
    total = sum((one.share for one in options if one.id in chosen), NOTHING)
    return WHOLE if abs(total - 1) <= NEAR else min(max(total, NOTHING), WHOLE)


def _ids(given: str) -> list[str]:
    return [one.strip() for one in given.split(";") if one.strip()]


def _answered(answers: Sequence[Answer], given: str, *, kind: str) -> Fraction:
    """The first that fits counts, as it does in other programs."""
    if kind == NUMERIC or (answers and answers[0].tolerance is not None):
        return _measured(answers, given)
    wanted = folded(given)
    return next((one.share for one in answers if any(fits(wanted, side) for side in sides(one.value))), NOTHING)


def _measured(answers: Sequence[Answer], given: str) -> Fraction:
    value = _number(given)
    if value is None:
        return NOTHING
    near = (one for one in answers if abs(value - number(str(one.value))) <= (one.tolerance or 0))
    return next((one.share for one in near), NOTHING)


def _number(text: str) -> Fraction | None:
    match = _NUMBER.fullmatch(text) if len(text) <= LONGEST_NUMBER else None
    if match is None or not (match[2] or match[3]):
        return None
    places = match[3] or ""
    value = Fraction(int(match[2] + places), 10 ** len(places))
    return -value if match[1] == "-" else value


def fits(wanted: str, pattern: str) -> bool:
    """`*` stands for any text, `\\*` for the sign itself; runs forwards once, so that no pattern can hold it up."""
    parts = [part.replace("\0", "*") for part in _STARS.sub(_kept_star, folded(pattern)).split("\1")]
    if len(parts) == 1:
        return wanted == parts[0]
    first, *middle, last = parts
    if len(wanted) < len(first) + len(last) or not (wanted.startswith(first) and wanted.endswith(last)):
        return False
    place, end = len(first), len(wanted) - len(last)
    for part in middle:
        found = wanted.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _kept_star(match: re.Match[str]) -> str:
    return "\0" if match[0] == "\\*" else "\1"


@dataclass(frozen=True, slots=True)
class _Split:
    """`values` by the place of their key; a value may hold `;`, so the readings that are longer stand behind."""

    values: dict[int, list[str]]
    unknown: list[str]


def _keys(question: Question) -> list[Text]:
    return [one.left for one in question.pairs] or [one.id for one in question.gaps]


def _split(given: str, keys: Sequence[Text]) -> _Split:
    """A new pair begins where a known key and `=` do; what begins otherwise belongs to the value before, or nowhere."""
    values: dict[int, list[str]] = {}
    unknown, now = [], None
    for part in given.split(";"):
        place, value = _key(part, keys)
        if place is not None:
            now = place
            values.setdefault(place, [value])
        elif now is not None:
            values[now].append(f"{values[now][-1]};{part}")
        if place is None and part.strip() and "=" in part:
            unknown.append(part.partition("=")[0].strip())
    return _Split(values, unknown)


def _key(part: str, keys: Sequence[Text]) -> tuple[int | None, str]:
    """The longest key that fits, exactly spelled before folded."""
    for read in (str.strip, folded):
        found = [
            (len(side), place)
            for place, key in enumerate(keys)
            for side in map(read, sides(key))
            if read(part).startswith(f"{side}=") or read(part).startswith(f"{side} =")
        ]
        if found:
            length, place = max(found)
            return place, read(part)[length:].lstrip().removeprefix("=").strip()
    return None, ""


def _matched(question: Question, given: str) -> Fraction:
    values = _split(given, _keys(question)).values
    rights = [*(one.right for one in question.pairs), *question.distractors]
    hits = sum(
        1 for place, one in enumerate(question.pairs) if any(_same(v, one.right, rights) for v in values.get(place, []))
    )
    return Fraction(hits, len(question.pairs))


def _same(given: str, right: Text, rights: Iterable[Text]) -> bool:
    """Spelled alike but for case and width, unless it is exactly the spelling of another."""
    spellings = sides(right)
    if given.strip() in (one.strip() for one in spellings):
        return True
    if any(given.strip() in (side.strip() for side in sides(one)) for one in rights):
        return False
    return folded(given) in map(folded, spellings)


def _filled(question: Question, given: str) -> Fraction:
    values = _split(given, _keys(question)).values
    shares = [_of_gap(one, values.get(place, [])) for place, one in enumerate(question.gaps)]
    return sum(shares, NOTHING) / len(shares)


def _of_gap(gap: Gap, readings: Sequence[str]) -> Fraction:
    if gap.options:
        return _chosen(gap.options, readings[0]) if readings else NOTHING
    shares = [_answered(gap.answers, one, kind="") for one in readings if one.strip()]
    return next((one for one in shares if one), NOTHING)
