"""Which elements of a sparse design can be compared, and what it takes to link the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, compact, joint_codes

LARGEST_EXACT = 2500
APART = 1e-7
ADVISED_SHARE = 0.1


@dataclass(frozen=True)
class Linking:
    """`classes` tell for each facet which of its elements have estimable differences; one class each is linked."""

    classes: tuple[Codes, ...]
    parts: tuple[Codes, ...]
    names: tuple[str, ...]
    labels: tuple[tuple[object, ...], ...]

    @property
    def linked(self) -> bool:
        return all(_count(found) == 1 for found in self.classes)

    def linked_among(self, present: Sequence[npt.NDArray[np.bool_]]) -> bool:
        """Whether those present, of elements some of which may stand in no row, are one class in each facet."""
        return all(np.unique(found[there]).size <= 1 for found, there in zip(self.classes, present, strict=True))

    @cached_property
    def subsets(self) -> tuple[dict[str, list[object]], ...]:
        """What can be compared, in order of first appearance; an element that meets several subsets is in each."""
        apart = [found[part] for found, part in zip(self.classes, self.parts, strict=True) if _count(found) > 1]
        if not apart:
            return (dict(zip(self.names, map(list, self.labels), strict=True)),)
        signature = _first_seen(joint_codes(*apart)[0])
        subsets: list[dict[str, list[object]]] = [{} for _ in range(int(signature.max()) + 1)]
        for name, part, labels in zip(self.names, self.parts, self.labels, strict=True):
            for place, element in np.unique(np.stack([signature, part], axis=1), axis=0).tolist():
                subsets[place].setdefault(name, []).append(labels[element])
        return tuple(subsets)

    @property
    def fewest_double_scores(self) -> int:
        """One contact scored by a rater of each of two subsets joins them: subsets - 1."""
        return len(self.subsets) - 1

    def advised_double_scores(self, n_contacts: int) -> int:
        """A tenth of the contacts, drawn at random: at that share corrected ranks come within .01 of known severities."""
        return max(self.fewest_double_scores, int(np.ceil(ADVISED_SHARE * n_contacts))) if not self.linked else 0


def linking(facets: Mapping[str, Column]) -> Linking:
    """Codes the columns of a design and finds its linked classes."""
    check_lengths(**facets)
    coded = [codes(column) for column in facets.values()]
    return coded_linking(tuple(facets), [part for part, _ in coded], [tuple(labels) for _, labels in coded])


def coded_linking(names: Sequence[str], parts: Sequence[Codes], labels: Sequence[tuple[object, ...]]) -> Linking:
    """Linked classes of coded facets.

    Two elements of a facet are comparable when their difference is estimable in the additive model: no shift that
    leaves every rating as it is moves them apart (Searle 1971, ch. 5). Rows that agree in all other facets, up to
    classes already joined, join two elements at once (Weeks & Williams 1964); what remains goes to linear algebra.
    For two facets this is the connectedness of the bipartite graph. A Latin square is linked although no two of its
    rows agree in two facets, which the test shows the algebra to find.
    """
    sizes = [len(found) for found in labels]
    classes = _joined_by_rows(parts, sizes)
    if any(_count(found) > 1 for found in classes):
        classes = _joined_by_algebra(parts, classes)
    return Linking(tuple(classes), tuple(parts), tuple(names), tuple(labels))


def _joined_by_rows(parts: Sequence[Codes], sizes: Sequence[int]) -> list[Codes]:
    classes = [np.arange(size) for size in sizes]
    order = sorted(range(len(parts)), key=lambda facet: -sizes[facet])
    while True:
        before = [_count(found) for found in classes]
        for facet in order:
            if _count(classes[facet]) > 1:
                classes[facet] = _joined(facet, parts, classes)
        if [_count(found) for found in classes] == before:
            return classes


def _joined(facet: int, parts: Sequence[Codes], classes: Sequence[Codes]) -> Codes:
    """Classes of one facet after joining those that meet the same classes of all others."""
    others = [found[part] for g, (found, part) in enumerate(zip(classes, parts, strict=True)) if g != facet]
    own = classes[facet][parts[facet]]
    key, n_keys = joint_codes(*others) if others else (np.zeros_like(own), 1)
    n = _count(classes[facet])
    edges = sparse.coo_matrix((np.ones(own.size, bool), (own, n + key)), shape=(n + n_keys, n + n_keys))
    _, component = connected_components(edges, directed=False)
    return np.asarray(compact(component[:n].astype(np.int64))[0][classes[facet]])


def _joined_by_algebra(parts: Sequence[Codes], classes: list[Codes]) -> list[Codes]:
    """Shifts that change no rating are the null space of the design over classes; equal entries are comparable."""
    apart = [facet for facet, found in enumerate(classes) if _count(found) > 1]
    sizes = [_count(classes[facet]) for facet in apart]
    if sum(sizes) + 1 > LARGEST_EXACT:
        return classes
    rows = np.unique(np.stack([classes[facet][parts[facet]] for facet in apart], axis=1), axis=0)
    shifts = _null_space(rows, sizes)
    joined = list(classes)
    for facet, start in zip(apart, np.cumsum([0, *sizes]), strict=False):
        joined[facet] = _equal(shifts[start : start + _count(classes[facet])])[classes[facet]]
    return joined


def _null_space(rows: Codes, sizes: Sequence[int]) -> Floats:
    """One random combination of the null vectors tells unequal entries apart with probability one."""
    starts = np.cumsum([0, *sizes])[:-1]
    columns = np.hstack([rows + starts, np.full((len(rows), 1), sum(sizes))])
    places = np.repeat(np.arange(len(rows)), columns.shape[1])
    design = sparse.csr_matrix((np.ones(columns.size), (places, columns.ravel())))
    values, vectors = np.linalg.eigh((design.T @ design).toarray())
    null = vectors[:, values < 1e-9 * max(1.0, values[-1])]
    return np.asarray(null @ np.random.default_rng(20261122).standard_normal(null.shape[1]))


def _equal(shifts: Floats) -> Codes:
    order = np.argsort(shifts, kind="stable")
    steps = np.concatenate([[0], np.cumsum(np.diff(shifts[order]) > APART)])
    found = np.empty(shifts.size, np.int64)
    found[order] = steps
    return found


def _first_seen(coded: Codes) -> Codes:
    """The same classes, numbered in the order in which rows show them."""
    _, first, inverse = np.unique(coded, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse.ravel()]


def _count(found: Codes) -> int:
    return int(found.max(initial=-1)) + 1
