"""How many opinions are shown: below a handful one could be told from another, and so could the next one by the difference."""

from collections.abc import Sequence
from typing import TypeVar

HANDFUL = 5
One = TypeVar("One")


def shown(given: Sequence[One]) -> Sequence[One]:
    """Of those in the order they were given, as many as make whole handfuls."""
    return given[: len(given) - len(given) % HANDFUL]
