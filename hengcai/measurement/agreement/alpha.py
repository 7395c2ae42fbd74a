"""Krippendorff's alpha from value counts, with an interval by resampling units."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from hengcai.measurement.agreement.patterns import Patterns, patterns
from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import NotANumber, OutOfRange
from hengcai.measurement.quantiles import check_confidence, two_sided_t
from hengcai.measurement.results import Estimate
from hengcai.measurement.tables import RatingTable

Level = Literal["nominal", "ordinal", "interval", "ratio"]
MOST_PATTERNS = 5_000  # above it a jackknife over groups of units costs far less and tells the same
GROUPS = 50


@dataclass(frozen=True)
class Resampling:
    """How the interval is found; a seed makes it repeatable."""

    confidence: float = 0.95
    replicates: int = 1000
    seed: int = 1


def krippendorff_alpha(
    table: RatingTable | Patterns, *, level: Level = "ordinal", resampling: Resampling = Resampling()
) -> Estimate:
    """alpha = 1 - Do/De over pairs of values within units and over all pairs of pairable values.

    Source: Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; interval: Hayes & Krippendorff 2007,
    units drawn again with replacement. Reproduces its example C (4 observers, 12 units): nominal .743, ordinal .815,
    interval .849, ratio .797.
    """
    return alpha_of_patterns(patterns(table), level=level, resampling=resampling)


def alpha_of_patterns(every: Patterns, *, level: Level, resampling: Resampling = Resampling()) -> Estimate:
    """The same from counts of values by unit."""
    confidence = check_confidence(resampling.confidence)
    found = every.rated_twice().varied()
    told = (found.n_units, f"Krippendorff alpha, {level}", confidence)
    alpha = float(_alphas(found.units[None, :].astype(np.float64), found, level)[0])
    if found.n_units < 2:
        return Estimate(alpha, None, None, None, told[0], told[1], ("one_unit",))
    generator = np.random.default_rng(resampling.seed)
    if found.units.size > MOST_PATTERNS:
        return _jackknifed(alpha, _alphas(_groups_left_out(found, generator), found, level), told)
    draws = generator.multinomial(found.n_units, found.units / found.n_units, size=resampling.replicates)
    return _bootstrapped(alpha, _alphas(draws.astype(np.float64), found, level), told)


def _alphas(draws: Floats, found: Patterns, level: Level) -> Floats:
    """Alpha for each row of `draws` (how often each pattern occurs); NaN where a draw holds one value only."""
    totals = draws @ found.counts
    if level in ("nominal", "ratio"):
        observed, expected = _by_distances(draws, totals, found, _distances(found, level))
    else:
        observed, expected = _by_positions(draws, totals, found, _positions(totals, found, level))
    pairable = totals.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(1 - (pairable - 1) * observed / expected)


def _by_distances(draws: Floats, totals: Floats, found: Patterns, apart: Floats) -> tuple[Floats, Floats]:
    within = ((found.counts @ apart) * found.counts).sum(axis=1) / (found.sizes - 1)
    return draws @ within, ((totals @ apart) * totals).sum(axis=1)


def _by_positions(draws: Floats, totals: Floats, found: Patterns, place: Floats) -> tuple[Floats, Floats]:
    """Squared distances need sums and sums of squares only: sum of pairs = 2 (m sum x^2 - (sum x)^2)."""
    scale = 2 / (found.sizes - 1)
    squares = ((draws * (scale * found.sizes)) @ found.counts * place**2).sum(axis=1)
    sums = (draws.T * (found.counts @ place.T) ** 2).T @ scale
    between = totals.sum(axis=1) * (totals * place**2).sum(axis=1) - (totals * place).sum(axis=1) ** 2
    return squares - sums, 2 * between


def _positions(totals: Floats, found: Patterns, level: Level) -> Floats:
    """Values as they are (interval), or mid-ranks: the ordinal distance is the difference of two mid-ranks."""
    if found.values is None:
        raise NotANumber("scores.names", level=level)
    if level == "ordinal":
        return np.asarray(totals.cumsum(axis=1) - totals / 2)
    # the distances do not change when every value moves, the rounding errors do
    return np.broadcast_to(found.values - found.values.mean(), totals.shape)


def _distances(found: Patterns, level: Level) -> Floats:
    """1 for unequal names; ((a - b)/(a + b))^2 on a ratio scale, which starts at 0."""
    if level == "nominal":
        return 1 - np.eye(found.n_labels)
    if found.values is None:
        raise NotANumber("scores.names", level=level)
    if found.values.min() < 0:
        raise OutOfRange("scores.negative", level=level)
    sums = found.values[:, None] + found.values[None, :]
    differences = found.values[:, None] - found.values[None, :]
    return np.asarray(np.divide(differences, sums, out=np.zeros_like(sums), where=sums > 0) ** 2)


def _groups_left_out(found: Patterns, generator: np.random.Generator) -> Floats:
    """How often each pattern occurs when one of the random groups of units is missing."""
    pattern = np.repeat(np.arange(found.units.size), found.units)
    group = generator.permutation(pattern.size) % GROUPS
    cells = np.bincount(group * found.units.size + pattern, minlength=GROUPS * found.units.size)
    return np.asarray(found.units - cells.reshape(GROUPS, -1), np.float64)


def _jackknifed(alpha: float, left_out: Floats, told: tuple[int, str, float]) -> Estimate:
    """Delete-a-group jackknife (Quenouille 1956), t interval with groups - 1 degrees of freedom."""
    se = float(np.sqrt((GROUPS - 1) / GROUPS * ((left_out - left_out.mean()) ** 2).sum()))
    half = two_sided_t(told[2], GROUPS - 1) * se
    return Estimate(alpha, alpha - half, min(1.0, alpha + half), se, told[0], f"{told[1]}, group jackknife")


def _bootstrapped(alpha: float, replicates: Floats, told: tuple[int, str, float]) -> Estimate:
    """Percentiles of the draws in which anything varied."""
    known = replicates[np.isfinite(replicates)]
    cautions = () if known.size == replicates.size else (f"constant_resamples:{replicates.size - known.size}",)
    if known.size < 2:
        return Estimate(alpha, None, None, None, told[0], told[1], cautions)
    low, high = np.quantile(known, [(1 - told[2]) / 2, (1 + told[2]) / 2])
    return Estimate(alpha, low, high, known.std(ddof=1), told[0], f"{told[1]}, bootstrap over units", cautions)
