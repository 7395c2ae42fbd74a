"""Category probabilities of rating-scale and partial-credit steps, and their moments."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.facets.cells import Cells, added

FARTHEST = 600.0  # logits: e to that power is a number still


@dataclass(frozen=True)
class Scale:
    """For each group of steps: its categories' values in order (NaN beyond the last) and its thresholds.

    `rank` gives the step that each category of the table counts as; `top` the number of steps.
    """

    values: Floats
    thresholds: Floats
    rank: Codes
    top: Codes

    @property
    def n_groups(self) -> int:
        return int(self.top.size)

    @property
    def there(self) -> npt.NDArray[np.bool_]:
        """Which (group, step) exist."""
        return np.arange(1, self.values.shape[1])[None, :] <= self.top[:, None]

    @property
    def steps(self) -> Floats:
        """Cumulative thresholds from step 0; infinite where a group has no such step."""
        summed = np.cumsum(np.where(self.there, self.thresholds, np.inf), axis=1)
        return np.hstack([np.zeros((self.n_groups, 1)), summed])

    def moved(self, thresholds: Floats) -> "Scale":
        return replace(self, thresholds=thresholds)


@dataclass(frozen=True)
class Curves:
    """`share` is the probability of each step (rows) in each cell; `log_total` the log of the summed numerators."""

    share: Floats
    log_total: Floats

    @cached_property
    def expected(self) -> Floats:
        return np.asarray(np.arange(len(self.share), dtype=np.float64) @ self.share)

    @cached_property
    def variance(self) -> Floats:
        return np.asarray(np.arange(len(self.share), dtype=np.float64) ** 2 @ self.share - self.expected**2)

    @property
    def fourth(self) -> Floats:
        """Fourth central moment, from those about 0."""
        powers = np.arange(len(self.share), dtype=np.float64)[None, :] ** np.arange(5)[:, None]
        _, m, m2, m3, m4 = powers @ self.share
        return np.asarray(m4 - 4 * m * m3 + 6 * m**2 * m2 - 3 * m**4)

    @cached_property
    def at_least(self) -> list[Floats]:
        """Probability of step k or higher, k from 1."""
        return _summed_from_the_top(self.share)

    @property
    def mixed(self) -> list[Floats]:
        """Covariance of the step with its being k or higher, k from 1."""
        partial = _summed_from_the_top([step * share for step, share in enumerate(self.share)])
        return [part - self.expected * above for part, above in zip(partial, self.at_least, strict=True)]


def _summed_from_the_top(rows: Sequence[Floats] | Floats) -> list[Floats]:
    """For each place from 1 the sum of all rows from there on."""
    sums = [rows[-1]]
    for row in rows[-2:0:-1]:
        sums.append(sums[-1] + row)
    return sums[::-1]


def curves(eta: Floats, *, scale: Scale, group: Codes) -> Curves:
    """P(k) proportional to exp(k eta - sum of thresholds up to k): Andrich 1978, Masters 1982, Linacre 1989.

    With one threshold it is the logistic curve: .50, .73, .88, .95 at 0 to 3 logits.
    """
    steps = scale.steps
    farthest = (steps.shape[1] - 1) * np.abs(eta).max(initial=0) + np.abs(steps[np.isfinite(steps)]).max()
    if farthest < FARTHEST:
        return _by_powers(np.exp(eta), np.exp(-steps.T), group)
    height = np.arange(steps.shape[1])[:, None] * eta - (steps.T if len(steps) == 1 else steps.T[:, group])
    highest = height.max(axis=0)
    np.subtract(height, highest, out=height)
    np.exp(height, out=height)
    total = height.sum(axis=0)
    height /= total
    return Curves(height, np.log(total) + highest)


def _by_powers(odds: Floats, weights: Floats, group: Codes) -> Curves:
    """The same by products: one exponential a cell instead of one for each step, where none can overflow."""
    share = np.empty((len(weights), odds.size))
    share[0] = 1.0
    for k in range(1, len(weights)):
        np.multiply(share[k - 1], odds, out=share[k])
    share *= weights if weights.shape[1] == 1 else weights[:, group]
    total = share.sum(axis=0)
    share /= total
    return Curves(share, np.log(total))


def expected_value(eta: Floats, *, scale: Scale, group: Codes) -> Floats:
    """The expected rating in the table's own values."""
    return in_points(curves(eta, scale=scale, group=group).share, scale=scale, group=group)


def in_points(per_step: Floats, *, scale: Scale, group: Codes) -> Floats:
    """Sums over steps (rows) of what stands there times the step's value in the table."""
    values = np.nan_to_num(scale.values)
    return np.asarray(values[0] @ per_step if len(values) == 1 else (values[group].T * per_step).sum(axis=0))


def scale_of(cells: Cells, groups: int) -> Scale:
    """Categories that occur become consecutive steps (a category never used has no threshold of its own)."""
    used = np.stack([cells.counts[:, cells.group == group].sum(axis=1) > 0 for group in range(groups)])
    top = np.maximum(used.sum(axis=1) - 1, 0)
    rank = np.clip(np.cumsum(used, axis=1) - 1, 0, None)
    width = int(top.max()) + 1
    values = np.full((groups, width), np.nan)
    thresholds = np.zeros((groups, width - 1))
    for group in range(groups):
        values[group, : used[group].sum()] = cells.values[used[group]]
        thresholds[group] = _start(cells.counts[used[group]][:, cells.group == group].sum(axis=1), width - 1)
    return Scale(values, thresholds, rank, top)


def ranked_counts(cells: Cells, scale: Scale) -> Floats:
    """Weight of each step (rows) in each cell."""
    width = scale.values.shape[1]
    if scale.n_groups == 1 and width == len(cells.counts):
        return cells.counts
    place = scale.rank[cells.group].T * cells.n_cells + np.arange(cells.n_cells)
    total = added(place.ravel(), cells.counts.ravel(), width * cells.n_cells)
    return total.reshape(width, cells.n_cells)


def _start(totals: Floats, width: int) -> Floats:
    """Log odds of neighbouring categories' totals, centred: where the Newton steps begin."""
    found = np.zeros(width)
    if totals.size > 1:
        odds = np.log(totals[:-1] / totals[1:])
        found[: odds.size] = odds - odds.mean()
    return found
