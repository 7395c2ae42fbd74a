"""Joint maximum likelihood: Newton over all measures and thresholds at once, the largest facet absorbed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import linalg

from hengcai.measurement.columns import Floats
from hengcai.measurement.facets.cells import Cells, added
from hengcai.measurement.facets.equations import Equations, Information
from hengcai.measurement.facets.extremes import Flags
from hengcai.measurement.facets.scale import Curves, Scale, curves

LONGEST_STEP = 2.0
SHORTEST_SHARE = 1e-6
FIRM = 1e5
NO_INFORMATION = 1e-9
LEAST_GAIN = 1e-10
STILL_STEP = 0.05


@dataclass(frozen=True)
class Model:
    """What is fitted: cells, weights of steps, signs of facets, which elements and thresholds may move.

    `centred` tells which facets have mean 0 over their free elements, `floating` which facet takes up what they leave;
    `groups` are sets of elements, by facet, whose means stay where they start.
    """

    cells: Cells
    counts: Floats
    signs: tuple[int, ...]
    free: tuple[Flags, ...]
    free_steps: Flags
    there: Flags
    centred: tuple[bool, ...]
    floating: int = 0
    groups: tuple[tuple[Flags, ...], ...] = ()

    @property
    def grouped(self) -> tuple[int, ...]:
        return tuple(facet for facet, groups in enumerate(self.groups) if groups)

    @cached_property
    def score(self) -> Floats:
        return np.asarray(np.arange(len(self.counts), dtype=np.float64) @ self.counts)

    @cached_property
    def step_weights(self) -> Floats:
        """Weight of ratings at step k or higher, k from 1, in each group: (group, threshold)."""
        groups = len(self.free_steps)
        each = np.stack([added(self.cells.group, row, groups) for row in self.counts[1:]])
        return np.cumsum(each[::-1], axis=0)[::-1].T


@dataclass(frozen=True)
class State:
    """Measures by facet and the scale; the curves and the log likelihood they give."""

    measures: tuple[Floats, ...]
    scale: Scale
    curves: Curves
    log_likelihood: float


@dataclass(frozen=True)
class JointFit:
    """Where the likelihood is highest; `threshold_variance` with all other parameters estimated too."""

    state: State
    threshold_variance: Floats
    converged: bool
    iterations: int


def eta_of(cells: Cells, measures: Sequence[Floats], signs: Sequence[int]) -> Floats:
    """The object's measure less all others."""
    parts = [sign * measure[code] for sign, measure, code in zip(signs, measures, cells.codes, strict=True)]
    return np.asarray(np.sum(parts, axis=0))


def evaluate(model: Model, measures: Sequence[Floats], scale: Scale) -> State:
    eta = eta_of(model.cells, measures, model.signs)
    found = curves(eta, scale=scale, group=model.cells.group)
    thresholds = np.where(scale.there, scale.thresholds, 0.0)
    fit = model.score @ eta - (model.step_weights * thresholds).sum() - model.cells.weight @ found.log_total
    return State(tuple(measures), scale, found, float(fit))


def fit_jointly(model: Model, start: State, *, most: int = 60, tolerance: float = 1e-7) -> JointFit:
    """Newton-Raphson on ln(Pk/Pk-1) = theta - sum of facets - tau_k (Linacre 1989; Wright & Masters 1982, ch. 4).

    The likelihood is concave, so that Newton steps with halving reach its only maximum. Facets and thresholds are
    centred on 0, the object floats. Absorbing the largest facet leaves a system of the size of the others. The tests
    compare with a dense maximisation by another algorithm, rating by rating, for rating scale and partial credit.
    """
    equations = Equations(
        model.cells, signs=model.signs, free=model.free, free_steps=model.free_steps, kept=model.grouped
    )
    centring = _centring(model, equations)
    state, turns, longest, gain = start, 0, np.inf, np.inf
    while turns < most and longest > tolerance and gain > LEAST_GAIN:
        slopes, step_slope = gradient(model, state)
        steps = newton_step(equations.information(state.curves), slopes, step_slope, centring=centring)
        keep_group_means(model, steps[0])
        longest = max(float(np.abs(step).max(initial=0)) for step in (*steps[0], steps[1]))
        gain = _gain((*slopes, step_slope), (*steps[0], steps[1]))
        state = _moved(model, state, steps, longest)
        turns += 1
    information = equations.information(state.curves)
    inverse = linalg.cho_solve(_factor(information, centring), np.eye(information.size)[:, information.first_step :])
    variance = np.diag(inverse[information.first_step :]).reshape(model.free_steps.shape)
    return JointFit(
        _recentred(model, state), np.where(model.free_steps, variance, 0.0), settled(longest, gain, tolerance), turns
    )


def settled(longest: float, gain: float, tolerance: float) -> bool:
    """Steps that add nothing end a fit; long ones among them are measures on their way to infinity."""
    return longest <= (tolerance if gain > LEAST_GAIN else STILL_STEP)


def _gain(slopes: Sequence[Floats], steps: Sequence[Floats]) -> float:
    """Twice what the step adds to the log likelihood; directions that change no rating add nothing."""
    return float(sum((slope * step).sum() for slope, step in zip(slopes, steps, strict=True)))


def gradient(model: Model, state: State) -> tuple[list[Floats], Floats]:
    """Observed less expected score of each element (signed), expected less observed step weights."""
    left = model.score - model.cells.weight * state.curves.expected
    slopes = [sign * model.cells.totals(facet, left) for facet, sign in enumerate(model.signs)]
    groups = len(model.free_steps)
    expected = [added(model.cells.group, model.cells.weight * row, groups) for row in state.curves.at_least]
    return slopes, np.stack(expected, axis=1) - model.step_weights


def newton_step(
    information: Information, slopes: list[Floats], step_slope: Floats, *, centring: Floats
) -> tuple[list[Floats], Floats]:
    """Steps of measures by facet, and of thresholds; what may not move stays."""
    own = slopes[information.absorbed]
    rest = [slopes[facet] for facet in information.others]
    right = np.concatenate([*rest, step_slope.ravel()]) - information.cross.T @ (information.inverse_own * own)
    found = linalg.cho_solve(_factor(information, centring), np.where(information.free, right, 0.0))
    mine = information.inverse_own * (own - information.cross @ found)
    parts = np.split(found, information.starts[1:])
    steps = list(parts[:-1])
    steps.insert(information.absorbed, mine)
    return steps, parts[-1].reshape(step_slope.shape)


def _factor(information: Information, centring: Floats) -> tuple[Floats, bool]:
    return held_factor(information.rest, centring)


def held_factor(matrix: Floats, centring: Floats) -> tuple[Floats, bool]:
    """Directions that change no rating are held by the centring rows; a trace of a ridge holds unlinked subsets.

    Where no direction changes any, as with one element in every facet, the ridge stands alone.
    """
    scale = float(np.trace(matrix)) / len(matrix)
    scale = scale if scale > NO_INFORMATION else 1.0
    held = matrix + FIRM * scale * (centring.T @ centring)
    held[np.diag_indices(len(matrix))] += 1e-9 * scale
    factor: tuple[Floats, bool] = linalg.cho_factor(held, overwrite_a=True)
    return factor


def _centring(model: Model, equations: Equations) -> Floats:
    """One row for each facet, group and set of thresholds whose mean the step keeps.

    The floating facet's stands for the absorbed one's.
    """
    rows = []
    for facet, start in zip(equations.others, equations.starts[:-1], strict=True):
        stands_in = facet == model.floating and model.centred[equations.absorbed]
        if model.centred[facet] or stands_in:
            rows.append(centring_row(equations.size, int(start), model.free[facet]))
        groups = model.groups[facet] if model.groups else ()
        rows += [centring_row(equations.size, int(start), flags) for flags in groups]
    for group, free in enumerate(model.free_steps):
        if not thresholds_centred(model, group):
            continue
        rows.append(centring_row(equations.size, int(equations.starts[-1]) + group * free.size, free))
    return np.array(rows)


def centring_row(size: int, start: int, flags: Flags) -> Floats:
    """Adds up the parameters that may move from `start` on."""
    row = np.zeros(size)
    row[start : start + flags.size] = flags / np.sqrt(max(1, flags.sum()))
    return row


def thresholds_centred(model: Model, group: int) -> bool:
    """Thresholds have mean 0 in their group, unless some of them are anchored."""
    return bool((model.free_steps[group] == model.there[group]).all())


def keep_group_means(model: Model, steps: Sequence[Floats]) -> None:
    """The rows hold them nearly; this holds them."""
    for step, groups in zip(steps, model.groups, strict=False):
        for flags in groups:
            step[flags] -= step[flags].mean()


def _moved(model: Model, state: State, steps: tuple[list[Floats], Floats], longest: float) -> State:
    """Holds long steps, and halves one that would lower the likelihood by more than rounding."""
    share = min(1.0, LONGEST_STEP / max(longest, 1e-300))
    found = _stepped(model, state, steps, share)
    while found.log_likelihood < state.log_likelihood - 1e-9 * abs(state.log_likelihood) and share > SHORTEST_SHARE:
        share /= 2
        found = _stepped(model, state, steps, share)
    return found


def _stepped(model: Model, state: State, steps: tuple[list[Floats], Floats], share: float) -> State:
    measures = [old + share * step for old, step in zip(state.measures, steps[0], strict=True)]
    return evaluate(model, measures, state.scale.moved(state.scale.thresholds + share * steps[1]))


def _recentred(model: Model, state: State) -> State:
    """Moves the means of centred facets into the floating one."""
    measures = [measure.copy() for measure in state.measures]
    for facet, centred in enumerate(model.centred):
        if centred:
            mean = measures[facet][model.free[facet]].mean()
            measures[facet][model.free[facet]] -= mean
            measures[model.floating] += model.signs[model.floating] * model.signs[facet] * mean
    return State(tuple(measures), state.scale, state.curves, state.log_likelihood)
