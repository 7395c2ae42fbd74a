"""A figure against what was to be expected of that mix of work: indirect standardisation by cells such as hour and queue."""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hengcai.measurement.differences import Sums
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.intervals import mean_interval
from hengcai.measurement.quantiles import two_sided_t, two_sided_z
from hengcai.measurement.results import ROUNDING, Estimate

FEWEST_OF_OTHERS = 10
METHOD = "difference from the mix expected, t interval"


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


def sums_against_mix(
    own: Mapping[Hashable, Sums],
    others: Mapping[Hashable, Sums],
    *,
    fewest: int = FEWEST_OF_OTHERS,
    is_share: bool = False,
    confidence: float = 0.95,
) -> AgainstMix:
    """`against_mix` of what was only kept as sums by cell: n, their sum, the sum of their squares.

    Of a share (values 1 and 0) the own part of the variance is at least what the others' shares p_j alone give,
    sum_j n_j p_j (1 - p_j) / n^2: a few contacts that all went alike look certain otherwise.
    """
    if fewest < 2:
        raise OutOfRange("mix.fewest", fewest=fewest, least=2)
    cells = {cell: _cell_of(others[cell]) for cell in own if others.get(cell, (0, 0, 0))[0] >= fewest}
    kept = {cell: own[cell] for cell in cells}
    n, left_out = sum(sums[0] for sums in kept.values()), sum(own[cell][0] for cell in own if cell not in cells)
    if n < 2:
        raise TooLittleData("mix.too_few", n=n, needed=2, left_out=left_out)
    observed = math.fsum(total for _n, total, _squares in kept.values()) / n
    expected = math.fsum(kept[cell][0] * held.mean for cell, held in cells.items()) / n
    difference = _of_sums(observed - expected, kept, cells, is_share=is_share, confidence=confidence)
    return AgainstMix(observed, expected, difference, left_out)


def _of_sums(
    apart: float, kept: Mapping[Hashable, Sums], cells: Mapping[Hashable, _Cell], *, is_share: bool, confidence: float
) -> Estimate:
    n = sum(sums[0] for sums in kept.values())
    squares = math.fsum(_squares_apart(kept[cell], held.mean + apart) for cell, held in cells.items())
    of_own = squares / (n - 1) / n
    if is_share:
        by_others = math.fsum(kept[cell][0] * held.mean * (1 - held.mean) for cell, held in cells.items())
        of_own = max(of_own, by_others / n**2)
    if squares <= ROUNDING * math.fsum(sums[2] for sums in kept.values()) and not is_share:
        return Estimate(apart, None, None, None, n, METHOD, ("nothing_varies",))
    of_others = math.fsum((kept[cell][0] / n) ** 2 * held.error for cell, held in cells.items())
    return _within(apart, math.sqrt(of_own + of_others), n, confidence)


def _squares_apart(sums: Sums, centre: float) -> float:
    """Squared distances from it, of values of which only the sums are known."""
    n, total, squares = sums
    return max(0.0, squares - 2 * centre * total + n * centre * centre)


def _cell_of(sums: Sums) -> _Cell:
    n, total, _squares = sums
    return _Cell(total / n, _squares_apart(sums, total / n) / (n - 1) / n)


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
    n = len(kept)
    if apart.estimate is None or apart.se is None:
        return Estimate(apart.estimate, None, None, None, n, METHOD, apart.cautions)
    shares: dict[Hashable, int] = defaultdict(int)
    for outcome in kept:
        shares[outcome.cell] += 1
    of_others = math.fsum((count / n) ** 2 * cells[cell].error for cell, count in shares.items())
    return _within(apart.estimate, math.hypot(apart.se, math.sqrt(of_others)), n, confidence, apart.cautions)


def _within(estimate: float, se: float, n: int, confidence: float, cautions: tuple[str, ...] = ()) -> Estimate:
    half = two_sided_t(confidence, n - 1) * se
    return Estimate(estimate, estimate - half, estimate + half, se, n, METHOD, cautions)


def _count_bounds(observed: int, confidence: float) -> tuple[float, float]:
    from scipy.special import gammaincinv  # a quarter of a second nobody waits for who has no events to count

    outside = (1 - confidence) / 2
    low = float(gammaincinv(observed, outside)) if observed else 0.0
    return low, float(gammaincinv(observed + 1, 1 - outside))
