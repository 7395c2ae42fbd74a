"""Marginal maximum likelihood: objects follow a normal distribution and are integrated out on a grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import linalg, sparse
from scipy.sparse.linalg import LinearOperator, cg

from hengcai.measurement.columns import Floats
from hengcai.measurement.facets.extremes import Flags
from hengcai.measurement.facets.joint import (
    LEAST_GAIN,
    LONGEST_STEP,
    SHORTEST_SHARE,
    JointFit,
    Model,
    State,
    centring_row,
    evaluate,
    held_factor,
    keep_group_means,
    settled,
    thresholds_centred,
)
from hengcai.measurement.facets.posterior_fit import posterior_mean_squares
from hengcai.measurement.facets.profiles import Posterior, Profiles
from hengcai.measurement.facets.scale import Scale

COARSEST, FINEST = 41, 241
SPACING = 1.2
SMALLEST_SD = 0.05
HARDLY_ANY_SD = 0.5  # with an information that is not positive
MOST_DENSE = 1_000


@dataclass(frozen=True)
class Normal:
    """The objects' distribution with its errors; posterior deviations of objects, errors of the other facets.

    `mean_squares` are infit and outfit by facet.
    """

    mean: float
    sd: float
    mean_error: float
    sd_error: float
    spread_at_zero: bool
    object_deviations: Floats
    facet_errors: tuple[Floats, ...]
    mean_squares: list[tuple[Floats, Floats]]


@dataclass(frozen=True)
class _Point:
    """Where the search stands: measures (the object's are posterior means), scale, objects' mean and log sd."""

    measures: tuple[Floats, ...]
    scale: Scale
    mean: float
    log_sd: float
    posterior: Posterior

    @property
    def sd(self) -> float:
        return float(np.exp(self.log_sd))


def fit_marginally(model: Model, start: State, *, most: int = 100, tolerance: float = 1e-6) -> tuple[JointFit, Normal]:
    """Newton on the marginal likelihood of theta ~ N(mu, sigma2) (Bock & Aitkin 1981; Louis 1982).

    The grid has equal steps from -6 to 6 sigma, fine enough for the narrowest posterior (the trapezoidal rule's error
    falls with exp(-2 pi^2 (s/h)^2)). Curves are worked out once for each combination of the other facets, so that a
    sweep costs one sparse product. The tests agree with the package mirt 1.2.0 (`fit_mfrm`) to four decimals.
    """
    search = _Search(model)
    point = search.at(start.measures, start.scale, (0.0, 0.0), COARSEST)
    turns, longest, gain = 0, np.inf, np.inf
    while turns < most and longest > tolerance and gain > LEAST_GAIN:
        step, gain = search.step(point)
        longest = max(float(np.abs(step[:-1]).max()), point.sd * abs(float(step[-1])))
        point = search.moved(point, step)
        finer = _nodes(point)
        if finer > point.posterior.nodes.size:
            point, longest = search.at(point.measures, point.scale, (point.mean, point.log_sd), finer), np.inf
            gain = np.inf
        turns += 1
    variance, normal = search.errors(point)
    state = replace(evaluate(model, point.measures, point.scale), log_likelihood=point.posterior.log_likelihood)
    return JointFit(state, variance, settled(longest, gain, tolerance), turns), normal


def _nodes(point: _Point) -> int:
    narrowest = float(point.posterior.deviation[point.posterior.present].min())
    wanted = int(np.ceil(12 * point.sd / max(SPACING * narrowest, 1e-12))) + 1
    return min(FINEST, max(COARSEST, wanted))


class _Search:
    """Parameters in one row: facets but the object, thresholds, the objects' mean and log sd."""

    def __init__(self, model: Model) -> None:
        self.model, sizes = model, model.cells.sizes
        self.starts = np.cumsum([0, *sizes[1:], model.free_steps.size]).tolist()
        self.size = self.starts[-1] + 2
        self.profiles = Profiles(model)
        self.free = np.concatenate([*model.free[1:], model.free_steps.ravel(), [True, True]])
        self.centring = self._centring()

    def _centring(self) -> Floats:
        rows = [
            centring_row(self.size, self.starts[place], self.model.free[place + 1])
            for place, centred in enumerate(self.model.centred[1:])
            if centred
        ]
        for place, groups in enumerate(self.model.groups[1:]):
            rows += [centring_row(self.size, self.starts[place], flags) for flags in groups]
        width = self.model.free_steps.shape[1]
        for group, free in enumerate(self.model.free_steps):
            if thresholds_centred(self.model, group):
                rows.append(centring_row(self.size, self.starts[-2] + group * width, free))
        return np.array(rows).reshape(len(rows), self.size)

    def at(self, measures: Sequence[Floats], scale: Scale, normal: tuple[float, float], nodes: int) -> _Point:
        mean, log_sd = normal
        posterior = self.profiles.posterior(measures, scale, mean + np.exp(log_sd) * np.linspace(-6, 6, nodes))
        return _Point((posterior.mean, *measures[1:]), scale, mean, log_sd, posterior)

    def moved(self, point: _Point, step: Floats) -> _Point:
        """Holds long steps, and halves one that would lower the likelihood by more than rounding."""
        share = min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-300))
        before = point.posterior.log_likelihood
        found = self._stepped(point, share * step)
        while found.posterior.log_likelihood < before - 1e-10 * abs(before) and share > SHORTEST_SHARE:
            share /= 2
            found = self._stepped(point, share * step)
        return found

    def _stepped(self, point: _Point, step: Floats) -> _Point:
        *facets, thresholds, normal = np.split(step, self.starts[1:])
        keep_group_means(self.model, [point.measures[0] * 0, *facets])
        measures = [point.measures[0], *(old + by for old, by in zip(point.measures[1:], facets, strict=True))]
        scale = point.scale.moved(point.scale.thresholds + thresholds.reshape(point.scale.thresholds.shape))
        return self.at(measures, scale, (point.mean + normal[0], point.log_sd + normal[1]), point.posterior.nodes.size)

    def step(self, point: _Point) -> tuple[Floats, float]:
        """Complete-data information less what the posterior leaves open (first order); without it far from the top."""
        slope, complete = self._expectations(point)
        moved, corner = self._open(point, self.profiles.slopes(point.measures, point.scale), point.posterior.deviation)
        complete[-1, -1] -= corner
        right = np.where(self.free, slope, 0.0)
        found = self._iterated(complete, moved, right) if self.size > MOST_DENSE else None
        if found is None:
            observed = complete - (moved.T @ moved).toarray()
            complete[-1, -1] += corner
            found = np.asarray(linalg.cho_solve(self._factor(observed, complete)[0], right))
        return found, float(found @ right)

    def _iterated(self, complete: Floats, moved: sparse.csr_matrix, right: Floats) -> Floats | None:
        """Conjugate gradients (Hestenes & Stiefel 1952) where thousands of elements would make a factor dear.

        None where they do not end uphill, or where thresholds or anchors differ by group and one shift cannot centre them.
        """
        if len(self.model.free_steps) > 1 or self.model.grouped:
            return None

        thin, scale = sparse.csr_matrix(complete), np.where(self.free, np.diag(complete), 1.0)

        def times(vector: Floats) -> Floats:
            there = np.where(self.free, vector, 0.0)
            return np.where(self.free, thin @ there - moved.T @ (moved @ there), vector)

        operator = LinearOperator((self.size, self.size), matvec=times, dtype=np.float64)
        nearly = LinearOperator((self.size, self.size), matvec=lambda vector: vector / scale, dtype=np.float64)
        found, stopped = cg(operator, right, rtol=1e-6, maxiter=500, M=nearly)
        ends = stopped == 0 and np.isfinite(found).all() and found @ right >= 0
        return self._centred(np.asarray(found)) if ends else None

    def _centred(self, step: Floats) -> Floats:
        """Moves the mean of each centred facet, and of the thresholds, into that of the objects."""
        for row in self.centring:
            there = np.flatnonzero(row)
            mean = step[there].mean()
            step[there] -= mean
            step[-2] -= mean
        return step

    def _factor(self, observed: Floats, complete: Floats) -> tuple[tuple[Floats, bool], bool]:
        """The complete information, and True, where the observed one is not positive: far off, or at a spread of 0."""
        try:
            return held_factor(self._fix(observed), self.centring), False
        except linalg.LinAlgError:
            return held_factor(self._fix(complete), self.centring), True

    def errors(self, point: _Point) -> tuple[Floats, Normal]:
        """From the observed information, which takes in the posterior to second order."""
        posterior = point.posterior
        _, complete = self._expectations(point)
        observed = complete - sum(self._projected(point, posterior.polynomials()))
        factor, at_zero = self._factor(np.asarray(observed), complete)
        inverse = np.where(self.free, np.diag(linalg.lapack.dpotri(factor[0], lower=factor[1])[0]), 0.0)
        *facets, thresholds, normal = np.split(inverse, self.starts[1:])
        found = Normal(
            mean=float(point.mean),
            sd=point.sd,
            mean_error=float(np.sqrt(normal[0])),
            sd_error=point.sd * float(np.sqrt(normal[1])),
            object_deviations=posterior.deviation,
            spread_at_zero=point.sd < (HARDLY_ANY_SD if at_zero else SMALLEST_SD),
            facet_errors=tuple(np.sqrt(np.maximum(part, 0)) for part in facets),
            mean_squares=posterior_mean_squares(self.profiles, posterior),
        )
        return thresholds.reshape(self.model.free_steps.shape), found

    def _expectations(self, point: _Point) -> tuple[Floats, Floats]:
        """Slope of the marginal likelihood (Fisher's identity) and expected information if objects' places were known."""
        model, posterior = self.model, point.posterior
        sums = self.profiles.sums(posterior)
        slope, matrix = np.zeros(self.size), np.zeros((self.size, self.size))
        for facet, (start, end) in enumerate(zip(self.starts[:-1], self.starts[1:-1], strict=False), start=1):
            expected = self.profiles.totals(facet, sums.expected)
            slope[start:end] = expected - model.cells.totals(facet, model.score)
        slope[self.starts[-2] : self.starts[-1]] = (self.profiles.by_group(sums.above) - model.step_weights).ravel()
        self.profiles.fill(matrix, sums, self.starts)
        away = posterior.nodes - point.mean
        weights = posterior.share[posterior.present].sum(axis=0)
        first, second = float(weights @ away) / point.sd**2, float(weights @ away**2) / point.sd**2
        n = float(posterior.present.sum())
        slope[-2:] = first, second - n
        matrix[-2:, -2:] = [[n / point.sd**2, 0], [0, 2 * n]]
        return slope, matrix

    def _open(self, point: _Point, slopes: sparse.csr_matrix, deviation: Floats) -> tuple[sparse.csr_matrix, float]:
        """For each object what one standard deviation of the posterior moves the score by: squares are to be added up.

        The sd's score is quadratic: its second-order part, 2 (deviation / sd)^4, is told apart.
        """
        away = (point.measures[0] - point.mean) / point.sd**2
        normal = np.stack([np.full(away.size, 1 / point.sd**2), 2 * away], axis=1)
        present = point.posterior.present
        moved = sparse.diags(deviation * present) @ sparse.hstack([slopes, sparse.csr_matrix(normal)])
        return sparse.csr_matrix(moved), 2 * float(((deviation[present] / point.sd) ** 4).sum())

    def _projected(self, point: _Point, shapes: Sequence[Floats]) -> Iterator[Floats]:
        """The same for orthonormal polynomials of the posterior, worked out on the grid."""
        away = (point.posterior.nodes - point.mean) / point.sd
        for shape, found in zip(shapes, self.profiles.projections(point.posterior, shapes), strict=True):
            normal = np.stack([shape @ away / point.sd, shape @ away**2], axis=1)
            yield _products(sparse.hstack([found, sparse.csr_matrix(normal)]), point.posterior.present)

    def _fix(self, matrix: Floats) -> Floats:
        """In place: what may not move stands alone."""
        matrix[~self.free] = 0
        matrix[:, ~self.free] = 0
        matrix[~self.free, ~self.free] = 1
        return matrix


def _products(moved: sparse.csr_matrix, present: Flags) -> Floats:
    """M'M over the objects that have ratings."""
    rows = sparse.diags(present.astype(np.float64)) @ moved
    return np.asarray((rows.T @ rows).toarray())
