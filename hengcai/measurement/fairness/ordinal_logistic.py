"""Ordinal logistic regression of an item's score on the matching score and the group."""

from dataclasses import dataclass

import numpy as np
from scipy import linalg, special

from hengcai.measurement.columns import Floats
from hengcai.measurement.fairness.mantel_haenszel import SIGNIFICANCE

MOST_TURNS = 100
TOLERANCE = 1e-10
TINY = 1e-300
SMALL, LARGE = 0.035, 0.07


@dataclass(frozen=True)
class LogisticDif:
    """Chi-squares of group and group x match together (2 df), of the group alone, of the rest; R2 is Nagelkerke's."""

    chi_square: float
    p: float
    uniform_p: float
    nonuniform_p: float
    r2_change: float
    size_class: str


@dataclass(frozen=True)
class _Point:
    likelihood: float
    slope: Floats
    information: Floats


def ordinal_logistic(counts: Floats, match: Floats) -> LogisticDif | None:
    """logit P(Y >= k) = x'b - t_k with x = match; match, group; match, group, match x group (Zumbo 1999).

    Likelihood-ratio tests between the three. None where the answers do not tell the models apart: one stratum, a table
    too thin. Two scores make it the binary regression of Swaminathan & Rogers 1990. Classes after Jodoin & Gierl 2001: A
    when not significant or R2 grows by less than .035, C from .07 on. The tests agree with statsmodels.
    """
    cells, x = _design(counts, match)
    fits = [_fitted(cells, x[:, :columns]) for columns in (1, 2, 3)]
    if None in fits:
        return None
    likelihood = [fit for fit in fits if fit is not None]
    both, uniform = 2 * (likelihood[2] - likelihood[0]), 2 * (likelihood[1] - likelihood[0])
    p = float(special.chdtrc(2, max(both, 0.0)))
    change = _nagelkerke(cells, likelihood[2]) - _nagelkerke(cells, likelihood[0])
    return LogisticDif(
        chi_square=max(both, 0.0),
        p=p,
        uniform_p=float(special.chdtrc(1, max(uniform, 0.0))),
        nonuniform_p=float(special.chdtrc(1, max(both - uniform, 0.0))),
        r2_change=change,
        size_class=_class(change, p),
    )


def _class(change: float, p: float) -> str:
    if p >= SIGNIFICANCE or change < SMALL:
        return "A"
    return "C" if change >= LARGE else "B"


def _design(counts: Floats, match: Floats) -> tuple[Floats, Floats]:
    """One row for each stratum and group that holds somebody; the match standardised, the group -1/2 and 1/2."""
    group = np.tile([-0.5, 0.5], match.size)
    cells = counts.reshape(-1, counts.shape[2])
    there = cells.sum(axis=1) > 0
    weight, own = cells.sum(axis=1)[there], np.repeat(match, 2)[there]
    own = own - weight @ own / weight.sum()
    own = own / max(float(np.sqrt(weight @ own**2 / weight.sum())), 1e-300)
    return cells[there], np.stack([own, group[there], own * group[there]], axis=1)


def _fitted(cells: Floats, x: Floats) -> float | None:
    """The highest log likelihood, by Fisher scoring with halved steps."""
    above = np.cumsum(cells.sum(axis=0)[::-1])[::-1][1:] / cells.sum()
    place = np.concatenate([np.zeros(x.shape[1]), -special.logit(above)])
    now = _point(cells, x, place)
    for _ in range(MOST_TURNS):
        try:
            step = linalg.cho_solve(linalg.cho_factor(now.information), now.slope)
        except linalg.LinAlgError:
            return None
        if now.slope @ step < TOLERANCE * (1 - now.likelihood):
            return now.likelihood
        found = _point(cells, x, place + step)
        while found.likelihood < now.likelihood:
            step = step / 2
            found = _point(cells, x, place + step)
        place, now = place + step, found
    return None


def _point(cells: Floats, x: Floats, place: Floats) -> _Point:
    """Coefficients first, then thresholds; thresholds out of order leave a score impossible and the likelihood low."""
    columns, n = x.shape[1], len(x)
    above = special.expit((x @ place[:columns])[:, None] - place[columns:])
    edge = np.ones((n, 1))
    share = np.maximum(-np.diff(np.hstack([edge, above, 0 * edge]), axis=1), TINY)
    density = above * (1 - above)
    moved = np.zeros((n, above.shape[1] + 2, place.size))
    moved[:, 1:-1, :columns] = density[:, :, None] * x[:, None, :]
    moved[:, 1:-1, columns:] = -density[:, :, None] * np.eye(above.shape[1])
    change = -np.diff(moved, axis=1)
    weight = cells.sum(axis=1)[:, None] / share
    return _Point(
        likelihood=float((cells * np.log(share)).sum()),
        slope=np.einsum("cs,csp->p", cells / share, change),
        information=np.einsum("cs,csp,csq->pq", weight, change, change, optimize=True),
    )


def _nagelkerke(cells: Floats, likelihood: float) -> float:
    """(1 - exp(2 (l0 - l) / n)) / (1 - exp(2 l0 / n)), l0 without any predictor (Nagelkerke 1991)."""
    times, n = cells.sum(axis=0), float(cells.sum())
    empty = float(times @ np.log(times / n))
    return float(np.expm1(2 * (empty - likelihood) / n) / np.expm1(2 * empty / n))
