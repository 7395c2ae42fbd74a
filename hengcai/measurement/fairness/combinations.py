"""Errors of differences between elements of one facet, with everything else in the fit estimated too."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import linalg, sparse

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.facets.equations import Equations, Information
from hengcai.measurement.facets.fitting import FacetsFit
from hengcai.measurement.facets.joint import held_factor


@dataclass(frozen=True)
class FittedFacet:
    """One facet of a joint fit whose objects are the clusters."""

    fit: FacetsFit
    facet: int

    def variances(self, combinations: Floats, degrees: Floats) -> Floats:
        """Of each column's combination of the facet's measures; columns keep what the design leaves open at 0.

        The larger of the inverse information's c' I^-1 c and the sandwich over objects, sum of (c' I^-1 s)2 with s an
        object's score (Huber 1967; White 1982), which ratings of one person that hang together do not deceive; times
        m / (m - 1) for m objects on either side, written with their degrees of freedom 2 (m - 1). A joint fit overstates
        by L / (L - 1), L ratings an object (Wright & Douglas 1977): measures are to be multiplied by `shrinkage` f, the
        first variance is by f, the second by f2. The tests invert the whole information matrix, rating by rating.
        """
        solved = self._solved(combinations)
        model_variance = np.einsum("pk,pk->k", combinations, solved[self.facet])
        influence = np.sum([score @ one for score, one in zip(self._scores, solved, strict=True)], axis=0)
        sandwich = (influence**2).sum(axis=0) * (1 + 2 / np.maximum(degrees, 1))
        return np.asarray(np.maximum(self.shrinkage * model_variance, self.shrinkage**2 * sandwich), np.float64)

    @cached_property
    def shrinkage(self) -> float:
        ratings = float(self.fit.model.cells.weight.sum()) / int(self.fit.kept.inside[0].sum())
        return (ratings - 1) / ratings

    def objects_by_element(self) -> Codes:
        """How many objects met each element."""
        cells = self.fit.model.cells
        met = np.unique(cells.codes[self.facet] * cells.sizes[0] + cells.codes[0]) // cells.sizes[0]
        return np.bincount(met, minlength=cells.sizes[self.facet])

    def own_variances(self) -> Floats:
        """1 / information of each element, the others held."""
        cells = self.fit.model.cells
        return 1 / np.maximum(cells.totals(self.facet, cells.weight * self.fit.curves.variance), 1e-300)

    @cached_property
    def _information(self) -> Information:
        model = self.fit.model
        equations = Equations(model.cells, signs=model.signs, free=model.free, free_steps=model.free_steps)
        return equations.information(self.fit.curves)

    @cached_property
    def _factor(self) -> tuple[Floats, bool]:
        return held_factor(self._information.rest, np.zeros((0, self._information.size)))

    def _solved(self, combinations: Floats) -> list[Floats]:
        """I^-1 c by facet, thresholds last."""
        information, sizes = self._information, self.fit.model.cells.sizes
        own = np.zeros((sizes[information.absorbed], combinations.shape[1]))
        rest = np.zeros((information.size, combinations.shape[1]))
        if self.facet == information.absorbed:
            own = combinations
        else:
            start = information.starts[information.others.index(self.facet)]
            rest[start : start + sizes[self.facet]] = combinations
        inverse = information.inverse_own[:, None]
        found = np.asarray(linalg.cho_solve(self._factor, rest - information.cross.T @ (inverse * own)))
        parts = np.split(found, information.starts[1:])
        steps = parts.pop()
        parts.insert(information.absorbed, inverse * (own - information.cross @ found))
        return [*parts, steps]

    @cached_property
    def _scores(self) -> list[sparse.csr_matrix]:
        """Score contributions of each object to each element's measure, facet by facet, and to the thresholds."""
        model, cells = self.fit.model, self.fit.model.cells
        left = model.score - cells.weight * self.fit.curves.expected
        scores = [
            self._summed(sign * left, cells.codes[0], (code, size))
            for sign, code, size in zip(model.signs, cells.codes, cells.sizes, strict=True)
        ]
        groups, width = model.free_steps.shape
        reached = np.cumsum(model.counts[::-1], axis=0)[::-1][1:]
        less = cells.weight * np.stack(self.fit.curves.at_least) - reached
        column = cells.group * width + np.arange(width)[:, None]
        owner = np.tile(cells.codes[0], width)
        return [*scores, self._summed(less.ravel(), owner, (column.ravel(), groups * width))]

    def _summed(self, values: Floats, owner: Codes, columns: tuple[Codes, int]) -> sparse.csr_matrix:
        return sparse.csr_matrix((values, (owner, columns[0])), shape=(self.fit.model.cells.sizes[0], columns[1]))
