"""Which signs of a Chinese clause are a name: the cheapest way to read it, word by word, names among the words.

Costs are what a reader wonders at: half of a natural logarithm's steps, small for what is said every day.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from hengcai.base.masking.name_lists import TITLES, words

_NEVER = frozenset(
    "的了我你您他她它们这那是在没不要想就都也还吗呢吧啊哦嗯嘛呀啦跟把被给让叫去到从打说问查看找买退换什怎哪谁请和"
)  # in no name
_LISTS = Path(__file__).parent / "words"
_LONGEST_WORD = 4
_STRANGE_SIGN = 12.0  # no list has it
_RARE_GIVEN = 11.5
_ANY_NAME = 9.0  # how seldom somebody is named where nothing announces it
_ONE_SIGN, _SAME_AGAIN, _WITHOUT_SURNAME = 3.0, 2.5, 3.0
_TOLD, _BARE = 4.0, 4.0  # two signs that run on into the clause, and nothing said that a name comes
_COUNTED, _COUNTS = "张段单路支门层", frozenset("这那一二两三四五六七八九十几每某半数第0123456789")
_TITLES = frozenset((*TITLES.split("|"), *words("主任 师傅 经理 总监 校长 院长 局长 部长 处长 科长 队长 组长 主管")))


class Speaks(NamedTuple):
    """How much speaks for a name behind a place, and in front of one; where a given name may stand alone."""

    before: Mapping[int, float]
    after: Mapping[int, float]
    alone: frozenset[int]


class Model(NamedTuple):
    """What a word, a surname, the first and second sign of a given name, and the only one cost."""

    words: Mapping[str, float]
    surnames: Mapping[str, float]
    first: Mapping[str, float]
    second: Mapping[str, float]
    only: Mapping[str, float]
    begins: frozenset[str]


@lru_cache(maxsize=1)
def model() -> Model:
    """Read when the first Chinese text is looked at."""
    words = {word: float(cost) for cost, *some in _rows("zh_words.txt") for word in some}
    parts: dict[str, dict[str, float]] = {"surname": {}, "first": {}, "second": {}, "only": {}}
    for kind, cost, *some in _rows("zh_given.txt"):
        parts[kind].update(dict.fromkeys(some if kind == "surname" else some[0], float(cost)))
    begins = frozenset(surname[0] for surname in parts["surname"])
    return Model(words, parts["surname"], parts["first"], parts["second"], parts["only"], begins)


def _rows(name: str) -> list[list[str]]:
    lines = (_LISTS / name).read_text("utf-8").splitlines()
    return [line.split(" ") for line in lines if not line.startswith("#")]


def named(text: str, start: int, end: int, speaks: Speaks) -> list[tuple[int, int]]:
    """Where names stand from `start` to `end`, where all signs are Chinese; places are those of the text."""
    known = model()
    if not _may_be(text, start, end, speaks, known):
        return []
    best, came = [0.0] + [1e9] * (end - start), [(0, False)] * (end - start + 1)
    for at in range(start, end):
        here = best[at - start]
        for stop, cost in _read(text, at, end, known):
            if here + cost < best[stop - start]:
                best[stop - start], came[stop - start] = here + cost, (at, False)
        here += _ANY_NAME - speaks.before.get(at, 0.0)
        for stop, cost in _names_at(text, at, end, known, is_alone=at in speaks.alone):
            whole = here + cost - _behind(speaks, at, stop)
            if stop == at + 2 and stop < end and stop not in speaks.after and speaks.before.get(at, 0.0) < _TOLD:
                whole += _BARE
            if whole < best[stop - start]:
                best[stop - start], came[stop - start] = whole, (at, True)
    return _walked(came, start, end)


def _behind(speaks: Speaks, at: int, stop: int) -> float:
    """What speaks against a name behind it counts less where something before it says that one comes."""
    after = speaks.after.get(stop, 0.0)
    return after / 3 if after < 0 and speaks.before.get(at, 0.0) > _TOLD else after


def _may_be(text: str, start: int, end: int, speaks: Speaks, known: Model) -> bool:
    """Whether any name costs less than its signs one by one; else reading on is of no use."""
    for at in range(start, end - 1):
        if text[at] in known.begins or at in speaks.alone:
            bonus = _ANY_NAME - speaks.before.get(at, 0.0)
            for stop, cost in _names_at(text, at, end, known, is_alone=at in speaks.alone):
                signs = sum(known.words.get(sign, _STRANGE_SIGN) for sign in text[at:stop])
                if bonus + cost - _behind(speaks, at, stop) < signs:
                    return True
    return False


def _read(text: str, at: int, end: int, known: Model) -> list[tuple[int, float]]:
    words = known.words
    found = [(at + 1, words.get(text[at], _STRANGE_SIGN))]
    for stop in range(at + 2, min(at + _LONGEST_WORD, end) + 1):
        cost = words.get(text[at:stop])
        if cost is not None:
            found.append((stop, cost))
    return found


def _names_at(text: str, at: int, end: int, known: Model, *, is_alone: bool) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    if text[at] in _COUNTED and text[at - 1 : at] in _COUNTS:
        return found
    for size in (1, 2):
        surname = known.surnames.get(text[at : at + size])
        if surname is not None and at + size < end:
            found += [(stop, surname + cost) for stop, cost in _given(text, at + size, end, known)]
            found += _of_both_parents(text, at + size, end, known, surname) if size == 1 else []
    if is_alone:
        found += [(stop, cost + _WITHOUT_SURNAME) for stop, cost in _given(text, at, end, known) if stop == at + 2]
    return found


def _of_both_parents(text: str, at: int, end: int, known: Model, first: float) -> list[tuple[int, float]]:
    """陈李欣妍: two surnames and two signs."""
    second = known.surnames.get(text[at])
    if second is None or at + 3 > end:
        return []
    return [(stop, first + second + 1.0 + cost) for stop, cost in _given(text, at + 1, end, known) if stop == at + 3]


def _given(text: str, at: int, end: int, known: Model) -> list[tuple[int, float]]:
    first = text[at]
    if first in _NEVER or text[at : at + 2] in _TITLES:
        return []
    found = [(at + 1, known.only.get(first, _RARE_GIVEN) + _ONE_SIGN)]
    if at + 1 < end and text[at + 1] not in _NEVER:
        second = text[at + 1]
        twice = _SAME_AGAIN if first == second else known.second.get(second, _RARE_GIVEN)
        found.append((at + 2, known.first.get(first, _RARE_GIVEN) + twice))
    return found


def _walked(came: list[tuple[int, bool]], start: int, end: int) -> list[tuple[int, int]]:
    found, at = [], end
    while at > start:
        begun, is_name = came[at - start]
        if is_name:
            found.append((begun, at))
        at = begun
    return found[::-1]
