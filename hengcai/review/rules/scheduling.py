"""FSRS 6 by days: the library reckons, we keep what it needs in columns of ours. Nothing is left to chance, so the log of
a card's answers gives its state again, number for number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

# the published default weights of FSRS 6, written out so that a newer library changes no plan of ours
PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
RETENTION = 0.9  # a card comes when nine of ten would still know it
LONGEST_DAYS = 180  # twice a year even what is known best
MOST_A_DAY = 15
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
GRADES = (AGAIN, HARD, GOOD, EASY)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """Where a card stands; before its first answer only the day it is due."""

    due_on: date
    last_on: date | None = None
    stability: float | None = None
    difficulty: float | None = None


def first_standing(learned_on: date) -> Standing:
    """The day after it was learned."""
    return Standing(learned_on + A_DAY)


def reviewed(standing: Standing, grade: int, on: date) -> Standing:
    """After an answer; at the earliest it comes again the next day."""
    from fsrs import Rating

    card, _log = _scheduler().review_card(_card(standing), Rating(grade), _moment(on))
    return Standing(card.due.date(), on, card.stability, card.difficulty)


def replayed(learned_on: date, log: Iterable[tuple[date, int]]) -> Standing:
    """Out of the log of (day, grade) alone."""
    standing = first_standing(learned_on)
    for on, grade in log:
        standing = reviewed(standing, grade, on)
    return standing


def expected_recall(standing: Standing, on: date) -> float | None:
    """The share of such cards that would be known that day; None before the first answer."""
    if standing.last_on is None:
        return None
    return float(_scheduler().get_card_retrievability(_card(standing), _moment(on)))


def grade_of(share: float) -> int:
    """Of a marked answer: all of it is good, three fifths are hard, less is to be learned again."""
    if share >= 1:
        return GOOD
    return HARD if share >= 0.6 else AGAIN


def left_today(done: int) -> int:
    return max(MOST_A_DAY - done, 0)


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(PARAMETERS, RETENTION, (), (), LONGEST_DAYS, enable_fuzzing=False)


def _card(standing: Standing) -> "Card":
    from fsrs import Card, State

    if standing.last_on is None:
        return Card(card_id=0, due=_moment(standing.due_on))
    return Card(
        card_id=0, state=State.Review, stability=standing.stability, difficulty=standing.difficulty,
        due=_moment(standing.due_on), last_review=_moment(standing.last_on),
    )  # fmt: skip


def _moment(day: date) -> datetime:
    """Days are reckoned with, not hours: late shift on Monday and early shift on Tuesday are a day apart."""
    return datetime.combine(day, time.min, tzinfo=UTC)
