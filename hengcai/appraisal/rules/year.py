"""The year from its months and quarters, and the same for the weeks of probation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hengcai.appraisal.rules.policy import Points, along
from hengcai.base.decimals import round_half_up, written

MONTHS_WEIGHT, QUARTERS_WEIGHT = Fraction(60, 100), Fraction(40, 100)
LEAST_MONTHS_OF_SERVICE = 6
PLACES, READING_PLACES = 1, 4
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
    *,
    months_of_service: int = LEAST_MONTHS_OF_SERVICE,
    least_months: int = LEAST_MONTHS_OF_SERVICE,
) -> YearScore:
    """Months out of 100, quarters on 1–5. At the end of probation `least_months` is 0."""
    months_mean = _mean(months)
    quarters_mean = _mean([level_points(level) for level in quarters])
    reasons = (
        *(("missing:months",) if months_mean is None else ()),
        *(("missing:quarters",) if quarters_mean is None else ()),
        *(("service_too_short",) if months_of_service < least_months else ()),
    )
    if reasons or months_mean is None or quarters_mean is None:
        return YearScore(None, None, months_mean, quarters_mean, reasons)
    exact = MONTHS_WEIGHT * months_mean + QUARTERS_WEIGHT * quarters_mean
    return YearScore(exact, round_half_up(exact, PLACES), months_mean, quarters_mean, ())


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
