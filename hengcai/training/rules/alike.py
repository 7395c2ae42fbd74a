"""An interval for a mean of answers that are all alike, where spread tells nothing."""

from hengcai.measurement.results import Estimate

UNSEEN = 0.05


def all_alike(value: float, n: int, *, lowest: float, highest: float) -> Estimate:
    """Of others at most a share of 1 - .05^(1/n) can have gone unseen (the exact upper limit of a share of 0 of n;
    Clopper and Pearson 1934); the mean is as far off as if they all stood at an end of the scale."""
    share = 1 - UNSEEN ** (1 / n)
    return Estimate(value, value - share * (value - lowest), value + share * (highest - value), None, n, "all alike")
