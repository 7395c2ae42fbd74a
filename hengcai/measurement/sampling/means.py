"""Means of all contacts from drawn ones, each weighted by how likely it was to be drawn."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, complete_numbers
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.results import Estimate


@dataclass(frozen=True)
class Sample:
    """Drawn values, their inclusion probabilities and the stratum each was drawn in."""

    values: Floats
    probabilities: Floats
    stratum: Codes


def drawn_sample(
    values: Sequence[object] | Floats, probabilities: Sequence[object] | Floats, *, strata: Column | None = None
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
    return Sample(read, inclusion, stratum)


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

    Source: Horvitz & Thompson 1952; variance of Hajek 1964, which is exact (N^2 (1-f) s^2/n) within strata drawn at
    random; t interval with n - strata degrees of freedom. The test enumerates every sample of a small population.
    """
    if population < sample.values.size:
        raise OutOfRange("sample.population", population=population, n=int(sample.values.size))
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
    """Sum over strata of n/(n-1) sum (1-pi)(y/pi - A)^2, A the mean of y/pi weighted by 1-pi; certain units add 0."""
    total = 0.0
    for stratum in np.unique(sample.stratum):
        drawn = (sample.stratum == stratum) & (sample.probabilities < 1)
        n = int(drawn.sum())
        if n == 1:
            raise TooLittleData("sample.stratum_of_one", stratum=int(stratum))
        if n:
            left, expanded = 1 - sample.probabilities[drawn], values[drawn] / sample.probabilities[drawn]
            centre = left @ expanded / left.sum()
            total += n / (n - 1) * float(left @ (expanded - centre) ** 2)
    return total


def _with_t(mean: float, se: float, sample: Sample, told: tuple[str, float]) -> Estimate:
    n, name = int(sample.values.size), told[0]
    df = n - np.unique(sample.stratum).size
    if df < 1:
        raise TooLittleData("sample.too_few", n=n, strata=int(np.unique(sample.stratum).size))
    half = two_sided_t(told[1], df) * se
    whole = bool((sample.probabilities == 1).all())
    cautions = ("all_units_drawn",) if whole else () if se > 0 else ("nothing_varies",)
    return Estimate(mean, mean - half, mean + half, se, n, name, cautions)
