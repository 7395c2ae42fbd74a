"""All coefficients of agreement of one table at once; what cannot be known stays unknown with its reason."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import numpy as np

from hengcai.measurement.agreement.alpha import Level, Resampling, krippendorff_alpha
from hengcai.measurement.agreement.chance import fleiss_kappa, gwet_ac1, gwet_ac2
from hengcai.measurement.agreement.icc import FORMS, intraclass_correlations
from hengcai.measurement.agreement.pairs import KAPPAS, SharedUnits, cohen_kappa, shared_units
from hengcai.measurement.agreement.shares import agreement_within_one, percent_agreement
from hengcai.measurement.columns import Codes
from hengcai.measurement.errors import MeasurementRefusal, OutOfRange
from hengcai.measurement.quantiles import check_confidence, two_sided_t
from hengcai.measurement.results import Estimate, unknown
from hengcai.measurement.tables import RatingTable

ICC = "icc"
GROUPS = 50
LEVELS = ("nominal", "ordinal", "interval", "ratio")
WEIGHTS = ("linear", "quadratic")


@dataclass(frozen=True)
class Options:
    """Level of alpha, weights of AC2, confidence of all intervals, seed of alpha's resampling."""

    level: Level = "ordinal"
    weights: Literal["linear", "quadratic"] = "quadratic"
    confidence: float = 0.95
    seed: int = 1
    replicates: int = 1000

    def __post_init__(self) -> None:
        check_confidence(self.confidence)
        if self.level not in LEVELS:
            raise OutOfRange("level.unknown", level=self.level, levels=LEVELS)
        if self.weights not in WEIGHTS:
            raise OutOfRange("weights.unknown", weights=self.weights, known=WEIGHTS)


@dataclass(frozen=True)
class Agreement:
    """`coefficients` by name, `icc` by form."""

    coefficients: dict[str, Estimate]
    icc: dict[str, Estimate]

    def as_json(self) -> dict[str, object]:
        told: dict[str, object] = {name: found.as_json() for name, found in self.coefficients.items()}
        return {**told, ICC: {form: found.as_json() for form, found in self.icc.items()}}


def agreement_of(table: RatingTable, *, options: Options = Options()) -> Agreement:
    """Every coefficient of the table; sources and published values stand at each of them."""
    confidence = options.confidence
    resampling = Resampling(confidence, options.replicates, options.seed)
    pairs = cache(lambda: shared_units(table))
    asked: dict[str, Callable[[], Estimate]] = {
        "percent": lambda: percent_agreement(table, confidence=confidence),
        "within_one": lambda: agreement_within_one(table, confidence=confidence),
        **{name: _cohen(table, name, (confidence, pairs)) for name in KAPPAS},
        "fleiss_kappa": lambda: fleiss_kappa(table, confidence=confidence),
        "krippendorff_alpha": lambda: krippendorff_alpha(table, level=options.level, resampling=resampling),
        "gwet_ac1": lambda: gwet_ac1(table, confidence=confidence),
        "gwet_ac2": lambda: gwet_ac2(table, weights=options.weights, confidence=confidence),
    }
    n = table.n_rated_twice
    return Agreement({name: _known(name, n, ask) for name, ask in asked.items()}, _correlations(table, confidence))


def agreement_over_clusters(table: RatingTable, cluster: Codes, *, options: Options = Options()) -> Agreement:
    """The same where several units belong to one contact (its items): errors by leaving out groups of contacts.

    Delete-a-group jackknife (Quenouille 1956; Kott 2001) with at most 50 groups, t interval with groups - 1 degrees
    of freedom; `cluster` holds the contact of each unit. Without it the items of one contact would count as
    independent, and intervals would be too narrow.
    """
    whole = agreement_of(table, options=options)
    n_clusters = int(cluster.max()) + 1
    if n_clusters == table.n_units:
        return whole
    if n_clusters < 2:
        return _mapped(whole, lambda found, _: replace(found, low=None, high=None, se=None, cautions=("one_contact",)))
    groups = min(GROUPS, n_clusters)
    group = np.random.default_rng(options.seed).permutation(n_clusters)[cluster] % groups
    plain = replace(options, replicates=0)
    left_out = [agreement_of(table.part(group[table.unit] != one), options=plain) for one in range(groups)]
    return _mapped(whole, lambda found, pick: _jackknifed(found, [pick(part) for part in left_out], options))


Pick = Callable[[Agreement], Estimate]


def _mapped(whole: Agreement, change: Callable[[Estimate, Pick], Estimate]) -> Agreement:
    def coefficient(name: str) -> Pick:
        return lambda part: part.coefficients[name]

    def correlation(form: str) -> Pick:
        return lambda part: part.icc[form]

    return Agreement(
        {name: change(found, coefficient(name)) for name, found in whole.coefficients.items()},
        {form: change(found, correlation(form)) for form, found in whole.icc.items()},
    )


def _jackknifed(found: Estimate, parts: list[Estimate], options: Options) -> Estimate:
    if found.estimate is None:
        return found
    values = np.array([part.estimate for part in parts if part.estimate is not None])
    if values.size < len(parts):
        return replace(found, low=None, high=None, se=None, cautions=(*found.cautions, "jackknife_incomplete"))
    groups = values.size
    se = float(np.sqrt((groups - 1) / groups * ((values - values.mean()) ** 2).sum()))
    half = two_sided_t(options.confidence, groups - 1) * se
    low, high = found.estimate - half, min(1.0, found.estimate + half)
    method = f"{found.method.split(', bootstrap')[0]}, jackknife over contacts"
    return replace(found, low=low, high=high, se=se, method=method)


def _cohen(table: RatingTable, name: str, told: tuple[float, Callable[[], SharedUnits]]) -> Callable[[], Estimate]:
    return lambda: cohen_kappa(table, weights=KAPPAS[name], confidence=told[0], shared=told[1]())


def _known(name: str, n: int, ask: Callable[[], Estimate]) -> Estimate:
    try:
        return ask()
    except MeasurementRefusal as refusal:
        return unknown(name, n, refusal.code)


def _correlations(table: RatingTable, confidence: float) -> dict[str, Estimate]:
    try:
        return intraclass_correlations(table, confidence=confidence)
    except MeasurementRefusal as refusal:
        return {form: unknown(form, 0, refusal.code) for form in FORMS}
