"""Restricted maximum likelihood for variance components of random effects."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize

from hengcai.measurement.columns import Floats
from hengcai.measurement.generalizability.equations import Equations, Solved, factor

Flags = npt.NDArray[np.bool_]

FLOOR = 1e-7  # a ratio of component to residual below which a component counts as 0
STEPS = 60
HALVINGS = 12
TOLERANCE = 1e-10
LOOSE = 0.05  # of the rise looked for: what a held fit may still promise, which is taken off its deviance
ROUNDING = 1e-8
TRIES = 8
NEAR = 0.02
LARGEST_LOG = 60.0


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
    promised: float


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
    profile of a component above 0 is followed as that of a chi-square, one at 0 as a parabola through its known slope
    and its last point: to two parts in a hundred.
    """
    base, known = float(fit.components[term]), max(float(fit.information[term, term]), 1e-12)
    shape = _Profile(base, max(0.0, -2 * float(fit.score[term])) if base == 0 else 0.0, _error(equations, fit, term))
    reach = shape.crossing(known if base == 0 else 2 * known * (base + shape.error) ** 2, deviance_rise)
    start = fit.components
    for _ in range(TRIES):
        held = _maximised(equations, _led(fit, start, term, base + reach), {term: base + reach}, LOOSE * deviance_rise)
        rise, start = max(held.deviance - held.promised - fit.deviance, 1e-3 * deviance_rise), held.components
        before, reach = reach, shape.crossing(shape.bend(reach, rise), deviance_rise)
        if abs(reach - before) <= NEAR * reach:
            break
    return base + reach


def may_be_zero(equations: Equations, fit: Reml, term: int, *, deviance_rise: float) -> bool:
    """Whether the profile deviance of a component at 0 is within `deviance_rise` of its lowest."""
    held = _maximised(equations, _led(fit, fit.components, term, 0.0), {term: 0.0}, LOOSE * deviance_rise)
    return held.deviance - held.promised - fit.deviance <= deviance_rise


def _error(equations: Equations, fit: Reml, term: int) -> float:
    """What stands beside the component in the variance of its levels, if that is a chi-square on levels - 1."""
    df, known = _levels(equations)[term] - 1, max(float(fit.information[term, term]), 1e-12)
    return max(0.0, math.sqrt(df / 2 / known) - float(fit.components[term]))


@dataclass(frozen=True)
class _Profile:
    """How a component's deviance rises from its estimate: df (log q + 1/q - 1), q = (x + error) / (base + error)."""

    base: float
    slope: float
    error: float

    def bend(self, reach: float, rise: float) -> float:
        """Degrees of freedom, or of a component at 0 the parabola's bend, that fit a rise at a distance."""
        if self.base == 0:
            return max((rise - self.slope * reach) / reach**2, 1e-3 * rise / reach**2)
        ratio = 1 + reach / (self.base + self.error)
        return rise / (math.log(ratio) + 1 / ratio - 1)

    def crossing(self, bend: float, rise: float) -> float:
        if self.base == 0:
            return 2 * rise / (math.sqrt(self.slope**2 + 4 * bend * rise) + self.slope)
        wanted = rise / max(bend, 1e-3)
        found = optimize.brentq(lambda log: log + math.expm1(-log) - wanted, 1e-9, wanted + 2)
        return (self.base + self.error) * math.expm1(min(float(found), LARGEST_LOG))


def _led(fit: Reml, start: Floats, term: int, value: float) -> Floats:
    """The other components moved as the information says they follow the one that is held."""
    others = np.array([k for k in range(start.size) if k != term and start[k] > 0], np.int64)
    follow = -np.linalg.lstsq(fit.information[np.ix_(others, others)], fit.information[others, term], rcond=1e-12)[0]
    led = start.copy()
    led[others] += follow * (value - start[term])
    return np.asarray(np.maximum(led, np.minimum(start, start[-1]) * 0.5))


def _maximised(equations: Equations, start: Floats, held: dict[int, float], tolerance: float) -> Reml:
    """`held` keeps some components at given values; ends when a step promises less than `tolerance`."""
    point = _point(equations, _within(start, start, held))
    turn, step = 0, _step(point, held)
    while float(point.score @ step) > tolerance and turn < STEPS:
        following = _searched(equations, point, step, held)
        turn += 1
        if following is point:
            break
        point, step = following, _step(following, held)
    promised = float(point.score @ step)
    return _finished(point, held, (promised <= tolerance, turn, promised))


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


def _step(point: _Point, held: dict[int, float]) -> Floats:
    """The best step under the average information that leaves no component below its floor: least squares over z >= 0.

    Source: Lawson & Hanson 1974, ch. 23. Minimising |R z - R^-T (score + I x)|, R'R = I, maximises the parabola; the
    way there never leaves the allowed region.
    """
    floor = FLOOR * point.components[-1]
    free = np.array([k for k in range(point.components.size) if k not in held], np.int64)
    information = point.information[np.ix_(free, free)]
    if not (np.isfinite(information).all() and np.trace(information) > 0):
        raise np.linalg.LinAlgError("no information where the residual is on its way to 0")
    scale = np.sqrt(np.maximum(np.diag(information), 1e-12 * np.trace(information)))
    values, vectors = np.linalg.eigh(information / np.outer(scale, scale))
    roots = np.sqrt(np.maximum(values, 1e-12 * values[-1]))
    root = roots[:, None] * vectors.T
    here = np.maximum(point.components[free] - floor, 0.0) * scale
    target = root @ here + (vectors.T @ (point.score[free] / scale)) / roots
    step = np.zeros_like(point.components)
    step[free] = (optimize.nnls(root, target)[0] - here) / scale
    return step


def _searched(equations: Equations, point: _Point, step: Floats, held: dict[int, float]) -> _Point:
    """Halves the step until the deviance falls, rounding apart; the same point when no step makes it fall."""
    for halving in range(HALVINGS):
        components = _within(point.components + step / 2**halving, point.components, held)
        found = _point(equations, components)
        if found.deviance <= point.deviance + ROUNDING:
            return found
    return point


def _finished(point: _Point, held: dict[int, float], told: tuple[bool, int, float]) -> Reml:
    at_zero = point.components <= FLOOR * point.components[-1] * 1.01
    kept = np.array([k for k in np.flatnonzero(~at_zero).tolist() if k not in held], np.int64)
    covariance = np.zeros_like(point.information)
    covariance[np.ix_(kept, kept)] = np.linalg.pinv(point.information[np.ix_(kept, kept)])
    components = np.where(at_zero, 0.0, point.components)
    return Reml(components, covariance, at_zero, point.deviance, point.score, point.information, *told)
