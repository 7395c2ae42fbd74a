"""`hengcai growth`: who stands on which step and how far the next one is, development plans, one person's way up."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import growth_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

VERDICTS = ("ready", "one_step", "further", "top")
HEADS = ("person", "name", "ladder", "step", "since", "re_rate_on", "next", "verdict")
COLUMNS = (*HEADS, "missing", "unknown", "counted_on")


def add_parser(commands: Any) -> None:
    words = told("growth_cli.help")
    group = commands.add_parser("growth", help=words, description=words)
    kinds = group.add_subparsers(dest="growth", metavar="list|export|readiness", required=True)
    _narrowing(subcommand(kinds, "growth", "list", "--verdict ready --json -", words="growth_cli")).set_defaults(
        run=run_list
    )
    export = _narrowing(subcommand(kinds, "growth", "export", "--to growth.csv", words="growth_cli"))
    export.add_argument("--to", metavar="FILE", type=Path, help=told("growth_cli.to"))
    export.set_defaults(run=run_export)
    readiness = subcommand(kinds, "growth", "readiness", "10023 --json -", words="growth_cli")
    readiness.add_argument("person", metavar="NUMBER", help=told("growth_cli.number"))
    readiness.set_defaults(run=run_readiness)


def _narrowing(command: Any) -> Any:
    command.add_argument("--ladder", metavar="CODE", default="", help=told("growth_cli.ladder"))
    command.add_argument("--verdict", choices=VERDICTS, default="", help=told("growth_cli.verdict"))
    command.add_argument("--person", metavar="NUMBER", default="", help=told("growth_cli.number"))
    return command


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    rows = list(_rows(chosen))
    if chosen.json:
        _json({"people": rows})
    elif rows:
        _print(rows)
    else:
        print(told("growth_cli.none"))
    return DONE


def run_export(chosen: argparse.Namespace) -> int:
    """What a step lacks is named by its codes: programs sort by them."""
    from hengcai.cli.rows import TABLES, noted, write_rows

    if chosen.to and not chosen.to.name.lower().endswith(TABLES):
        raise NotValid("growth_cli.ending", name=chosen.to.name)
    prepared()
    from hengcai.growth.models import Outlook

    noted("export_growth", Outlook(), ladder=chosen.ladder, verdict=chosen.verdict)
    rows = _rows(chosen)
    if chosen.to is None and chosen.json:
        _json({"people": list(rows)})
        return DONE
    from hengcai.cli.exporting import opened

    with opened(chosen.to) as stream:
        count = write_rows(stream, COLUMNS, (_flat(one) for one in rows), to=chosen.to)
    if chosen.to:
        facts = {"file": str(chosen.to), "rows": count}
        print(json.dumps(facts, ensure_ascii=False) if chosen.json else _told("growth_cli.done", **facts))
    return DONE


def run_readiness(chosen: argparse.Namespace) -> int:
    """As it stands today, not as it was counted last night."""
    prepared()
    from django.utils.timezone import localdate

    from hengcai.accounts.models import system_user
    from hengcai.growth.queries.people import growth_of, people_growing

    found = people_growing(system_user()).filter(number=chosen.person).first()
    if found is None:
        raise NotValid("growth_cli.nobody", number=chosen.person)
    ways = [_way(one) for one in growth_of(found, system_user(), today=localdate()).ways]
    if chosen.json:
        _json({"person": found.number, "name": found.name, "ways": ways})
        return DONE
    for one in ways:
        print(_told("growth_cli.way", ladder=one["ladder"], next=one["next"] or "–", verdict=_verdict(one["verdict"])))
        for line in one["lines"]:
            print("  " + _said(line))
    return DONE


def _rows(chosen: argparse.Namespace) -> Iterator[dict[str, Any]]:
    from hengcai.accounts.models import system_user
    from hengcai.growth.queries.people import OutlookFilter, outlooks_listed, standings_beside

    narrowed = OutlookFilter(chosen.ladder, chosen.verdict, chosen.person).condition()
    found = list(outlooks_listed(system_user()).filter(narrowed))
    standings = standings_beside(found)
    for one in found:
        yield _row(one, standings.get((one.person_id, one.ladder.code)))


def _row(one: Any, standing: Any) -> dict[str, Any]:
    lines = {state: [line for line in one.lines if line["state"] == state] for state in ("missing", "unknown")}
    return {
        "person": one.person.number, "name": one.person.name, "ladder": one.ladder.code,
        "step": standing.step.order if standing else None, "since": standing.since if standing else None,
        "re_rate_on": standing.re_rate_on if standing else None, "next": one.step.order if one.step else None,
        "verdict": one.verdict, **{state: [_code(line) for line in some] for state, some in lines.items()},
        "counted_on": one.counted_on,
    }  # fmt: skip


def _code(line: dict[str, Any]) -> str:
    """level:listening, time, proof:0."""
    return f"{line['kind']}:{line['code']}" if line["code"] else line["kind"]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, **{name: " ".join(row[name]) for name in ("missing", "unknown")}}


def _way(one: Any) -> dict[str, Any]:
    from hengcai.growth.actions.outlooks import kept

    step = one.standing.step.order if one.standing else None
    head = {"ladder": one.ladder.code, "step": step, "next": one.step.order if one.step else None}
    return {**head, "verdict": one.verdict, "lines": [kept(line) for line in one.lines]}


def _said(line: dict[str, Any]) -> str:
    from hengcai.paper.telling import Teller

    tell = Teller(language())
    facts = {name: tell.plain(line[name], 2) if line[name] else "–" for name in ("wanted", "held")} | {
        "what": _code(line)
    }
    return _told("growth_cli.line", state=_told(f"growth.line.{line['state']}"), **facts)


def _verdict(code: str) -> str:
    return _told(f"growth.verdict.{code}")


def _print(rows: list[dict[str, Any]]) -> None:
    from hengcai.cli.measure.output import print_rows

    heads = [told(f"growth_cli.head.{name}") for name in HEADS]
    lines = [[*(str(row[name] or "–") for name in HEADS[:-1]), _verdict(row["verdict"])] for row in rows]
    print_rows([heads, *lines])


def _told(code: str, **facts: Any) -> str:
    return sentence(code, language(), facts)


def _json(facts: dict[str, Any]) -> None:
    json.dump(facts, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False, default=str)
    print()
