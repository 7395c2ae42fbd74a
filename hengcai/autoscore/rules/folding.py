"""Text as it is compared: width, letter case and traditional characters do not count; places lead back to the original."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

HAN = (0x3400, 0xA000)


@dataclass(frozen=True, slots=True)
class Folded:
    """`starts` and `ends`: of each folded sign, the part of the original it stands for; None where they are the same places."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the original that a stretch of the folded text covers."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """One sign for one sign, never phrases: those differ by their neighbours, and surnames would change."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    table = {code: convert(chr(code)) for code in range(*HAN)}
    return {code: sign for code, sign in table.items() if len(sign) == 1 and sign != chr(code)}


def fold(text: str) -> Folded:
    """NFKC, letter case, then traditional characters, code point by code point."""
    if unicodedata.is_normalized("NFKC", text):
        plain = text.casefold()
        if len(plain) == len(text):
            return Folded(plain.translate(_simplified()))
    signs, starts, ends = [], [], []
    for start, end in _units(text):
        told = unicodedata.normalize("NFKC", text[start:end]).casefold().translate(_simplified())
        signs.append(told)
        starts += [start] * len(told)
        ends += [end] * len(told)
    return Folded("".join(signs), tuple(starts), tuple(ends))


def fold_word(text: str) -> str:
    return fold(text).text


def _units(text: str) -> Iterator[tuple[int, int]]:
    """A sign with the marks that stand on it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.combining(text[place]):
            yield start, place
            start = place
