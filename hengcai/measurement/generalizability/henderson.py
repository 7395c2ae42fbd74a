"""Variance components by equating sums of squares with what they are expected to be."""

import numpy as np

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.generalizability.layout import Layout, Term


def henderson_components(layout: Layout) -> Floats:
    """Components of the terms and, last, of the residual; may be negative.

    T_a = sum over levels of (sum y)^2/n; E T_a = n mu^2 + sum_b s2_b sum n_ab^2/n_a + s2_e levels_a, solved for s2.
    Source: Henderson 1953, method 1 (Brennan 2001, ch. 7: "analogous T terms"); with balanced data it is the analysis
    of variance. Reproduces Brennan 2001, p. 116: p .4731, t .3252, r:t .6475, pt .5596, pr:t 2.3803.
    """
    score = layout.score - layout.score.mean()
    n, terms = score.size, layout.terms
    observed = [float(score @ score)] + [_between(term, score) for term in terms]
    of_mean = np.array([_overlap_with_mean(term, n) for term in terms] + [1.0])
    whole = np.array([float(n)] * (len(terms) + 1))
    rows = [whole] + [np.array([*(_overlap(term, other) for other in terms), term.n_levels]) for term in terms]
    return np.asarray(np.linalg.lstsq(np.array(rows) - of_mean, np.array(observed), rcond=None)[0])


def _between(term: Term, score: Floats) -> float:
    sums = np.bincount(term.level, weights=score, minlength=term.n_levels)
    return float((sums**2 / np.bincount(term.level)).sum())


def _overlap_with_mean(term: Term, n: int) -> float:
    return float((np.bincount(term.level).astype(np.float64) ** 2).sum() / n)


def _overlap(term: Term, other: Term) -> float:
    """sum n_ab^2 / n_a: how much of b's variance stands in a's sum of squares."""
    joint, n_joint = joint_codes(term.level, other.level)
    counts = np.bincount(joint, minlength=n_joint).astype(np.float64)
    owner = np.empty(n_joint, np.int64)
    owner[joint] = term.level
    sizes: Codes = np.bincount(term.level)
    return float((counts**2 / sizes[owner]).sum())
