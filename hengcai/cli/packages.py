"""`hengcai packages`: SCORM packages listed, checked before they are sent in, taken in; who is how far."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.cli import packages_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.doer import doer, takes_by
from hengcai.cli.prepare import prepared, started
from hengcai.cli.program import DONE
from hengcai.cli.subcommands import subcommand

PACKAGES = ("code", "title", "edition", "parts", "people", "done")
RUNS = ("person", "name", "course", "part", "completion", "success", "share", "seconds")


def add_parser(commands: Any) -> None:
    words = told("packages.help")
    group = commands.add_parser("packages", help=words, description=words)
    kinds = group.add_subparsers(dest="packages", metavar="list|check|add|runs", required=True)
    for name, example, run in (
        ("list", "--json -", run_list), ("check", "course.zip", run_check), ("add", "course.zip --by zhou", run_add),
        ("runs", "--json -", run_runs),
    ):  # fmt: skip
        command = subcommand(kinds, "packages", name, example, words="packages")
        command.set_defaults(run=run)
        if run in (run_check, run_add):
            command.add_argument("file", metavar="FILE", type=Path, help=told("packages.file"))
        if run is not run_check:
            takes_by(command)


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.courseware import permissions
    from hengcai.courseware.queries.packages import packages_seen_by

    by = doer(chosen)
    permissions.SEE.enter([], by)
    seen: Any = packages_seen_by(by)
    rows = [
        {
            "code": one.code, "title": one.title, "edition": one.edition, "parts": len(one.parts), "people": one.n_people,
            "done": one.n_done,
        }
        for one in seen
    ]  # fmt: skip
    return _shown(chosen, "packages", PACKAGES, rows)


def run_check(chosen: argparse.Namespace) -> int:
    """Needs no database and keeps nothing."""
    started()
    from hengcai.courseware.unpacking import look_through

    found = look_through(_there(chosen.file))
    if chosen.json:
        parts = [{"id": one.id, "title": one.title, "is_sco": one.is_sco} for one in found.parts]
        json.dump(
            {"title": found.title, "edition": found.edition, "parts": parts},
            sys.stdout,
            ensure_ascii=stdout_is_narrow(),
        )
        print()
    else:
        print(told("packages.fit", title=found.title, edition=found.edition, n=len(found.parts)))
    return DONE


def run_add(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.queries import the_centre
    from hengcai.courseware.unpacking import OnDisk, receive_package

    path = _there(chosen.file)
    made = receive_package(the_centre(), OnDisk(path), by=doer(chosen), name=path.name)
    if chosen.json:
        json.dump({"id": made.pk, "code": made.code, "title": made.title}, sys.stdout, ensure_ascii=stdout_is_narrow())
        print()
    else:
        print(told("packages.added", title=made.title, named=made.code))
    return DONE


def run_runs(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.courseware.queries.runs import runs_seen_by

    rows = [
        {
            "person": one.enrolment.person.number, "name": one.enrolment.person.name, "course": one.enrolment.course.code,
            "part": one.part, "completion": one.completion, "success": one.success, "share": one.share,
            "seconds": one.seconds,
        }
        for one in runs_seen_by(doer(chosen))
    ]  # fmt: skip
    return _shown(chosen, "runs", RUNS, rows)


def _there(path: Path) -> Path:
    if not path.is_file():
        raise NotValid("table.file_missing", file=str(path))
    return path


def _shown(chosen: argparse.Namespace, name: str, heads: Sequence[str], rows: list[dict[str, Any]]) -> int:
    if chosen.json:
        json.dump({name: rows}, sys.stdout, ensure_ascii=stdout_is_narrow())
        print()
    elif rows:
        from hengcai.cli.measure.output import print_rows

        print_rows(
            [[told(f"packages.head.{one}") for one in heads], *([str(row[one]) for one in heads] for row in rows)]
        )
    else:
        print(told("packages.none"))
    return DONE
