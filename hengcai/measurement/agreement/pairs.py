"""Cohen's kappas for each pair of raters, and their mean over pairs."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from hengcai.measurement.agreement.weights import Weights, agreement_weights
from hengcai.measurement.columns import Codes, Floats, compact
from hengcai.measurement.errors import NothingVaries, TooLittleData
from hengcai.measurement.intervals import share_interval
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate, unknown
from hengcai.measurement.tables import RatingTable

MOST_CELLS = 50_000_000
KAPPAS: dict[str, Weights] = {
    "cohen_kappa": "identity",
    "weighted_kappa_linear": "linear",
    "weighted_kappa_quadratic": "quadratic",
}


@dataclass(frozen=True)
class SharedUnits:
    """One row for each pair of ratings of a unit; `pair` counts the pairs of raters with two shared units or more."""

    pair: Codes
    unit: Codes
    first: Codes
    second: Codes
    names: tuple[object, ...]
    rater_codes: Codes

    @property
    def n_pairs(self) -> int:
        return int(self.rater_codes.size)

    @property
    def raters(self) -> list[tuple[object, object]]:
        """The names of each pair, the rater who came first in the table first."""
        lefts, rights = np.divmod(self.rater_codes, len(self.names))
        return [(self.names[left], self.names[right]) for left, right in zip(lefts, rights, strict=True)]

    @property
    def units_by_pair(self) -> Codes:
        return np.bincount(self.pair, minlength=self.n_pairs)


@dataclass(frozen=True)
class PairAgreement:
    """What two raters' shared units say."""

    raters: tuple[object, object]
    percent: Estimate
    kappas: dict[str, Estimate]


@dataclass(frozen=True)
class PairKappas:
    """Kappa of each pair (NaN where chance agreement is complete) and each row's influence on its pair's kappa."""

    kappa: Floats
    influence: Floats


def cohen_kappa(
    table: RatingTable,
    *,
    weights: Weights | Floats = "identity",
    confidence: float = 0.95,
    shared: SharedUnits | None = None,
) -> Estimate:
    """kappa = 1 - sum((1-w) observed)/sum((1-w) expected); the mean over pairs when there are more than two raters.

    `weights` may be a table of credits in the order of `table.labels`; `shared` saves finding the pairs again.
    Source: Cohen 1960, 1968; variance of Fleiss, Cohen & Everitt 1969, carried to the mean over pairs by adding the
    pairs' influences unit by unit. Reproduces Cohen 1968 (kappa .492, weighted .348) and Fleiss, Cohen & Everitt
    1969 (kappa .429).
    """
    shared = shared or shared_units(table)
    found = kappas_by_pair(shared, _credit(table, weights))
    return _mean_kappa(shared, found, (f"Cohen kappa, {_name(weights)}", confidence))


def shared_units(table: RatingTable) -> SharedUnits:
    """Every two ratings of one unit, by pair of raters; refused when no pair of raters shares two units."""
    if table.n_raters < 2:
        raise TooLittleData("ratings.one_rater", raters=table.n_raters)
    left, right = _rows_in_one_unit(table)
    key = table.rater[left] * table.n_raters + table.rater[right]
    pair, n_pairs = compact(key)
    enough = np.bincount(pair, minlength=n_pairs)[pair] >= 2
    if not enough.any():
        raise TooLittleData("ratings.no_overlap", units=table.n_units)
    left, right, key = left[enough], right[enough], key[enough]
    pair, n_pairs = compact(key)
    rater_codes = np.empty(n_pairs, np.int64)
    rater_codes[pair] = key
    return SharedUnits(pair, table.unit[left], table.score[left], table.score[right], table.raters, rater_codes)


def kappas_by_pair(shared: SharedUnits, credit: Floats) -> PairKappas:
    """All pairs at once from each rater's own score shares; no table of scores by scores is formed."""
    n_pairs, q = shared.n_pairs, credit.shape[0]
    units = shared.units_by_pair
    left = np.bincount(shared.pair * q + shared.first, minlength=n_pairs * q).reshape(n_pairs, q) / units[:, None]
    right = np.bincount(shared.pair * q + shared.second, minlength=n_pairs * q).reshape(n_pairs, q) / units[:, None]
    of_first, of_second = right @ credit.T, left @ credit
    expected = (left * of_first).sum(axis=1)
    given = credit[shared.first, shared.second]
    observed = np.bincount(shared.pair, weights=given, minlength=n_pairs) / units
    beyond = np.where(1 - expected > 1e-12, 1 - expected, np.nan)
    by_chance = of_first[shared.pair, shared.first] + of_second[shared.pair, shared.second] - 2 * expected[shared.pair]
    leftover = ((1 - observed) / beyond**2)[shared.pair]
    influence = (given - observed[shared.pair]) / beyond[shared.pair] - leftover * by_chance
    return PairKappas(1 - (1 - observed) / beyond, influence)


def kappas_left_out(
    shared: SharedUnits, table: RatingTable, kinds: Mapping[str, Weights], grouped: tuple[Codes, int]
) -> dict[str, list[float | None]]:
    """Mean kappas with one group of units missing, for each group in turn, from tables of scores by pair and group.

    `grouped` holds each unit's group and their number. Credits stay those of the whole table.
    """
    (group, groups), q, n_pairs = grouped, table.n_labels, shared.n_pairs
    if n_pairs * q * q > MOST_CELLS:
        return {name: [None] for name in kinds}
    cell = (shared.pair * q + shared.first) * q + shared.second
    own = group[shared.unit]
    order = np.argsort(own, kind="stable")
    ends = np.searchsorted(own[order], np.arange(groups + 1))
    whole = np.bincount(cell, minlength=n_pairs * q * q)
    credits_by_name = {name: _credit(table, kind) for name, kind in kinds.items()}
    found: dict[str, list[float | None]] = {name: [] for name in kinds}
    for start, end in pairwise(ends.tolist()):
        left = whole - np.bincount(cell[order[start:end]], minlength=whole.size)
        for name, credit in credits_by_name.items():
            found[name].append(_mean_of_tables(left.reshape(n_pairs, q, q), credit))
    return found


def _mean_of_tables(tables: Codes, credit: Floats) -> float | None:
    units = tables.sum(axis=(1, 2))
    tables, units = tables[units >= 2], units[units >= 2]
    shares = tables / units[:, None, None]
    observed = (shares * credit).sum(axis=(1, 2))
    expected = ((shares.sum(axis=2) @ credit) * shares.sum(axis=1)).sum(axis=1)
    known = 1 - expected > 1e-12
    return float((1 - (1 - observed[known]) / (1 - expected[known])).mean()) if known.any() else None


def agreement_by_pair(table: RatingTable, *, confidence: float = 0.95) -> list[PairAgreement]:
    """Share of equal scores and Cohen's kappas of every two raters who share two units or more."""
    shared = shared_units(table)
    kinds = {name: kind for name, kind in KAPPAS.items() if kind == "identity" or _spread(table)}
    found = {name: kappas_by_pair(shared, _credit(table, kind)) for name, kind in kinds.items()}
    equal = np.bincount(shared.pair, weights=shared.first == shared.second, minlength=shared.n_pairs)
    z = two_sided_z(confidence)
    return [
        PairAgreement(
            raters,
            share_interval(int(equal[pair]), int(units), confidence=confidence),
            {name: _one_kappa(shared, kappas, pair, (name, z)) for name, kappas in found.items()},
        )
        for pair, (raters, units) in enumerate(zip(shared.raters, shared.units_by_pair, strict=True))
    ]


def _name(weights: Weights | Floats) -> str:
    return weights if isinstance(weights, str) else "given weights"


def _credit(table: RatingTable, weights: Weights | Floats) -> Floats:
    if not isinstance(weights, str):
        return weights
    return agreement_weights(weights, values=table.values, n_labels=table.n_labels)


def _spread(table: RatingTable) -> bool:
    return table.values is not None and table.n_labels > 1


def _rows_in_one_unit(table: RatingTable) -> tuple[Codes, Codes]:
    """Row numbers of every two ratings of one unit, the rater with the smaller code first."""
    order = np.lexsort((table.rater, table.unit))
    unit = table.unit[order]
    lefts, rights = [], []
    for gap in range(1, int(table.ratings_by_unit.max())):
        same = np.flatnonzero(unit[gap:] == unit[:-gap])
        lefts.append(order[same])
        rights.append(order[same + gap])
    if not lefts:
        raise TooLittleData("ratings.no_overlap", units=table.n_units)
    return np.concatenate(lefts), np.concatenate(rights)


def _mean_kappa(shared: SharedUnits, found: PairKappas, told: tuple[str, float]) -> Estimate:
    known = np.isfinite(found.kappa)
    n = int(np.count_nonzero(np.bincount(shared.unit)))
    if not known.any():
        raise NothingVaries("ratings.constant")
    n_known, rows = int(known.sum()), known[shared.pair]
    per_row = found.influence[rows] / shared.units_by_pair[shared.pair[rows]] / n_known
    by_unit = np.bincount(shared.unit[rows], weights=per_row)
    kappa, se = float(found.kappa[known].mean()), math.sqrt(float(by_unit @ by_unit))
    half = two_sided_z(told[1]) * se
    cautions = () if n_known == known.size else (f"pairs_left_out:{known.size - n_known}",)
    return Estimate(kappa, kappa - half, min(1.0, kappa + half), se, n, told[0], cautions)


def _one_kappa(shared: SharedUnits, found: PairKappas, pair: int, told: tuple[str, float]) -> Estimate:
    own, kappa = found.influence[shared.pair == pair], float(found.kappa[pair])
    if not math.isfinite(kappa):
        return unknown(told[0], own.size, "ratings.constant")
    se = math.sqrt(float(own @ own)) / own.size
    return Estimate(kappa, kappa - told[1] * se, min(1.0, kappa + told[1] * se), se, own.size, told[0])
