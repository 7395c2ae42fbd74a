"""How large and how small the numbers of a column may be: what no centre's figures reach is a slip of the keyboard.

A telephone number in a cell of scores would ask for billions of categories, 1e300 for squares that no number holds, and a
weight of 1e-300 divides by nearly nothing. The first one outside is refused by its row and column.
"""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from hengcai.measurement.errors import OutOfRange

LARGEST = 1e6
LARGEST_WEIGHT = 1e6
LARGEST_TIME = 1e8
LARGEST_COVARIATE = 1e9
LARGEST_NAME = 1e15
LARGEST_LOGIT = 50.0
SMALLEST = 1e-12
"""Smaller than anything measured, but for 0: scores about 0, such as differences from a mean, may come near it."""
SMALLEST_WEIGHT = 1e-6


@dataclass(frozen=True, slots=True)
class Limits:
    """0 is allowed; anything else is, without its sign, between `smallest` and `largest`."""

    largest: float
    smallest: float = SMALLEST

    def hold(self, values: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
        """Missing values have no limits."""
        size = np.abs(values)
        held: npt.NDArray[np.bool_] = (size <= self.largest) & (size >= self.smallest) | (size == 0) | np.isnan(size)
        return held

    def allows(self, value: float) -> bool:
        return bool(self.hold(np.array([value]))[0])

    def refusal(self, value: float, *, name: str, position: int) -> OutOfRange:
        return OutOfRange("value.outside", column=name, position=position, **self.told(value))

    def told(self, value: float) -> dict[str, object]:
        return {"value": f"{value:.15g}", "smallest": plain(self.smallest), "largest": plain(self.largest)}


SCORES = Limits(LARGEST)
COVARIATES = Limits(LARGEST_COVARIATE)
LOGITS = Limits(LARGEST_LOGIT)
NAMES = Limits(LARGEST_NAME)
"""Whole numbers that only stand for something, such as reasons or periods."""
OF_COLUMNS = {
    "score": SCORES,
    "automated": SCORES,
    "human": SCORES,
    "outcome": SCORES,
    "before": SCORES,
    "running": SCORES,
    "total": SCORES,
    "time": Limits(LARGEST_TIME),
    "weight": Limits(LARGEST_WEIGHT, SMALLEST_WEIGHT),
}


def check_limits(values: npt.NDArray[np.float64], *, name: str, limits: Limits | None = None) -> None:
    """Refuses the first value outside the limits given, or those of its kind of column."""
    chosen = limits or OF_COLUMNS.get(name)
    if chosen is None:
        return
    outside = np.flatnonzero(~chosen.hold(values))
    if outside.size:
        place = int(outside[0])
        raise chosen.refusal(float(values[place]), name=name, position=place)


def all_hold(values: npt.NDArray[np.float64], *, name: str, limits: Limits | None = None) -> bool:
    """Told by the lowest and the highest of those not missing where all are above 0: most columns, in two passes."""
    chosen = limits or OF_COLUMNS.get(name)
    if chosen is None or not values.size:
        return False
    if np.isnan(values.min()):
        values = values[~np.isnan(values)]  # often few: people score a small part of the contacts
    return bool(values.size) and chosen.smallest <= float(values.min()) and float(values.max()) <= chosen.largest


def plain(number: float) -> str:
    """Without an exponent."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
