"""The six intraclass correlations of Shrout and Fleiss, with exact and approximate F intervals."""

import math
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import NotANumber, NothingVaries, TooLittleData
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate
from hengcai.measurement.tables import RatingTable

FORMS = ("ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)")


@dataclass(frozen=True)
class MeanSquares:
    """Two-way analysis of variance of n units by k raters."""

    between: float
    within: float
    raters: float
    residual: float
    n: int
    k: int


def intraclass_correlations(table: RatingTable, *, confidence: float = 0.95) -> dict[str, Estimate]:
    """Six coefficients over the units that every rater rated; says how many units were left out."""
    if table.values is None:
        raise NotANumber("scores.names", coefficient="icc")
    if table.n_raters < 2:
        raise TooLittleData("ratings.one_rater", raters=table.n_raters)
    whole = table.ratings_by_unit == table.n_raters
    left_out = table.n_units - int(whole.sum())
    if whole.sum() < 2:
        raise TooLittleData("ratings.too_few_complete_units", units=int(whole.sum()), left_out=left_out)
    rows = whole[table.unit]
    scores = np.empty((table.n_units, table.n_raters))
    scores[table.unit[rows], table.rater[rows]] = table.values[table.score[rows]]
    cautions = (f"units_left_out:{left_out}",) if left_out else ()
    return icc_of_matrix(scores[whole], confidence=confidence, cautions=cautions)


def icc_of_matrix(scores: Floats, *, confidence: float = 0.95, cautions: tuple[str, ...] = ()) -> dict[str, Estimate]:
    """ICC(1,1) .. ICC(3,k) of a units x raters table.

    Source: Shrout & Fleiss 1979; intervals of McGraw & Wong 1996 (with their correction of that year).
    `se` is the half-width over z. Reproduces Shrout & Fleiss 1979, table 2: .17 .29 .71 .44 .62 .91.
    """
    z = two_sided_z(confidence)
    squares = mean_squares(np.asarray(scores, np.float64))
    single = (_one_way(squares, confidence), _absolute(squares, confidence), _consistent(squares, confidence))
    stepped = [tuple(_spearman_brown(value, squares.k) for value in form) for form in single]
    found = [*single, *stepped]
    return {
        name: Estimate(value, low, high, (high - low) / 2 / z, squares.n, f"{name}, Shrout and Fleiss", cautions)
        for name, (value, low, high) in zip(FORMS, found, strict=True)
    }


def mean_squares(scores: Floats) -> MeanSquares:
    """Shrout & Fleiss 1979, table 3: 11.24, 6.26, 32.49, 1.02 for their six targets and four judges."""
    if scores.ndim != 2 or min(scores.shape) < 2:
        raise TooLittleData("ratings.too_few_complete_units", shape=scores.shape)
    if not np.isfinite(scores).all():
        raise NotANumber("value.not_a_number", column="score")
    n, k = scores.shape
    centred = scores - scores.mean()
    by_unit, by_rater = centred.mean(axis=1), centred.mean(axis=0)
    total, units, raters = float((centred**2).sum()), k * float(by_unit @ by_unit), n * float(by_rater @ by_rater)
    if total <= 1e-20 * (1 + float(np.abs(scores).max()) ** 2) * scores.size:
        raise NothingVaries("ratings.constant")
    units, raters, residual = (_or_zero(part, total) for part in (units, raters, total - units - raters))
    within = (raters + residual) / (n * (k - 1))
    return MeanSquares(units / (n - 1), within, raters / (k - 1), residual / ((n - 1) * (k - 1)), n, k)


def _or_zero(part: float, total: float) -> float:
    """Sums of squares that differ by rounding alone are equal."""
    return part if part > 1e-13 * total else 0.0


def _one_way(ms: MeanSquares, confidence: float) -> tuple[float, ...]:
    """ICC(1,1) = (BMS - WMS)/(BMS + (k-1) WMS); limits from F over its quantiles."""
    ratio = _ratio(ms.between, ms.within)
    low, high = _f_limits(ratio, (ms.n - 1, ms.n * (ms.k - 1)), confidence)
    return tuple(_from_f(f, ms.k) for f in (ratio, low, high))


def _consistent(ms: MeanSquares, confidence: float) -> tuple[float, ...]:
    """ICC(3,1) = (BMS - EMS)/(BMS + (k-1) EMS)."""
    ratio = _ratio(ms.between, ms.residual)
    low, high = _f_limits(ratio, (ms.n - 1, (ms.n - 1) * (ms.k - 1)), confidence)
    return tuple(_from_f(f, ms.k) for f in (ratio, low, high))


def _absolute(ms: MeanSquares, confidence: float) -> tuple[float, ...]:
    """ICC(2,1) = (BMS - EMS)/(BMS + (k-1) EMS + k (JMS - EMS)/n); Satterthwaite's limits of McGraw & Wong, table 7.

    Far below 0 these limits pass by the coefficient: an interval without its own figure is none.
    """
    n, k = ms.n, ms.k
    total = ms.between + (k - 1) * ms.residual + k * (ms.raters - ms.residual) / n
    icc = _over(ms.between - ms.residual, total)
    df = _satterthwaite(ms, icc)
    if df is None:
        return icc, math.nan, math.nan
    lower, upper = _f_quantile(confidence, n - 1, df), _f_quantile(confidence, df, n - 1)
    spread = k * ms.raters + (k * n - k - n) * ms.residual
    low = _over(n * (ms.between - lower * ms.residual), lower * spread + n * ms.between)
    high = _over(n * (upper * ms.between - ms.residual), spread + n * upper * ms.between)
    return (icc, low, high) if low <= icc <= high else (icc, math.nan, math.nan)


def _satterthwaite(ms: MeanSquares, icc: float) -> float | None:
    """Degrees of freedom of a JMS + b EMS, both sides times (1 - icc) so that 1 is no fault; None when both are 0."""
    n, k = ms.n, ms.k
    a = k * icc / n * ms.raters
    b = ((1 - icc) + k * icc * (n - 1) / n) * ms.residual
    if math.isnan(icc) or (a == 0 and b == 0):
        return None
    return (a + b) ** 2 / (a**2 / (k - 1) + b**2 / ((n - 1) * (k - 1)))


def _f_limits(ratio: float, df: tuple[float, float], confidence: float) -> tuple[float, float]:
    return ratio / _f_quantile(confidence, *df), ratio * _f_quantile(confidence, df[1], df[0])


def _f_quantile(confidence: float, df1: float, df2: float) -> float:
    from scipy.special import fdtri

    return float(fdtri(df1, df2, 0.5 + confidence / 2))


def _over(above: float, below: float) -> float:
    """A correlation whose total variance is estimated at 0 or less does not exist."""
    return above / below if below > 1e-12 * abs(above) else math.nan


def _ratio(above: float, below: float) -> float:
    if below > 0:
        return above / below
    return math.inf if above > 0 else math.nan


def _from_f(ratio: float, k: int) -> float:
    return 1.0 if math.isinf(ratio) else (ratio - 1) / (ratio + k - 1)


def _spearman_brown(value: float, k: int) -> float:
    """The mean of k raters; below -1/(k-1) no mean of k raters exists, and -inf leaves as 'not finite'."""
    below = 1 + (k - 1) * value
    return k * value / below if below > 1e-12 else -math.inf
