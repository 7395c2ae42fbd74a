"""`hengcai courses`: the catalogue, a course file checked, stored, written out; who is learning what."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import courses_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import into_file, stdout_is_narrow, told
from hengcai.cli.doer import doer, takes_by
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language
from hengcai.cli.subcommands import subcommand

if TYPE_CHECKING:
    from hengcai.training.models import Course

HEADS = ("code", "number", "title", "module", "tier", "hours", "lessons", "state")
LEARNING = ("person", "name", "course", "done", "due_on", "state")


def add_parser(commands: Any) -> None:
    words = told("courses_cli.help")
    group = commands.add_parser("courses", help=words, description=words)
    kinds = group.add_subparsers(dest="courses", metavar="list|check|load|export|learning", required=True)
    subcommand(kinds, "courses", "list", "--json -", words="courses_cli").set_defaults(run=run_list)
    check = subcommand(kinds, "courses", "check", "complaints.yaml", words="courses_cli")
    check.add_argument("file", metavar="FILE", type=Path, help=told("courses_cli.file"))
    check.set_defaults(run=run_check)
    load = subcommand(kinds, "courses", "load", "complaints.yaml --publish", words="courses_cli")
    load.add_argument("file", metavar="FILE", type=Path, help=told("courses_cli.file"))
    load.add_argument("--publish", action="store_true", help=told("courses_cli.publish"))
    takes_by(load)
    load.set_defaults(run=run_load)
    export = subcommand(kinds, "courses", "export", "complaint_handling --to complaints.yaml", words="courses_cli")
    export.add_argument("code", metavar="CODE", help=told("courses_cli.code"))
    export.add_argument("--to", metavar="FILE", type=Path, help=told("courses_cli.to"))
    export.set_defaults(run=run_export)
    learning = subcommand(kinds, "courses", "learning", "--late --json -", words="courses_cli")
    learning.add_argument("--late", action="store_true", help=told("courses_cli.late"))
    learning.set_defaults(run=run_learning)


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.training.queries.catalogue import Filters, courses_listed

    rows = [_head(one) for one in courses_listed(system_user(), Filters())]
    return _shown(chosen, "courses", HEADS, rows, none="courses_cli.none")


def run_check(chosen: argparse.Namespace) -> int:
    text = _read(chosen.file)
    facts = {"file": chosen.file.name, "lessons": len(text.lessons), "questions": len(text.quiz)}
    if chosen.json:
        _json({**facts, "code": text.code})
    else:
        print(sentence("courses_cli.well", language(), facts))
    return DONE


def run_load(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.queries import the_centre
    from hengcai.base import clock
    from hengcai.training import actions
    from hengcai.training.rules.course_shape import as_plain

    by = doer(chosen)
    made = actions.add_course(the_centre(), by=by, definition=as_plain(_read(chosen.file)))
    if chosen.publish:
        actions.publish_course(made, by=by, today=clock.today())
    facts = {"code": made.code, "number": made.number, "state": made.state}
    if chosen.json:
        _json(facts)
    else:
        said = sentence(f"training.course.state.{made.state}", language(), {})
        print(sentence("courses_cli.loaded", language(), {**facts, "state": said}))
    return DONE


def run_export(chosen: argparse.Namespace) -> int:
    """The version in use, else the newest."""
    prepared()
    from hengcai.cli.rows import noted
    from hengcai.training.definitions import definition_of, write_text
    from hengcai.training.models import Course

    versions = Course.objects.filter(code=chosen.code).order_by("-number")
    found = versions.filter(state=Course.State.PUBLISHED).first() or versions.first()
    if found is None:
        raise NotValid("courses_cli.unknown", code=chosen.code)
    noted("export_course", found)
    if chosen.to:
        into_file(chosen.to, lambda stream: stream.write(write_text(found).encode()))
    elif chosen.json:
        _json(definition_of(found))
    else:
        sys.stdout.write(write_text(found))
    return DONE


def run_learning(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.accounts.models import system_user
    from hengcai.base import clock
    from hengcai.training.queries.learning import Filters, enrolments_seen_by

    narrowed = Filters(is_late=chosen.late).condition(clock.today())
    rows = [_way(one) for one in enrolments_seen_by(system_user()).filter(narrowed)]
    return _shown(chosen, "enrolments", LEARNING, rows, none="courses_cli.nobody")


def _read(path: Path) -> Any:
    prepared()
    from hengcai.base.yaml_parts import read_yaml
    from hengcai.training.definitions import read_definition, read_text

    read_yaml(path)  # what cannot be read is named with its line
    return read_definition(read_text(path.read_text("utf-8-sig"), file=path.name))


def _shown(
    chosen: argparse.Namespace, name: str, heads: Sequence[str], rows: list[dict[str, Any]], *, none: str
) -> int:
    if chosen.json:
        _json({name: rows})
    elif rows:
        from hengcai.cli.measure.output import print_rows

        titles = [told(f"courses_cli.head.{one}") for one in heads]
        print_rows([titles, *([str(row[one] or "") for one in heads] for row in rows)])
    else:
        print(told(none))
    return DONE


def _json(found: Any) -> None:
    json.dump(found, sys.stdout, ensure_ascii=stdout_is_narrow(), default=str)
    print()


def _head(one: "Course") -> dict[str, Any]:
    return {
        "code": one.code, "number": one.number, "title": one.title.read(language()), "module": one.module, "tier": one.tier,
        "hours": f"{one.hours.normalize():f}", "lessons": getattr(one, "n_lessons", 0), "state": one.state,
    }  # fmt: skip


def _way(one: Any) -> dict[str, Any]:
    return {
        "person": one.person.number, "name": one.person.name, "course": one.course.code,
        "done": f"{one.n_done}/{one.n_lessons}", "due_on": one.due_on, "state": one.state,
    }  # fmt: skip
