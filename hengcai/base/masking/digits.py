"""Digits as they are written and said, in runs: 138 0013 8000, 幺三八，零零幺三, one three eight double oh, 三个零."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HAN = {
    **dict.fromkeys("〇零洞○", "0"), **dict.fromkeys("一幺壹", "1"), **dict.fromkeys("二两贰", "2"), **dict.fromkeys("三叁", "3"),
    **dict.fromkeys("四肆", "4"), **dict.fromkeys("五伍", "5"), **dict.fromkeys("六陆", "6"), **dict.fromkeys("七拐柒", "7"),
    **dict.fromkeys("八捌", "8"), **dict.fromkeys("九勾玖", "9"), "叉": "X",
}  # fmt: skip
_ENGLISH = {
    "zero": "0", "nought": "0", "oh": "0", "o": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_TENS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "2", "thirty": "3", "forty": "4", "fifty": "5",
    "sixty": "6", "seventy": "7", "eighty": "8", "ninety": "9",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_WORD = "|".join(sorted(_ENGLISH, key=len, reverse=True))
_UNIT = "|".join(word for word, digit in _ENGLISH.items() if digit != "0")
_TENS_SAID = "|".join(f"{word}(?:[ -](?:{_UNIT})(?![A-Za-z0-9]))?" if len(_TENS[word]) == 1 else word for word in _TENS)
_HAN_ANY = "".join(_HAN)
_TOKEN = re.compile(
    rf"[2-6二两三四五六]个[0-9{_HAN_ANY[:-1]}](?![0-9])|[0-9]+(?:[Xx](?![A-Za-z0-9]))?|[{_HAN_ANY}]"
    rf"|(?<![A-Za-z0-9])(?:(?:(?:{'|'.join(_TIMES)})[ -]+)?(?:{_WORD})|(?:{_TENS_SAID})|X)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"(?:[\s\-\u2010-\u2015_/.·•,，、。;；…()~～]|嗯|呃|啊|哦|额|哎|那个|然后|接着|后面|再|杠|横|空格|uh|um|er|and|then|dash|dot)*",
    re.IGNORECASE,
)
_LONGEST_GAP = 16
LONGEST_NUMBER = 19
SPACE, DASH, DOT, COMMA, SAID = " ", "-", ".", ",", "w"


@dataclass(slots=True)
class Run:
    """Digits that follow one another with nothing between that would end a number.

    One entry a digit: its value, the first and last place of what was said for it, whether a number may open or close
    there (not within a written group), what stands before it, and whether it is a spoken word.
    """

    values: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    closes: list[bool] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    spoken: list[bool] = field(default_factory=list)

    def add(self, token: str, at: int, gap: str) -> None:
        """A written group opens and closes at its ends alone."""
        size = len(token)
        if size == 1:
            self.values.append(token)
            self.starts.append(at)
            self.ends.append(at + 1)
            self.opens.append(True)
            self.closes.append(True)
            self.gaps.append(gap)
            self.spoken.append(False)
            return
        self.values += token
        self.starts += range(at, at + size)
        self.ends += range(at + 1, at + size + 1)
        self.opens += [True, *[False] * (size - 1)]
        self.closes += [*[False] * (size - 1), True]
        self.gaps += [gap, *[""] * (size - 1)]
        self.spoken += [False] * size

    def say(self, value: str, start: int, end: int, gap: str) -> None:
        """A spoken word stands for one digit, or for the same digit several times."""
        for place in range(len(value)):
            self.values.append(value[place])
            self.starts.append(start)
            self.ends.append(end)
            self.opens.append(place == 0)
            self.closes.append(place == len(value) - 1)
            self.gaps.append("" if place else gap)
            self.spoken.append(True)


def runs(text: str, *, least: int = 7) -> Iterator[Run]:
    """Runs of at least so many digits. One pass: the time grows with the length of the text and not faster."""
    run, before = Run(), -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = _gap(text, before, start) if run.values else ""
        if gap is None or end - start > LONGEST_NUMBER:
            if len(run.values) >= least:
                yield run
            run, gap = Run(), ""
        if end - start <= LONGEST_NUMBER:
            _put(run, match[0], start, gap)
            before = end
    if len(run.values) >= least:
        yield run


def _put(run: Run, token: str, start: int, gap: str) -> None:
    if token.isascii() and token[0].isdigit():
        run.add(token.upper(), start, gap)
    else:
        run.say(_value(token), start, start + len(token), gap)


def _value(token: str) -> str:
    if len(token) == 3 and token[1] == "个":
        return _digit(token[2]) * int(_digit(token[0]))
    if token in _HAN:
        return _HAN[token]
    if len(token) == 1 and token.upper() == "X":
        return "X"
    first, *more = re.split(r"[ -]+", token.lower())
    if first in _TENS:
        return (_TENS[first] + (_ENGLISH[more[0]] if more else "0"))[:2]
    return _ENGLISH[more[0]] * _TIMES[first] if more else _ENGLISH[first]


def _digit(sign: str) -> str:
    return _HAN.get(sign, sign)


_KNOWN_GAPS = {"": "", " ": SPACE, "-": DASH, ".": DOT, ",": COMMA, "，": COMMA, "  ": SPACE, "、": COMMA, "\n": SPACE}


def _gap(text: str, before: int, start: int) -> str | None:
    """What kind of thing stands between two groups; None where it ends the number."""
    if start - before > _LONGEST_GAP:
        return None
    between = text[before:start]
    known = _KNOWN_GAPS.get(between)
    if known is not None:
        return known
    return _kind(between) if _GAP.fullmatch(between) else None


def _kind(between: str) -> str:
    bare = "".join(between.split()).strip("()")
    if not bare:
        return SPACE
    if all(sign in "-_/杠" or "\u2010" <= sign <= "\u2015" for sign in bare):
        return DASH
    return DOT if bare in (".", "·") else COMMA if not bare.isalpha() else SAID
