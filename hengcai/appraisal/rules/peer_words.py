"""What peers wrote on the forms of a quarter, as the person they wrote about may read it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from hengcai.appraisal.rules.veil import ENOUGH_PEERS

COVER = "＊＊"
LEAST_NAME = 2  # a single sign would be found in half of all words


@dataclass(frozen=True, slots=True)
class Words:
    rater: int
    text: str


def readable(words: Iterable[Words], *, names: Sequence[str], salt: str) -> list[str]:
    """None of fewer than three writers. Neither who wrote it, nor in which order, nor on which part of the form: order
    follows from the text itself, and the writers' names are covered in it."""
    told = [one for one in words if one.text.strip()]
    if len({one.rater for one in told}) < ENOUGH_PEERS:
        return []
    covered = [without(one.text.strip(), names) for one in told]
    return sorted(covered, key=lambda text: sha256(f"{salt}|{text}".encode()).digest())


def without(text: str, names: Sequence[str]) -> str:
    """The longest first, so that a name within a longer one leaves no rest."""
    known = sorted({name.strip() for name in names if len(name.strip()) >= LEAST_NAME}, key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in known)
    return re.sub(pattern, COVER, text, flags=re.IGNORECASE) if known else text
