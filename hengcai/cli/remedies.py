"""`hengcai remedies`: corrective measures listed and given out, with customers' data covered; an export stands in the audit log."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import remedies_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

HEADS = ("id", "about", "state", "owner", "due_on", "verdict")
STATES = ("open", "done", "checked", "closed", "not_closed")


def add_parser(commands: Any) -> None:
    group = commands.add_parser("remedies", help=told("remedies_cli.help"), description=told("remedies_cli.help"))
    kinds = group.add_subparsers(dest="remedies", metavar="list|export", required=True)
    for name, example, run in (("list", "--late", run_list), ("export", "--to measures.xlsx", run_export)):
        command = subcommand(kinds, "remedies", name, example, words="remedies_cli")
        command.add_argument("--state", choices=STATES, metavar="STATE", help=told("remedies_cli.state"))
        command.add_argument("--late", action="store_true", help=told("remedies_cli.late"))
        if name == "export":
            command.add_argument("--to", metavar="FILE", type=Path, help=told("remedies_cli.to"))
        command.set_defaults(run=run)


def run_list(chosen: argparse.Namespace) -> int:
    rows = _rows(chosen)
    if chosen.json:
        _as_json(rows)
    elif rows:
        from hengcai.cli.measure.output import print_rows

        heads = [told(f"remedies_cli.head.{name}") for name in HEADS]
        print_rows([heads, *([_said(name, row[name]) for name in HEADS] for row in rows)])
    else:
        print(told("remedies_cli.none"))
    return DONE


def run_export(chosen: argparse.Namespace) -> int:
    """XLSX or CSV by the file's ending; without a file CSV, with --json one object."""
    if chosen.to and chosen.to.suffix.lower() not in (".xlsx", ".csv"):
        raise NotValid("remedies_cli.ending", name=chosen.to.name)
    rows = _rows(chosen)
    from hengcai.base.tables.csv_out import csv_bytes
    from hengcai.cli.rows import noted
    from hengcai.improvement.models import Remedy

    noted("export_remedies", Remedy(), count=len(rows))
    columns = list(rows[0]) if rows else list(HEADS)
    cells = [[row[name] for name in columns] for row in rows]
    if chosen.json:
        _as_json(rows)
    elif chosen.to is None:
        sys.stdout.write(csv_bytes(columns, cells).decode())
    else:
        is_book = chosen.to.suffix.lower() == ".xlsx"
        chosen.to.write_bytes(_book(columns, cells) if is_book else csv_bytes(columns, cells))
        print(sentence("remedies_cli.done", language(), {"file": str(chosen.to), "count": len(rows)}))
    return DONE


def _book(columns: list[str], cells: list[list[Any]]) -> bytes:
    from hengcai.base.sheets import Sheet, workbook

    return workbook([Sheet(told("remedies_cli.sheet"), columns, [[_plain(one) for one in row] for row in cells])])


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int) else str(value)


def _rows(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base import clock
    from hengcai.improvement.queries import remedies as queries

    user = system_user()
    wanted = queries.RemedyFilter(state=chosen.state or "", late=chosen.late).condition(user, today=clock.today())
    return [queries.told(one) for one in queries.remedies_listed(user).filter(wanted)]


def _said(name: str, value: Any) -> str:
    kinds = {"about": "improvement.about", "state": "improvement.remedy.state", "verdict": "improvement.verdict"}
    return sentence(f"{kinds[name]}.{value}", language(), {}) if name in kinds and value else str(value or "")


def _as_json(rows: list[dict[str, Any]]) -> None:
    json.dump({"measures": rows}, sys.stdout, ensure_ascii=stdout_is_narrow(), default=str)
    print()
