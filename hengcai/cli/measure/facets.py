"""`hengcai measure facets …`: what may be chosen about a many-facet fit, anchors read from tables."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.cli.appraise_output import told
from hengcai.cli.measure.arguments import (
    columns,
    confidence,
    named,
    names,
    number,
    pair_of_names,
    range_of,
    spellings_of,
)
from hengcai.measurement.errors import NotATable

if TYPE_CHECKING:
    from hengcai.base.tables.reading import Row
    from hengcai.measurement.columns import Coded
    from hengcai.measurement.limits import Limits

Json = dict[str, Any]
EXAMPLE = """ratings.csv --object agent --facets rater,item --score score --contact contact
  hengcai measure facets ratings.csv --object agent --facets rater,item --score score --anchor rater=last.csv
  hengcai measure facets ratings.csv --object agent --facets rater,item --score score --bias rater,item --units 0,100"""


def options(command: Any) -> None:
    columns(command, "object score", "contact weight")
    command.add_argument("--facets", metavar="COLUMN,…", type=names, required=True, help=told("measure.column.facets"))
    models, methods = ("rating-scale", "partial-credit"), ("jml", "mml")
    command.add_argument("--model", choices=models, default=models[0], help=told("measure.facets_model"))
    command.add_argument("--method", choices=methods, default=methods[0], help=told("measure.facets_method"))
    command.add_argument("--steps-by", metavar="COLUMN", help=told("measure.steps_by"))
    command.add_argument("--bias-correction", action="store_true", help=told("measure.bias_correction"))
    file = {"metavar": "COLUMN=FILE", "type": named, "action": "append", "default": []}
    command.add_argument("--anchor", help=told("measure.anchor"), **file)
    command.add_argument("--group-anchor", help=told("measure.group_anchor"), **file)
    command.add_argument("--anchor-steps", metavar="FILE", type=Path, help=told("measure.anchor_steps"))
    command.add_argument("--raters", metavar="COLUMN", help=told("measure.raters"))
    pairs = {"type": pair_of_names, "action": "append", "default": []}
    command.add_argument("--bias", metavar="COLUMN,COLUMN", help=told("measure.bias"), **pairs)
    command.add_argument("--units", metavar="LOW,HIGH", type=range_of, help=told("measure.units"))
    command.add_argument("--origin", metavar="NUMBER", type=number, help=told("measure.origin"))
    command.add_argument("--spacing", metavar="NUMBER", type=number, help=told("measure.spacing"))
    confidence(command)


def work(table: "Mapping[str, Coded]", chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.facets.options import Options
    from hengcai.measurement.reports.facets import FacetsRoles, Wanted, facets

    roles = FacetsRoles(chosen.object, chosen.facets, chosen.score, chosen.contact, chosen.weight, chosen.raters)
    if len(set(roles.names)) < len(roles.names):
        raise NotATable("facets.named_twice", facets=list(roles.names))
    options = Options(
        model=chosen.model,
        method=chosen.method,
        steps_by=chosen.steps_by,
        bias_correction=chosen.bias_correction,
        anchors={facet: _anchors(Path(file), table.get(facet)) for facet, file in chosen.anchor},
        group_anchors={facet: _groups(Path(file), table.get(facet)) for facet, file in chosen.group_anchor},
        anchored_thresholds=_steps(chosen.anchor_steps),
    )
    wanted = Wanted(pairs=tuple(chosen.bias), units=_units(chosen), confidence=chosen.confidence)
    return facets(table, roles=roles, options=options, wanted=wanted)


def _units(chosen: argparse.Namespace) -> Any:
    from hengcai.measurement.facets.units import Range, Units

    if chosen.origin is None and chosen.spacing is None:
        return None if chosen.units is None else Range(*chosen.units)
    if chosen.units is not None:
        raise NotValid("measure.units_twice")
    return Units(chosen.origin or 0.0, 1.0 if chosen.spacing is None else chosen.spacing)


def _anchors(path: Path, column: "Coded | None") -> dict[object, float]:
    spelled = spellings_of(column)
    return {spelled[row.values["id"]]: _number(path, row, "measure") for row in _rows(path, ("id", "measure"), "id")}


def _groups(path: Path, column: "Coded | None") -> Any:
    """Rows of one group bear one measure, the mean that the group is held at."""
    from hengcai.measurement.facets.options import GroupAnchor

    spelled = spellings_of(column)
    members: dict[str, list[str]] = {}
    means: dict[str, float] = {}
    for row in _rows(path, ("id", "group", "measure"), "id"):
        group, mean = row.values["group"], _number(path, row, "measure")
        if means.setdefault(group, mean) != mean:
            raise NotValid("measure.group_of_two_means", file=path.name, row=row.number, column="measure", group=group)
        members.setdefault(group, []).append(spelled[row.values["id"]])
    return tuple(GroupAnchor(frozenset(ids), means[group]) for group, ids in members.items())


def _steps(path: Path | None) -> dict[float, float]:
    if path is None:
        return {}
    from hengcai.measurement.limits import SCORES

    rows = _rows(path, ("category", "estimate"), "category")
    return {_number(path, row, "category", SCORES): _number(path, row, "estimate") for row in rows}


def _rows(path: Path, wanted: tuple[str, ...], key: str) -> Iterator["Row"]:
    """Each id once; further columns are left aside, so that a table of an earlier result serves as it is."""
    from hengcai.base.tables.reading import Columns, open_table

    seen: set[str] = set()
    with open_table(path, Columns(wanted, flat=True)) as table:
        for row in table:
            if folded(row.values[key]) in seen:
                raise NotValid(
                    "measure.anchored_twice", file=path.name, row=row.number, column=key, value=row.values[key]
                )
            seen.add(folded(row.values[key]))
            yield row


def _number(path: Path, row: "Row", column: str, limits: "Limits | None" = None) -> float:
    """A measure or threshold, in logits, unless other limits are told."""
    from hengcai.measurement.columns import is_number
    from hengcai.measurement.limits import LOGITS

    value, held = row.values[column], limits or LOGITS
    place = {"file": path.name, "row": row.number, "column": column}
    if not is_number(value):
        raise NotValid("measure.value.not_a_number", **place, value=value)
    if not held.allows(float(value)):
        raise NotValid("measure.value.outside", **place, **held.told(float(value)))
    return float(value)
