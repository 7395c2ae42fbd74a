"""The veil over one question that not everybody answered: its own numbers hide more groups, never fewer, and nothing shown
beside it gives them away."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hengcai.assessment.rules.veil import SURE, THRESHOLD, Atoms, Hidden

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[Any]

Sizes = Sequence[Mapping[str, int]]  # for each breakdown the groups and how many of each answered this question
Part = frozenset[tuple[str, ...]]
CLOSE = 1e-6


def hidden_in_question(atoms: Atoms, sizes: Sizes, fixed: Sequence[set[str]], threshold: int = THRESHOLD) -> Hidden:
    """`atoms`: who answered the survey at all; `fixed`: what it hides in every question."""
    some = {atom: n for atom, n in atoms.items() if n}
    hidden = [_within(one, set(kept), threshold) for one, kept in zip(sizes, fixed, strict=True)]
    while some and question_gives_away(some, sizes, hidden, threshold):
        rest = [
            (n, place, group)
            for place, one in enumerate(sizes)
            for group, n in one.items()
            if group not in hidden[place]
        ]
        if not rest:
            break
        _n, place, group = min(rest)
        hidden[place] = _within(sizes[place], hidden[place] | {group}, threshold)
    return hidden


def _within(sizes: Mapping[str, int], fixed: set[str], threshold: int) -> set[str]:
    """Small ones, and the smallest others until all that is hidden together is no few."""
    hidden = (fixed & set(sizes)) | {group for group, n in sizes.items() if n < threshold}
    rest = sorted((group for group in sizes if group not in hidden), key=lambda group: (sizes[group], group))
    while rest and 0 < sum(sizes[group] for group in hidden) < threshold:
        hidden.add(rest.pop(0))
    return hidden


def question_gives_away(atoms: Atoms, sizes: Sizes, hidden: Sequence[set[str]], threshold: int = THRESHOLD) -> bool:
    """Whether what is shown, the total among it, adds up to the answers of one to four people anywhere."""
    shown = _shown(atoms, sizes, hidden)
    return _nested(shown, threshold) or _solved(atoms, shown, threshold)


def _shown(atoms: Atoms, sizes: Sizes, hidden: Sequence[set[str]]) -> list[tuple[Part, int]]:
    found = {frozenset(atoms): sum(sizes[0].values())} if sizes else {}
    for place, one in enumerate(sizes):
        for group in set(one) - hidden[place]:
            found[frozenset(atom for atom in atoms if atom[place] == group)] = one[group]
    return sorted(found.items(), key=lambda pair: len(pair[0]))


def _nested(shown: Sequence[tuple[Part, int]], threshold: int) -> bool:
    for place, (inner, n) in enumerate(shown):
        for outer, more in shown[place + 1 :]:
            if inner < outer and 0 < more - n < threshold:
                return True
    return False


def _solved(atoms: Atoms, shown: Sequence[tuple[Part, int]], threshold: int) -> bool:
    """A part, or two together, in the span of what is shown has one number in every solution, so the shortest has it too."""
    import numpy as np

    order = sorted(atoms)
    matrix = np.array([[float(atom in part) for atom in order] for part, _n in shown])
    left, strengths, basis = np.linalg.svd(matrix, full_matrices=False)
    kept = strengths > 1e-9 * max(strengths[0], 1.0)
    rows = basis[kept]
    answers: Vector = rows.T @ ((left[:, kept].T @ np.array([float(n) for _part, n in shown])) / strengths[kept])
    lengths = (rows**2).sum(axis=0)
    if bool((_is_few(answers, threshold) & (lengths > SURE)).any()):
        return True
    pairs = lengths[:, None] + lengths[None, :] + 2 * (rows.T @ rows)
    both = _is_few(answers[:, None] + answers[None, :], threshold)
    np.fill_diagonal(both, val=False)
    return bool((both & (pairs > 2 * SURE)).any())


def _is_few(counts: "Vector", threshold: int) -> "Vector":
    return (counts > CLOSE) & (counts < threshold - CLOSE)
