"""The cut score of a test by a panel (Angoff 1971): each judge says of each question what share of candidates who only just
suffice would get it right; a judge's cut is the sum over the questions, each share times the question's points, and the panel's
cut the mean of its judges' cuts. Its error is the judges' standard deviation over the root of their number: how far another
panel of the same kind would lie from this one (MacCann and Stanley 2004, the central limit method). It is the error over
judges alone and, after judges have talked, rather too small."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

FEWEST, WISE = 3, 5
APART = Fraction(1, 5)
"""A question whose judges spread by more than this (standard deviation of their shares) is worth talking about."""
TOO_SMALL, SMALL = "too_small", "small"

Shares = Mapping[str, Fraction]
"""Question → the share one judge gave."""


@dataclass(frozen=True)
class Asked:
    """A question of the test, in its order."""

    id: str
    points: Fraction


@dataclass(frozen=True)
class Spread:
    """What the judges said of one question. `sd` is None with a single judge."""

    id: str
    points: Fraction
    n: int
    mean: Fraction | None
    low: Fraction | None
    high: Fraction | None
    sd: float | None

    @property
    def is_apart(self) -> bool:
        return self.sd is not None and self.sd > APART


@dataclass(frozen=True)
class Cut:
    """`cut`, `se` in points of `total`; both exact figures are means of exact shares. `caution`: why not to rely on it."""

    cut: Fraction | None
    total: Fraction
    se: float | None
    n_judges: int
    judges: Mapping[str, Fraction]
    questions: tuple[Spread, ...]
    caution: str

    @property
    def percent(self) -> Fraction | None:
        return self.cut / self.total * 100 if self.cut is not None and self.total else None

    @property
    def apart(self) -> tuple[Spread, ...]:
        return tuple(one for one in self.questions if one.is_apart)


def cut_of(questions: Sequence[Asked], given: Mapping[str, Shares]) -> Cut:
    """Of the judges who answered every question; a half-filled sheet would lower the sum."""
    whole = {judge: shares for judge, shares in given.items() if all(one.id in shares for one in questions)}
    judges = {
        judge: sum((shares[one.id] * one.points for one in questions), Fraction(0)) for judge, shares in whole.items()
    }
    n, total = len(judges), sum((one.points for one in questions), Fraction(0))
    cut = sum(judges.values(), Fraction(0)) / n if n else None
    spread = standard_deviation(list(judges.values()))
    return Cut(
        cut=cut, total=total, se=None if spread is None else spread / math.sqrt(n), n_judges=n, judges=judges,
        questions=tuple(_spread(one, [shares[one.id] for shares in whole.values()]) for one in questions),
        caution=TOO_SMALL if n < FEWEST else SMALL if n < WISE else "",
    )  # fmt: skip


def standard_deviation(values: Sequence[Fraction]) -> float | None:
    """With n - 1; the root is the only step that is not exact."""
    if len(values) < 2:
        return None
    mean = sum(values, Fraction(0)) / len(values)
    return math.sqrt(sum(((one - mean) ** 2 for one in values), Fraction(0)) / (len(values) - 1))


def _spread(one: Asked, shares: Sequence[Fraction]) -> Spread:
    mean = sum(shares, Fraction(0)) / len(shares) if shares else None
    low, high = (min(shares), max(shares)) if shares else (None, None)
    return Spread(one.id, one.points, len(shares), mean, low, high, standard_deviation(shares))
