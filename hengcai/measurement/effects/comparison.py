"""Treated against control: a trial's difference of means, and the same when people come in teams."""

from dataclasses import replace

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.differences import Moments, welch
from hengcai.measurement.effects.linear import linear_fit
from hengcai.measurement.effects.sample import Sample
from hengcai.measurement.errors import NothingVaries, TooLittleData
from hengcai.measurement.results import Estimate

WELCH = "difference of means, Welch interval"
TEAMS = "difference of means, CR2 with Bell-McCaffrey degrees of freedom"
ANCOVA = "difference at the same score before (ANCOVA), HC2"
ANCOVA_TEAMS = "difference at the same score before (ANCOVA), CR2 with Bell-McCaffrey degrees of freedom"


def difference(sample: Sample, *, confidence: float = 0.95) -> Estimate:
    """Mean of the treated less mean of the controls: Welch without clusters, CR2 with them."""
    if sample.cluster is None:
        return welch_difference(sample, confidence=confidence)
    fit = linear_fit(_design(sample), sample.outcome, cluster=sample.cluster)
    return fit.estimate((0, 1), method=TEAMS, confidence=confidence)


def welch_difference(sample: Sample, *, confidence: float = 0.95) -> Estimate:
    """Treated less controls by `welch`.

    Reproduces LaLonde's randomised trial as cut by Dehejia & Wahba 1999: 1,794.34 with standard error 671.00.
    """
    treated, controls = (_moments(sample.outcome[sample.treated == arm]) for arm in (True, False))
    found = welch(treated, controls, confidence=confidence)
    if found.low is None:
        return Estimate(found.estimate, None, None, None, sample.n, WELCH, ("no_spread_left",))
    return replace(found, method=WELCH)


def _moments(values: Floats) -> Moments:
    return values.size, float(values.mean()), float(values.var(ddof=1))


def ancova(sample: Sample, *, confidence: float = 0.95) -> Estimate:
    """The treatment's coefficient t in y = a + t D + b x, x the score before as it was measured (Fisher 1932)."""
    if sample.before is None:
        raise TooLittleData("effect.no_score_before")
    if np.ptp(sample.before) == 0:
        raise NothingVaries("effect.before_constant")
    fit = linear_fit(_design(sample, sample.before), sample.outcome, cluster=sample.cluster)
    method = ANCOVA if sample.cluster is None else ANCOVA_TEAMS
    return fit.estimate((0, 1, 0), method=method, confidence=confidence)


def _design(sample: Sample, *more: Floats) -> Floats:
    return np.column_stack([np.ones(sample.n), sample.treated.astype(np.float64), *more])
