"""What may be said of a course: better, worse, no difference, or not yet; and how many more people would tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

BETTER, WORSE, NO_DIFFERENCE, NOT_YET = "better", "worse", "no_difference", "not_yet"
SEEN_WITH = (
    2.8  # standard errors: a true effect of that size leaves 0 outside a 95 % interval 8 times of 10 (1.96 + .84)
)
ZERO_ONLY = {"interval_holds_zero"}


@dataclass(frozen=True)
class Outcome:
    """`sign` is -1 where less is better; `worth`: the smallest change that training is worth, in the outcome's unit."""

    code: str
    sign: int
    worth: float


@dataclass(frozen=True)
class Said:
    """`visible`: the size that would have been seen 8 times of 10. `more`: trained people still needed; None: cannot be said."""

    code: str
    reasons: tuple[str, ...] = ()
    visible: float | None = None
    more: int | None = None


def said(report: dict[str, Any], outcome: Outcome, *, trained: int) -> Said:
    """Of what the measurement library reports of one design."""
    effect, code = report["effect"], report["verdict"]
    visible = None if effect["se"] is None else SEEN_WITH * effect["se"]
    if code in ("higher", "lower"):
        is_up = code == "higher"
        return Said(BETTER if is_up is (outcome.sign > 0) else WORSE, (), visible)
    reasons = tuple(report["reasons"])
    if visible is not None and set(reasons) <= ZERO_ONLY and visible <= outcome.worth:
        return Said(NO_DIFFERENCE, reasons, visible)
    return Said(NOT_YET, reasons, visible, _more(visible, outcome.worth, trained))


def _more(visible: float | None, worth: float, trained: int) -> int | None:
    """The error falls with the root of the number of people; rounded up to tens, since it is a guess."""
    if visible is None or visible <= worth or trained == 0:
        return None
    return ceil((trained * (visible / worth) ** 2 - trained) / 10) * 10


def months_of(first: tuple[int, int], last: tuple[int, int]) -> list[str]:
    """`2026-03` and so on, both included."""
    count = (last[0] - first[0]) * 12 + last[1] - first[1]
    places = [first[0] * 12 + first[1] - 1 + step for step in range(count + 1)]
    return [f"{place // 12:04}-{place % 12 + 1:02}" for place in places]


def around(
    values: Sequence[tuple[str, str, float]], starts: Mapping[str, str], *, span: int = 3
) -> tuple[list[float], list[float]]:
    """Of each trained person the month before their first training and the mean of so many after it: what a plain look
    compares."""
    before: dict[str, float] = {}
    after: dict[str, list[float]] = {}
    for unit, month, value in values:
        away = _apart(starts[unit], month) if unit in starts else 0
        if away == -1:
            before[unit] = value
        elif 0 < away <= span:
            after.setdefault(unit, []).append(value)
    both = sorted(before.keys() & after.keys())
    return [before[one] for one in both], [_mean(after[one]) for one in both]


def _apart(start: str, month: str) -> int:
    (year, one), (later, other) = (map(int, text.split("-")) for text in (start, month))
    return (later - year) * 12 + other - one


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
