"""How much credit two different scores get."""

from typing import Literal

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import NotANumber, NothingVaries

Weights = Literal["identity", "linear", "quadratic", "within_one"]


def agreement_weights(kind: Weights, *, values: Floats | None, n_labels: int) -> Floats:
    """1 on the diagonal; linear 1 - |a-b|/range, quadratic 1 - (a-b)^2/range^2 (Cohen 1968), within_one |a-b| <= 1."""
    if kind == "identity":
        return np.eye(n_labels)
    if values is None:
        raise NotANumber("scores.names", weights=kind)
    apart = np.abs(values[:, None] - values[None, :])
    if kind == "within_one":
        # scores such as 4.2 and 3.2 are one apart although their binary difference is a little more
        return (apart <= 1 + 1e-9).astype(np.float64)
    width = apart.max()
    if width == 0:
        raise NothingVaries("ratings.constant")
    share = apart / width
    return np.asarray(1 - (share if kind == "linear" else share * share))
