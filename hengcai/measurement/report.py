"""Columns in, the JSON object of the command line out; refusals pass through for the caller to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from hengcai.measurement.agreement.summary import Options as AgreementOptions
from hengcai.measurement.agreement.summary import agreement_of, agreement_over_clusters
from hengcai.measurement.columns import Codes, Column, check_lengths, codes, compact, joint_codes, occasions
from hengcai.measurement.errors import NotADesign, NotATable
from hengcai.measurement.generalizability.decision import (
    RATING,
    absolute_coefficient,
    cheapest_design,
    decision_table,
    relative_coefficient,
)
from hengcai.measurement.generalizability.design import Design, crossed, parse_design
from hengcai.measurement.generalizability.study import Options as StudyOptions
from hengcai.measurement.generalizability.study import Study, generalizability_study
from hengcai.measurement.prediction_powered.means import joined_scores, prediction_powered_means
from hengcai.measurement.tables import RatingTable, rating_table

Columns = Mapping[str, Column]
Json = dict[str, object]

USUAL_AGREEMENT = AgreementOptions()
USUAL_STUDY = StudyOptions()


@dataclass(frozen=True)
class AgreementRoles:
    """Names of the columns that hold what was rated, by whom, the score and, if any, the item.

    `repeats` "separate" takes a rater's second rating of a unit for one of another occasion, to be held against the
    other raters' second ratings; "refuse" finds it a mistake.
    """

    unit: str
    rater: str
    score: str
    item: str | None = None
    repeats: Literal["refuse", "separate"] = "refuse"


@dataclass(frozen=True)
class StudyRoles:
    """Names of the columns; without a design text all facets are crossed."""

    object: str
    facets: tuple[str, ...]
    score: str
    design: str | None = None


@dataclass(frozen=True)
class Decided:
    """Facets taken as they are, numbers of conditions to be compared, and the precision wanted at what prices.

    `prices` holds what one more level of a facet costs, and under `rating` one rating; without any, ratings are counted.
    """

    fixed: frozenset[str] = frozenset()
    numbers: Mapping[str, Sequence[float]] = field(default_factory=dict)
    prices: Mapping[str, float] = field(default_factory=dict)
    wanted_se: float | None = None

    def numbers_for(self, study: Study) -> dict[str, Sequence[float]] | None:
        """Those asked for; a random facet left out keeps what the study had."""
        if not self.numbers:
            return None
        had = {facet: [study.conditions[facet]] for facet in study.random_facets}
        return {**had, **self.numbers}


NOTHING_DECIDED = Decided()


@dataclass(frozen=True)
class EstimateRoles:
    """Names of the columns; `inclusion` is the probability with which a contact was drawn for a person to score.

    `stratum` names the part of the contacts each was drawn from: means are put together by the parts' sizes.
    """

    by: str
    auto: str
    human: str
    inclusion: str | None = None
    stratum: str | None = None


def agreement(columns: Columns, *, roles: AgreementRoles, options: AgreementOptions = USUAL_AGREEMENT) -> Json:
    """`hengcai measure agreement`; with items a unit is one item of one contact, and errors are those of contacts."""
    _need(columns, roles.unit, roles.rater, roles.score, roles.item)
    nominal = options.level == "nominal"
    raters, scores = columns[roles.rater], columns[roles.score]
    contact, _ = codes(columns[roles.unit])
    unit, item, names = _units(columns, roles, contact)
    table = rating_table(unit, raters, scores, nominal=nominal)
    if roles.item is None and roles.repeats == "refuse":
        return agreement_of(table, options=options).as_json()
    owner = np.empty(table.n_units, np.int64)
    owner[table.unit] = contact[table.rows]
    pooled = agreement_over_clusters(table, compact(owner)[0], options=options).as_json()
    return pooled if item is None else {**pooled, "by_item": _by_item(table, item[table.rows], names, options=options)}


def _units(columns: Columns, roles: AgreementRoles, contact: Codes) -> tuple[Codes, Codes | None, list[object]]:
    """What two raters can be compared on: a contact, one item of it, and where repeats are separate one occasion."""
    unit: Codes = contact
    item: Codes | None = None
    names: list[object] = []
    if roles.item is not None:
        check_lengths(unit=columns[roles.unit], item=columns[roles.item])
        item, names = codes(columns[roles.item])
        unit = joint_codes(contact, item)[0]
    if roles.repeats == "separate":
        check_lengths(unit=columns[roles.unit], rater=columns[roles.rater])
        given = occasions(joint_codes(unit, codes(columns[roles.rater])[0])[0])
        unit = joint_codes(unit, given)[0]
    return unit, item, names


def generalizability(
    columns: Columns, *, roles: StudyRoles, options: StudyOptions = USUAL_STUDY, asked: Decided = NOTHING_DECIDED
) -> Json:
    """`hengcai measure generalizability`; `decision` is a table over numbers of conditions."""
    factors = (roles.object, *roles.facets)
    _need(columns, roles.score, *factors)
    design = _design(roles.design, factors)
    study = generalizability_study(columns, columns[roles.score], design=design, object=roles.object, options=options)
    study = study.with_fixed(asked.fixed)
    told: Json = {
        "components": {name: found.as_json() for name, found in study.components.items()},
        "relative": relative_coefficient(study).as_json(),
        "absolute": absolute_coefficient(study).as_json(),
        "conditions": dict(study.conditions),
        "fixed": sorted(study.fixed),
        "decision": [row.as_json() for row in decision_table(study, conditions=asked.numbers_for(study))],
    }
    if asked.wanted_se is not None:
        prices = asked.prices or {RATING: 1.0}
        told["cheapest"] = cheapest_design(study, wanted_se=asked.wanted_se, prices=prices).as_json()
    return told


def estimate(columns: Columns, *, roles: EstimateRoles, confidence: float = 0.95) -> Json:
    """`hengcai measure estimate`; agents in the order of their first row, all contacts under `overall`."""
    _need(columns, roles.by, roles.auto, roles.human, roles.inclusion, roles.stratum)
    inclusion = None if roles.inclusion is None else columns[roles.inclusion]
    strata = None if roles.stratum is None else columns[roles.stratum]
    scores = joined_scores(
        columns[roles.by], columns[roles.auto], columns[roles.human], inclusion=inclusion, strata=strata
    )
    agents, overall = prediction_powered_means(scores, confidence=confidence)
    return {"agents": [agent.as_json() for agent in agents], "overall": overall.as_json()}


def _by_item(table: RatingTable, item: Codes, names: list[object], *, options: AgreementOptions) -> Json:
    """Items in the order of their first row."""
    return {
        str(name): agreement_of(table.part(item == code), options=options).as_json()
        for code, name in enumerate(names)
        if (item == code).any()
    }


def _design(text: str | None, factors: tuple[str, ...]) -> Design:
    design = crossed(factors) if text is None else parse_design(text)
    if set(design.factors) != set(factors):
        raise NotADesign("design.columns_differ", design=list(design.factors), columns=list(factors))
    return design


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
