"""Fits on both sides of a cut, with weights that fall off with the distance from it."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from hengcai.measurement.columns import Codes, Floats, compact
from hengcai.measurement.effects.linear import LinearFit, linear_fit
from hengcai.measurement.flags import Flags
from hengcai.measurement.results import Estimate

NOTHING = 1e-12
WEAK = 10.0  # Staiger & Stock 1997: a first stage with F below 10
TAKE_UP = "jump of who was trained, local linear"


@dataclass(frozen=True)
class NearCut:
    """Everybody with an outcome; `distance` is the running variable less the cut."""

    distance: Floats
    outcome: Floats
    treated: Floats | None
    cluster: Codes | None
    left_out: int


@dataclass(frozen=True)
class Window:
    """Who lies within the bandwidth; `distance` in bandwidths."""

    bandwidth: float
    distance: Floats
    outcome: Floats
    treated: Floats | None
    cluster: Codes | None

    @cached_property
    def below(self) -> Flags:
        return np.asarray(self.distance < 0)

    @property
    def n_below(self) -> int:
        return int(self.below.sum())

    @property
    def n_above(self) -> int:
        return int(self.distance.size) - self.n_below

    @property
    def take_up(self) -> Floats | None:
        """Who was trained, where the cut alone did not decide it."""
        decided = self.treated is None or bool((self.treated == self.below).all())
        return None if decided else self.treated


def window(near: NearCut, bandwidth: float) -> Window:
    """The rows within the bandwidth of the cut."""
    inside = np.abs(near.distance) < bandwidth
    return Window(
        bandwidth=bandwidth,
        distance=near.distance[inside] / bandwidth,
        outcome=near.outcome[inside],
        treated=None if near.treated is None else near.treated[inside],
        cluster=None if near.cluster is None else compact(near.cluster[inside])[0],
    )


def jump_estimate(seen: Window, order: int, *, method: str, confidence: float) -> Estimate:
    """The outcome's jump at the cut, below less above, by a polynomial of this order on either side.

    Where the cut did not decide alone who was trained: ratio + J_p(y - ratio d) / J_1(d), ratio = J_1(y) / J_1(d), J_p
    the jump by order p, with the error of J_p over |J_1(d)| (Imbens & Lemieux 2008; Calonico et al. 2014, section 3.1).
    """
    if seen.take_up is None:
        return _fit(seen, seen.outcome, order).estimate(_contrast(order), method=method, confidence=confidence)
    taken, jump = (_jump(seen, column) for column in (seen.take_up, seen.outcome))
    n = int(seen.distance.size)
    if abs(taken) < NOTHING:
        return Estimate(None, None, None, None, n, method, ("take_up_does_not_jump",))
    ratio = jump / taken
    left = _fit(seen, seen.outcome - ratio * seen.take_up, order)
    found = left.estimate(_contrast(order), method=method, confidence=confidence)
    value = ratio + float(left.coefficients[1]) / taken
    if found.se is None or found.high is None or found.estimate is None:
        return replace(found, estimate=value)
    half = (found.high - found.estimate) / abs(taken)
    return Estimate(value, value - half, value + half, found.se / abs(taken), n, method, found.cautions)


def take_up_jump(seen: Window, *, confidence: float) -> Estimate | None:
    """How much likelier training was just below the cut than just above it; None when the cut alone decided."""
    if seen.take_up is None:
        return None
    return _fit(seen, seen.take_up, 1).estimate(_contrast(1), method=TAKE_UP, confidence=confidence)


def is_weak(take_up: Estimate) -> bool:
    """Whether the ratio rests on a jump that may be nothing: F = (jump / error)^2 below 10."""
    if take_up.estimate is None or take_up.se is None:
        return abs(take_up.estimate or 0.0) < 0.5
    return (take_up.estimate / take_up.se) ** 2 < WEAK


def _contrast(order: int) -> Floats:
    """The second column of the design is the jump."""
    return np.asarray(np.eye(2 * order + 2)[1], np.float64)


def _jump(seen: Window, outcome: Floats) -> float:
    return float(_fit(seen, outcome, 1).coefficients[1])


def _fit(seen: Window, outcome: Floats, order: int) -> LinearFit:
    """1, D, x, D x, x^2, D x^2 ..., all rows times the root of their weight."""
    powers = np.vander(seen.distance, order + 1, increasing=True)
    design = np.stack([powers, powers * seen.below[:, None]], axis=2).reshape(seen.distance.size, -1)
    root = np.sqrt(1 - np.abs(seen.distance))
    return linear_fit(design * root[:, None], outcome * root, cluster=seen.cluster)
