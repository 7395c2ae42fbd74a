"""Means of all contacts from drawn ones, each weighted by how likely it was to be drawn."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, complete_numbers
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.results import Estimate
from hengcai.measurement.sampling.variances import (
    NOTHING,
    DesignName,
    check_joint,
    is_equal_within,
    of_fixed_size,
    of_independent_draws,
    of_joint_probabilities,
)

OF_POPULATION = 1e-6


@dataclass(frozen=True)
class Sample:
    """Drawn values, their inclusion probabilities and the stratum each was drawn in.

    `design` is fixed (so many of each stratum) or independent (each drawn or not by itself); `joint` holds the
    probabilities of two being drawn together.
    """

    values: Floats
    probabilities: Floats
    stratum: Codes
    design: DesignName | None = None
    joint: Floats | None = None


def drawn_sample(
    values: Sequence[object] | Floats,
    probabilities: Sequence[object] | Floats,
    *,
    strata: Column | None = None,
    design: DesignName | None = None,
    joint: Sequence[Sequence[float]] | Floats | None = None,
) -> Sample:
    """Checked columns of a probability sample; without strata it is one."""
    check_lengths(value=values, probability=probabilities)
    read = complete_numbers(values, name="value")
    inclusion = inclusion_column(probabilities)
    if strata is not None:
        check_lengths(value=values, stratum=strata)
    stratum = np.zeros(read.size, np.int64) if strata is None else codes(strata)[0]
    if read.size < 2:
        raise TooLittleData("sample.too_few", n=int(read.size), needed=2)
    if design not in (None, "fixed", "independent"):
        raise OutOfRange("sample.unknown_design", design=design)
    together = None if joint is None else np.asarray(joint, np.float64)
    if together is not None:
        check_joint(together, inclusion)
    return Sample(read, inclusion, stratum, design, together)


def inclusion_column(probabilities: Sequence[object] | Floats) -> Floats:
    """Probabilities above 0 and up to 1, or a refusal with the place."""
    inclusion = complete_numbers(probabilities, name="probability")
    wrong = np.flatnonzero((inclusion <= 0) | (inclusion > 1))
    if wrong.size:
        value = f"{inclusion[wrong[0]]:g}"
        raise OutOfRange("sample.probability", column="probability", value=value, position=int(wrong[0]))
    return inclusion


def horvitz_thompson_mean(sample: Sample, *, population: int, confidence: float = 0.95) -> Estimate:
    """sum(y_i / pi_i) / N; unbiased for any draw with known probabilities, N known.

    Source: Horvitz & Thompson 1952; variance by design: exact for strata drawn at random, for independent draws and with
    joint probabilities, Hajek's 1964 for other draws of a fixed size; t interval with n - strata degrees of freedom. An
    unequal draw whose design is not told is refused: independent draws have many times the variance of a fixed size.
    The test enumerates every sample of a small population.
    """
    if population < sample.values.size:
        raise OutOfRange("sample.population", population=population, n=int(sample.values.size))
    _check_design(sample, population)
    mean = float((sample.values / sample.probabilities).sum()) / population
    se = math.sqrt(_variance_of_total(sample, sample.values)) / population
    return _with_t(mean, se, sample, ("Horvitz-Thompson mean", confidence))


def hajek_mean(sample: Sample, *, confidence: float = 0.95) -> Estimate:
    """sum(y_i / pi_i) / sum(1 / pi_i); nearly unbiased and steadier, N need not be known.

    Source: Hajek 1971; variance linearised, Sarndal, Swensson & Wretman 1992, section 5.7.
    """
    weights = 1 / sample.probabilities
    mean = float(weights @ sample.values / weights.sum())
    se = math.sqrt(_variance_of_total(sample, sample.values - mean)) / float(weights.sum())
    return _with_t(mean, se, sample, ("Hajek mean", confidence))


def _variance_of_total(sample: Sample, values: Floats) -> float:
    fixed = sample.design == "fixed"
    if sample.joint is not None:
        found = of_joint_probabilities(values, sample.joint, fixed=fixed)
    elif sample.design == "independent":
        found = of_independent_draws(values, sample.probabilities)
    else:
        found = of_fixed_size(values, sample.probabilities, sample.stratum)
    largest = float(np.abs(sample.values / sample.probabilities).max())
    if found < -((NOTHING * largest) ** 2):
        raise OutOfRange("sample.variance_negative", variance=found)
    return found if found > (NOTHING * largest) ** 2 else 0.0


def _check_design(sample: Sample, population: int) -> None:
    """Without a word on the design only strata drawn at random are taken, and these add up to the population."""
    if sample.design is not None or sample.joint is not None:
        return
    adds_up = np.isclose(float((1 / sample.probabilities).sum()), population, rtol=OF_POPULATION)
    if not (adds_up and is_equal_within(sample.probabilities, sample.stratum)):
        raise OutOfRange("sample.design_unknown", designs=["fixed", "independent"])


def _with_t(mean: float, se: float, sample: Sample, told: tuple[str, float]) -> Estimate:
    n, name = int(sample.values.size), told[0]
    df = n - np.unique(sample.stratum).size
    if df < 1:
        raise TooLittleData("sample.too_few", n=n, strata=int(np.unique(sample.stratum).size))
    half = two_sided_t(told[1], df) * se
    whole = bool((sample.probabilities == 1).all())
    if se == 0 and not whole:
        return Estimate(mean, None, None, None, n, name, ("nothing_varies",))
    return Estimate(mean, mean - half, mean + half, se, n, name, ("all_units_drawn",) if whole else ())
