"""The year from its months and quarters, put together as the month's policy says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hengcai.appraisal.rules.own_terms import MONTHS, QUARTERS, YearTerms
from hengcai.appraisal.rules.policy import MonthPolicy, Points, along, band_of
from hengcai.base.decimals import round_half_up, written

PLACES, READING_PLACES = 1, 4
USUAL = YearTerms()
LEVEL_POINTS: Points = tuple(
    (written(level), written(points))
    for level, points in (("1", "0"), ("2", "30"), ("3", "60"), ("4", "80"), ("5", "100"))
)


@dataclass(frozen=True, slots=True)
class YearScore:
    """Out of 100; None with its reasons where a part is missing or service was too short."""

    exact: Fraction | None
    total: str | None
    months_mean: Fraction | None
    quarters_mean: Fraction | None
    reasons: tuple[str, ...]

    @property
    def status(self) -> str:
        return "not_enough_evidence" if self.exact is None else "scored"

    def grade(self, policy: MonthPolicy) -> str | None:
        """Read from the rounded total, by the months' bands."""
        return None if self.total is None else band_of(policy.grades, Fraction(self.total))

    def as_json(self) -> dict[str, object]:
        return {
            "status": self.status,
            "total": self.total,
            "exact": _read(self.exact),
            "months_mean": _read(self.months_mean),
            "quarters_mean": _read(self.quarters_mean),
            "reasons": list(self.reasons),
        }


def yearly(
    months: Sequence[Fraction],
    quarters: Sequence[Fraction],
    says: YearTerms = USUAL,
    *,
    months_of_service: int | None = None,
) -> YearScore:
    """Months out of 100, quarters on 1–5; a part of no weight may be missing. Service that nobody knows is long enough."""
    means = {MONTHS: _mean(months), QUARTERS: _mean([level_points(level) for level in quarters])}
    missing = [f"missing:{name}" for name, weight in says.weights.items() if weight and means[name] is None]
    is_short = months_of_service is not None and months_of_service < says.service_months
    reasons = (*missing, *(("service_too_short",) if is_short else ()))
    if reasons:
        return YearScore(None, None, means[MONTHS], means[QUARTERS], reasons)
    exact = sum((weight * (means[name] or 0) for name, weight in says.weights.items()), Fraction(0))
    return YearScore(exact, round_half_up(exact, PLACES), means[MONTHS], means[QUARTERS], ())


def months_of_service(hired_on: date, last: date) -> int:
    """Whole months, both days included: hired on 1 July, that is six by 31 December."""
    after = last + timedelta(days=1)
    months = (after.year - hired_on.year) * 12 + after.month - hired_on.month
    return max(0, months - (after.day < hired_on.day and not _is_last_day(after)))


def _is_last_day(day: date) -> bool:
    return (day + timedelta(days=1)).month != day.month


def level_points(level: Fraction) -> Fraction:
    """1→0, 2→30, 3→60, 4→80, 5→100, straight between."""
    return along(LEVEL_POINTS, level)


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _read(value: Fraction | None) -> str | None:
    return None if value is None else round_half_up(value, READING_PLACES)
