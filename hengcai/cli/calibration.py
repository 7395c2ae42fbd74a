"""`hengcai calibration`: how far the analysts of a session agree and how strict each is; of a session, or of a table."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotNow
from hengcai.cli import calibration_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.subcommands import subcommand

Json = dict[str, Any]
TABLE = "ratings.csv --contact contact --rater rater --item item --score score --json -"


def add_parser(commands: Any) -> None:
    group = commands.add_parser("calibration", help=told("calibration.help"), description=told("calibration.help"))
    kinds = group.add_subparsers(dest="calibration", metavar="show|table", required=True)
    show = subcommand(kinds, "calibration", "show", "12 --json -", words="calibration")
    show.add_argument("number", metavar="ID", type=int, help=told("calibration.number"))
    show.set_defaults(run=run_show)
    table = subcommand(kinds, "calibration", "table", TABLE, words="calibration")
    table.add_argument("file", metavar="FILE", type=Path, help=told("calibration.file"))
    for name in ("contact", "rater", "item", "score"):
        table.add_argument(f"--{name}", metavar="COLUMN", default=name, help=told(f"calibration.column.{name}"))
    table.set_defaults(run=run_table)


def run_show(chosen: argparse.Namespace) -> int:
    """What was fixed at the reveal, or with the reference where there is one."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.quality.queries.calibrations import calibrations_seen_by

    found = calibrations_seen_by(system_user()).filter(pk=chosen.number).first()
    if found is None or not found.findings:
        raise NotNow("calibration.none", number=chosen.number)
    names = {item.code: str(item.name) for item in _items(found)}
    return _write({"session": found.name, "state": found.state, **found.findings}, names, chosen)


def _items(found: Any) -> Sequence[Any]:
    from hengcai.quality.cards import items_of

    return list(items_of(found.scorecard))


def run_table(chosen: argparse.Namespace) -> int:
    """All its items are taken to be marked on one scale; no database is needed."""
    from hengcai.cli.measure.command import Task, read_table, told_refusal
    from hengcai.measurement.columns import complete_numbers
    from hengcai.measurement.errors import MeasurementRefusal
    from hengcai.quality import words  # noqa: F401 - the gauge's sentences
    from hengcai.quality.rules.calibrated import Ratings, findings

    columns, table = read_table(chosen, Task(("contact", "rater", "item"), ("score",), lambda _columns, _chosen: {}))
    try:
        scores = complete_numbers(columns[chosen.score], name="score").tolist()
    except MeasurementRefusal as refusal:
        raise told_refusal(refusal, chosen, table) from None
    contacts, raters, items = (
        [str(one) for one in columns[name]] for name in (chosen.contact, chosen.rater, chosen.item)
    )
    ratings = Ratings(contacts, raters, items, scores)
    return _write(findings(ratings, together=frozenset(ratings.item)), {}, chosen)


def _write(found: Json, items: Mapping[str, str], chosen: argparse.Namespace) -> int:
    from hengcai.quality.findings_told import gauge_told
    from hengcai.quality.rules.calibration import gauge

    names = found.get("names", {})
    gauged = gauge_told(gauge(found), names, told)
    if chosen.json:
        whole = {**found, "gauge": {"answer": gauged.answer, "said": gauged.said, "grounds": list(gauged.grounds)}}
        json.dump(whole, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False)
        print()
        return 0
    print(gauged.said, *(f"  {one}" for one in gauged.grounds), sep="\n")
    for title, rows in (("severity", _severities(found, names)), ("agreement", _agreements(found, items))):
        print(f"\n{told(f'calibration.{title}')}")
        _print_rows(rows)
    return 0


def _severities(found: Json, names: Mapping[str, str]) -> list[list[str]]:
    from hengcai.quality.findings_told import severity_told

    return [[names.get(str(row["id"]), str(row["id"])), severity_told(row, told)] for row in found["severity"]]


def _agreements(found: Json, items: Mapping[str, str]) -> list[list[str]]:
    from hengcai.quality.findings_told import figure, percent_of

    head = ["", *(told(f"calibration.{name}") for name in ("exact", "alpha"))]
    named = {items.get(code, code): row for code, row in found["items"].items()}
    rows = {**named, told("calibration.together"): found["overall"]}
    told_rows = [
        [name, percent_of(row["percent"], told), figure(row["krippendorff_alpha"], told)] for name, row in rows.items()
    ]
    return [head, *told_rows]


def _print_rows(rows: Sequence[Sequence[str]]) -> None:
    from hengcai.cli.measure.output import print_rows

    print_rows([["", *row] for row in rows])
