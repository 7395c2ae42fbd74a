"""A generalizability study: one set of ratings, its variance components and what they are worth."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from scipy import special

from hengcai.measurement.columns import Codes, Column, Floats, joint_codes
from hengcai.measurement.errors import NotADesign, OutOfRange, TooLittleData
from hengcai.measurement.generalizability.design import RESIDUAL, Design
from hengcai.measurement.generalizability.equations import Equations, equations_of
from hengcai.measurement.generalizability.henderson import henderson_components
from hengcai.measurement.generalizability.layout import Layout, lay_out
from hengcai.measurement.generalizability.reml import Reml, may_be_zero, reml_components, upper_limit
from hengcai.measurement.linking import coded_linking
from hengcai.measurement.quantiles import check_confidence, normal_quantile, two_sided_z
from hengcai.measurement.results import ROUNDING, Estimate, unknown

FEWEST_DF = 4.0
Method = Literal["reml", "anova"]
Subsets = tuple[dict[str, list[object]], ...]


@dataclass(frozen=True)
class Options:
    """How components are found, and how sure intervals shall be."""

    method: Method = "reml"
    confidence: float = 0.95


@dataclass(frozen=True)
class Study:
    """`values` and `covariance` follow `names`, the effects that could be told apart and the residual.

    `conditions` are the numbers of levels of each facet that an object met: harmonic means over objects. Facets in
    `fixed` are taken as they are: a score is meant over just these items, not over items like them.
    """

    design: Design
    object: str
    components: dict[str, Estimate]
    names: tuple[str, ...]
    values: Floats
    covariance: Floats
    conditions: dict[str, float]
    options: Options
    n: int
    cautions: tuple[str, ...]
    fixed: frozenset[str] = frozenset()
    cell_size: float = 1
    subsets: Subsets = ()

    def with_fixed(self, fixed: Iterable[str]) -> "Study":
        """The same study read for fixed facets; at least one has to stay random."""
        wanted = frozenset(fixed)
        if wanted - set(self.facets):
            raise NotADesign("decision.facets_differ", asked=sorted(wanted), facets=sorted(self.facets))
        if wanted == set(self.facets):
            raise NotADesign("decision.all_fixed", facets=sorted(wanted))
        return replace(self, fixed=wanted)

    @property
    def object_factors(self) -> frozenset[str]:
        """The object and whatever it is nested in: an agent stands for his team too."""
        return self.design.nested_in[self.object] | {self.object}

    @property
    def facets(self) -> tuple[str, ...]:
        return tuple(name for name in self.design.factors if name not in self.object_factors)

    @property
    def random_facets(self) -> tuple[str, ...]:
        return tuple(name for name in self.facets if name not in self.fixed)


@dataclass(frozen=True)
class _Found:
    """Components of the terms and the residual; `limits` holds those of the badly known, the lower one where it is 0."""

    values: Floats
    covariance: Floats | None
    limits: dict[int, tuple[float | None, float]]
    cautions: tuple[str, ...]
    method: str


def generalizability_study(
    columns: Mapping[str, Column],
    score: Column,
    *,
    design: Design,
    object: str,
    options: Options = Options(),
) -> Study:
    """Variance components of a crossed, nested or unbalanced design by REML, or by Henderson's method 1.

    Source: Cronbach, Gleser, Nanda & Rajaratnam 1972; Brennan 2001. Intervals of components: Satterthwaite 1946,
    df = 2 (s2/se)^2; under 4 of them the upper end comes from the profile likelihood. A component at 0 is shown as 0
    with a one-sided upper limit of the same kind.
    Reproduces Brennan 2001, p. 116: p .4731, t .3252, r:t .6475, pt .5596, pr:t 2.3803.
    """
    check_confidence(options.confidence)
    _check_object(design, object)
    layout = lay_out(columns, score, design=design)
    subsets = _subsets(layout)
    _check_separable(layout, object)
    found = _anova(layout) if options.method == "anova" else _reml(layout, options)
    names = (*(term.effect.name for term in layout.terms), RESIDUAL)
    known = np.zeros((len(names), len(names))) if found.covariance is None else found.covariance
    told = {name: _component(found, place, layout, options) for place, name in enumerate(names)}
    return Study(
        design=design,
        object=object,
        components=_in_order(design, layout, told, found.method),
        names=names,
        values=np.maximum(found.values, 0.0),
        covariance=known,
        conditions=_conditions(layout, object),
        options=options,
        n=layout.score.size,
        cautions=(*found.cautions, *_layout_cautions(layout), *_apart(subsets)),
        cell_size=_cell_size(layout),
        subsets=subsets,
    )


def _subsets(layout: Layout) -> Subsets:
    """Parts whose elements no rating links; only what is crossed can link or fall apart."""
    names = [name for name in layout.design.factors if not layout.design.nested_in[name]]
    if len(names) < 2:
        return ()
    found = [(layout.factors[name], layout.labels[name]) for name in names]
    return coded_linking(names, [code for code, _ in found], [labels for _, labels in found]).subsets


def _apart(subsets: Subsets) -> tuple[str, ...]:
    return (f"subsets:{len(subsets)}",) if len(subsets) > 1 else ()


def _check_object(design: Design, name: str) -> None:
    if name not in design.factors:
        raise NotADesign("design.object_missing", object=name, factors=list(design.factors))
    if all(factor == name or factor in design.nested_in[name] for factor in design.factors):
        raise NotADesign("design.no_facet", object=name, factors=list(design.factors))


def _check_separable(layout: Layout, name: str) -> None:
    """Without the object's own component there is nothing to generalise."""
    if not layout.terms:
        raise TooLittleData("study.nothing_separable", lost=layout.lost)
    own = layout.design.nested_in[name] | {name}
    if not any(term.effect.factors == own for term in layout.terms):
        raise TooLittleData("study.object_not_separable", object=name, lost=layout.lost)


def _anova(layout: Layout, *cautions: str) -> _Found:
    return _Found(henderson_components(layout), None, {}, cautions, "Henderson method 1")


def _reml(layout: Layout, options: Options) -> _Found:
    """Falls back to Henderson's method, and says so, where the likelihood has no maximum or is too large to solve."""
    start = henderson_components(layout)
    if start[-1] <= 1e-10 * float(layout.score.var()):
        return _anova(layout, "residual_zero:anova_used")
    try:
        equations = equations_of(layout)
        fit = reml_components(equations, start)
        if not fit.converged:
            return _anova(layout, "reml_not_converged:anova_used")
        limits = _limits(equations, fit, options)
    except OutOfRange as refusal:
        return _anova(layout, f"{refusal.code}:anova_used")
    except np.linalg.LinAlgError:
        return _anova(layout, "reml_failed:anova_used")
    return _Found(fit.components, fit.covariance, limits, (), "REML")


def _limits(equations: Equations, fit: Reml, options: Options) -> dict[int, tuple[float | None, float]]:
    """For components at 0, one-sided, and for those known too badly for chi-square limits: 0 where it is possible."""
    limits: dict[int, tuple[float | None, float]] = {}
    for term in range(fit.components.size - 1):
        one_sided = bool(fit.at_zero[term])
        if one_sided or _degrees(fit.components[term], fit.covariance[term, term]) < FEWEST_DF:
            z = normal_quantile(options.confidence) if one_sided else two_sided_z(options.confidence)
            reached = one_sided or may_be_zero(equations, fit, term, deviance_rise=z * z)
            limits[term] = (0.0 if reached else None, upper_limit(equations, fit, term, deviance_rise=z * z))
    return limits


def _component(found: _Found, place: int, layout: Layout, options: Options) -> Estimate:
    value, n = float(found.values[place]), layout.score.size
    if found.covariance is None:
        is_negative = value < -ROUNDING * float(np.abs(found.values).max())
        caution = ("no_interval", f"negative:{value:.4g}") if is_negative else ("no_interval",)
        return Estimate(max(value, 0.0), None, None, None, n, found.method, caution)
    if value == 0:
        return Estimate(0.0, 0.0, found.limits[place][1], None, n, found.method, ("at_zero",))
    variance = float(found.covariance[place, place])
    if variance <= 0:
        return Estimate(value, None, None, None, n, found.method, ("no_interval",))
    low, high = _satterthwaite(value, variance, options.confidence)
    zero, high = found.limits.get(place, (None, high))
    return Estimate(value, low if zero is None else zero, high, math.sqrt(variance), n, found.method)


def _degrees(value: float, variance: float) -> float:
    """Endless where the information is so poor that no variance of the component came out of it."""
    return 2 * value**2 / variance if variance > 0 else math.inf


def _satterthwaite(value: float, variance: float, confidence: float) -> tuple[float, float]:
    """df s2 / chi2 quantiles; the ends are 0 and infinity where a quantile vanishes."""
    df = _degrees(value, variance)
    upper, lower = (float(special.chdtri(df, (1 + side * confidence) / 2)) for side in (-1, 1))
    return df * value / upper if upper > 0 else 0.0, df * value / lower if lower > 0 else math.inf


def _in_order(design: Design, layout: Layout, told: dict[str, Estimate], method: str) -> dict[str, Estimate]:
    """All effects of the design in its order, the lost ones with the reason, the residual last."""
    n = layout.score.size
    effects = [effect.name for effect in design.effects]
    found = {name: told[name] if name in told else unknown(method, n, layout.lost[name]) for name in effects}
    return {**found, RESIDUAL: told[RESIDUAL]}


def _layout_cautions(layout: Layout) -> tuple[str, ...]:
    lost = (f"not_separable:{name}" for name in layout.lost)
    fewest, most = int(layout.cell_sizes.min()), int(layout.cell_sizes.max())
    averaged = (f"cells_averaged:{fewest if fewest == most else f'{fewest}-{most}'}",) if most > 1 else ()
    return (*lost, *averaged)


def _cell_size(layout: Layout) -> float:
    """Rows averaged into a cell; their mean number where cells differ."""
    size = float(layout.cell_sizes.mean())
    return int(size) if size.is_integer() else size


def _conditions(layout: Layout, name: str) -> dict[str, float]:
    """Levels of each facet an object met (within one level of what the facet is nested in), harmonic mean."""
    nested = layout.design.nested_in
    own = nested[name] | {name}
    objects = [layout.factors[factor] for factor in layout.design.factors if factor in own]
    met = {}
    for facet in layout.design.factors:
        if facet not in own:
            outer = [layout.factors[factor] for factor in nested[facet]]
            inside = _levels_met(objects, [*outer, layout.factors[facet]])
            met[facet] = round(float(1 / np.mean(_levels_met(objects, outer) / inside)), 9)
    return met


def _levels_met(objects: list[Codes], factors: list[Codes]) -> Floats:
    """For each object how many combinations of the factors' levels it met."""
    owner, n_owners = joint_codes(*objects)
    joint, n_joint = joint_codes(owner, *factors)
    first = np.empty(n_joint, np.int64)
    first[joint] = owner
    return np.bincount(first, minlength=n_owners).astype(np.float64)
