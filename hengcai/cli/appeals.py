"""`hengcai appeals`: listed, and given out as rows with exact scores; an export stands in the audit log."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import appeals_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

HEADS = ("number", "person", "name", "cycle", "state", "outcome", "filed_on", "due_on")
STATES = ("open", "filed", "assigned", "heard", "answered", "withdrawn")


def add_parser(commands: Any) -> None:
    words = told("appeals_cli.help")
    group = commands.add_parser("appeals", help=words, description=words)
    kinds = group.add_subparsers(dest="appeals", metavar="list|export", required=True)
    listing = subcommand(kinds, "appeals", "list", "--state open", words="appeals_cli")
    export = subcommand(kinds, "appeals", "export", "--cycle 2026-Q1 --to appeals.csv", words="appeals_cli")
    for command in (listing, export):
        command.add_argument("--cycle", metavar="CODE", default="", help=told("appeals_cli.cycle"))
        command.add_argument("--state", metavar="STATE", choices=STATES, default="", help=told("appeals_cli.state"))
    export.add_argument("--to", metavar="FILE", type=Path, help=told("appeals_cli.to"))
    listing.set_defaults(run=run_list)
    export.set_defaults(run=run_export)


def run_list(chosen: argparse.Namespace) -> int:
    rows = [{name: one[name] for name in HEADS} for one in _rows(chosen)]
    if chosen.json:
        _json({"appeals": rows})
    elif rows:
        from hengcai.cli.measure.output import print_rows

        heads = [told(f"appeals_cli.head.{name}") for name in HEADS]
        print_rows([heads, *([_word(name, str(row[name])) for name in HEADS] for row in rows)])
    else:
        print(told("appeals_cli.none"))
    return DONE


def run_export(chosen: argparse.Namespace) -> int:
    """CSV or JSON lines by the file's ending; without a file CSV, with --json one object."""
    from hengcai.cli.rows import TABLES, noted, write_rows

    if chosen.to and not chosen.to.name.lower().endswith(TABLES):
        raise NotValid("appeals_cli.ending", name=chosen.to.name)
    rows = _rows(chosen)
    from hengcai.appeals.models import Appeal
    from hengcai.appeals.queries.export import COLUMNS
    from hengcai.cli.exporting import opened

    noted("export_appeals", Appeal(), cycle=chosen.cycle, state=chosen.state, rows=len(rows))
    if chosen.to is None and chosen.json:
        _json({"appeals": rows})
        return DONE
    with opened(chosen.to) as stream:
        count = write_rows(stream, COLUMNS, rows, to=chosen.to)
    if chosen.to:
        facts = {"file": str(chosen.to), "rows": count}
        said = sentence("appeals_cli.done", language(), {**facts, "count": count})
        print(json.dumps(facts, ensure_ascii=False) if chosen.json else said)
    return DONE


def _rows(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.appeals.queries.appeals import AppealFilter, appeals_listed
    from hengcai.appeals.queries.export import rows_of
    from hengcai.base import clock

    found = appeals_listed(system_user()).filter(AppealFilter(state=chosen.state).condition(today=clock.today()))
    if chosen.cycle:
        found = found.filter(result__participant__cycle__code=chosen.cycle)
    return list(rows_of(found.prefetch_related("members")))


def _word(name: str, value: str) -> str:
    return told(f"appeals.{name}.{value}") if name in ("state", "outcome") and value else value


def _json(facts: dict[str, Any]) -> None:
    json.dump(facts, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False)
    print()
