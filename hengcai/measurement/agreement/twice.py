"""Two raters of the same contacts, light enough for any page: no NumPy. The whole of agreement stands in the modules beside."""

import math
from collections.abc import Sequence

from hengcai.measurement.clusters import clustered_mean, moved
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.intervals import wilson_bounds
from hengcai.measurement.quantiles import two_sided_t, two_sided_z
from hengcai.measurement.results import Estimate, unknown

Pair = tuple[float, float]
METHOD = "Krippendorff alpha, interval, two raters, jackknife over units"
FEWEST = 3  # units; from two a jackknife knows nothing


def exact_share(units: Sequence[tuple[int, int]], *, confidence: float = 0.95) -> Estimate:
    """Share of items marked alike: (alike, items) of each contact. Wilson's interval at the size the contacts are worth.

    Items of one contact err together, so n is p (1 - p) / se2 with contacts as clusters (Kish's effective size); where
    every contact gives the same share it is the number of contacts.
    """
    items = sum(n for _alike, n in units)
    if len(units) < 2 or not items:
        raise TooLittleData("share.too_few", n=len(units), needed=2)
    found = clustered_mean(moved({}, {place: (float(a), float(n)) for place, (a, n) in enumerate(units)}).now)
    share = sum(alike for alike, _n in units) / items
    worth = share * (1 - share) / found.se**2 if found.se else float(len(units))
    low, high = wilson_bounds(share, min(worth, items), confidence=confidence)
    se = (high - low) / 2 / two_sided_z(confidence)
    return Estimate(share, low, high, se, len(units), "share of items alike, Wilson interval at effective size")


def alpha_of_pairs(pairs: Sequence[Pair], *, confidence: float = 0.95) -> Estimate:
    """alpha = 1 - Do/De with squared differences: Do = sum d2 / n, De over all pairs of the 2n values.

    Krippendorff 2011, example A (two observers, ten units, 0 and 1): .095. Interval: jackknife (Quenouille 1956), t.
    """
    n = len(pairs)
    if n < FEWEST:
        raise TooLittleData("alpha.too_few", n=n, needed=FEWEST)
    centre = math.fsum(a + b for a, b in pairs) / (2 * n)
    moved_pairs = [(a - centre, b - centre) for a, b in pairs]
    parts = [((a - b) ** 2, a + b, a * a + b * b) for a, b in moved_pairs]
    whole = [math.fsum(values) for values in zip(*parts, strict=True)]
    alpha = _alpha(whole, n)
    if alpha is None:
        return unknown(METHOD, n, "nothing_varies")
    left = [_alpha([total - part for total, part in zip(whole, one, strict=True)], n - 1) for one in parts]
    known = [one for one in left if one is not None]
    if len(known) < n:
        return Estimate(alpha, None, None, None, n, METHOD, ("constant_resamples",))
    middle = math.fsum(known) / n
    se = math.sqrt((n - 1) / n * math.fsum((one - middle) ** 2 for one in known))
    half = two_sided_t(confidence, n - 1) * se
    return Estimate(alpha, max(-1.0, alpha - half), min(1.0, alpha + half), se, n, METHOD)


def _alpha(sums: Sequence[float], n: int) -> float | None:
    """From the sums of squared differences, of values and of their squares."""
    apart, total, squares = sums
    values = 2 * n
    expected = 2 * (values * squares - total * total) / (values * (values - 1))
    return 1 - apart / n / expected if expected > 0 else None
