"""How often raters give the very same rating, and how often the model says they would."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.errors import OutOfRange
from hengcai.measurement.facets.cells import added
from hengcai.measurement.facets.fitting import FacetsFit


@dataclass(frozen=True)
class ExactAgreement:
    """By element of the raters' facet: pairs with another rater, those that agree, those expected to."""

    opportunities: Floats
    observed: Floats
    expected: Floats

    @property
    def totals(self) -> tuple[float, float, float]:
        """Each pair counted once."""
        return tuple(float(part.sum()) / 2 for part in (self.opportunities, self.observed, self.expected))  # type: ignore[return-value]

    @property
    def kappa(self) -> float | None:
        """(observed - expected) / (all - expected): about 0 where raters rate as the model says, independently."""
        pairs, observed, expected = self.totals
        return (observed - expected) / (pairs - expected) if pairs > expected else None

    def shares(self) -> tuple[Floats, Floats]:
        """Observed and expected by rater, NaN for one who never shared anything."""
        with np.errstate(invalid="ignore"):
            return self.observed / self.opportunities, self.expected / self.opportunities


@dataclass(frozen=True)
class _Given:
    """Ratings of one rater under one set of circumstances: how many in each category, and how likely each is."""

    rater: Codes
    circumstance: Codes
    counts: Floats
    share: Floats


def exact_agreement(fit: FacetsFit, raters: str) -> ExactAgreement:
    """Pairs of ratings by different raters under the same other elements (and of the same contact, where named).

    Expected: sum over pairs of sum_k P_ik P_jk. Linacre, FACETS manual, table 7, `Inter-rater agreement
    opportunities`; kappa after his `Rasch-kappa`. The test counts pair by pair.
    """
    names = fit.cells.names
    if raters not in names[1:]:
        raise OutOfRange("facets.unknown_raters", facet=raters)
    facet = names.index(raters)
    given = _given(fit, facet)
    size, place = fit.cells.sizes[facet], given.circumstance
    n = given.counts.sum(axis=0)
    met = added(place, n, int(place.max(initial=-1)) + 1)
    opportunities, observed, expected = n * (met[place] - n), np.zeros(n.size), np.zeros(n.size)
    for counts, share in zip(given.counts, given.share, strict=True):
        observed += counts * (added(place, counts, met.size)[place] - counts)
        likely = n * share
        expected += likely * (added(place, likely, met.size)[place] - likely)
    return ExactAgreement(*(added(given.rater, part, size) for part in (opportunities, observed, expected)))


def _given(fit: FacetsFit, facet: int) -> _Given:
    """Rows of the fit that share their circumstances with another rater's."""
    rows, cells, kept = fit.cells.rows, fit.kept.cells, fit.kept
    inside = np.flatnonzero(kept.cell_kept[rows.cell])
    cell = (np.cumsum(kept.cell_kept) - 1)[rows.cell[inside]]
    others = [code[cell] for place, code in enumerate(cells.codes) if place != facet]
    contact = [] if rows.contact is None else [rows.contact[inside]]
    circumstance, n = joint_codes(*others, *contact)
    shared = _seen_by_several(circumstance, cells.codes[facet][cell], n)
    inside, cell, circumstance = inside[shared], cell[shared], joint_codes(circumstance[shared])[0]
    joint, n_joint = joint_codes(circumstance, cells.codes[facet][cell])
    first = np.zeros(n_joint, np.int64)
    first[joint] = np.arange(joint.size)
    steps = len(kept.counts)
    step = fit.scale.rank[cells.group[cell], rows.category[inside]]
    counts = added(step * n_joint + joint, rows.weight[inside], steps * n_joint).reshape(steps, n_joint)
    of_cell = cell[first]
    return _Given(cells.codes[facet][of_cell], circumstance[first], counts, fit.curves.share[:, of_cell])


def _seen_by_several(circumstance: Codes, rater: Codes, n: int) -> npt.NDArray[np.bool_]:
    lowest, highest = np.full(n, np.iinfo(np.int64).max), np.full(n, -1)
    np.minimum.at(lowest, circumstance, rater)
    np.maximum.at(highest, circumstance, rater)
    return np.asarray((lowest < highest)[circumstance])
