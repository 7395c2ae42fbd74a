"""What a design with so many raters, items and contacts would be worth, and the cheapest one that is good enough."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np
from scipy import special

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import NotADesign, OutOfRange
from hengcai.measurement.generalizability.design import RESIDUAL
from hengcai.measurement.generalizability.study import Study
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate

Kind = Literal["relative", "absolute"]
USUAL_NUMBERS = (1, 2, 3, 4, 5, 10)
MOST_ROWS = 1_000
RATING = "rating"


@dataclass(frozen=True)
class Decision:
    """One row of a decision table; standard errors are on the scale of the scores."""

    conditions: dict[str, float]
    relative: float
    absolute: float
    se_relative: float
    se_absolute: float

    def as_json(self) -> dict[str, object]:
        return dict(self.__dict__)


@dataclass(frozen=True)
class Cheapest:
    """The design that costs least among those precise enough, for one object."""

    conditions: dict[str, float]
    cost: float
    se: float

    def as_json(self) -> dict[str, object]:
        return dict(self.__dict__)


def relative_coefficient(study: Study, *, conditions: Mapping[str, float] | None = None) -> Estimate:
    """Erho2 = s2(p) / (s2(p) + s2(delta)): how well objects are ranked.

    s2(delta) sums the components that hold the object and a facet, each over its numbers of conditions.
    With a facet fixed its interaction with the object, over its number of conditions, is part of the true differences
    (Brennan 2001, ch. 4: mixed models). Source: Brennan 2001, ch. 1 and 4; interval by the delta method on the logit.
    """
    return _coefficient(study, "relative", conditions)


def absolute_coefficient(study: Study, *, conditions: Mapping[str, float] | None = None) -> Estimate:
    """Phi = s2(p) / (s2(p) + s2(Delta)): how well the scores themselves are known; adds the facets' own effects.

    Source: Brennan & Kane 1977; Brennan 2001, ch. 1 and 4.
    """
    return _coefficient(study, "absolute", conditions)


def decision_table(study: Study, *, conditions: Mapping[str, Sequence[float]] | None = None) -> list[Decision]:
    """All combinations of the numbers asked for; without any, 1 to 5, 10 and what the study had, fixed facets as they were."""
    asked = dict(conditions) if conditions else _usual(study)
    _check_facets(study, asked)
    asked |= {facet: [study.conditions[facet]] for facet in study.fixed}
    grids = [sorted(set(asked[facet])) for facet in study.facets]
    if math.prod(len(grid) for grid in grids) > MOST_ROWS:
        raise OutOfRange("decision.too_many_rows", rows=math.prod(len(grid) for grid in grids), most=MOST_ROWS)
    return [_decision(study, dict(zip(study.facets, row, strict=True))) for row in product(*grids)]


def cheapest_design(
    study: Study, *, wanted_se: float, prices: Mapping[str, float], kind: Kind = "absolute", most: int = 50
) -> Cheapest:
    """Least cost for one object with the standard error wanted, over all whole numbers of conditions up to `most`.

    `prices` holds what one more level of a facet costs, and under `rating` what one rating costs.
    Source: the cost-bound D study, Marcoulides & Goldstein 1990, here by complete search.
    """
    _check_prices(study, wanted_se, prices)
    axes = np.meshgrid(*([np.arange(1.0, most + 1)] * len(study.random_facets)), indexing="ij")
    grid = dict(zip(study.random_facets, (axis.ravel() for axis in axes), strict=True))
    grid |= {facet: np.full(axes[0].size, study.conditions[facet]) for facet in study.fixed}
    weights = _error_weights(study, grid, kind)
    errors = np.sqrt(np.tensordot(study.values, weights, axes=1))
    enough = np.flatnonzero(errors <= wanted_se * (1 + 1e-12))
    if not enough.size:
        raise OutOfRange("decision.not_reachable", wanted_se=wanted_se, least_se=float(errors.min()), most=most)
    costs = _costs(study, grid, prices)[enough]
    best = enough[np.lexsort((errors[enough], costs))[0]]
    conditions = {facet: round(float(grid[facet][best]), 4) for facet in study.facets}
    return Cheapest(conditions, float(costs.min()), float(errors[best]))


def _usual(study: Study) -> dict[str, Sequence[float]]:
    return {facet: (*USUAL_NUMBERS, round(study.conditions[facet], 4)) for facet in study.random_facets}


def _decision(study: Study, conditions: dict[str, float]) -> Decision:
    universe = float(study.values @ _universe_weights(study, conditions))
    delta = float(study.values @ _error_weights(study, conditions, "relative"))
    capital = float(study.values @ _error_weights(study, conditions, "absolute"))
    relative, absolute = (universe / (universe + error) if universe else 0.0 for error in (delta, capital))
    return Decision(dict(conditions), relative, absolute, math.sqrt(delta), math.sqrt(capital))


def _coefficient(study: Study, kind: Kind, conditions: Mapping[str, float] | None) -> Estimate:
    asked = dict(conditions) if conditions else {facet: study.conditions[facet] for facet in study.random_facets}
    _check_facets(study, {facet: [value] for facet, value in asked.items()})
    numbers = {**study.conditions, **asked}
    in_universe, in_error = _universe_weights(study, numbers), _error_weights(study, numbers, kind)
    universe, error = float(study.values @ in_universe), float(study.values @ in_error)
    name = "Erho2, relative" if kind == "relative" else "Phi, absolute"
    if universe == 0:
        return _at_zero(study, name, error)
    share = universe / (universe + error) if error else 1.0
    slope = in_universe / universe - in_error / error if error else np.zeros_like(in_error)
    se_logit = math.sqrt(max(0.0, float(slope @ study.covariance @ slope)))
    if se_logit == 0:
        return Estimate(share, None, None, None, study.n, name, (*study.cautions, "no_interval"))
    half = two_sided_z(study.options.confidence) * se_logit
    low, high = (float(special.expit(special.logit(share) + side)) for side in (-half, half))
    return Estimate(share, low, high, se_logit * share * (1 - share), study.n, name, study.cautions)


def _at_zero(study: Study, name: str, error: float) -> Estimate:
    """No true differences were found; the upper limit of the object's component limits the coefficient too."""
    found = study.components[_object_effect(study)]
    high = None if found.high is None else found.high / (found.high + error)
    low = None if high is None else 0.0
    return Estimate(0.0, low, high, None, study.n, name, (*study.cautions, "object_variance_at_zero"))


def _object_effect(study: Study) -> str:
    return next(effect.name for effect in study.design.effects if effect.factors == study.object_factors)


def _factors(study: Study, name: str) -> frozenset[str]:
    if name == RESIDUAL:
        return frozenset(study.design.factors)
    return next(effect.factors for effect in study.design.effects if effect.name == name)


def _universe_weights(study: Study, numbers: Mapping[str, float]) -> Floats:
    """1 for the object's own components, 1 over the number of conditions for those it shares with fixed facets only."""
    own = study.object_factors
    weights = []
    for name in study.names:
        factors = _factors(study, name)
        counts = bool(factors & own) and factors <= own | study.fixed
        weights.append(counts / math.prod(numbers[facet] for facet in factors - own) if counts else 0.0)
    return np.array(weights)


def _error_weights(study: Study, numbers: Mapping[str, float | Floats], kind: Kind) -> Floats:
    """1 over the product of the numbers of conditions, for each component that is error; 0 for the others."""
    own = study.object_factors
    rows = []
    for name in study.names:
        factors = _factors(study, name)
        counts = bool(factors - own - study.fixed) and (kind == "absolute" or bool(factors & own))
        rows.append(1 / math.prod((numbers[f] for f in factors - own), start=np.float64(1.0)) * counts)
    return np.array(np.broadcast_arrays(*rows))


def _costs(study: Study, grid: Mapping[str, Floats], prices: Mapping[str, float]) -> Floats:
    own = study.object_factors
    total = np.zeros_like(next(iter(grid.values())))
    for facet in study.facets:
        levels = math.prod((grid[f] for f in study.design.nested_in[facet] - own), start=grid[facet])
        total += prices.get(facet, 0.0) * levels
    return np.asarray(total + prices.get(RATING, 0.0) * math.prod(grid.values()))


def _check_facets(study: Study, asked: Mapping[str, Sequence[float]]) -> None:
    """Numbers are asked for each random facet; a fixed one has as many conditions as it has."""
    if set(asked) != set(study.random_facets):
        raise NotADesign("decision.facets_differ", asked=sorted(asked), facets=sorted(study.random_facets))
    for facet, numbers in asked.items():
        if not numbers or not all(math.isfinite(number) and number > 0 for number in numbers):
            raise OutOfRange("decision.not_positive", facet=facet, numbers=list(numbers))


def _check_prices(study: Study, wanted_se: float, prices: Mapping[str, float]) -> None:
    strangers = set(prices) - set(study.facets) - {RATING}
    if strangers:
        raise NotADesign("decision.facets_differ", asked=sorted(prices), facets=sorted(study.facets))
    if not (math.isfinite(wanted_se) and wanted_se > 0):
        raise OutOfRange("decision.wanted_se", wanted_se=wanted_se)
    if not all(math.isfinite(price) and price >= 0 for price in prices.values()) or not any(prices.values()):
        raise OutOfRange("decision.prices", prices=dict(prices))
