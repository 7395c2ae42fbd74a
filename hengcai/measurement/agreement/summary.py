"""All coefficients of agreement of one table at once; what cannot be known stays unknown with its reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import numpy as np

from hengcai.measurement.agreement.alpha import Level, Resampling, krippendorff_alpha
from hengcai.measurement.agreement.chance import fleiss_kappa, gwet_ac1, gwet_ac2
from hengcai.measurement.agreement.icc import FORMS, intraclass_correlations
from hengcai.measurement.agreement.pairs import KAPPAS, SharedUnits, cohen_kappa, kappas_left_out, shared_units
from hengcai.measurement.agreement.patterns import patterns
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
    """Level of alpha, weights of AC2, confidence of all intervals, seed of alpha's resampling.

    With `pairable_only` units with a single rating do not count among the prevalences of AC1 and AC2.
    """

    level: Level = "ordinal"
    weights: Literal["linear", "quadratic"] = "quadratic"
    confidence: float = 0.95
    seed: int = 1
    replicates: int = 1000
    pairable_only: bool = False

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
    pairs = cache(lambda: shared_units(table))
    kappas = {name: _cohen(table, name, (options.confidence, pairs)) for name in KAPPAS}
    return _asked(table, kappas, options)


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
        return _without_errors(whole)
    groups = min(GROUPS, n_clusters)
    group = np.random.default_rng(options.seed).permutation(n_clusters)[cluster] % groups
    plain = replace(options, replicates=0)
    parts = [_asked(table.part(group[table.unit] != one), {}, plain) for one in range(groups)]
    left_out: dict[str, Sequence[float | None]] = {
        name: [part.coefficients[name].estimate for part in parts] for name in parts[0].coefficients
    }
    left_out |= _kappas_left_out(table, (group, groups), whole)
    return Agreement(
        {name: _jackknifed(found, left_out[name], options) for name, found in whole.coefficients.items()},
        {
            form: _jackknifed(found, [part.icc[form].estimate for part in parts], options)
            for form, found in whole.icc.items()
        },
    )


def _asked(table: RatingTable, kappas: Mapping[str, Callable[[], Estimate]], options: Options) -> Agreement:
    confidence, every = options.confidence, cache(lambda: patterns(table))
    singles = not options.pairable_only
    resampling = Resampling(confidence, options.replicates, options.seed)
    asked: dict[str, Callable[[], Estimate]] = {
        "percent": lambda: percent_agreement(every(), confidence=confidence),
        "within_one": lambda: agreement_within_one(every(), confidence=confidence),
        **kappas,
        "fleiss_kappa": lambda: fleiss_kappa(every(), confidence=confidence),
        "krippendorff_alpha": lambda: krippendorff_alpha(every(), level=options.level, resampling=resampling),
        "gwet_ac1": lambda: gwet_ac1(every(), single_ratings=singles, confidence=confidence),
        "gwet_ac2": lambda: gwet_ac2(every(), weights=options.weights, single_ratings=singles, confidence=confidence),
    }
    n = table.n_rated_twice
    return Agreement({name: _known(name, n, ask) for name, ask in asked.items()}, _correlations(table, confidence))


def _without_errors(whole: Agreement) -> Agreement:
    def bare(found: Estimate) -> Estimate:
        return replace(found, low=None, high=None, se=None, cautions=("one_contact",))

    return Agreement(
        {name: bare(found) for name, found in whole.coefficients.items()},
        {form: bare(found) for form, found in whole.icc.items()},
    )


def _kappas_left_out(
    table: RatingTable, grouped: tuple[Codes, int], whole: Agreement
) -> dict[str, Sequence[float | None]]:
    """From the pairs' tables of scores, added up by group; none where the whole table has none."""
    known = {name: kind for name, kind in KAPPAS.items() if whole.coefficients[name].estimate is not None}
    none: dict[str, Sequence[float | None]] = {name: [None] for name in KAPPAS}
    return none | (kappas_left_out(shared_units(table), table, known, grouped) if known else {})


def _jackknifed(found: Estimate, left_out: Sequence[float | None], options: Options) -> Estimate:
    if found.estimate is None:
        return found
    values = np.array([value for value in left_out if value is not None])
    if values.size < len(left_out):
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
