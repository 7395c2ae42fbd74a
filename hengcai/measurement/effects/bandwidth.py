"""How far from the cut people still count: the bandwidth of a local linear fit."""

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.flags import Flags

KERNEL_CONSTANT = 480 ** (1 / 5)  # triangular kernel at an edge
PILOT_CONSTANT = 7200 ** (1 / 7)
FEWEST_NEAR = 3


def inference_bandwidth(distance: Floats, outcome: Floats) -> float:
    """n^(-1/20) times `optimal_bandwidth`: what a bias-corrected interval covers best with.

    Calonico, Cattaneo & Farrell 2020 (rule of thumb for a local linear fit). In the simulation the interval then covers
    93 to 96 %, at the optimal bandwidth itself 88 to 96 %.
    """
    return float(distance.size ** (-1 / 20) * optimal_bandwidth(distance, outcome))


def optimal_bandwidth(distance: Floats, outcome: Floats) -> float:
    """h = 480^(1/5) ((s2- + s2+) / (f n ((m+ - m-)^2 + r- + r+)))^(1/5), Imbens & Kalyanaraman 2012.

    `distance` is the running variable less the cut. Variances s2 and density f within 1.84 s n^(-1/5) of the cut, the
    rule of thumb; second derivatives m from quadratics over h2 = 7200^(1/7) (s2 / (f m3^2 n_side))^(1/7), m3 from one
    cubic with a jump; r = 2160 s2 / (n2 h2^4). Never wider than the data; the rule of thumb where a pilot fit fails.
    The test holds the figure of an independent calculation.
    """
    scale = float(distance.std())
    return scale * _bandwidth(np.asarray(distance / scale), outcome)


def _bandwidth(distance: Floats, outcome: Floats) -> float:
    n, widest = distance.size, float(np.abs(distance).max())
    pilot = min(1.84 * float(distance.std(ddof=1)) * float(n ** (-1 / 5)), widest)
    sides = (distance < 0, distance >= 0)
    near = [side & (np.abs(distance) <= pilot) for side in sides]
    counts = [int(part.sum()) for part in near]
    if min(counts) < FEWEST_NEAR:
        return pilot
    spreads = [float(outcome[part].var(ddof=1)) for part in near]
    density = sum(counts) / (2 * n * pilot)
    third = _third_derivative(distance, outcome)
    curves, loose = [], 0.0
    for side, spread in zip(sides, spreads, strict=True):
        reach = _second_pilot(spread, density * third**2 * int(side.sum()), widest)
        part = side & (np.abs(distance) <= reach)
        curve = _second_derivative(distance[part], outcome[part])
        if curve is None or spread == 0:
            return pilot
        curves.append(curve)
        loose += float(2160 * spread / (int(part.sum()) * reach**4))
    bend = (curves[1] - curves[0]) ** 2 + loose
    return min(KERNEL_CONSTANT * float((sum(spreads) / (density * n * bend)) ** (1 / 5)), widest)


def _second_pilot(spread: float, roughness: float, widest: float) -> float:
    """Without a third derivative the whole side is taken."""
    return PILOT_CONSTANT * float((spread / roughness) ** (1 / 7)) if roughness > 0 else widest


def _third_derivative(distance: Floats, outcome: Floats) -> float:
    above: Flags = distance >= 0
    design = np.column_stack([np.ones(distance.size), above, distance, distance**2, distance**3])
    return float(6 * np.linalg.lstsq(design, outcome)[0][4])


def _second_derivative(distance: Floats, outcome: Floats) -> float | None:
    design = np.column_stack([np.ones(distance.size), distance, distance**2])
    coefficients, _, rank, _ = np.linalg.lstsq(design, outcome)
    return float(2 * coefficients[2]) if rank == 3 and distance.size > FEWEST_NEAR else None
