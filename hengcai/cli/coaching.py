"""`hengcai coaching`: coaching records, through the rights the page asks for; an export stands in the audit log."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import coaching_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.doer import doer, takes_by
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

STATES = ("open", "prepared", "held", "signed", "refused", "looked", "closed")
HEADS = ("id", "agent", "item", "coach", "held_on", "look_on", "state")


def add_parser(commands: Any) -> None:
    group = commands.add_parser("coaching", help=told("coach_cli.help"), description=told("coach_cli.help"))
    kinds = group.add_subparsers(dest="coaching", metavar="list|export", required=True)
    _command(kinds, "list", "--state open --json -").set_defaults(run=run_list)
    export = _command(kinds, "export", "--to coaching.jsonl")
    export.add_argument("--to", metavar="FILE", type=Path, help=told("coach_cli.to"))
    export.set_defaults(run=run_export)


def _command(kinds: Any, name: str, example: str) -> Any:
    command = subcommand(kinds, "coaching", name, example, words="coach_cli")
    command.add_argument("--state", choices=STATES, default="", help=told("coach_cli.state"))
    command.add_argument("--agent", metavar="NUMBER", default="", help=told("coach_cli.agent"))
    command.add_argument("--late", action="store_true", help=told("coach_cli.late"))
    takes_by(command)
    return command


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.coaching.queries.sessions import sessions_listed

    rows = [_head(one) for one in _narrowed(sessions_listed, chosen)]
    if chosen.json:
        json.dump({"sessions": rows}, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False, default=str)
        print()
    elif rows:
        _print([told(f"coach_cli.head.{name}") for name in HEADS], [_line(one) for one in rows])
    else:
        print(told("coach_cli.none"))
    return DONE


def run_export(chosen: argparse.Namespace) -> int:
    """Whole records as the one they are about reads them."""
    from hengcai.cli.rows import TABLES, noted, write_rows

    if chosen.to and not chosen.to.name.lower().endswith(TABLES):
        raise NotValid("coach_cli.ending", name=chosen.to.name)
    prepared()
    from hengcai.coaching.models import Coaching
    from hengcai.coaching.queries.given import COLUMNS, rows_of
    from hengcai.coaching.queries.sessions import sessions_seen_by

    rows: Iterator[dict[str, Any]] = rows_of(_narrowed(sessions_seen_by, chosen))
    noted("export_coaching", Coaching(), by=doer(chosen), state=chosen.state, late=chosen.late)
    if chosen.to is None and chosen.json:
        json.dump({"sessions": list(rows)}, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False, default=str)
        print()
        return DONE
    from hengcai.cli.exporting import opened

    with opened(chosen.to) as stream:
        count = write_rows(stream, COLUMNS, rows, to=chosen.to)
    if chosen.to:
        facts = {"file": str(chosen.to), "rows": count}
        print(json.dumps(facts, ensure_ascii=False) if chosen.json else _done(chosen.to, count))
    return DONE


def _narrowed(listed: Any, chosen: argparse.Namespace) -> Any:
    from django.utils.timezone import localdate

    from hengcai.coaching import permissions
    from hengcai.coaching.queries.sessions import SessionFilter

    user = doer(chosen)
    permissions.SEE.enter([], user)
    narrowed = SessionFilter(chosen.state, chosen.agent, chosen.late).condition(today=localdate())
    return listed(user).filter(narrowed)


def _head(one: Any) -> dict[str, Any]:
    return {
        "id": one.pk, "agent": one.agent.number, "item": one.item.code, "coach": one.coach.name, "held_on": one.held_on,
        "look_on": one.look_on, "state": one.state,
    }  # fmt: skip


def _line(one: dict[str, Any]) -> list[object]:
    state = sentence(f"coaching.session.state.{one['state']}", language(), {})
    return [*(one[name] or "–" for name in HEADS[:-1]), state]


def _done(to: Path, count: int) -> str:
    return sentence("coach_cli.done", language(), {"file": str(to), "count": count})


def _print(heads: Sequence[object], rows: Sequence[Sequence[object]]) -> None:
    from hengcai.cli.measure.output import print_rows

    print_rows([[str(cell) for cell in row] for row in (heads, *rows)])
