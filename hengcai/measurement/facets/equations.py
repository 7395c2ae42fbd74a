"""The information matrix of a many-facet fit, kept sparse: one facet absorbed, the others dense."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.facets.cells import Cells, added
from hengcai.measurement.facets.extremes import Flags
from hengcai.measurement.facets.scale import Curves


@dataclass(frozen=True)
class Information:
    """`rest` is what remains for the other facets and the thresholds after the absorbed facet is solved out."""

    absorbed: int
    others: tuple[int, ...]
    starts: tuple[int, ...]
    inverse_own: Floats
    cross: sparse.csr_matrix
    rest: Floats
    free: Flags

    @property
    def size(self) -> int:
        return int(self.free.size)

    @property
    def first_step(self) -> int:
        return self.starts[-1]


@dataclass(frozen=True)
class Pairs:
    """Cells that share an element of one facet and a column, added up in a fixed order."""

    place: Codes
    row: Codes
    column: Codes

    @cached_property
    def _starts(self) -> Codes | None:
        """Where each pair's cells begin, None where they do not stand together."""
        steps = np.diff(self.place)
        return None if (steps < 0).any() else np.concatenate([[0], np.flatnonzero(steps) + 1])

    def sums(self, per_cell: Floats) -> Floats:
        if self._starts is None:
            return added(self.place, per_cell, self.row.size)
        return np.asarray(np.add.reduceat(per_cell, self._starts))


class Equations:
    """Knows which cells add up where, so that every Newton step only sums."""

    def __init__(
        self,
        cells: Cells,
        *,
        signs: Sequence[int],
        free: Sequence[Flags],
        free_steps: Flags,
        kept: Sequence[int] = (),
    ) -> None:
        """Absorbs the largest facet but those `kept`, whose group means have to be held."""
        self.cells, self.signs = cells, tuple(signs)
        self.absorbed = max(
            (facet for facet in range(len(cells.sizes)) if facet not in kept), key=cells.sizes.__getitem__
        )
        self.others = tuple(facet for facet in range(len(cells.sizes)) if facet != self.absorbed)
        self.starts = tuple(np.cumsum([0, *(cells.sizes[facet] for facet in self.others)]).tolist())
        self.groups, self.width = free_steps.shape
        self.size = self.starts[-1] + self.groups * self.width
        own = cells.codes[self.absorbed]
        self._pairs = [
            pairs_of(own, cells.codes[facet], start) for facet, start in zip(self.others, self.starts, strict=False)
        ]
        self._step_pairs = pairs_of(own, cells.group, 0)
        self._own_free = free[self.absorbed]
        self.free = np.concatenate([*(free[facet] for facet in self.others), free_steps.ravel()])

    def information(self, found: Curves) -> Information:
        """Expected and observed information are the same in this family: covariances of the sufficient statistics."""
        spread = self.cells.weight * found.variance
        mixed = [self.cells.weight * row for row in found.mixed]
        own = self.cells.totals(self.absorbed, spread)
        inverse = np.where(self._own_free, 1 / np.maximum(own, 1e-10), 0.0)
        cross = self._cross(spread, mixed)
        rest = self._rest(spread, mixed, found)
        scaled = sparse.diags(np.sqrt(inverse)) @ cross
        rest = rest - (scaled.T @ scaled).toarray()
        rest[~self.free] = 0
        rest[:, ~self.free] = 0
        rest[~self.free, ~self.free] = 1
        return Information(self.absorbed, self.others, self.starts, inverse, cross, rest, self.free)

    def _cross(self, spread: Floats, mixed: list[Floats]) -> sparse.csr_matrix:
        sign, steps = self.signs[self.absorbed], self._step_pairs
        values = [
            sign * self.signs[facet] * pairs.sums(spread) for facet, pairs in zip(self.others, self._pairs, strict=True)
        ]
        values += [-sign * steps.sums(row) for row in mixed]
        rows = [*(pairs.row for pairs in self._pairs), *(steps.row for _ in mixed)]
        first = self.starts[-1] + steps.column * self.width
        columns = [*(pairs.column for pairs in self._pairs), *(first + k for k in range(self.width))]
        shape = (self.cells.sizes[self.absorbed], self.size)
        cross = sparse.csr_matrix((np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape)
        held = sparse.diags(self._own_free.astype(float)) @ cross @ sparse.diags(self.free.astype(float))
        return sparse.csr_matrix(held)

    def _rest(self, spread: Floats, mixed: list[Floats], found: Curves) -> Floats:
        rest, sizes = np.zeros((self.size, self.size)), self.cells.sizes
        for f, at in zip(self.others, self.starts, strict=False):
            for g, to in zip(self.others, self.starts, strict=False):
                if at <= to:
                    block = (
                        self.signs[f]
                        * self.signs[g]
                        * self._table(self.cells.codes[f], sizes[f], (self.cells.codes[g], sizes[g]), spread)
                    )
                    rest[at : at + sizes[f], to : to + sizes[g]] = block
                    rest[to : to + sizes[g], at : at + sizes[f]] = block.T
            for k, row in enumerate(mixed):
                block = -self.signs[f] * self._table(
                    self.cells.codes[f], sizes[f], (self.cells.group, self.groups), row
                )
                columns = self.starts[-1] + np.arange(self.groups) * self.width + k
                rest[at : at + sizes[f], columns] = block
                rest[columns, at : at + sizes[f]] = block.T
        self._steps(rest, found)
        return rest

    def _steps(self, rest: Floats, found: Curves) -> None:
        """Cov(x >= k, x >= l) = P(x >= max) - P(x >= k) P(x >= l), within a group."""
        above, weight = found.at_least, self.cells.weight
        first = self.starts[-1] + np.arange(self.groups) * self.width
        for k in range(self.width):
            for m in range(k, self.width):
                each = above[m] - above[m] * above[k]
                total = self._by_group(each, weight)
                rest[first + k, first + m] = rest[first + m, first + k] = total

    def _by_group(self, each: Floats, weight: Floats) -> Floats:
        if self.groups == 1:
            return np.array([each @ weight])
        return added(self.cells.group, each * weight, self.groups)

    @staticmethod
    def _table(rows: Codes, n_rows: int, columns: tuple[Codes, int], per_cell: Floats) -> Floats:
        place = rows * columns[1] + columns[0]
        return added(place, per_cell, n_rows * columns[1]).reshape(n_rows, columns[1])


def pairs_of(own: Codes, column: Codes, start: int) -> Pairs:
    """The pairs that occur, columns numbered from `start`."""
    place, n = joint_codes(own, column)
    first = np.zeros(n, np.int64)
    first[place] = np.arange(place.size)
    return Pairs(place, own[first], column[first] + start)
