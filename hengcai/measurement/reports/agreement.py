"""Ratings in, the JSON object of `hengcai measure agreement` out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from hengcai.measurement.agreement.consistency import Compared, Reference, consistency
from hengcai.measurement.agreement.summary import Options as AgreementOptions
from hengcai.measurement.agreement.summary import agreement_of, agreement_over_clusters
from hengcai.measurement.columns import Codes, Column, check_lengths, codes, compact, joint_codes, occasions
from hengcai.measurement.errors import NotATable
from hengcai.measurement.tables import RatingTable, rating_table

Columns = Mapping[str, Column]
Json = dict[str, object]

USUAL_AGREEMENT = AgreementOptions()


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
    fatal: str | None = None


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
    place = _places(columns[roles.unit])
    pooled = agreement_over_clusters(table, compact(place[owner])[0], options=options).as_json()
    return pooled if item is None else {**pooled, "by_item": _by_item(table, item[table.rows], names, options=options)}


def with_consistency(
    columns: Columns, told: Json, *, roles: AgreementRoles, reference: Reference, confidence: float
) -> Json:
    """The coefficients with the share of units like the reference beside them; with items a unit is an item of one."""
    _need(columns, roles.fatal)
    unit = _units(columns, roles, codes(columns[roles.unit])[0])[0]
    fatal = None if roles.fatal is None else columns[roles.fatal]
    compared = Compared(unit, columns[roles.rater], columns[roles.score], fatal)
    return {**told, "consistency": consistency(compared, reference, confidence=confidence)}


def _places(contacts: Column) -> Codes:
    """Each contact's place in the order of ids: groups of the jackknife must not change with the order of rows."""
    names = codes(contacts)[1]
    places = np.empty(len(names), np.int64)
    places[sorted(range(len(names)), key=lambda code: str(names[code]))] = np.arange(len(names))
    return places


def _units(columns: Columns, roles: AgreementRoles, contact: Codes) -> tuple[Codes, Codes | None, Sequence[object]]:
    """What two raters can be compared on: a contact, one item of it, and where repeats are separate one occasion."""
    unit: Codes = contact
    item: Codes | None = None
    names: Sequence[object] = []
    if roles.item is not None:
        check_lengths(unit=columns[roles.unit], item=columns[roles.item])
        item, names = codes(columns[roles.item])
        unit = joint_codes(contact, item)[0]
    if roles.repeats == "separate":
        check_lengths(unit=columns[roles.unit], rater=columns[roles.rater])
        given = occasions(joint_codes(unit, codes(columns[roles.rater])[0])[0])
        unit = joint_codes(unit, given)[0]
    return unit, item, names


def _by_item(table: RatingTable, item: Codes, names: Sequence[object], *, options: AgreementOptions) -> Json:
    """Items in the order of their first row."""
    return {
        str(name): agreement_of(table.part(item == code), options=options).as_json()
        for code, name in enumerate(names)
        if (item == code).any()
    }


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
