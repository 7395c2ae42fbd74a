"""How many contacts to draw for the precision wanted."""

import math
from collections.abc import Mapping

from hengcai.measurement.errors import NotATable, OutOfRange
from hengcai.measurement.quantiles import two_sided_t, two_sided_z


def sample_size_for_share(
    *, half_width: float, share: float = 0.5, population: int | None = None, confidence: float = 0.95
) -> int:
    """n = n0 N / (n0 + N - 1), n0 = z^2 p(1-p)/d^2.

    Source: Cochran 1977, formula 4.2; reproduces the table of Krejcie & Morgan 1970: 80 of 100, 278 of 1,000,
    357 of 5,000, 384 of 1,000,000.
    """
    _check(half_width=half_width, share=share)
    if share >= 1:
        raise OutOfRange("plan.share", share=share)
    wanted = two_sided_z(confidence) ** 2 * share * (1 - share) / half_width**2
    return _whole(wanted if population is None else wanted * population / (wanted + _units(population) - 1), population)


def sample_size_for_mean(
    *, half_width: float, sd: float, population: int | None = None, confidence: float = 0.95
) -> int:
    """The smallest n whose t interval t(n-1) s sqrt((1-n/N)/n) is at most the half-width wanted.

    Source: Cochran 1977, section 4.6, with t instead of z. sd 1 and half-width .5 need 18.
    """
    _check(half_width=half_width, sd=sd)
    most = math.inf if population is None else _units(population)
    by_z = (two_sided_z(confidence) * sd / half_width) ** 2
    n = max(2, math.floor(by_z / (1 + by_z / most)))
    while n < most and two_sided_t(confidence, n - 1) * sd * math.sqrt((1 - n / most) / n) > half_width:
        n += 1
    return int(min(n, most))


def neyman_allocation(sizes: Mapping[str, int], *, sds: Mapping[str, float], n: int, least: int = 2) -> dict[str, int]:
    """n_h proportional to N_h S_h, at least `least` and at most N_h each, the parts adding up to n.

    Source: Neyman 1934; Cochran 1977, section 5.5. Whole numbers by the largest remaining need (Wright 2012).
    """
    if set(sizes) != set(sds):
        raise NotATable("plan.strata_differ", sizes=sorted(sizes), sds=sorted(sds))
    if any(_units(size) < 1 for size in sizes.values()) or any(not sd >= 0 for sd in sds.values()):
        raise OutOfRange("plan.strata", sizes=dict(sizes), sds=dict(sds))
    parts = {name: min(least, size) for name, size in sizes.items()}
    if not sum(parts.values()) <= n <= sum(sizes.values()):
        raise OutOfRange("plan.total", n=n, least=sum(parts.values()), most=sum(sizes.values()))
    for _ in range(n - sum(parts.values())):
        open_parts = [name for name in parts if parts[name] < sizes[name]]
        neediest = max(
            open_parts, key=lambda name: sizes[name] * sds[name] / math.sqrt(parts[name] * (parts[name] + 1))
        )
        parts[neediest] += 1
    return parts


def _check(**numbers: float) -> None:
    for name, value in numbers.items():
        if not (math.isfinite(value) and value > 0):
            raise OutOfRange("plan.not_positive", name=name, value=value)


def _units(population: int) -> int:
    if population < 1:
        raise OutOfRange("plan.population", population=population)
    return population


def _whole(wanted: float, population: int | None) -> int:
    n = max(1, math.ceil(wanted - 1e-9))
    return n if population is None else min(n, population)
