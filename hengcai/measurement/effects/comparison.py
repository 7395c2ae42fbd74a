"""Treated against control: a trial's difference of means, and the same when people come in teams."""

import numpy as np

from hengcai.measurement.effects.linear import LinearFit, linear_fit
from hengcai.measurement.effects.sample import Sample
from hengcai.measurement.quantiles import two_sided_t
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
    """m1 - m0 +- t(df) sqrt(s1^2/n1 + s0^2/n0), df by Satterthwaite (Welch 1947).

    Reproduces LaLonde's randomised trial as cut by Dehejia & Wahba 1999: 1,794.34 with standard error 671.00.
    """
    parts, means = [], []
    for arm in (True, False):
        values = sample.outcome[sample.treated == arm]
        means.append(float(values.mean()))
        parts.append((float(values.var(ddof=1)) / values.size, values.size - 1))
    value, variance = means[0] - means[1], sum(part for part, _ in parts)
    if variance <= 0:
        return Estimate(value, None, None, None, sample.n, WELCH, ("no_spread_left",))
    df = variance**2 / sum(part**2 / free for part, free in parts)
    se = float(np.sqrt(variance))
    half = two_sided_t(confidence, df) * se
    return Estimate(value, value - half, value + half, se, sample.n, WELCH)


def covariate_fit(sample: Sample) -> LinearFit:
    """Outcome on treatment and the score before as it was measured: y = a + t D + b x (Fisher 1932)."""
    return linear_fit(_design(sample), sample.outcome, cluster=sample.cluster)


def ancova(sample: Sample, *, confidence: float = 0.95) -> Estimate:
    """The treatment's coefficient beside the score before, errors as in `linear`."""
    method = ANCOVA if sample.cluster is None else ANCOVA_TEAMS
    return covariate_fit(sample).estimate((0, 1, 0), method=method, confidence=confidence)


def _design(sample: Sample) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    columns = [np.ones(sample.n), sample.treated.astype(np.float64)]
    return np.column_stack(columns if sample.before is None else [*columns, sample.before])
