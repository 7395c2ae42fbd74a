"""People who give each other the highest mark they give, more than each one's own marks would bring about."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Floats

DRAWS = 999


@dataclass(frozen=True)
class Ring:
    """`people` whose mutual marks, both ways highest, hang together; `chance` of just these, `anywhere` of one as
    unlikely among all who rated each other."""

    people: tuple[int, ...]
    pairs: int
    chance: float
    anywhere: float


@dataclass(frozen=True)
class Mutual:
    """`pairs` in which both gave the other their highest, of `looked_at` in which both rated; `expected` by chance."""

    looked_at: int
    pairs: int
    expected: float
    chance: float
    rings: Sequence[Ring]


def mutual_tops(raters: Sequence[int], rated: Sequence[int], levels: Sequence[float], *, seed: int) -> Mutual:
    """Within each rater the marks are dealt anew among the people rated: the rater's leniency stays as it is.

    A ring's chance is exact: for a rater who gave t highest marks among n, k of them to the ring, C(n-k, t-k)/C(n, t),
    multiplied over its raters, whose deals do not depend on each other. `anywhere` is the share of whole deals whose
    least likely ring is as unlikely: the step of Westfall & Young 1993 for many looks at once.
    """
    edges = _edges(raters, rated, levels)
    if not edges.back.size:
        return Mutual(0, 0, 0.0, 1.0, [])
    dice = np.random.default_rng(seed)
    dealt = [edges.tops[_deal(edges, dice)] for _draw in range(DRAWS)]
    counts = np.array([_both(edges, tops).sum() for tops in dealt])
    least = np.array([min((p for _people, _pairs, p in _rings(edges, tops)), default=1.0) for tops in dealt])
    pairs = int(_both(edges, edges.tops).sum())
    rings = [
        Ring(people, n, p, float((1 + (least <= p * (1 + 1e-9)).sum()) / (1 + DRAWS)))
        for people, n, p in _rings(edges, edges.tops)
    ]
    chance = float((1 + (counts >= pairs).sum()) / (1 + DRAWS))
    return Mutual(edges.back.shape[0], pairs, _expected(edges), chance, sorted(rings, key=lambda ring: ring.chance))


@dataclass(frozen=True, eq=False)
class _Edges:
    """Every mark, sorted by rater; `back` the two places of each pair that rated each other."""

    rater: Codes
    rated: Codes
    tops: Codes  # 1 where it is the rater's highest
    start: Codes  # of each mark's rater: first place, number of marks, number of highest
    n: Codes
    t: Codes
    back: Codes


def _edges(raters: Sequence[int], rated: Sequence[int], levels: Sequence[float]) -> _Edges:
    giver, taker, level = np.asarray(raters, np.int64), np.asarray(rated, np.int64), np.asarray(levels, np.float64)
    order = np.lexsort((taker, giver))
    order = order[_answered(giver, taker)[order]]
    giver, taker, level = giver[order], taker[order], level[order]
    _known, start, place, n = np.unique(giver, return_index=True, return_inverse=True, return_counts=True)
    highest = np.full(n.size, -np.inf)
    np.maximum.at(highest, place, level)
    tops = (level >= highest[place]).astype(np.int64)
    t = np.bincount(place, weights=tops, minlength=n.size).astype(np.int64)
    return _Edges(giver, taker, tops, start[place], n[place], t[place], _back(giver, taker))


def _answered(giver: Codes, taker: Codes) -> npt.NDArray[np.bool_]:
    """Marks of raters whom somebody they rated has rated too; no other deal can make a pair."""
    size = int(max(giver.max(initial=0), taker.max(initial=0))) + 1
    is_back = np.isin(giver * size + taker, taker * size + giver)
    return np.isin(giver, giver[is_back])


def _back(giver: Codes, taker: Codes) -> Codes:
    place_of = {pair: place for place, pair in enumerate(zip(giver.tolist(), taker.tolist(), strict=True))}
    found = [(place, place_of[b, a]) for (a, b), place in place_of.items() if a < b and (b, a) in place_of]
    return np.array(found, np.int64).reshape(-1, 2)


def _deal(edges: _Edges, dice: np.random.Generator) -> Codes:
    """Places shuffled within each rater."""
    return np.lexsort((dice.random(edges.rater.size), edges.start))


def _both(edges: _Edges, tops: Codes) -> Floats:
    return np.asarray(tops[edges.back[:, 0]] & tops[edges.back[:, 1]])


def _expected(edges: _Edges) -> float:
    share = edges.t / edges.n
    return float((share[edges.back[:, 0]] * share[edges.back[:, 1]]).sum())


def _rings(edges: _Edges, tops: Codes) -> list[tuple[tuple[int, ...], int, float]]:
    """People, pairs and chance of each set that hangs together by pairs both of whose marks are highest."""
    both = edges.back[_both(edges, tops).astype(bool)]
    if not both.size:
        return []
    joined = _joined([(int(edges.rater[a]), int(edges.rated[a])) for a, _b in both.tolist()])
    given: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    pairs: dict[int, int] = defaultdict(int)
    for places in both.tolist():
        root = joined[int(edges.rater[places[0]])]
        pairs[root] += 1
        for place in places:
            one = given[root][int(edges.rater[place])]
            one[0], one[1], one[2] = int(edges.n[place]), int(edges.t[place]), one[2] + 1
    return [(tuple(sorted(some)), pairs[root], _chance(some)) for root, some in given.items()]


def _chance(some: Mapping[int, Sequence[int]]) -> float:
    found = 1.0
    for n, t, k in some.values():
        found *= comb(n - k, t - k) / comb(n, t)
    return found


def _joined(pairs: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Each member → the one that stands for all who hang together."""
    root: dict[int, int] = {}

    def of(one: int) -> int:
        while root.setdefault(one, one) != one:
            one = root[one]
        return one

    for a, b in pairs:
        first, second = sorted((of(a), of(b)))
        root[second] = first
    return {one: of(one) for one in list(root)}
