"""Profiles that come together: a rater who always scores every item makes one bundle, not one profile for each."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.facets.cells import Cells, added

WORTH_IT = 2  # cells for each bundle an object met, meetings for each kind of bundle
SAME = 1e-12


@dataclass(frozen=True)
class Bundles:
    """The weights of objects by profile as a product: objects by bundle, each meeting once, and bundles by profile.

    `cell` is one cell of each meeting; `varying` the facet that differs within a bundle, None where none does.
    """

    owner: Codes
    kind: Codes
    weight: Floats
    cell: Codes
    n_objects: int
    profiles: sparse.csr_matrix
    varying: int | None

    @cached_property
    def _of_object(self) -> sparse.csr_matrix:
        shape = (self.n_objects, self.profiles.shape[0])
        return sparse.csr_matrix((self.weight, (self.owner, self.kind)), shape)

    @cached_property
    def _of_bundle(self) -> sparse.csr_matrix:
        return self._of_object.T.tocsr()

    def at(self, table: Floats, of: Codes | None = None) -> Floats:
        """For each object the weighted sum of its profiles' rows; where `of` names profiles, of those only."""
        rows = self.of_bundles(table) if of is None else self.profiles[:, of] @ table[of]
        return np.asarray(self._of_object @ rows)

    def of_bundles(self, table: Floats) -> Floats:
        return np.asarray(self.profiles @ table)

    def back(self, share: Floats) -> Floats:
        """For each profile the weighted sum of its objects' rows."""
        return np.asarray(self.profiles.T @ (self._of_bundle @ share))


def bundles_of(cells: Cells, of_cell: Codes, n_profiles: int) -> Bundles:
    """Tries the facet whose elements come together most; weights that do not multiply out are left as they are."""
    best = min(_tried(cells), key=lambda one: one[2], default=None)
    found = None if best is None else _bundled(cells, of_cell, n_profiles, best)
    single = sparse.identity(n_profiles, format="csr")
    return found or Bundles(
        cells.codes[0], of_cell, cells.weight, np.arange(cells.n_cells), cells.sizes[0], single, None
    )


def _tried(cells: Cells) -> list[tuple[int, Codes, int]]:
    """Facets of few elements, each with a code for every object and combination of the others, and how many occur."""
    facets = range(1, len(cells.sizes)) if len(cells.sizes) > 2 else ()
    few = [facet for facet in facets if cells.sizes[facet] * cells.sizes[0] <= WORTH_IT * cells.n_cells]
    found = [(facet, *joint_codes(cells.codes[0], *_others(cells, facet))) for facet in few]
    return [one for one in found if one[2] * WORTH_IT <= cells.n_cells]


def _others(cells: Cells, facet: int) -> list[Codes]:
    return [code for place, code in enumerate(cells.codes) if place not in (0, facet)]


def _bundled(cells: Cells, of_cell: Codes, n_profiles: int, tried: tuple[int, Codes, int]) -> Bundles | None:
    """Meetings are of one kind where the other facets are the same and the profiles' shares of the weight too."""
    facet, meeting, n = tried
    code, total = cells.codes[facet], added(meeting, cells.weight, n)
    share = cells.weight / total[meeting]
    mark = added(meeting, share * np.sqrt(2.0 + code), n)
    cell = np.zeros(n, np.int64)
    cell[meeting] = np.arange(meeting.size)
    alike = np.unique(mark, return_inverse=True)[1].ravel()
    kind, n_kinds = joint_codes(*(other[cell] for other in _others(cells, facet)), alike)
    if n_kinds * WORTH_IT > n:
        return None
    model = np.zeros(n_kinds, np.int64)
    model[kind] = np.arange(n)
    rows = np.flatnonzero(model[kind[meeting]] == meeting)
    table = np.zeros((n_kinds, cells.sizes[facet]))
    table[kind[meeting[rows]], code[rows]] = share[rows]
    sizes = np.bincount(meeting, minlength=n)
    if (np.abs(table[kind[meeting], code] - share) > SAME).any() or (sizes != sizes[model[kind]]).any():
        return None
    profiles = sparse.csr_matrix((share[rows], (kind[meeting[rows]], of_cell[rows])), (n_kinds, n_profiles))
    return Bundles(cells.codes[0][cell], kind, total, cell, cells.sizes[0], profiles, facet)
