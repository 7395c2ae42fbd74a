"""The probability with which each contact is drawn."""

from collections.abc import Mapping, Sequence

import numpy as np

from hengcai.measurement.columns import Column, Floats, codes, complete_numbers
from hengcai.measurement.errors import NotATable, OutOfRange


def stratified_probabilities(strata: Column, *, draws: Mapping[object, int]) -> Floats:
    """n_h / N_h for each unit of stratum h; Cochran 1977, ch. 5."""
    coded, names = codes(strata)
    strangers = [name for name in names if name not in draws]
    if strangers:
        raise NotATable("sample.stratum_without_draws", strata=strangers)
    sizes = np.bincount(coded, minlength=len(names))
    wanted = np.array([draws[name] for name in names])
    if (wanted < 0).any() or (wanted > sizes).any():
        raise OutOfRange("sample.draws", draws=dict(zip(names, wanted.tolist(), strict=True)), sizes=sizes.tolist())
    return np.asarray((wanted / sizes)[coded], np.float64)


def risk_probabilities(risks: Sequence[float] | Floats, *, n: float, floor: float = 0.0) -> Floats:
    """min(1, max(floor, c r_i)) with c chosen so that n units are drawn on average.

    Source: Sarndal, Swensson & Wretman 1992, section 3.6.2 (probability proportional to size, certainties taken out).
    A floor above 0 keeps every contact drawable; without it a contact with risk 0 can never be estimated for.
    """
    risk = complete_numbers(risks, name="risk")
    if not risk.size or (risk < 0).any() or not risk.any():
        raise OutOfRange("sample.risks", least=float(risk.min(initial=0)))
    positive = int(np.count_nonzero(risk))
    drawable = positive + floor * (risk.size - positive)
    if not 0 <= floor <= 1 or not max(floor * risk.size, 1e-12) <= n <= drawable:
        raise OutOfRange("sample.size", n=n, floor=floor, drawable=drawable)
    low, high = 0.0, 1 / float(risk[risk > 0].min())
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if _clipped(risk, middle, floor).sum() < n else (low, middle)
    return _clipped(risk, high, floor)


def _clipped(risk: Floats, scale: float, floor: float) -> Floats:
    return np.minimum(1.0, np.maximum(floor, scale * risk))
