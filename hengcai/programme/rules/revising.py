"""When a course asks to be revised: what its effects, its ratings and its marks say for certain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.programme.rules.verdicts import BETTER, NO_DIFFERENCE, WORSE

WORSE_WHY, NOTHING, RATINGS, MARKS, BY_HAND = "worse", "no_difference", "ratings", "marks", "hand"
LOW_RATING, LOW_MARK = 3.5, 0.6  # even the upper end of the interval lies below
DAYS_TO_PLAN, LONGEST = 14, timedelta(days=366)
Reason = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What is known of a course. `effects`: outcome → verdict; `ratings`: question → (mean, low, high); `marks` the same."""

    effects: Mapping[str, str] = field(default_factory=dict)
    ratings: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    marks: tuple[float, float, float] | None = None

    @property
    def is_telling(self) -> bool:
        """Enough to say whether a revision did any good."""
        return bool({BETTER, WORSE, NO_DIFFERENCE} & set(self.effects.values()))


def reasons(found: Found) -> list[Reason]:
    """What is worse is always one; what shows no difference only where nothing else shows a gain."""
    told: list[Reason] = [{"why": WORSE_WHY, "outcome": one} for one in _with(found.effects, WORSE)]
    if not _with(found.effects, BETTER):
        told += [{"why": NOTHING, "outcome": one} for one in _with(found.effects, NO_DIFFERENCE)]
    low = {name: one for name, one in found.ratings.items() if one[2] < LOW_RATING}
    told += [{"why": RATINGS, "asked": name, **_figures(one)} for name, one in sorted(low.items())]
    if found.marks is not None and found.marks[2] < LOW_MARK:
        told.append({"why": MARKS, **_figures(found.marks)})
    return told


def by_hand(words: str) -> list[Reason]:
    """What somebody says without figures."""
    check_lengths(words)
    return [{"why": BY_HAND, "words": words.strip()[:400]}] if words.strip() else []


def check_plan(content: str, method: str, due_on: date, today: date) -> None:
    if not content.strip() or not method.strip():
        raise NotValid("programme.revision_empty")
    if not today <= due_on <= today + LONGEST:
        raise NotValid("programme.revision_day")


def check_newer(number: int | None, before: int) -> None:
    """A revision is done with a version in use that came after the one it was found of."""
    if number is None or number <= before:
        raise NotNow("programme.revision_no_version", number=before)


def _with(effects: Mapping[str, str], verdict: str) -> Sequence[str]:
    return sorted(outcome for outcome, found in effects.items() if found == verdict)


def _figures(one: tuple[float, float, float]) -> dict[str, float]:
    return dict(zip(("estimate", "low", "high"), one, strict=True))
