"""What may be chosen about a many-facet fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from hengcai.measurement.errors import OutOfRange

Method = Literal["jml", "mml"]
StepModel = Literal["rating-scale", "partial-credit"]


@dataclass(frozen=True)
class GroupAnchor:
    """Elements of one facet whose mean is held at a value while each of them moves: two terms' raters, say."""

    ids: frozenset[object]
    mean: float


@dataclass(frozen=True)
class Options:
    """`steps_by` names the facet whose elements have thresholds of their own in partial credit: the last by default.

    `bias_correction` shrinks facets and thresholds of a joint fit by (L-1)/L, L ratings an object (Wright & Douglas
    1977). Anchors hold elements (facet -> id -> measure), means of groups of elements (facet -> groups) or thresholds
    (category -> estimate) at given values.
    """

    model: StepModel = "rating-scale"
    method: Method = "jml"
    steps_by: str | None = None
    bias_correction: bool = False
    anchors: Mapping[str, Mapping[object, float]] = field(default_factory=dict)
    anchored_thresholds: Mapping[float, float] = field(default_factory=dict)
    group_anchors: Mapping[str, Sequence[GroupAnchor]] = field(default_factory=dict)
    most_iterations: int = 100

    def __post_init__(self) -> None:
        if self.model not in ("rating-scale", "partial-credit") or self.method not in ("jml", "mml"):
            raise OutOfRange("facets.unknown_option", model=self.model, method=self.method)
        held = [value for elements in self.anchors.values() for value in elements.values()]
        means = [group.mean for groups in self.group_anchors.values() for group in groups]
        if not np.isfinite([*held, *means, *self.anchored_thresholds.values()]).all():
            raise OutOfRange("anchors.not_finite")
        if self.anchored_thresholds and self.model == "partial-credit":
            raise OutOfRange("anchors.thresholds_of_a_rating_scale_only")
        if self.bias_correction and self.method == "mml":
            raise OutOfRange("facets.correction_is_for_jml")

    def steps_facet(self, names: tuple[str, ...]) -> str | None:
        """The facet that owns thresholds, None when all share them."""
        if self.model == "rating-scale":
            return None
        chosen = self.steps_by or names[-1]
        if chosen not in names[1:]:
            raise OutOfRange("facets.unknown_steps_facet", facet=chosen)
        return chosen
