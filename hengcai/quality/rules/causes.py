"""差错归因: errors that lie outside the agent go to whoever can mend what causes them, once a month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.rules.card import OUTSIDE_CAUSES

FURTHEST = timedelta(days=366)
VITAL = Fraction(4, 5)  # of all errors: the causes that make them up come first
MOST_ITEMS = 8  # told of one report, the most frequent first


@dataclass(frozen=True)
class Answered:
    """What the owner says of it: why it is so, what is done, by when."""

    words: str
    measure: str
    measure_on: date | None


@dataclass(frozen=True)
class Bar:
    """One cause among all: its errors, and the share (0–1) of all errors up to and with it."""

    cause: str
    n: int
    cumulative: Fraction


def check_cause(cause: str) -> None:
    if cause not in OUTSIDE_CAUSES:
        raise NotValid("quality.cause_unknown", cause=cause)


def check_month(month: date, today: date) -> None:
    """A month is collected when it is over."""
    following = (month.replace(day=1) + timedelta(days=32)).replace(day=1)
    if following > today:
        raise NotNow("quality.cause_month_runs", month=month)


def check_answer(answer: Answered, today: date) -> None:
    if not answer.words.strip():
        raise NotValid("quality.cause_answer_missing")
    if not answer.measure.strip():
        raise NotValid("quality.cause_measure_missing")
    if answer.measure_on is None or not today <= answer.measure_on <= today + FURTHEST:
        raise NotValid("quality.cause_day_missing")


def check_closing(note: str) -> None:
    if not note.strip():
        raise NotValid("quality.cause_note_missing")


def is_late(state: str, due_on: date, measure_on: date | None, today: date) -> bool:
    """An answer that is missing after its day, or a measure not seen through after its own."""
    if state == "closed":
        return False
    return (due_on if state == "open" else measure_on or due_on) < today


def foremost(items: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    return sorted(items, key=lambda one: (-int(str(one["n"])), str(one["code"])))[:MOST_ITEMS]


def pareto(counts: Mapping[str, int]) -> list[Bar]:
    """The most frequent first; causes without an error are left out, an empty name is an error without a cause."""
    rows = sorted(((cause, n) for cause, n in counts.items() if n > 0), key=lambda one: (-one[1], one[0]))
    total = sum(n for _cause, n in rows)
    sums = accumulate(n for _cause, n in rows)
    return [Bar(cause, n, Fraction(so_far, total)) for (cause, n), so_far in zip(rows, sums, strict=True)]


def vital_few(bars: Sequence[Bar]) -> Sequence[Bar]:
    """The fewest causes that together make up four fifths of the errors."""
    return bars[: next((number for number, bar in enumerate(bars, start=1) if bar.cumulative >= VITAL), 0)]
