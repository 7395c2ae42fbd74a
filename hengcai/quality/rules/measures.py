"""The quality team's own measures of a month: what is counted, what that comes to, how far it moved.

All of one month are counted over the contacts of that month, whenever they were scored, rechecked, published, disputed
or decided; agreement with the reference goes by the day it was agreed, corrective measures by the day they were due.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from hengcai.base.days import months_back
from hengcai.measurement.differences import Sums, mean_difference, mean_of_sums, share_difference
from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate
from hengcai.quality.rules.card import CRITICAL_CLASSES

BETTER, WORSE, NEITHER = 1, -1, 0
WORK = {
    "heard": BETTER, "covered": BETTER, "rechecked": BETTER, "accurate": BETTER, "consistent": BETTER,
    "disputed": NEITHER, "changed": WORSE, "prompt": BETTER, "mended": BETTER,
}  # fmt: skip
RESULTS = {"passed": BETTER, "excellent": BETTER, "fatal": WORSE}
ERRORS = {**dict.fromkeys(CRITICAL_CLASSES, WORSE), "nonfatal": WORSE}
SHARES = WORK | RESULTS | ERRORS  # code → which way is better
HANDLING = "handling"  # seconds an evaluation took; a mean
CODES = (*SHARES, HANDLING)
OF_THE_CENTRE = ("consistent", "mended")  # no team's: analysts and owners stand outside the teams they judge
BARS = {"consistent": Fraction(9, 10)}
UP, DOWN, WITHIN, CANNOT_TELL = "up", "down", "within", "cannot_tell"
SHOWN_MONTHS = 6
METHOD = "share, Wilson interval"
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """`top` of `of`. `units`: how many of them are independent of each other, where that is fewer."""

    top: int = 0
    of: int = 0
    units: int = 0

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.top, self.of) if self.of else None

    @property
    def estimate(self) -> Estimate | None:
        if not self.of:
            return None
        share = self.top / self.of
        low, high = wilson_bounds(share, self._n)
        return Estimate(share, low, high, (high - low) / 2 / two_sided_z(0.95), self.of, METHOD)

    @property
    def _n(self) -> int:
        return self.units or self.of

    def against(self, before: "Count") -> Estimate | None:
        if not self.of or not before.of:
            return None
        return share_difference((self.top / self.of, self._n), (before.top / before.of, before._n))

    def __add__(self, other: "Count") -> "Count":
        units = self._n + other._n if self.units or other.units else 0
        return Count(self.top + other.top, self.of + other.of, units)


@dataclass(frozen=True, slots=True)
class Mean:
    """Of so many values, from their sum and the sum of their squares."""

    n: int = 0
    total: float = 0
    squares: float = 0

    @property
    def sums(self) -> Sums:
        return self.n, self.total, self.squares

    @property
    def top(self) -> int:
        return round(self.total)

    @property
    def of(self) -> int:
        return self.n

    @property
    def share(self) -> None:
        return None

    @property
    def estimate(self) -> Estimate | None:
        return mean_of_sums(self.sums) if self.n else None

    def against(self, before: "Mean") -> Estimate | None:
        return mean_difference(self.sums, before.sums) if self.n and before.n else None


@dataclass(frozen=True)
class Counted:
    """What one team's month, or the whole centre's, was counted to. `alpha`: of the newest calibration."""

    counts: Mapping[str, Count] = field(default_factory=dict)
    handling: Mean = Mean()
    causes: Mapping[str, int] = field(default_factory=dict)  # cause → errors; empty: none was said
    alpha: Json | None = None

    def of(self, code: str) -> Count | Mean:
        return self.handling if code == HANDLING else self.counts.get(code, Count())


@dataclass(frozen=True)
class Figure:
    """One measure, this month beside the one before."""

    code: str
    now: Count | Mean
    before: Count | Mean

    @property
    def is_mean(self) -> bool:
        return self.code == HANDLING

    @property
    def change(self) -> Estimate | None:
        return self.now.against(self.before)  # type: ignore[arg-type]

    @property
    def verdict(self) -> str:
        """Whether it moved more than chance explains, and which way."""
        change = self.change
        if change is None or change.low is None or change.high is None:
            return CANNOT_TELL
        if change.low <= 0 <= change.high:
            return WITHIN
        return UP if change.low > 0 else DOWN

    @property
    def sense(self) -> int:
        """1 where it moved for the better, -1 where for the worse."""
        turned = {UP: 1, DOWN: -1}.get(self.verdict, 0)
        return turned * SHARES.get(self.code, NEITHER)


def figures(now: Counted, before: Counted, *, of_team: bool) -> list[Figure]:
    """In their order; a team has none of those that are the centre's alone."""
    codes = [code for code in CODES if not (of_team and code in OF_THE_CENTRE)]
    return [Figure(code, now.of(code), before.of(code)) for code in codes]


def kept(counted: Counted) -> dict[str, Any]:
    """As it lies in the database."""
    told: dict[str, Any] = {code: [one.top, one.of, one.units] for code, one in counted.counts.items() if one.of}
    told[HANDLING] = list(counted.handling.sums)
    return {"counts": told, "causes": dict(counted.causes), "alpha": counted.alpha}


def read(told: Json) -> Counted:
    counts = {code: Count(*some) for code, some in told["counts"].items() if code in SHARES}
    return Counted(counts, Mean(*told["counts"][HANDLING]), told["causes"], told["alpha"])


def shown_months(today: date) -> list[date]:
    """First days of the months that are shown, the newest last, with the one that the first is held against."""
    return [months_back(today, back) for back in range(SHOWN_MONTHS + 1, 0, -1)]


def is_on_time(published: date | None, *, last: date, today: date) -> bool | None:
    """Whether an evaluation reached its agent by its last day; None while it still may."""
    if published is not None:
        return published <= last
    return False if last < today else None


def mean_of(values: Iterable[float]) -> Mean:
    some = list(values)
    return Mean(len(some), sum(some), sum(value * value for value in some))
