"""`hengcai intake`: what stands around an import: the empty template before it, the undoing after it."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import intake_words  # noqa: F401 - the sentences used here
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, REFUSED, SOME_REJECTED, language

if TYPE_CHECKING:
    from hengcai.interactions.models import ImportRun

NEWEST, ROWS_TOLD = 20, 20
EXAMPLE = "hengcai intake template people --to people.xlsx"


def said(code: str, **facts: object) -> str:
    return sentence(f"intake.{code}", language(), facts)


def add_parser(commands: Any) -> None:
    command = commands.add_parser("intake", help=said("help"), description=said("help"), epilog=EXAMPLE)
    verbs = command.add_subparsers(dest="verb", metavar="VERB", required=True)
    template = verbs.add_parser("template", help=said("template"), epilog=EXAMPLE)
    template.add_argument("kind", metavar="KIND", help=said("kind"))
    template.add_argument("--to", metavar="FILE", type=Path, required=True, help=said("to"))
    template.add_argument("--language", choices=["zh", "en"], help=said("language"))
    template.set_defaults(run=run_template)
    check = verbs.add_parser("check", help=said("check"), epilog="hengcai intake check people 花名册.xlsx")
    check.add_argument("kind", metavar="KIND", help=said("kind"))
    check.add_argument("file", metavar="FILE", type=Path, help=said("file"))
    check.add_argument("--mapping", metavar="FILE", type=Path, help=said("mapping"))
    check.add_argument("--people", choices=["create"], help=said("people"))
    check.add_argument("--update", action="store_true", help=said("update"))
    check.add_argument("--json", metavar="-", choices=["-"], help=said("json"))
    check.set_defaults(run=run_check)
    _of_a_run(verbs, "undo", run_undo, "hengcai intake undo 12 --dry-run").add_argument(
        "--dry-run", action="store_true", help=said("dry_run")
    )
    accounts = _of_a_run(verbs, "accounts", run_accounts, "hengcai intake accounts 12 --role agent --to passwords.csv")
    accounts.add_argument("--role", action="append", default=[], metavar="ROLE", help=said("role"))
    accounts.add_argument("--prefix", default="", help=said("prefix"))
    accounts.add_argument("--renew", action="store_true", help=said("renew"))
    accounts.add_argument("--to", metavar="FILE", type=Path, required=True, help=said("to_secret"))
    listed = verbs.add_parser("list", help=said("list"), epilog="hengcai intake list")
    listed.add_argument("--json", metavar="-", choices=["-"], help=said("json"))
    listed.set_defaults(run=run_list)


def _of_a_run(verbs: Any, verb: str, run: Any, example: str) -> Any:
    command = verbs.add_parser(verb, help=said(verb), epilog=example)
    command.add_argument("number", metavar="NUMBER", type=int, help=said("number"))
    command.add_argument("--json", metavar="-", choices=["-"], help=said("json"))
    command.set_defaults(run=run)
    return command


def run_template(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.interactions.templates import template

    ending = chosen.to.suffix.lower().removeprefix(".")
    chosen.to.write_bytes(template(chosen.kind, ending=ending, language=chosen.language or language()))
    print(said("written", path=chosen.to), file=sys.stderr)
    return DONE


def run_check(chosen: argparse.Namespace) -> int:
    """The first rows at fault with all that is wrong with each; counts over the whole file. Nothing comes in."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base.tables.mapping import read_mapping
    from hengcai.interactions.checking import COUNTED, check, kept_row
    from hengcai.interactions.models import ImportRun
    from hengcai.interactions.naming import look_by_headings

    mapping = read_mapping(chosen.mapping) if chosen.mapping else None
    options = {"update": chosen.update, "people": chosen.people}
    file = look_by_headings(chosen.file, kind=chosen.kind, mapping=mapping, options=options)
    run = ImportRun(kind=file.kind, path=str(file.path), mapping=file.mapping, options=file.options)
    counts = dict.fromkeys(("read", *COUNTED, "at_fault"), 0)
    rows: list[dict[str, Any]] = []
    for checked in check(run, by=system_user()):
        counts["read"] += checked.count
        counts["at_fault"] += len(checked.at_fault)
        for name in COUNTED:
            counts[name] += getattr(checked.outcome, name)
        rows += [kept_row(row, file.mapping, ()) for row in checked.at_fault[: ROWS_TOLD - len(rows)]]
    columns = {name: origin["path"] for name, origin in file.mapping.items()}
    _tell_check({"file": file.path.name, "columns": columns, "counts": counts, "rows": rows}, as_json=bool(chosen.json))
    return SOME_REJECTED if counts["at_fault"] else DONE


def _tell_check(facts: dict[str, Any], *, as_json: bool) -> None:
    told = [
        (row["row"], one["column"], sentence(one["code"], language(), one["facts"]))
        for row in facts["rows"]
        for one in row["faults"]
    ]
    if as_json:
        faults = [{"row": row, "column": column, "told": text} for row, column, text in told]
        print(json.dumps({**facts, "rows": faults}, ensure_ascii=False))
        return
    for row, column, text in told:
        print(said("fault", row=row, named=column or "-", text=text), file=sys.stderr)
    print(said("checked", name=facts["file"], **facts["counts"]))


def run_list(chosen: argparse.Namespace) -> int:
    """The newest imports with the numbers the other verbs take."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.interactions.queries import runs_seen_by

    runs = [_facts(run) for run in runs_seen_by(system_user())[:NEWEST]]
    if chosen.json:
        print(json.dumps({"imports": runs}, ensure_ascii=False))
    for facts in [] if chosen.json else runs:
        print(said("line", **facts))
    return DONE


def run_undo(chosen: argparse.Namespace) -> int:
    """Says all that stands in the way, or takes the import back."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.interactions.actions.undoing import start_undo
    from hengcai.interactions.tasks import undo_whole
    from hengcai.interactions.undoing import hanging

    run, by = _run(chosen.number), system_user()
    held = [one.told(language()) for one in hanging(run)]
    if not held and not chosen.dry_run:
        undo_whole(start_undo(run, by=by), by=by)
    if chosen.json:
        print(json.dumps({**_facts(run), "undone": run.undone_count, "in_the_way": held}, ensure_ascii=False))
        return REFUSED if held else DONE
    for line in held:
        print(line, file=sys.stderr)
    if held:
        return REFUSED
    print(said("free" if chosen.dry_run else "undone", name=run.file_name, count=run.undone_count))
    return DONE


def run_accounts(chosen: argparse.Namespace) -> int:
    """First passwords go to a file only its owner may read, and nowhere else."""
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base.tables.csv_out import csv_bytes
    from hengcai.interactions.actions.accounts import give_accounts, renew_accounts

    run, by = _run(chosen.number), system_user()
    if chosen.to.exists():
        raise NotValid("intake.file_there", path=chosen.to)
    given = (
        renew_accounts(run, by=by)
        if chosen.renew
        else give_accounts(run, by=by, roles=chosen.role, prefix=chosen.prefix)
    )
    columns = ("number", "name", "username", "password")
    content = csv_bytes(columns, [[getattr(one, name) for name in columns] for one in given])
    with os.fdopen(os.open(chosen.to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    if chosen.json:
        print(json.dumps({"accounts": len(given), "file": str(chosen.to)}, ensure_ascii=False))
    else:
        print(said("given", count=len(given), path=chosen.to), file=sys.stderr)
    return DONE


def _run(number: int) -> "ImportRun":
    from hengcai.interactions.models import ImportRun

    found = ImportRun.objects.filter(pk=number).first()
    if found is None:
        raise NotValid("intake.no_run", number=number)
    return found


def _facts(run: "ImportRun") -> dict[str, Any]:
    counted = {"added": run.added_count, "updated": run.updated_count, "rejected": run.rejected_count}
    return {"number": run.pk, "kind": run.kind, "file": run.file_name, "state": run.state, **counted}
