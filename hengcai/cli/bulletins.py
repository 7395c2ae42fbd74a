"""`hengcai bulletins`: notices, and who has not signed them."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from hengcai.base.say import sentence
from hengcai.cli import bulletins_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

NOTICES = ("code", "title", "state", "published_at")
UNREAD = ("code", "name", "number", "team", "due_at", "hours")


def add_parser(commands: Any) -> None:
    words = told("bulletins_cli.help")
    group = commands.add_parser("bulletins", help=words, description=words)
    kinds = group.add_subparsers(dest="bulletins", metavar="list|unread", required=True)
    subcommand(kinds, "bulletins", "list", "--json -", words="bulletins_cli").set_defaults(run=run_list)
    unread = subcommand(kinds, "bulletins", "unread", "--late --json -", words="bulletins_cli")
    unread.add_argument("--late", action="store_true", help=told("bulletins_cli.late"))
    unread.set_defaults(run=run_unread)


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base.plain import plain
    from hengcai.bulletins.queries import notices

    found = [notices.told(one) for one in notices.bulletins_seen_by(system_user())]
    rows = [{name: plain(value) for name, value in one.items()} for one in found]
    return _shown(chosen, "bulletins", NOTICES, rows)


def run_unread(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base import clock
    from hengcai.bulletins.queries.readers import Filters, unread_seen_by, waiting

    condition = Filters(late=chosen.late).condition(clock.now())
    found = waiting(list(unread_seen_by(system_user()).filter(condition)))
    return _shown(chosen, "unread", UNREAD, [_unread(one) for one in found])


def _unread(one: Any) -> dict[str, Any]:
    from hengcai.base.plain import plain

    row = one.reader
    return {
        "code": row.bulletin.code, "name": row.person.name, "number": row.person.number,
        "team": row.team.name if row.team else "", "due_at": plain(row.due_at), "hours": round(one.hours, 1),
        "shift_hours": round(one.shift_hours, 1), "on_shift": one.on_shift, "on_leave": one.is_away, "is_late": one.is_late,
    }  # fmt: skip


def _shown(chosen: argparse.Namespace, name: str, heads: Sequence[str], rows: list[dict[str, Any]]) -> int:
    if chosen.json:
        json.dump({name: rows}, sys.stdout, ensure_ascii=stdout_is_narrow(), default=str)
        print()
    elif rows:
        from hengcai.cli.measure.output import print_rows

        titles = [told(f"bulletins_cli.head.{one}") for one in heads]
        print_rows([titles, *([_cell(one, row[one]) for one in heads] for row in rows)])
    else:
        print(told("bulletins_cli.none"))
    return DONE


def _cell(head: str, value: Any) -> str:
    if head == "state":
        return sentence(f"bulletins.state.{value}", language(), {})
    if head == "title":
        return str(value["en"] or value["zh"]) if language() == "en" else str(value["zh"] or value["en"])
    return "" if value is None else str(value)
