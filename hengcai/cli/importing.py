"""`hengcai import`: a file comes in, interrupted and taken up as often as it takes."""

import argparse
import json
import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import bringing, importing_words  # noqa: F401 - the sentences used here
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, REFUSED, SOME_REJECTED, language

if TYPE_CHECKING:
    from hengcai.interactions.files import FileToImport
    from hengcai.interactions.models import ImportRun, Reject

SHOWN_REJECTS = 10
NAMES_SHOWN = 5


def said(code: str, **facts: object) -> str:
    return sentence(f"cli_import.{code}", language(), facts)


def add_parser(commands: Any) -> None:
    example = "hengcai import contacts june.csv --rejects rejected.csv"
    command = commands.add_parser("import", help=said("help"), description=said("help"), epilog=example)
    command.add_argument("kind", metavar="KIND", help=said("kind"))
    command.add_argument("file", metavar="FILE", type=Path, help=said("file"))
    command.add_argument("--mapping", metavar="FILE", type=Path, help=said("mapping"))
    command.add_argument("--rejects", metavar="FILE", type=Path, help=said("rejects"))
    command.add_argument("--dry-run", action="store_true", help=said("dry_run"))
    command.add_argument("--people", choices=["create"], help=said("people"))
    command.add_argument("--update", action="store_true", help=said("update"))
    command.add_argument("--json", metavar="-", choices=["-"], help=said("json"))
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    os.environ.setdefault("POLARS_MAX_THREADS", "1")  # a chunk is too small for two to be worth their meeting
    prepared()
    from hengcai.base.tables.mapping import read_mapping
    from hengcai.interactions import rejects
    from hengcai.interactions.kinds.registry import KINDS
    from hengcai.interactions.naming import look_by_headings

    if chosen.kind in bringing.kinds():
        return bringing.bring(chosen)
    if chosen.kind not in KINDS:
        raise NotValid("import.kind_unknown", value=chosen.kind, known=(*KINDS, *bringing.kinds()))
    mapping = read_mapping(chosen.mapping) if chosen.mapping else None
    options = {"update": chosen.update, "people": chosen.people}
    file = look_by_headings(chosen.file, kind=chosen.kind, mapping=mapping, options=options)
    if file.mapping and mapping is None:
        _note(said("guessed", columns=_columns_told(file)))
    if chosen.rejects:
        rejects.check_target(chosen.rejects, file.columns)
    facts = _try(file, chosen) if chosen.dry_run else _import(file, chosen)
    _tell(facts, chosen)
    if facts["state"] == "failed":
        return REFUSED
    return SOME_REJECTED if facts["rejected"] else DONE


def _columns_told(file: "FileToImport") -> list[str]:
    return [f"{name} = {origin['path']}" for name, origin in file.mapping.items()]


def _import(file: "FileToImport", chosen: argparse.Namespace) -> dict[str, Any]:
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre
    from hengcai.interactions import compaction
    from hengcai.interactions.actions.importing import start_import
    from hengcai.interactions.importing import import_whole
    from hengcai.interactions.queries import rejects_of
    from hengcai.interactions.rejects import write_rejects

    by, began = system_user(), time.monotonic()
    run = start_import(the_centre(), by=by, file=file)
    before = run.read_count
    if before:
        _note(said("resumed", row=run.cursor["row"]))
    _watch((progress.done_count, progress.total_count) for progress in import_whole(run, by=by))
    while compaction.compact_some(run, by=by):
        pass
    compaction.sweep()
    written = write_rejects(run, chosen.rejects, language=language()) if chosen.rejects else None
    _list_rejects(rejects_of(run)[:SHOWN_REJECTS], run.rejected_count, is_written=bool(chosen.rejects))
    took = round(time.monotonic() - began, 1)
    return {
        **_facts(run),
        **_without_permit(run),
        "resumed_at": before,
        "seconds": took,
        "rejects_file": _path(written),
    }


def _without_permit(run: "ImportRun") -> dict[str, Any]:
    """Of a roster: whom the centre does not count, or counts with a warning."""
    from hengcai.mentoring.queries.roster import not_counted_of_run, roster_rule

    people = not_counted_of_run(run.pk) if run.kind == "shifts" else []
    if people:
        names = [f"{one.name} {one.number}" for one in people[:NAMES_SHOWN]] + ["…"] * (len(people) > NAMES_SHOWN)
        _note(said(f"without_permit.{roster_rule()}", count=len(people), names=names))
    return {"without_permit": [one.number for one in people]} if run.kind == "shifts" else {}


def _facts(run: "ImportRun") -> dict[str, Any]:
    made = {what: {"count": one["count"], "names": one["names"]} for what, one in run.summary.items()}
    sheet = made.pop("sheet", None)
    return {
        "kind": run.kind,
        "file": run.file_name,
        "sheet": sheet["names"][0] if sheet else None,
        "state": run.state,
        "read": run.read_count,
        "added": run.added_count,
        "updated": run.updated_count,
        "passed_over": run.passed_over_count,
        "rejected": run.rejected_count,
        "made": made,
    }


def _try(file: "FileToImport", chosen: argparse.Namespace) -> dict[str, Any]:
    """The same counts and the same rejects, and nothing kept."""
    from hengcai.interactions.rejects import write_rows

    found, written = _Trial(file), None
    rejects = _counted(found)
    if chosen.rejects:
        written = write_rows(rejects, chosen.rejects, columns=file.columns, language=language())
    else:
        deque(rejects, maxlen=0)
    _list_rejects(found.first, found.rejected, is_written=written is not None)
    return {**found.facts(), "rejects_file": _path(written)}


class _Trial:
    """What a dry run has counted so far."""

    def __init__(self, file: "FileToImport") -> None:
        self.file = file
        self.rejected = 0
        self.first: list[Reject] = []
        self.last: Any = None

    def facts(self) -> dict[str, Any]:
        outcome = self.last.outcome
        made = {what: {"count": len(names), "names": names} for what, names in outcome.made.items()}
        counted = {"added": outcome.added, "updated": outcome.updated, "passed_over": outcome.passed_over}
        name, sheet = self.file.path.name, self.file.sheet or None
        plain = {"kind": self.file.kind, "file": name, "sheet": sheet, "state": "dry_run"}
        return {**plain, "read": self.last.read_count, **counted, "rejected": self.rejected, "made": made}


def _counted(found: _Trial) -> "Iterator[Reject]":
    from hengcai.accounts.models import system_user
    from hengcai.interactions.importing import try_file

    for trial, rejects in try_file(found.file, by=system_user()):
        found.last = trial
        found.rejected += len(rejects)
        found.first += rejects[: SHOWN_REJECTS - len(found.first)]
        yield from rejects


def _watch(steps: Iterable[tuple[int, int]]) -> None:
    """A moving line on a terminal; elsewhere nothing, the summary says it all."""
    is_terminal = sys.stderr.isatty()
    for done, total in steps:
        if is_terminal:
            text = said("progress", done=done, total=total) if total else said("reading", done=done)
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
    if is_terminal:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _list_rejects(rejects: "Iterable[Reject]", count: int, *, is_written: bool) -> None:
    from hengcai.interactions.queries import where_and_why

    shown = list(rejects)
    for one in shown:
        _note(where_and_why(one, language()))
    if count > len(shown) and not is_written:
        _note(said("more_rejects", count=count - len(shown)))


def _tell(facts: dict[str, Any], chosen: argparse.Namespace) -> None:
    if chosen.json:
        print(json.dumps(facts, ensure_ascii=False))
        return
    counted = {name: value for name, value in facts.items() if name not in ("file", "sheet", "without_permit")}
    print(said("dry_summary" if chosen.dry_run else "summary", name=facts["file"], **counted))
    if facts["sheet"]:
        print(said("sheet", name=facts["sheet"]))
    for what, made in facts["made"].items():
        names = made["names"][:NAMES_SHOWN] + (["…"] if made["count"] > NAMES_SHOWN else [])
        print(said(f"made.{what}", count=made["count"], names=names))
    if facts["rejects_file"]:
        print(said("rejects_at", path=facts["rejects_file"]))


def _note(text: str) -> None:
    print(text, file=sys.stderr)


def _path(path: Path | None) -> str | None:
    return str(path) if path else None
