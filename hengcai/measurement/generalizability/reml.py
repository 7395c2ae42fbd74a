"""Restricted maximum likelihood for variance components of random effects."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Floats
from hengcai.measurement.generalizability.equations import Equations, Solved, factor

Flags = npt.NDArray[np.bool_]

FLOOR = 1e-7  # a ratio of component to residual below which a component counts as 0
STEPS = 60
HALVINGS = 12
TOLERANCE = 1e-10
LOOSE = 1e-3
ROUNDING = 1e-8
PARABOLAS = 8


@dataclass(frozen=True)
class Reml:
    """Components (the residual last), their covariance, and which stand at 0."""

    components: Floats
    covariance: Floats
    at_zero: Flags
    deviance: float
    score: Floats
    information: Floats
    converged: bool
    iterations: int


@dataclass(frozen=True)
class _Point:
    """Deviance -2 log L, its score and average information at given components."""

    components: Floats
    deviance: float
    score: Floats
    information: Floats


def reml_components(equations: Equations, start: Floats) -> Reml:
    """Maximises the restricted likelihood by average-information steps kept at or above 0.

    -2 log L = log|V| + log|X'V^-1 X| + y'Py; score s_k = -(tr P Z_k Z_k' - |Z_k'Py|^2)/2.
    Source: Patterson & Thompson 1971; average information: Gilmour, Thompson & Cullis 1995. With balanced data and
    positive components it is the analysis of variance: Brennan 2001, p. 116, to all digits.
    """
    least = 0.05 * float(equations.y @ equations.y) / equations.y.size / max(1, start.size - 1)
    return _maximised(equations, np.maximum(start, least), {}, TOLERANCE)


def upper_limit(equations: Equations, fit: Reml, term: int, *, deviance_rise: float) -> float:
    """Where, above its estimate, a component's profile deviance has risen by `deviance_rise`, the others fitted anew.

    2.71 gives a one-sided 95 % limit for a component at 0 (Stram & Lee 1994 on likelihood at the boundary). The
    profile is followed by parabolas through its known slope and its last point, to one part in a hundred.
    """
    base = float(fit.components[term])
    slope = -2 * min(0.0, float(fit.score[term])) if base == 0 else 0.0
    reach, before = _crossing(slope, max(float(fit.information[term, term]), 1e-12), deviance_rise), 0.0
    turn = 0
    while abs(reach - before) > 0.01 * reach and turn < PARABOLAS:
        rise = _maximised(equations, fit.components, {term: base + reach}, LOOSE).deviance - fit.deviance
        bend = max((rise - slope * reach) / reach**2, 1e-3 * deviance_rise / reach**2)
        before, reach, turn = reach, _crossing(slope, bend, deviance_rise), turn + 1
    return base + reach


def _crossing(slope: float, bend: float, rise: float) -> float:
    """x > 0 with slope x + bend x^2 = rise."""
    return (math.sqrt(slope**2 + 4 * bend * rise) - slope) / (2 * bend)


def _maximised(equations: Equations, start: Floats, held: dict[int, float], tolerance: float) -> Reml:
    """`held` keeps some components at given values; ends when a step promises less than `tolerance`."""
    point = _point(equations, _within(start, start, held))
    promised, turn, stuck = math.inf, 0, False
    while promised > tolerance and turn < STEPS and not stuck:
        turn += 1
        step = _step(point, held)
        promised = float(point.score @ step)
        following = _searched(equations, point, step, held)
        stuck, point = following is point, following
    return _finished(point, held, (promised <= tolerance, turn))


def _within(components: Floats, before: Floats, held: dict[int, float]) -> Floats:
    """The residual shrinks fivefold at most in one step, nothing falls below 0, what is held stays."""
    allowed = components.copy()
    allowed[-1] = max(allowed[-1], before[-1] / 5)
    allowed[:-1] = np.maximum(allowed[:-1], FLOOR * allowed[-1])
    for term, value in held.items():
        allowed[term] = max(value, FLOOR * allowed[-1])
    return allowed


def _point(equations: Equations, components: Floats) -> _Point:
    residual = components[-1]
    ratios = np.maximum(components[:-1] / residual, FLOOR)
    solved = factor(equations, ratios)
    y = equations.y
    projected, inner, border = solved.project(y[None, :])
    random = _random_parts(solved, inner[:, 0], border[:, 0], ratios)
    n_free = y.size - 1
    quadratic = float(y @ projected[0])
    deviance = solved.log_determinant + n_free * np.log(residual) + quadratic / residual
    directions = np.vstack([random, projected])
    gained = _levels(equations) - solved.traces()
    traces = np.append(gained / ratios, n_free - gained.sum())
    squares = directions @ projected[0]
    score = -(traces / residual - squares / residual**2) / 2
    weighted = solved.project(directions)[0]
    information = directions @ weighted.T / (2 * residual**3)
    return _Point(components, float(deviance), score, (information + information.T) / 2)


def _random_parts(solved: Solved, inner: Floats, border: Floats, ratios: Floats) -> Floats:
    """Z_k Z_k' P y for each term: the scaled solutions over the root of the ratio, spread over the rows."""
    parts = solved.equations.rows_of(inner, border)[:-1]
    return np.asarray(parts / np.sqrt(ratios)[:, None])


def _levels(equations: Equations) -> Floats:
    n_terms = equations.n_terms
    inner = np.bincount(equations.slot_term, minlength=n_terms + 1)
    return np.asarray(inner + np.bincount(equations.column_term, minlength=n_terms + 1), np.float64)[:n_terms]


def _free(point: _Point, held: dict[int, float]) -> Flags:
    """Components that may move: not held, and not at 0 with the likelihood falling inwards."""
    above = point.components > FLOOR * point.components[-1] * 1.01
    free: Flags = above | (point.score > 0)
    free[list(held)] = False
    return free


def _step(point: _Point, held: dict[int, float]) -> Floats:
    free = np.flatnonzero(_free(point, held))
    step = np.zeros_like(point.components)
    information = point.information[np.ix_(free, free)]
    step[free] = np.linalg.lstsq(information, point.score[free], rcond=1e-12)[0]
    return step


def _searched(equations: Equations, point: _Point, step: Floats, held: dict[int, float]) -> _Point:
    """Halves the step until the deviance falls, rounding apart; the same point when no step makes it fall."""
    for halving in range(HALVINGS):
        components = _within(point.components + step / 2**halving, point.components, held)
        found = _point(equations, components)
        if found.deviance <= point.deviance + ROUNDING:
            return found
    return point


def _finished(point: _Point, held: dict[int, float], told: tuple[bool, int]) -> Reml:
    at_zero = point.components <= FLOOR * point.components[-1] * 1.01
    kept = np.flatnonzero(_free(point, held) & ~at_zero)
    covariance = np.zeros_like(point.information)
    covariance[np.ix_(kept, kept)] = np.linalg.pinv(point.information[np.ix_(kept, kept)])
    components = np.where(at_zero, 0.0, point.components)
    return Reml(components, covariance, at_zero, point.deviance, point.score, point.information, *told)
