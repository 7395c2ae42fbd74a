"""Treated against control at the same true score before, when that score was measured with error."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.effects.degrees import degrees_over_groups, home_of, t_estimate
from hengcai.measurement.effects.sample import Sample
from hengcai.measurement.errors import NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.results import Estimate

METHOD = "difference at the same true score before (errors in variables), jackknife"
LITTLE_LEFT = 0.3
N, X, Y, XX, XY = range(5)


@dataclass(frozen=True)
class BeforeError:
    """How badly the score before is measured: its reliability among all rows, or its error variance."""

    reliability: float | None = None
    variance: float = 0.0

    def __post_init__(self) -> None:
        if self.reliability is not None and not 0 < self.reliability <= 1:
            raise OutOfRange("effect.reliability_out_of_range", reliability=self.reliability)
        if self.variance < 0:
            raise OutOfRange("effect.error_variance_negative", variance=self.variance)


@dataclass(frozen=True)
class _Adjusted:
    """For each set of sums: the difference, and the squares of the score before within arms that are not error."""

    difference: Floats
    true_squares: Floats
    squares: Floats


def true_score_difference(sample: Sample, *, error: BeforeError, confidence: float = 0.95) -> Estimate:
    """dy - b dx with b = SP / (SS - (n - 2) s2_u) from squares and products within arms; Fuller 1987, section 1.2.

    s2_u is the error variance, or (1 - reliability) times the variance of the score before among all rows. Its error
    is the delete-one jackknife over people or clusters (Tukey 1958), which carries the estimation of s2_u along, df by
    Satterthwaite over the arms. Reproduces Fuller 1987, table 1.2.1 (corn on soil nitrogen, s2_u = 57): slope 0.4232;
    with s2_u = 0 it is the ANCOVA. In the simulation of Lord's (1967) paradox the bias is gone.
    """
    if sample.before is None:
        raise TooLittleData("effect.no_score_before")
    sums = _sums(sample, sample.before)
    whole = _adjusted(sums.sum(axis=0, keepdims=True), error)
    _check(whole, sample.before)
    value, n = float(whole.difference[0]), sample.n
    if sample.rests_on_one_cluster:
        return Estimate(value, None, None, None, n, METHOD, ("rests_on_one_cluster",))
    without = _adjusted(sums.sum(axis=0) - sums, error)
    share = float(whole.true_squares[0] / whole.squares[0])
    little = ("little_true_variance",) if share < LITTLE_LEFT else ()
    if (without.true_squares <= 0).any():
        return Estimate(value, None, None, None, n, METHOD, ("little_true_variance",))
    pulls = without.difference - without.difference.mean()
    variance = (pulls.size - 1) / pulls.size * float(pulls @ pulls)
    found = t_estimate(value, variance, _degrees(sample, pulls), n=n, method=METHOD, confidence=confidence)
    return Estimate(found.estimate, found.low, found.high, found.se, n, METHOD, (*little, *found.cautions))


def _sums(sample: Sample, before: Floats) -> Floats:
    """Of each cluster (or person) and arm: rows, sums of x, y, x^2 and xy; x and y from their means."""
    x, y = before - before.mean(), sample.outcome - sample.outcome.mean()
    owner = np.arange(sample.n) if sample.cluster is None else sample.cluster
    place = 2 * owner + sample.treated
    size = 2 * (int(owner.max()) + 1)
    columns = [np.bincount(place, weights=part, minlength=size) for part in (np.ones(sample.n), x, y, x * x, x * y)]
    return np.asarray(np.column_stack(columns).reshape(-1, 2, 5), np.float64)


def _adjusted(sums: Floats, error: BeforeError) -> _Adjusted:
    n = sums[..., N]
    squares = (sums[..., XX] - sums[..., X] ** 2 / n).sum(axis=1)
    products = (sums[..., XY] - sums[..., X] * sums[..., Y] / n).sum(axis=1)
    rows, total = n.sum(axis=1), sums[..., X].sum(axis=1)
    spread = (sums[..., XX].sum(axis=1) - total**2 / rows) / (rows - 1)
    noise = error.variance if error.reliability is None else (1 - error.reliability) * spread
    true_squares = squares - (rows - 2) * noise
    slope = products / np.where(true_squares > 0, true_squares, 1.0)
    gap = sums[:, 1, [X, Y]] / n[:, 1:] - sums[:, 0, [X, Y]] / n[:, :1]
    return _Adjusted(gap[:, 1] - slope * gap[:, 0], true_squares, squares)


def _check(whole: _Adjusted, before: Floats) -> None:
    if whole.squares[0] <= 1e-12 * float(before @ before):
        raise NothingVaries("effect.before_constant")
    if whole.true_squares[0] <= 0:
        share = 1 - float(whole.true_squares[0] / whole.squares[0])
        raise OutOfRange("effect.error_exceeds_spread", error_share=round(share, 4))


def _degrees(sample: Sample, pulls: Floats) -> float:
    arm = sample.treated.astype(np.int64)
    home = arm if sample.cluster is None else home_of(sample.cluster, arm)
    return float(pulls.size - 1) if home is None else degrees_over_groups(pulls**2, home)
