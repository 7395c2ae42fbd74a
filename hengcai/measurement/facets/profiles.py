"""Combinations of all facets but the object: whatever a grid's node needs is worked out once for each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.facets.bundles import bundles_of
from hengcai.measurement.facets.cells import added
from hengcai.measurement.facets.equations import Pairs, pairs_of
from hengcai.measurement.facets.extremes import Flags
from hengcai.measurement.facets.joint import Model, eta_of
from hengcai.measurement.facets.scale import Curves, Scale, curves

CHUNK = 8_192
BLOCK = 512  # objects
NOTHING = 1e-30  # of a posterior, also where it is divided by the least variance


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

    @cached_property
    def blocks(self) -> list[tuple[Codes, slice]]:
        """Objects that stand close together, and the nodes where any of them may be: all others weigh nothing there."""
        order = np.argsort(self.mean, kind="stable")
        found = []
        for objects in np.array_split(order, max(1, order.size // BLOCK)):
            weighs = np.flatnonzero(self.share[objects].max(axis=0) > NOTHING)
            found.append((objects, slice(int(weighs[0]), int(weighs[-1]) + 1)))
        return found

    def polynomials(self) -> tuple[Floats, Floats]:
        """Share times the first and second orthonormal polynomial of each object's posterior."""
        z = (self.nodes - self.mean[:, None]) / self.deviation[:, None]
        first = self.share * z
        second = first * z
        skew, kurtosis = (np.einsum("ij,ij->i", second, power)[:, None] for power in (z, z * z))
        second -= skew * first + self.share
        return first, second / np.sqrt(np.maximum(kurtosis - skew**2 - 1, 1e-12))


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
        self.bundles = bundles_of(cells, self.of_cell, n)
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
        share = np.outer(self.score, nodes)
        share -= self.bundles.at(table.log_total.reshape(-1, nodes.size))
        share += prior - np.log(np.exp(prior).sum())
        total = _normed(share)
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
        weights = self.bundles.back(posterior.share)
        table = posterior.table

        def summed(row: Floats, by: Floats = weights) -> Floats:
            return np.asarray(np.einsum("ij,ij->i", row.reshape(weights.shape), by))

        above = table.at_least
        width, weighed = range(len(above)), [weights * row.reshape(weights.shape) for row in above]
        below = [1 - row for row in above]
        return Sums(
            expected=summed(table.expected),
            variance=summed(table.variance),
            above=np.stack([summed(row) for row in above]),
            mixed=np.stack([summed(row) for row in table.mixed]),
            between={(k, m): summed(below[k], weighed[m]) for k in width for m in width if k <= m},
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
        cells, width = self.model.cells, self.model.free_steps.shape[1]
        eta, rows = eta_of(cells, measures, self.model.signs), np.empty((1 + width, cells.n_cells))
        for part in _parts(cells.n_cells):
            found = curves(eta[part], scale=scale, group=cells.group[part])
            np.multiply(cells.weight[part], [found.variance, *found.mixed], out=rows[:, part])
        steps = [self._step_pairs.sums(row) for row in rows[1:]]
        return self._gathered([pairs.sums(rows[0]) for pairs in self._pairs], steps)

    def projections(self, posterior: Posterior, shapes: Sequence[Floats]) -> list[sparse.csr_matrix]:
        """Of an object's score for each parameter on each polynomial of its posterior: sums over nodes."""
        size, bundles = posterior.nodes.size, self.bundles
        table = posterior.table.expected.reshape(-1, size)
        whole, met = bundles.of_bundles(table), np.empty((len(shapes), bundles.owner.size))
        for part in _parts(bundles.owner.size):
            rows, owner = whole[bundles.kind[part]], bundles.owner[part]
            for found, shape in zip(met, shapes, strict=True):
                found[part] = np.einsum("ij,ij->i", shape[owner], rows)
        met *= bundles.weight
        facets = [self._projected(facet, table, shapes, met) for facet in range(1, len(self.codes) + 1)]
        above = [row.reshape(-1, size) for row in posterior.table.at_least]
        steps = [self._by_element(row, shapes, (self.group, self._step_pairs, 0)) for row in above]
        return [
            self._gathered([found[place] for found in facets], [found[place] for found in steps])
            for place in range(len(shapes))
        ]

    def _projected(self, facet: int, table: Floats, shapes: Sequence[Floats], met: Floats) -> Floats:
        """For each pair of object and element; only what differs within a bundle needs the profiles."""
        pairs = self._pairs[facet - 1]
        if facet == self.bundles.varying:
            start = sum(self.model.cells.sizes[1:facet])
            return self._by_element(table, shapes, (self.codes[facet - 1], pairs, start))
        return np.stack([added(pairs.place[self.bundles.cell], one, pairs.row.size) for one in met])

    def _by_element(self, table: Floats, shapes: Sequence[Floats], facet: tuple[Codes, Pairs, int]) -> Floats:
        """The profiles of one element, or of one group of thresholds, after the other; columns count from the start."""
        of_profile, pairs, start = facet
        found = np.empty((len(shapes), pairs.row.size))
        for element in np.unique(of_profile).tolist():
            wanted = np.flatnonzero(pairs.column == start + element)
            sums = self.bundles.at(table, of=np.flatnonzero(of_profile == element))
            for row, shape in zip(found, shapes, strict=True):
                row[wanted] = np.einsum("ij,ij->i", shape, sums)[pairs.row[wanted]]
        return found

    def _gathered(self, facets: list[Floats], steps: list[Floats]) -> sparse.csr_matrix:
        """Numbers of pairs of object and element, or of object and group of thresholds: objects by parameters."""
        cells, (groups, width) = self.model.cells, self.model.free_steps.shape
        first = sum(cells.sizes[1:])
        rows = [*(pairs.row for pairs in self._pairs), *(self._step_pairs.row for _ in steps)]
        columns = [pairs.column for pairs in self._pairs]
        columns += [first + self._step_pairs.column * width + k for k in range(width)]
        place = (np.concatenate(rows), np.concatenate(columns))
        shape = (cells.sizes[0], first + groups * width)
        return sparse.csr_matrix((np.concatenate([*facets, *steps]), place), shape)


def _parts(size: int) -> Iterator[slice]:
    """Short enough that what is worked out for one of them stays in the processor's cache."""
    return (slice(start, start + CHUNK) for start in range(0, size, CHUNK))


def _normed(height: Floats) -> Floats:
    """Logs of rows' sums; in place the logs become shares of the row."""
    top = height.max(axis=1)
    height -= top[:, None]
    np.exp(height, out=height)
    total = height.sum(axis=1)
    height /= total[:, None]
    return np.asarray(top + np.log(total))
