"""Variance of an estimated total by how the units were drawn."""

from typing import Literal

import numpy as np

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData

DesignName = Literal["fixed", "independent"]
ROUNDING = 1e-9
NOTHING = 1e-10


def of_fixed_size(values: Floats, probabilities: Floats, stratum: Codes) -> float:
    """Sum over strata of n/(n-1) sum (1-pi)(y/pi - A)^2, A the mean of y/pi weighted by 1-pi; certain units add 0.

    Source: Hajek 1964; exact (N^2 (1-f) s^2/n) within strata drawn at random, near for other draws of a fixed size.
    """
    total = 0.0
    for place in np.unique(stratum):
        drawn = (stratum == place) & (probabilities < 1)
        n = int(drawn.sum())
        if n == 1:
            raise TooLittleData("sample.stratum_of_one", stratum=int(place))
        if n:
            left, expanded = 1 - probabilities[drawn], values[drawn] / probabilities[drawn]
            centre = left @ expanded / left.sum()
            total += n / (n - 1) * float(left @ (expanded - centre) ** 2)
    return total


def of_independent_draws(values: Floats, probabilities: Floats) -> float:
    """sum (1-pi) y^2 / pi^2: each unit drawn or not by itself, so that their number varies too.

    Source: Sarndal, Swensson & Wretman 1992, section 3.5 (Poisson sampling). The tests reproduce R 4.2 (survey 4.1):
    also 1.9375e20 for the taxable income of the Belgian municipalities drawn by Tot04, n 60, seed 42.
    """
    return float(np.sum((1 - probabilities) * (values / probabilities) ** 2))


def of_joint_probabilities(values: Floats, joint: Floats, *, fixed: bool) -> float:
    """From the probabilities of two units being drawn together, their own on the diagonal.

    With a fixed size -1/2 sum (pi_kl - pi_k pi_l)/pi_kl (y_k/pi_k - y_l/pi_l)^2 (Sen 1953; Yates & Grundy 1953), else
    sum (pi_kl - pi_k pi_l)/pi_kl y_k y_l/(pi_k pi_l) (Horvitz & Thompson 1952).
    """
    own = np.diag(joint)
    expanded, share = values / own, 1 - np.outer(own, own) / joint
    if fixed:
        return float(-0.5 * np.sum(share * (expanded[:, None] - expanded) ** 2))
    return float(expanded @ share @ expanded)


def check_joint(joint: Floats, probabilities: Floats) -> None:
    """A square as wide as the sample; no pair is likelier than either of its units, and none is impossible."""
    if joint.shape != (probabilities.size, probabilities.size):
        raise NotATable("sample.joint_shape", shape=list(joint.shape), n=int(probabilities.size))
    most = np.minimum(probabilities[:, None], probabilities) + ROUNDING
    fits = np.isfinite(joint).all() and np.allclose(joint, joint.T, rtol=ROUNDING, atol=0)
    if not (fits and np.allclose(np.diag(joint), probabilities, rtol=ROUNDING, atol=0)):
        raise OutOfRange("sample.joint_differs")
    if (joint <= 0).any() or (joint > most).any():
        raise OutOfRange("sample.joint_probability")


def is_equal_within(probabilities: Floats, stratum: Codes) -> bool:
    """Whether all units of a stratum were as likely as one another."""
    sums, n = np.bincount(stratum, weights=probabilities), np.bincount(stratum)
    return bool(np.allclose(probabilities, (sums / np.maximum(n, 1))[stratum], rtol=ROUNDING, atol=0))
