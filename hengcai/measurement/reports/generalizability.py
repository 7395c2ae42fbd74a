"""Ratings in, the JSON object of `hengcai measure generalizability` out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hengcai.measurement.columns import Column
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

Columns = Mapping[str, Column]
Json = dict[str, object]

USUAL_STUDY = StudyOptions()


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
        "cell_size": study.cell_size,
        "conditions": dict(study.conditions),
        "fixed": sorted(study.fixed),
        "decision": [row.as_json() for row in decision_table(study, conditions=asked.numbers_for(study))],
    }
    if len(study.subsets) > 1:
        told["subsets"] = list(study.subsets)
    if asked.wanted_se is not None:
        prices = asked.prices or {RATING: 1.0}
        told["cheapest"] = cheapest_design(study, wanted_se=asked.wanted_se, prices=prices).as_json()
    return told


def _design(text: str | None, factors: tuple[str, ...]) -> Design:
    design = crossed(factors) if text is None else parse_design(text)
    if set(design.factors) != set(factors):
        raise NotADesign("design.columns_differ", design=list(design.factors), columns=list(factors))
    return design


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
