"""`hengcai consequences`: pay runs listed, a pay sheet for payroll, bases brought in; each with its rights and its entry."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotNow, NotValid
from hengcai.base.say import sentence
from hengcai.cli import consequences_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

COLUMNS = (
    "person", "name", "period", "kind", "grade", "base", "coefficient", "earned", "fixed", "topped_up", "total",
)  # fmt: skip
HEADS = ("id", "period", "kind", "state", "people", "total")


def add_parser(commands: Any) -> None:
    words = told("pay_cli.help")
    group = commands.add_parser("consequences", help=words, description=words)
    kinds = group.add_subparsers(dest="consequences", metavar="runs|sheet|bases", required=True)
    subcommand(kinds, "consequences", "runs", "--json -", words="pay_cli").set_defaults(run=run_runs)
    sheet = subcommand(kinds, "consequences", "sheet", "2026-03 --to pay.csv", words="pay_cli")
    sheet.add_argument("period", metavar="PERIOD", help=told("pay_cli.period"))
    sheet.add_argument("--to", metavar="FILE", type=Path, help=told("pay_cli.to"))
    sheet.set_defaults(run=run_sheet)
    bases = subcommand(kinds, "consequences", "bases", "bases.csv", words="pay_cli")
    bases.add_argument("file", metavar="FILE", type=Path, help=told("pay_cli.file"))
    bases.set_defaults(run=run_bases)


def run_runs(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.consequences.queries.pay import runs_listed

    rows = [_head(one) for one in runs_listed(system_user())]
    if chosen.json:
        _json({"runs": rows})
    elif rows:
        from hengcai.cli.measure.output import print_rows

        heads = [told(f"pay_cli.head.{name}") for name in HEADS]
        print_rows([heads, *([str(row[name]) for name in HEADS] for row in rows)])
    else:
        print(told("pay_cli.none"))
    return DONE


def run_sheet(chosen: argparse.Namespace) -> int:
    """Only of what is decided: what payroll gets does not change any more."""
    from hengcai.cli.rows import TABLES, noted, write_rows

    if chosen.to and not chosen.to.name.lower().endswith(TABLES):
        raise NotValid("pay_cli.ending", name=chosen.to.name)
    prepared()
    from hengcai.cli.exporting import opened

    run, rows = _sheet(chosen.period)
    noted("export_pay_run", run, rows=len(rows))
    if chosen.to is None and chosen.json:
        _json({"period": chosen.period, "lines": rows})
        return DONE
    with opened(chosen.to) as stream:
        count = write_rows(stream, COLUMNS, rows, to=chosen.to)
    if chosen.to:
        facts = {"file": str(chosen.to), "rows": count}
        print(json.dumps(facts, ensure_ascii=False) if chosen.json else _told("pay_cli.done", **facts))
    return DONE


def _sheet(period: str) -> tuple[Any, list[dict[str, Any]]]:
    from hengcai.accounts.models import system_user
    from hengcai.consequences.models import PayRun
    from hengcai.consequences.queries.pay import lines_of, period_of, runs_listed

    runs = [one for one in runs_listed(system_user()).filter(state__in=PayRun.FINAL) if period_of(one) == period]
    if not runs:
        raise NotNow("pay_cli.not_decided", period=period)
    return runs[0], [_line(one, period) for one in lines_of(runs[0], system_user())]


def run_bases(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.consequences.actions import take_in_bases
    from hengcai.consequences.reading import read_bases

    rows = read_bases(chosen.file)
    count = take_in_bases(the_centre(), by=system_user(), rows=rows)
    facts = {"file": chosen.file.name, "rows": len(rows), "new": count}
    print(json.dumps(facts, ensure_ascii=False) if chosen.json else _told("pay_cli.brought", **facts))
    return DONE


def _head(one: Any) -> dict[str, Any]:
    from hengcai.consequences.queries.pay import period_of

    return {
        "id": one.pk, "period": period_of(one), "kind": one.kind, "state": one.state, "people": one.people,
        "total": f"{one.sum or 0:.2f}",
    }  # fmt: skip


def _line(one: Any, period: str) -> dict[str, Any]:
    """Amounts as numbers with two places, so that payroll adds them up as they are."""
    amounts = {name: getattr(one, name) for name in ("base", "earned", "fixed", "topped_up", "total")}
    coefficient = "" if one.coefficient is None else format(one.coefficient.normalize(), "f")
    head = {"person": one.person.number, "name": one.person.name, "period": period, "kind": one.kind}
    return {**head, "grade": one.grade, "coefficient": coefficient, **{k: f"{v:.2f}" for k, v in amounts.items()}}


def _told(code: str, **facts: Any) -> str:
    return sentence(code, language(), facts)


def _json(facts: dict[str, Any]) -> None:
    json.dump(facts, sys.stdout, ensure_ascii=stdout_is_narrow(), allow_nan=False, default=str)
    print()
