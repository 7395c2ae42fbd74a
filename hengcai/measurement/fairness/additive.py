"""What additive measures of elements and groups leave over: interactions, with their tests."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import special

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.facets.fitting import FacetsFit
from hengcai.measurement.fairness.combinations import FittedFacet
from hengcai.measurement.linking import coded_linking
from hengcai.measurement.quantiles import check_confidence
from hengcai.measurement.results import Estimate

Flags = npt.NDArray[np.bool_]
NOTHING = 1e-6
CHUNK = 64


@dataclass(frozen=True)
class OneTested:
    """One difference with its t test; None where there is none."""

    value: float
    half: float | None
    se: float | None
    t: float | None
    p: float | None

    def estimate(self, n: int, method: str) -> Estimate:
        if self.half is None:
            return Estimate(self.value, None, None, None, n, method, ("too_few_persons",))
        return Estimate(self.value, self.value - self.half, self.value + self.half, self.se, n, method)


@dataclass(frozen=True)
class Tested:
    """Differences, half-widths, errors, t and p; NaN where there is none."""

    value: Floats
    half: Floats
    se: Floats
    t: Floats
    p: Floats

    def row(self, place: int) -> OneTested:
        numbers = (float(column[place]) for column in (self.half, self.se, self.t, self.p))
        return OneTested(float(self.value[place]), *(one if np.isfinite(one) else None for one in numbers))


@dataclass(frozen=True)
class Interactions:
    """One entry for each pair of element and group in the joint fit; `unlinked` groups hold elements nobody compares."""

    fitted: FittedFacet
    element: Codes
    group: Codes
    usable: Flags
    linked: Flags
    unlinked: tuple[int, ...]
    confidence: float

    @cached_property
    def n(self) -> Codes:
        return self.fitted.fit.cells.n_rows[self.fitted.facet]

    @cached_property
    def known(self) -> Flags:
        """Pairs whose bias the design tells: one of an element seen in one group alone is nobody's to know."""
        return np.asarray(self.usable & (np.abs(self._left_over).max(axis=1, initial=0) > NOTHING), bool)

    def reason(self, place: int) -> str | None:
        """Why a pair has no bias."""
        if self.known[place]:
            return None
        if not self.linked[place]:
            return "not_linked"
        return "nothing_to_compare" if self.usable[place] else "extreme"

    def biases(self) -> Tested:
        return self._tested(np.flatnonzero(self.known), None, self.known.size)

    def differences(self, pairs: Sequence[tuple[int, int]]) -> Tested:
        first, second = (np.array([pair[place] for pair in pairs], np.int64) for place in (0, 1))
        return self._tested(first, second, len(pairs))

    @cached_property
    def _left_over(self) -> Floats:
        """I - D D+ over usable pairs, D the elements' and the groups' columns; 0 elsewhere."""
        found = np.zeros((self.usable.size, self.usable.size))
        places = np.flatnonzero(self.usable)
        element, group = self.element[places], self.group[places]
        design = np.hstack([element[:, None] == np.unique(element), group[:, None] == np.unique(group)]).astype(float)
        found[np.ix_(places, places)] = np.eye(places.size) - design @ np.linalg.pinv(design)
        return found

    def _tested(self, first: Codes, second: Codes | None, size: int) -> Tested:
        """Minus the measures' combination: a harder item is one on which the group is scored lower."""
        value, variance, df = (np.full(first.size, np.nan) for _ in range(3))
        measures = np.nan_to_num(self.fitted.fit.measures[self.fitted.facet])
        for start in range(0, first.size, CHUNK):
            part = slice(start, start + CHUNK)
            weights = -self._left_over[:, first[part]]
            if second is not None:
                weights = weights + self._left_over[:, second[part]]
            value[part] = self.fitted.shrinkage * (measures @ weights)
            df[part] = self._degrees(weights, self.element[first[part]])
            variance[part] = self.fitted.variances(weights, df[part])
        found = _t_test(value, variance, df, self.confidence)
        if second is not None:
            return found
        return Tested(
            *(_spread(column, first, size) for column in (found.value, found.half, found.se, found.t, found.p))
        )

    def _degrees(self, weights: Floats, element: Codes) -> Floats:
        """Welch's, from the persons behind each pair of the element at hand (Satterthwaite 1946)."""
        own = np.where(self.element[:, None] == element, weights**2, 0.0) * self._own_variance[:, None]
        return np.asarray(own.sum(axis=0) ** 2 / (own**2 / np.maximum(self._persons - 1, 1e-9)[:, None]).sum(axis=0))

    @cached_property
    def _own_variance(self) -> Floats:
        return np.where(self.usable, self.fitted.own_variances(), 0.0)

    @cached_property
    def _persons(self) -> Codes:
        return self.fitted.objects_by_element()


def interactions_of(fit: FacetsFit, facet: int, *, n_groups: int, confidence: float) -> Interactions:
    """Of a fit whose facet holds pairs, numbered element x n_groups + group."""
    pair = np.asarray(fit.cells.ids[facet], np.int64)
    element, group = pair // n_groups, pair % n_groups
    inside = fit.inside(facet)
    whole = fit.kept.cell_kept.all()
    linking = fit.linking if whole else coded_linking(fit.cells.names, fit.kept.cells.codes, fit.cells.ids)
    classes = linking.classes[facet]
    unlinked = [one for one in np.unique(group).tolist() if np.unique(classes[inside & (group == one)]).size > 1]
    linked = ~np.isin(group, unlinked)
    return Interactions(
        fitted=FittedFacet(fit, facet),
        element=element,
        group=group,
        usable=inside & linked,
        linked=linked,
        unlinked=tuple(unlinked),
        confidence=check_confidence(confidence),
    )


def _t_test(value: Floats, variance: Floats, df: Floats, confidence: float) -> Tested:
    """NaN without a degree of freedom."""
    enough = df >= 1
    se = np.where(enough, np.sqrt(np.maximum(variance, 1e-300)), np.nan)
    df = np.where(enough, df, np.nan)
    t = value / se
    half, p = special.stdtrit(df, 0.5 + confidence / 2) * se, 2 * special.stdtr(df, -np.abs(t))
    return Tested(value, np.asarray(half, np.float64), se, t, np.asarray(p, np.float64))


def _spread(values: Floats, places: Codes, size: int) -> Floats:
    found = np.full(size, np.nan)
    found[places] = values
    return found
