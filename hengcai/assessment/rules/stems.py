"""Whether two questions ask the same thing in nearly the same words."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256
from operator import add

from hengcai.assessment.rules.questions import Question, plain

ALIKE = 0.8
SHORTEST = 4
_SIGNS = re.compile(r"[\W_]+")


def stem(text: str) -> str:
    """Letters and figures alone: width, case, spaces and signs do not count."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


def key(question: Question) -> str:
    """Equal for questions whose Chinese text (the other where there is none) has the same stem."""
    return sha256(stem(plain(question.text, "zh")).encode()).hexdigest()


@lru_cache(maxsize=2048)
def pairs(told: str) -> frozenset[str]:
    """Every two signs that stand beside each other in a stem."""
    return frozenset(map(add, told, told[1:]))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice: what they share of what both have."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
