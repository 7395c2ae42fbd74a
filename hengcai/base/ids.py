"""Ids as people mean them: what cannot be seen, or is only typed another way, makes no second person, rater or group."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Self

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Control characters but white space, and what Unicode says is shown as nothing: marks of order and direction, joiners,
soft hyphens, fillers, choices among a character's shapes."""


def folded(text: str) -> str:
    """The form in which two ids are compared, and persons' numbers are kept.

    Characters that show nothing are taken out (U+200B, U+FEFF, U+00AD, U+2060, marks of direction …), full-width
    letters and digits become plain ones (NFKC: １２ is 12), any run of white space, U+00A0 and U+3000 among it, becomes
    one space, and none is left at either end. Upper and lower case stay apart, and so do 001 and 1.
    """
    if text.isascii() and text.isprintable():
        return _squeezed(text) if " " in text else text
    return _squeezed(visible(unicodedata.normalize("NFKC", visible(text))))


def shown(text: str) -> str:
    """An id or a name as its writer spelled it, without what nobody sees and without spaces around it."""
    return _squeezed(visible(text))


def visible(text: str) -> str:
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub("", text)


class Spellings(dict[str, str]):
    """`spellings[text]` is how the same id was first spelled: '一组（早）' and ' 一组(早)' are one, shown as the first.

    A dictionary, so that of a million cells only the different ones are looked at.
    """

    def __init__(self) -> None:
        super().__init__()
        self._first: dict[str, str] = {}

    def keep(self, names: Iterable[str]) -> Self:
        """These stay as they are spelled, and what is the same as one of them is shown so."""
        for name in names:
            self[name] = name
            self._first.setdefault(folded(name), name)
        return self

    def __missing__(self, text: str) -> str:
        found = self[text] = self._first.setdefault(folded(text), shown(text))
        return found


def _squeezed(text: str) -> str:
    return text if text.isalnum() else " ".join(text.split())
