"""A figure against what was to be expected of that mix of work: indirect standardisation by cells such as hour and queue."""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from scipy.special import gammaincinv

from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.intervals import mean_interval
from hengcai.measurement.quantiles import two_sided_t, two_sided_z
from hengcai.measurement.results import Estimate

FEWEST_OF_OTHERS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """One contact's value (seconds, or 1 and 0) and the cell of work it came from."""

    cell: Hashable
    value: float


@dataclass(frozen=True, slots=True)
class AgainstMix:
    """Own mean, the mean the others had with the same mix, own minus expected, and how many contacts had no like."""

    observed: float
    expected: float
    difference: Estimate
    left_out: int


@dataclass(frozen=True, slots=True)
class _Cell:
    mean: float
    error: float


def against_mix(
    own: Sequence[Outcome], others: Iterable[Outcome], *, fewest: int = FEWEST_OF_OTHERS, confidence: float = 0.95
) -> AgainstMix:
    """sum_j w_j (own mean_j - others' mean_j), w_j = own share of contacts in cell j; Yule 1934, on means.

    The variance is that of the own differences plus sum_j w_j^2 s_j^2 / m_j of the others; t interval with n - 1 degrees
    of freedom. Cells where the others have fewer than `fewest` contacts are left out and counted. The others must not hold
    the own contacts, or everybody would be compared in part with themselves.
    """
    if fewest < 2:
        raise OutOfRange("mix.fewest", fewest=fewest, least=2)
    cells = _cells(others, fewest)
    kept = [outcome for outcome in own if outcome.cell in cells]
    if len(kept) < 2:
        raise TooLittleData("mix.too_few", n=len(kept), needed=2, left_out=len(own) - len(kept))
    apart = mean_interval([outcome.value - cells[outcome.cell].mean for outcome in kept], confidence=confidence)
    observed = math.fsum(outcome.value for outcome in kept) / len(kept)
    expected = math.fsum(cells[outcome.cell].mean for outcome in kept) / len(kept)
    return AgainstMix(observed, expected, _widened(apart, kept, cells, confidence), len(own) - len(kept))


def events_against_expected(
    observed: int, sizes: Sequence[float], rates: Sequence[float], *, confidence: float = 0.95
) -> Estimate:
    """Observed / sum(size_j rate_j) for rare events; exact Poisson limits of the count (Garwood 1936) over the same sum.

    Reproduces Bland, An Introduction to Medical Statistics, chapter 16: 14 deaths of cirrhosis among doctors, expected
    4.4966, ratio 3.11, limits of the count 7.65 to 23.49.
    """
    if len(sizes) != len(rates):
        raise OutOfRange("mix.lengths", sizes=len(sizes), rates=len(rates))
    if observed < 0 or min((*sizes, *rates), default=0) < 0:
        raise OutOfRange("mix.negative", observed=observed)
    expected = math.fsum(size * rate for size, rate in zip(sizes, rates, strict=True))
    if expected == 0:
        raise TooLittleData("mix.nothing_expected", n=observed, needed=1)
    low, high = (bound / expected for bound in _count_bounds(observed, confidence))
    se = (high - low) / 2 / two_sided_z(confidence)
    return Estimate(observed / expected, low, high, se, observed, "observed against expected, exact Poisson interval")


def _cells(others: Iterable[Outcome], fewest: int) -> dict[Hashable, _Cell]:
    """Mean of each cell and the variance of that mean, where there are enough contacts."""
    values: dict[Hashable, list[float]] = defaultdict(list)
    for outcome in others:
        values[outcome.cell].append(outcome.value)
    return {cell: _cell(held) for cell, held in values.items() if len(held) >= fewest}


def _cell(values: Sequence[float]) -> _Cell:
    n = len(values)
    mean = math.fsum(values) / n
    return _Cell(mean, math.fsum((value - mean) ** 2 for value in values) / (n - 1) / n)


def _widened(apart: Estimate, kept: Sequence[Outcome], cells: Mapping[Hashable, _Cell], confidence: float) -> Estimate:
    """The interval of the differences, wider by what the others' means are uncertain themselves."""
    method, n = "difference from the mix expected, t interval", len(kept)
    if apart.estimate is None or apart.se is None:
        return Estimate(apart.estimate, None, None, None, n, method, apart.cautions)
    shares: dict[Hashable, int] = defaultdict(int)
    for outcome in kept:
        shares[outcome.cell] += 1
    of_others = math.fsum((count / n) ** 2 * cells[cell].error for cell, count in shares.items())
    se = math.hypot(apart.se, math.sqrt(of_others))
    half = two_sided_t(confidence, n - 1) * se
    return Estimate(apart.estimate, apart.estimate - half, apart.estimate + half, se, n, method, apart.cautions)


def _count_bounds(observed: int, confidence: float) -> tuple[float, float]:
    outside = (1 - confidence) / 2
    low = float(gammaincinv(observed, outside)) if observed else 0.0
    return low, float(gammaincinv(observed + 1, 1 - outside))
