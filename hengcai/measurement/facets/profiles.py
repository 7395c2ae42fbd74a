"""Combinations of all facets but the object: whatever a grid's node needs is worked out once for each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.special import logsumexp

from hengcai.measurement.columns import Floats, joint_codes
from hengcai.measurement.facets.cells import added
from hengcai.measurement.facets.equations import pairs_of
from hengcai.measurement.facets.extremes import Flags
from hengcai.measurement.facets.joint import Model, eta_of
from hengcai.measurement.facets.scale import Curves, Scale, curves

CHUNK = 20_000


@dataclass(frozen=True)
class Posterior:
    """Shares of each object (rows) at each node; `table` holds the curves of each profile, node running fastest."""

    nodes: Floats
    share: Floats
    mean: Floats
    deviation: Floats
    present: Flags
    table: Curves
    log_likelihood: float

    def polynomials(self) -> Iterator[Floats]:
        """Share times the first and second orthonormal polynomial of each object's posterior."""
        z = (self.nodes - self.mean[:, None]) / self.deviation[:, None]
        yield self.share * z
        skew, kurtosis = ((self.share * z**power).sum(axis=1)[:, None] for power in (3, 4))
        yield self.share * (z**2 - skew * z - 1) / np.sqrt(np.maximum(kurtosis - skew**2 - 1, 1e-12))


@dataclass(frozen=True)
class Sums:
    """Expected sums of each profile over its ratings: step, variance, P(x >= k), covariances with and between those."""

    expected: Floats
    variance: Floats
    above: Floats
    mixed: Floats
    between: dict[tuple[int, int], Floats]


class Profiles:
    """The sparse weights of ratings by object and profile, and sums over them."""

    def __init__(self, model: Model) -> None:
        self.model, cells = model, model.cells
        self.of_cell, n = joint_codes(*cells.codes[1:])
        first = np.zeros(n, np.int64)
        first[self.of_cell] = np.arange(self.of_cell.size)
        self.codes = tuple(code[first] for code in cells.codes[1:])
        self.group = cells.group[first]
        self.weight = sparse.csr_matrix((cells.weight, (cells.codes[0], self.of_cell)), (cells.sizes[0], n))
        self.score = cells.totals(0, model.score)
        starts = np.cumsum([0, *cells.sizes[1:]]).tolist()
        self._pairs = [
            pairs_of(cells.codes[0], code, start) for code, start in zip(cells.codes[1:], starts, strict=False)
        ]
        self._step_pairs = pairs_of(cells.codes[0], cells.group, 0)
        self.present = np.bincount(cells.codes[0], minlength=cells.sizes[0]) > 0

    def posterior(self, measures: Sequence[Floats], scale: Scale, nodes: Floats) -> Posterior:
        """Bayes on the grid; the likelihood of an object leaves out what does not depend on its place."""
        location = -np.sum([found[code] for found, code in zip(measures[1:], self.codes, strict=True)], axis=0)
        eta = (location[:, None] + nodes).ravel()
        table = curves(eta, scale=scale, group=np.repeat(self.group, nodes.size))
        prior = -(np.linspace(-6, 6, nodes.size) ** 2) / 2
        height = np.outer(self.score, nodes) - self.weight @ table.log_total.reshape(-1, nodes.size)
        height += prior - logsumexp(prior)
        total = logsumexp(height, axis=1)
        share = np.exp(height - total[:, None])
        mean = share @ nodes
        deviation = np.sqrt(np.maximum(share @ nodes**2 - mean**2, 1e-12))
        thresholds = np.where(scale.there, scale.thresholds, 0.0)
        fixed = float(self.model.score @ location[self.of_cell] - (self.model.step_weights * thresholds).sum())
        return Posterior(nodes, share, mean, deviation, self.present, table, float(total.sum()) + fixed)

    def totals(self, facet: int, per_profile: Floats) -> Floats:
        size = self.model.cells.sizes[facet]
        return added(self.codes[facet - 1], per_profile, size)

    def by_group(self, rows: Floats) -> Floats:
        """Sums over the profiles of each group of thresholds: (group, threshold)."""
        groups = len(self.model.free_steps)
        return np.stack([added(self.group, row, groups) for row in rows], axis=1)

    def sums(self, posterior: Posterior) -> Sums:
        """Everything the complete-data information needs, weighted by the expected ratings at each node."""
        weights = np.asarray(self.weight.T @ posterior.share)
        table = posterior.table

        def summed(row: Floats) -> Floats:
            return np.asarray((row.reshape(weights.shape) * weights).sum(axis=1))

        above = table.at_least
        width = range(len(above))
        return Sums(
            expected=summed(table.expected),
            variance=summed(table.variance),
            above=np.stack([summed(row) for row in above]),
            mixed=np.stack([summed(row) for row in table.mixed]),
            between={(k, m): summed(above[m] * (1 - above[k])) for k in width for m in width if k <= m},
        )

    def fill(self, matrix: Floats, sums: Sums, starts: Sequence[int]) -> None:
        """Writes the information of facets and thresholds into its blocks."""
        groups, width = self.model.free_steps.shape
        n, size = self.group.size, starts[-2]
        rows = np.concatenate([np.arange(n)] * len(self.codes))
        columns = np.concatenate([code + start for code, start in zip(self.codes, starts, strict=False)])
        marks = sparse.csr_matrix((np.ones(rows.size), (rows, columns)), (n, size))
        matrix[:size, :size] = (marks.T @ sparse.diags(sums.variance) @ marks).toarray()
        first = size + np.arange(groups) * width
        for k, row in enumerate(sums.mixed):
            block = (marks.T @ sparse.csr_matrix((row, (np.arange(n), self.group)), (n, groups))).toarray()
            matrix[:size, first + k] = block
            matrix[first + k, :size] = block.T
        for (k, m), row in sums.between.items():
            matrix[first + k, first + m] = matrix[first + m, first + k] = added(self.group, row, groups)

    def slopes(self, measures: Sequence[Floats], scale: Scale) -> sparse.csr_matrix:
        """How an object's score for each parameter rises with its place, at the place given."""
        cells = self.model.cells
        found = curves(eta_of(cells, measures, self.model.signs), scale=scale, group=cells.group)
        steps = [self._step_pairs.sums(cells.weight * row) for row in found.mixed]
        return self._gathered(cells.weight * found.variance, steps)

    def projections(self, posterior: Posterior, shape: Floats) -> sparse.csr_matrix:
        """Of an object's score for each parameter on a polynomial of its posterior: sums over nodes, cell by cell."""
        size, owner = posterior.nodes.size, self.model.cells.codes[0]
        table = posterior.table.expected.reshape(-1, size)
        found = np.empty(owner.size)
        for start in range(0, owner.size, CHUNK):
            part = slice(start, start + CHUNK)
            found[part] = np.einsum("ij,ij->i", shape[owner[part]], table[self.of_cell[part]])
        steps = [self._projected_steps(row.reshape(-1, size), shape) for row in posterior.table.at_least]
        return self._gathered(self.model.cells.weight * found, steps)

    def _projected_steps(self, table: Floats, shape: Floats) -> Floats:
        """For each pair of object and group of thresholds that occurs."""
        pairs = self._step_pairs
        found = np.empty(pairs.row.size)
        for group in range(len(self.model.free_steps)):
            of_group = np.flatnonzero(self.group == group)
            wanted = pairs.column == group
            sums = self.weight[:, of_group] @ table[of_group]
            found[wanted] = np.einsum("ij,ij->i", shape, np.asarray(sums))[pairs.row[wanted]]
        return found

    def _gathered(self, per_cell: Floats, steps: list[Floats]) -> sparse.csr_matrix:
        """Numbers of cells for facets, of pairs of object and group for thresholds: objects by parameters."""
        cells, (groups, width) = self.model.cells, self.model.free_steps.shape
        first = sum(cells.sizes[1:])
        rows = [*(pairs.row for pairs in self._pairs), *(self._step_pairs.row for _ in steps)]
        columns = [pairs.column for pairs in self._pairs]
        columns += [first + self._step_pairs.column * width + k for k in range(width)]
        values = [*(pairs.sums(per_cell) for pairs in self._pairs), *steps]
        place = (np.concatenate(rows), np.concatenate(columns))
        return sparse.csr_matrix((np.concatenate(values), place), (cells.sizes[0], first + groups * width))
