"""Logits told in units of one's own: so many to a logit, counted from a place of one's choice."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import OutOfRange


@dataclass(frozen=True)
class Units:
    """unit = origin + spacing x logit for the object; the other facets and the thresholds are only stretched.

    So an object's units less those of rater and item still tell what rating to expect. FACETS' Umean= and Uscale=.
    """

    origin: float = 0.0
    spacing: float = 1.0

    def __post_init__(self) -> None:
        if not (np.isfinite(self.origin) and np.isfinite(self.spacing) and self.spacing > 0):
            raise OutOfRange("units.spacing", origin=self.origin, spacing=self.spacing)

    def of(self, measures: Floats, *, is_object: bool) -> Floats:
        return np.asarray((self.origin if is_object else 0.0) + self.spacing * measures)


@dataclass(frozen=True)
class Range:
    """The lowest of the objects' measures shall be `low`, the highest `high`; such as 0 and 100, or 1 and 5."""

    low: float
    high: float

    def units(self, objects: Floats) -> Units:
        known = objects[np.isfinite(objects)]
        if not (np.isfinite(self.low) and np.isfinite(self.high) and self.low < self.high):
            raise OutOfRange("units.range", low=self.low, high=self.high)
        if known.size < 2 or np.ptp(known) <= 0:
            raise OutOfRange("units.objects_do_not_differ", n=int(known.size))
        spacing = (self.high - self.low) / float(np.ptp(known))
        return Units(self.low - spacing * float(known.min()), spacing)
