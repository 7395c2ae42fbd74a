"""Small groups stay hidden, and nothing that is shown undoes it: neither a total less the groups shown, nor one breakdown
held against another."""

from collections.abc import Iterable, Mapping, Sequence

THRESHOLD = 5
SURE = 1 - 1e-6
Atoms = Mapping[tuple[str, ...], int]  # who stands where in each breakdown → how many of them answered
Hidden = list[set[str]]  # for each breakdown the groups that are not shown


def hidden_within(sizes: Mapping[str, int], threshold: int = THRESHOLD) -> set[str]:
    """Groups under the threshold, and as many of the smallest others as it takes that all hidden ones together are not
    under it: what is missing from the total is then never the answers of a few."""
    hidden = {group for group, n in sizes.items() if n < threshold}
    while 0 < sum(sizes[group] for group in hidden) < threshold:
        rest = [group for group in sizes if group not in hidden]
        if not rest:
            break
        hidden.add(_smallest(rest, sizes))
    return hidden


def hidden_among(atoms: Atoms, threshold: int = THRESHOLD) -> Hidden:
    """As `hidden_within` in every breakdown, then one group more as long as breakdowns together give a few people away."""
    some = {atom: n for atom, n in atoms.items() if n}
    width = len(next(iter(atoms), ()))
    sizes = [_sizes(atoms, place) for place in range(width)]
    hidden = [hidden_within(one, threshold) for one in sizes]
    while gives_away(some, hidden, threshold):
        rest = [
            (n, place, group)
            for place in range(width)
            for group, n in sizes[place].items()
            if group not in hidden[place]
        ]
        if not rest:
            break
        _n, place, group = min(rest)
        hidden[place].add(group)
        shown = {one: n for one, n in sizes[place].items() if one not in hidden[place]}
        if sum(sizes[place].values()) - sum(shown.values()) < threshold and shown:
            hidden[place].add(_smallest(shown, sizes[place]))
    return hidden


def gives_away(atoms: Atoms, hidden: Sequence[set[str]], threshold: int = THRESHOLD) -> bool:
    """Whether sums and differences of what is shown, the total among it, come out as the answers of fewer people than
    the threshold: one group inside another, or one or two of the smallest parts solved for."""
    shown = _shown(atoms, hidden)
    return _nested(shown, atoms, threshold) or _solved(shown, atoms, threshold)


def _shown(atoms: Atoms, hidden: Sequence[set[str]]) -> list[frozenset[tuple[str, ...]]]:
    found = {frozenset(atoms)}
    for place, some in enumerate(hidden):
        groups = {atom[place] for atom in atoms} - some
        found |= {frozenset(atom for atom in atoms if atom[place] == group) for group in groups}
    return sorted(found, key=len)


def _nested(shown: Sequence[frozenset[tuple[str, ...]]], atoms: Atoms, threshold: int) -> bool:
    for place, inner in enumerate(shown):
        for outer in shown[place + 1 :]:
            if inner < outer and sum(atoms[one] for one in outer - inner) < threshold:
                return True
    return False


def _solved(shown: Sequence[frozenset[tuple[str, ...]]], atoms: Atoms, threshold: int) -> bool:
    """A part can be solved for exactly when it lies in the span of what is shown: then its projection keeps its length."""
    import numpy as np

    order = sorted(atoms)
    small = [place for place, atom in enumerate(order) if atoms[atom] < threshold]
    if not small:
        return False
    matrix = np.array([[float(atom in one) for atom in order] for one in shown])
    _left, strengths, basis = np.linalg.svd(matrix, full_matrices=False)
    rows = basis[strengths > 1e-9 * max(strengths[0], 1.0)]
    products = rows[:, small].T @ rows[:, small]
    lengths = products.diagonal()
    if bool((lengths > SURE).any()):
        return True
    sizes = np.array([atoms[order[place]] for place in small])
    pairs = lengths[:, None] + lengths[None, :] + 2 * products
    is_few = (sizes[:, None] + sizes[None, :]) < threshold
    np.fill_diagonal(is_few, val=False)
    return bool((pairs[is_few] > 2 * SURE).any())


def _sizes(atoms: Atoms, place: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for atom, n in atoms.items():
        found[atom[place]] = found.get(atom[place], 0) + n
    return found


def _smallest(groups: Iterable[str], sizes: Mapping[str, int]) -> str:
    return min(groups, key=lambda group: (sizes[group], group))
