"""Training given below a cut: the jump of the outcome at the cut, from people close to it."""

import math
from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Column, Floats, check_lengths, complete_numbers, numbers
from hengcai.measurement.effects.bandwidth import inference_bandwidth
from hengcai.measurement.effects.density import Bunching, bunching
from hengcai.measurement.effects.jump import NearCut, Window, is_weak, jump_estimate, take_up_jump, window
from hengcai.measurement.effects.sample import check_varies, kept_codes
from hengcai.measurement.effects.verdict import CANNOT_TELL, Verdict, verdict
from hengcai.measurement.errors import NotANumber, NothingVaries, OutOfRange, TooLittleData
from hengcai.measurement.flags import Flags, flags
from hengcai.measurement.results import Estimate, unknown

FEWEST, FEW, FEWEST_VALUES, FEW_VALUES = 10, 30, 4, 10
LINEAR = "local linear, triangular kernel"
QUADRATIC = "local quadratic, triangular kernel (bias-corrected local linear)"
ROBUST = "local linear, triangular kernel; error and interval of the bias-corrected fit"


@dataclass(frozen=True)
class Discontinuity:
    """`effect` joins the local linear jump with the bias-corrected interval; both fits stand beside it."""

    effect: Estimate
    local_linear: Estimate
    bias_corrected: Estimate
    take_up: Estimate | None
    bandwidth: float | None
    n_below: int
    n_above: int
    density: Bunching | None
    verdict: Verdict
    cautions: tuple[str, ...]


def read_near_cut(
    outcome: Column, running: Column, *, cut: float, treated: Column | None = None, cluster: Column | None = None
) -> NearCut:
    """Reads the columns; who has no outcome is left out. `treated` is who was trained in fact (a fuzzy cut)."""
    given = {"outcome": outcome, "running": running, "treated": treated, "cluster": cluster}
    check_lengths(**{name: column for name, column in given.items() if column is not None})
    if not math.isfinite(cut):
        raise NotANumber("discontinuity.cut_not_a_number", value=str(cut))
    result, distance = numbers(outcome, name="outcome"), complete_numbers(running, name="running") - cut
    kept: Flags = ~np.isnan(result)
    trained = None if treated is None else flags(treated, name="treated")[kept].astype(np.float64)
    if not kept.any():
        raise TooLittleData("effect.too_few_rows", n=0, needed=2 * FEWEST)
    check_varies(result[kept])
    if float(np.ptp(distance[kept])) == 0:
        raise NothingVaries("discontinuity.running_constant")
    return NearCut(distance[kept], result[kept], trained, kept_codes(cluster, kept), int(kept.size - kept.sum()))


def discontinuity(near: NearCut, *, bandwidth: float | None = None, confidence: float = 0.95) -> Discontinuity:
    """The jump below less above at the cut, of y = a + t D + b x + g D x with weights max(0, 1 - |x|/h).

    Hahn, Todd & van der Klaauw 2001; bandwidth by `inference_bandwidth` unless given; errors HC2 or CR2. The interval is
    that of the bias-corrected fit, which with one bandwidth for fit and bias is the local quadratic (Calonico,
    Cattaneo & Titiunik 2014, remark 7). With `treated` known and not decided by the cut the jump is divided by the
    jump in who was trained (Wald). Reproduces rdrobust 2.1 (h = b, vce hc2) to eight digits.
    """
    if bandwidth is not None and not (math.isfinite(bandwidth) and bandwidth > 0):
        raise OutOfRange("discontinuity.bandwidth_not_positive", bandwidth=bandwidth)
    density = bunching(near.distance)
    too_few = _too_few(near.distance)
    if too_few:
        return _cannot_tell(near, too_few, bandwidth=bandwidth, density=density)
    reach = inference_bandwidth(near.distance, near.outcome) if bandwidth is None else bandwidth
    inside: Flags = np.abs(near.distance) < reach
    too_few = _too_few(near.distance[inside])
    if too_few:
        return _cannot_tell(near, too_few, bandwidth=reach, density=density)
    return _found(near, window(near, reach), density=density, confidence=confidence)


def _found(near: NearCut, seen: Window, *, density: Bunching | None, confidence: float) -> Discontinuity:
    local_linear = jump_estimate(seen, 1, method=LINEAR, confidence=confidence)
    corrected = jump_estimate(seen, 2, method=QUADRATIC, confidence=confidence)
    take_up = take_up_jump(seen, confidence=confidence)
    effect = _joined(local_linear, corrected)
    doubts = ("bunching_at_cut",) if density is not None and density.is_doubtful else ()
    if take_up is not None and is_weak(take_up):
        doubts = (*doubts, "take_up_hardly_jumps")
    return Discontinuity(
        effect=effect,
        local_linear=replace(local_linear, cautions=(*local_linear.cautions, "smoothing_bias_not_in_interval")),
        bias_corrected=corrected,
        take_up=take_up,
        bandwidth=seen.bandwidth,
        n_below=seen.n_below,
        n_above=seen.n_above,
        density=density,
        verdict=verdict(effect, doubts=doubts),
        cautions=(*_left_out(near), *_few(seen), *(("few_rows_for_density_check",) if density is None else ())),
    )


def _joined(local_linear: Estimate, corrected: Estimate) -> Estimate:
    """The less scattered figure with the interval that holds what smoothing may have bent."""
    value, low, high = local_linear.estimate, corrected.low, corrected.high
    outside = value is not None and low is not None and high is not None and not low <= value <= high
    cautions = (*corrected.cautions, *(("smoothing_bias_large",) if outside else ()))
    return Estimate(value, low, high, corrected.se, corrected.n, ROBUST, cautions)


def _too_few(distance: Floats) -> tuple[str, ...]:
    """Which side lacks people, or different values, for a fit of its own."""
    reasons = []
    for name, side in (("below", distance[distance < 0]), ("above", distance[distance >= 0])):
        if side.size < FEWEST:
            reasons.append(f"too_few_{name}:{side.size}")
        elif np.unique(side).size < FEWEST_VALUES:
            reasons.append(f"too_few_values_{name}:{np.unique(side).size}")
    return tuple(reasons)


def _few(seen: Window) -> tuple[str, ...]:
    cautions = [f"few_{name}:{n}" for name, n in (("below", seen.n_below), ("above", seen.n_above)) if n < FEW]
    values = min(np.unique(seen.distance[side]).size for side in (seen.below, ~seen.below))
    return (*cautions, *((f"coarse_running:{values}",) if values < FEW_VALUES else ()))


def _left_out(near: NearCut) -> tuple[str, ...]:
    return (f"left_out:{near.left_out}",) if near.left_out else ()


def _cannot_tell(
    near: NearCut, reasons: tuple[str, ...], *, bandwidth: float | None, density: Bunching | None
) -> Discontinuity:
    inside: Flags = np.abs(near.distance) < (math.inf if bandwidth is None else bandwidth)
    below = int((near.distance[inside] < 0).sum())
    n = int(inside.sum())
    return Discontinuity(
        effect=unknown(ROBUST, n, *reasons),
        local_linear=unknown(LINEAR, n, *reasons),
        bias_corrected=unknown(QUADRATIC, n, *reasons),
        take_up=None,
        bandwidth=bandwidth,
        n_below=below,
        n_above=n - below,
        density=density,
        verdict=Verdict(CANNOT_TELL, reasons),
        cautions=_left_out(near),
    )
