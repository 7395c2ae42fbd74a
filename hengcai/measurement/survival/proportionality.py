"""Whether hazard ratios stay the same over time: the score test of Grambsch and Therneau."""

from dataclasses import dataclass

import numpy as np
from scipy import linalg, stats

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.flags import Flags


@dataclass(frozen=True)
class Proportionality:
    """p of each covariate and of all together; NaN where too little is known to tell."""

    each: Floats
    together: float


@dataclass(frozen=True)
class _Leaving:
    """At each time somebody left: S just before, covariates' sum less what was expected, and their variance."""

    before: Floats
    residual: Floats
    variance: Floats


def proportionality(time: Floats, left: Flags, covariates: Floats, *, coefficients: Floats) -> Proportionality:
    """Score test of c = 0 in h(t | x) = h0(t) exp(b'x + c'x g(t)), g(t) = 1 - S(t-) by Kaplan & Meier.

    Sources: Grambsch & Therneau 1994; R's survival from 3.0 on, where the information of b and c is worked out at each
    time somebody left and not taken as constant over time. Ties by Efron 1977. The test reproduces R 4.2 (survival
    3.5-3) on Rossi's data: fin .803, age .0145, race .150, wexp .0398, mar .315, paro .892, prio .471, all .0134.
    """
    centred = (covariates - covariates.mean(axis=0)) / covariates.std(axis=0)
    height = covariates @ coefficients
    found = _leaving(time, left, centred, np.exp(height - height.max()))
    away = found.before - found.before.mean()
    plain, once, twice = (np.tensordot(away**power, found.variance, axes=1) for power in (0, 1, 2))
    # of the interactions' information what the coefficients leave
    own = np.asarray(twice - once @ linalg.pinvh(plain) @ once, np.float64)
    slope = away @ found.residual
    each = [_tail(slope[[place]], own[[place]][:, [place]]) for place in range(slope.size)]
    return Proportionality(np.array(each), _tail(slope, own))


def _tail(slope: Floats, information: Floats) -> float:
    """p of a quadratic form; NaN where nobody left at two times, so that nothing can change between them."""
    if np.linalg.matrix_rank(information, tol=1e-9, hermitian=True) < slope.size:
        return float("nan")
    return float(stats.chi2.sf(slope @ np.linalg.solve(information, slope), slope.size))


def _leaving(time: Floats, left: Flags, x: Floats, hazard: Floats) -> _Leaving:
    """From the last time to the first, so that sums over who is still there run on."""
    order = np.argsort(-time, kind="stable")
    gone, sorted_x = left[order], x[order]
    _, first, sizes = np.unique(-time[order], return_index=True, return_counts=True)
    pairs = (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    terms = (hazard[:, None] * np.hstack([np.ones((len(x), 1)), x, pairs]))[order]
    there = np.cumsum(terms, axis=0)[first + sizes - 1]
    leaving = np.add.reduceat(terms * gone[:, None], first)
    sums = np.add.reduceat(sorted_x * gone[:, None], first)
    counts = np.add.reduceat(gone.astype(np.int64), first)
    rows = np.flatnonzero(counts)
    expected, variance = _efron(there[rows], leaving[rows], counts[rows], x.shape[1])
    remained = np.cumprod((1 - counts / (first + sizes))[rows][::-1])[::-1]
    return _Leaving(np.append(remained[1:], 1.0), sums[rows] - expected, variance)


def _efron(there: Floats, leaving: Floats, counts: Codes, width: int) -> tuple[Floats, Floats]:
    """Of d who leave at one time the k-th (from 0) is chosen among all there less k/d of the d."""
    starts = np.cumsum(counts) - counts
    share = (np.arange(counts.sum()) - np.repeat(starts, counts)) / np.repeat(counts, counts)
    sums = np.repeat(there, counts, axis=0) - share[:, None] * np.repeat(leaving, counts, axis=0)
    mean, square = sums[:, 1 : width + 1] / sums[:, :1], sums[:, width + 1 :] / sums[:, :1]
    variance = square.reshape(-1, width, width) - mean[:, :, None] * mean[:, None, :]
    return np.add.reduceat(mean, starts), np.add.reduceat(variance, starts)
