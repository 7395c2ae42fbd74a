"""Whether two questions ask the same thing in nearly the same words."""

import unicodedata
from hashlib import sha256

from hengcai.assessment.rules.questions import Question, plain, sides

ALIKE = 0.8
SHORTEST = 4


def stem(text: str) -> str:
    """Letters and figures alone: width, case, spaces and signs do not count."""
    told = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in told if unicodedata.category(sign)[0] in "LN")


def key(question: Question) -> str:
    """Equal for questions whose Chinese text (the other where there is none) has the same stem."""
    return sha256(stem(plain(question.text, "zh")).encode()).hexdigest()


def pairs(text: str) -> frozenset[str]:
    """Every two signs that stand beside each other in a stem."""
    told = stem(text)
    return frozenset(told[place : place + 2] for place in range(len(told) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice: what they share of what both have."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def is_near(one: Question, other: Question) -> bool:
    """In either language; a text of a few signs is alike only when it is the same."""
    return any(
        stem(mine) == stem(theirs)
        or (min(len(stem(mine)), len(stem(theirs))) > SHORTEST and likeness(pairs(mine), pairs(theirs)) >= ALIKE)
        for mine in sides(one.text)
        for theirs in sides(other.text)
        if stem(mine) and stem(theirs)
    )
