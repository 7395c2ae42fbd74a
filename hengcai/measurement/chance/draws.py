"""A figure of some members of a pool against the same figure of as many members taken at random."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import OutOfRange, TooLittleData

COUNTED = 20_000  # ways that are all gone through; of more, as many are drawn
ROUNDING = 1e-9
_AT_ONCE = 1_000_000


@dataclass(frozen=True, eq=False)
class Null:
    """The figure in every way there is (`is_exact`), or in as many as were drawn; sorted."""

    values: Floats
    is_exact: bool

    def at_most(self, observed: float) -> float:
        """P(T <= observed). Of drawn ways (1 + b)/(1 + m), so that it is never 0 (Phipson & Smyth 2010)."""
        return self._share(int(np.searchsorted(self.values, observed + _slack(observed), side="right")))

    def at_least(self, observed: float) -> float:
        below = int(np.searchsorted(self.values, observed - _slack(observed), side="left"))
        return self._share(self.values.size - below)

    def beyond(self, observed: float, *, centre: float) -> float:
        """As far from the centre as observed, or farther, on either side."""
        apart = abs(observed - centre) - _slack(observed)
        return self._share(int((np.abs(self.values - centre) >= apart).sum()))

    def _share(self, count: int) -> float:
        if self.is_exact:
            return count / self.values.size
        return (1 + count) / (1 + self.values.size)


def null_of_means(pool: Floats, n: int, *, seed: int, draws: int = COUNTED) -> Null:
    """Means of n of the pool, without putting back (Fisher 1935, ch. 3; Pitman 1937)."""
    return _null(pool, n, lambda part: part.mean(axis=1), seed=seed, draws=draws)


def null_of_variances(pool: Floats, n: int, *, seed: int, draws: int = COUNTED) -> Null:
    """Variances, divisor n - 1, of n of the pool, without putting back."""
    if n < 2:
        raise TooLittleData("chance.too_few", n=n, needed=2)
    return _null(pool, n, lambda part: part.var(axis=1, ddof=1), seed=seed, draws=draws)


def _null(pool: Floats, n: int, figure: Callable[[Floats], Floats], *, seed: int, draws: int) -> Null:
    if not 1 <= n <= pool.size:
        raise OutOfRange("chance.subset_size", n=n, size=int(pool.size))
    ways = comb(pool.size, n)
    if ways <= max(COUNTED, draws):
        chosen = np.fromiter(_flat(pool.size, n), np.int64, count=ways * n).reshape(ways, n)
        return Null(np.sort(figure(pool[chosen])), is_exact=True)
    dice = np.random.default_rng([seed, n])
    found: list[Floats] = []
    while sum(part.size for part in found) < draws:
        found.append(figure(_disjoint(pool, n, draws, dice)))
    return Null(np.sort(np.concatenate(found)[:draws]), is_exact=False)


def _flat(size: int, n: int) -> Iterable[int]:
    return (one for chosen in combinations(range(size), n) for one in chosen)


def _disjoint(pool: Floats, n: int, draws: int, dice: np.random.Generator) -> Floats:
    """A shuffled pool cut into parts of n: every part is a random one."""
    parts = pool.size // n
    rounds = min(-(-draws // parts), max(1, _AT_ONCE // pool.size))
    shuffled = dice.permuted(np.tile(pool, (rounds, 1)), axis=1)
    return np.asarray(shuffled[:, : parts * n].reshape(rounds * parts, n))


def _slack(observed: float) -> float:
    """What is equal but for rounding is equal."""
    return ROUNDING * max(1.0, abs(observed))
