"""`hengcai causes`: causes of errors put to their owners, through the rights the page asks for."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from hengcai.base.dates import written_day
from hengcai.base.say import sentence
from hengcai.cli import causes_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.doer import doer, takes_by
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

STATES, CAUSES = ("open", "answered", "closed"), ("process", "system", "knowledge", "policy")
HEADS = ("month", "cause", "owner", "errors", "contacts", "state", "due")
Rows = Sequence[dict[str, Any]]


def month(written: str) -> date:
    return written_day(f"{written}-01" if written.count("-") == 1 else written).replace(day=1)


def add_parser(commands: Any) -> None:
    group = commands.add_parser("causes", help=told("causes.help"), description=told("causes.help"))
    kinds = group.add_subparsers(dest="causes", metavar="list|collect", required=True)
    listed = subcommand(kinds, "causes", "list", "--month 2026-03 --json -", words="causes")
    listed.add_argument("--month", metavar="MONTH", type=month, help=told("causes.month"))
    listed.add_argument("--state", choices=STATES, default="", help=told("causes.state"))
    listed.add_argument("--cause", choices=CAUSES, default="", help=told("causes.cause"))
    listed.add_argument("--late", action="store_true", help=told("causes.late"))
    takes_by(listed)
    listed.set_defaults(run=run_list)
    collect = subcommand(kinds, "causes", "collect", "--month 2026-03", words="causes")
    collect.add_argument("--month", metavar="MONTH", type=month, required=True, help=told("causes.month"))
    takes_by(collect)
    collect.set_defaults(run=run_collect)


def run_list(chosen: argparse.Namespace) -> int:
    """With a month, its errors by cause too."""
    prepared()
    from django.utils.timezone import localdate

    from hengcai.quality import permissions
    from hengcai.quality.queries import causes as queries

    user, today = doer(chosen), localdate()
    permissions.SEE_CAUSES.enter([], user)
    narrowed = queries.CauseFilter(chosen.state, chosen.cause, chosen.late, chosen.month).condition(today=today)
    rows = [queries.told(one) for one in queries.causes_listed(user).filter(narrowed)]
    bars = queries.causes_counted(user, month=chosen.month) if chosen.month else []
    counted = [
        {"cause": one.cause or "none", "errors": one.n, "cumulative_share": float(one.cumulative)} for one in bars
    ]
    return _write(rows, counted, chosen)


def run_collect(chosen: argparse.Namespace) -> int:
    prepared()
    from django.utils.timezone import localdate

    from hengcai.accounts.queries import the_centre
    from hengcai.quality.actions import collect_causes
    from hengcai.quality.queries.causes import told as as_told

    made = collect_causes(the_centre(), by=doer(chosen), month=chosen.month, today=localdate())
    return _write([as_told(one) for one in made], [], chosen)


def _write(rows: Rows, counted: Rows, chosen: argparse.Namespace) -> int:
    if chosen.json:
        found = {"month": chosen.month, "causes": rows, "counted": counted}
        json.dump(found, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False, default=str)
        print()
        return DONE
    if not rows:
        print(told("causes.none"))
    else:
        _print([told(f"causes.head.{name}") for name in HEADS], [_line(one) for one in rows])
    if counted:
        print()
        heads = [told(f"causes.head.{name}") for name in ("cause", "errors", "cumulative")]
        _print(heads, [[_cause(one), one["errors"], f"{one['cumulative_share']:.0%}"] for one in counted])
    return DONE


def _line(one: dict[str, Any]) -> list[object]:
    owner = one["owner"] or _word(f"role.{one['role']}")
    due = one["due_on"] if one["state"] == "open" else one["measure_on"]
    state = _word(f"quality.causereport.state.{one['state']}")
    return [f"{one['month']:%Y-%m}", _cause(one), owner, one["errors"], one["contacts"], state, due]


def _cause(one: dict[str, Any]) -> str:
    return _word(f"quality.cause.{one['cause']}")


def _word(code: str) -> str:
    return sentence(code, language(), {})


def _print(heads: Sequence[object], rows: Sequence[Sequence[object]]) -> None:
    from hengcai.cli.measure.output import print_rows

    print_rows([[str(cell) for cell in row] for row in (heads, *rows)])
