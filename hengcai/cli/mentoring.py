"""`hengcai mentoring`: pairs, permits, who is on shift without one."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from hengcai.base.say import sentence
from hengcai.cli import mentoring_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

PAIRS = ("newcomer", "mentor", "first_on", "last_on", "state")
PERMITS = ("number", "name", "post", "state", "valid_until")


def add_parser(commands: Any) -> None:
    words = told("mentoring_cli.help")
    group = commands.add_parser("mentoring", help=words, description=words)
    kinds = group.add_subparsers(dest="mentoring", metavar="list|permits", required=True)
    subcommand(kinds, "mentoring", "list", "--json -", words="mentoring_cli").set_defaults(run=run_list)
    permits = subcommand(kinds, "mentoring", "permits", "--without --json -", words="mentoring_cli")
    permits.add_argument("--without", action="store_true", help=told("mentoring_cli.without"))
    permits.set_defaults(run=run_permits)


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.mentoring.queries.pairs import pairs_seen_by

    rows = [
        {
            "newcomer": one.newcomer.name, "mentor": one.mentor.name, "first_on": one.first_on, "last_on": one.last_on,
            "state": one.state,
        }
        for one in pairs_seen_by(system_user())
    ]  # fmt: skip
    return _shown(chosen, "pairs", PAIRS, rows)


def run_permits(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base import clock
    from hengcai.mentoring.queries.permits import permits_seen_by, without_permit

    found: Any = without_permit(system_user(), clock.today()) if chosen.without else permits_seen_by(system_user())
    return _shown(chosen, "permits", PERMITS, [_permit(one) for one in found])


def _permit(one: Any) -> dict[str, Any]:
    post = f"{one.post.code} {one.skill_group}".strip()
    told_state = {"state": getattr(one, "state", ""), "valid_until": getattr(one, "valid_until", None)}
    return {"number": one.person.number, "name": one.person.name, "post": post, **told_state}


def _shown(chosen: argparse.Namespace, name: str, heads: Sequence[str], rows: list[dict[str, Any]]) -> int:
    if chosen.json:
        json.dump({name: rows}, sys.stdout, ensure_ascii=stdout_is_narrow(), default=str)
        print()
    elif rows:
        from hengcai.cli.measure.output import print_rows

        kind = "pair" if name == "pairs" else "permit"
        titles = [told(f"mentoring_cli.head.{one}") for one in heads]
        print_rows([titles, *([_cell(kind, one, row[one]) for one in heads] for row in rows)])
    else:
        print(told("mentoring_cli.none"))
    return DONE


def _cell(kind: str, head: str, value: Any) -> str:
    if head == "state" and value:
        return sentence(f"mentoring.{kind}.state.{value}", language(), {})
    return str(value or "")
