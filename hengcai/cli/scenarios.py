"""`hengcai scenarios`: listed, checked by the rules, exported and brought in as files; the runs made through them."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import scenarios_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import stdout_is_narrow, told
from hengcai.cli.doer import doer, takes_by
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, SOME_REJECTED, language
from hengcai.cli.subcommands import subcommand

if TYPE_CHECKING:
    from hengcai.simulation.models import Scenario

HEADS = ("id", "code", "number", "state", "title", "finished")
RUN_HEADS = ("id", "code", "number", "person", "state", "share", "ended_at")


def add_parser(commands: Any) -> None:
    group = commands.add_parser("scenarios", help=told("scenarios.help"), description=told("scenarios.help"))
    kinds = group.add_subparsers(dest="scenarios", metavar="list|check|export|import|runs", required=True)
    for name, example, run in (("list", "--json -", run_list), ("runs", "--by zhou", run_runs)):
        _with_doer(subcommand(kinds, "scenarios", name, example, words="scenarios"), run)
    check = subcommand(kinds, "scenarios", "check", "angry_caller.yaml", words="scenarios")
    check.add_argument("files", metavar="FILE", type=Path, nargs="*", help=told("scenarios.files"))
    check.set_defaults(run=run_check)
    export = subcommand(kinds, "scenarios", "export", "angry_caller --to angry_caller.yaml", words="scenarios")
    export.add_argument("code", metavar="CODE", help=told("scenarios.code"))
    export.add_argument("--to", metavar="FILE", type=Path, help=told("scenarios.to"))
    _with_doer(export, run_export)
    bring = subcommand(kinds, "scenarios", "import", "angry_caller.yaml --publish", words="scenarios")
    bring.add_argument("file", metavar="FILE", type=Path, help=told("scenarios.file"))
    bring.add_argument("--publish", action="store_true", help=told("scenarios.publish"))
    _with_doer(bring, run_import)


def _with_doer(command: Any, run: Any) -> None:
    takes_by(command)
    command.set_defaults(run=run)


def run_list(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.simulation import permissions
    from hengcai.simulation.queries.scenarios import scenarios_seen_by

    by = doer(chosen)
    permissions.SEE.enter([], by)
    rows = [
        {
            "id": one.pk, "code": one.code, "number": one.number, "state": one.state, "title": one.title.read(language()),
            "finished": getattr(one, "n_finished", 0),
        }
        for one in scenarios_seen_by(by)
    ]  # fmt: skip
    return _printed(chosen, "scenarios", HEADS, rows)


def run_runs(chosen: argparse.Namespace) -> int:
    """Whose runs one sees, as on the page."""
    prepared()
    from hengcai.simulation import permissions
    from hengcai.simulation.queries.runs import runs_seen_by

    by = doer(chosen)
    permissions.SEE_RUNS.enter([], by)
    rows = [
        {
            "id": one.pk, "code": one.scenario.code, "number": one.scenario.number, "person": one.person.number,
            "state": one.state, "share": one.exact, "ended_at": one.ended_at,
        }
        for one in runs_seen_by(by)
    ]  # fmt: skip
    return _printed(chosen, "runs", RUN_HEADS, rows)


def run_check(chosen: argparse.Namespace) -> int:
    """Of the files named, else of every scenario that is shipped; no database is asked."""
    from hengcai.simulation.rules.problems import problems_of
    from hengcai.simulation.rules.reading import read_scenario
    from hengcai.simulation.shipped import SEEDS

    found = []
    for path in chosen.files or sorted(SEEDS.glob("*.yaml")):
        problems = problems_of(read_scenario(_definition(path)))
        found += [
            {"file": path.name, "node": one.node, "choice": one.choice, "text": sentence(one.code, language(), one.told)}
            for one in problems
        ]  # fmt: skip
    if chosen.json:
        json.dump({"problems": found}, sys.stdout, ensure_ascii=stdout_is_narrow())
        print()
    else:
        for one in found:
            print(f"{one['file']}: {one['text']}")
        if not found:
            print(told("scenarios.sound"))
    return SOME_REJECTED if found else DONE


def run_export(chosen: argparse.Namespace) -> int:
    """The version in use, else the newest; to a file or to standard output."""
    prepared()
    from hengcai.audit.action import note
    from hengcai.simulation import permissions
    from hengcai.simulation.definitions import definition_of
    from hengcai.simulation.exporting import scenario_yaml
    from hengcai.simulation.queries.scenarios import scenarios_seen_by

    by = doer(chosen)
    permissions.EXPORT.enter([], by)
    found = _newest(scenarios_seen_by(by).filter(code=chosen.code), chosen.code)
    note("export_scenario", found, by=by, kind="file")
    if chosen.to:
        chosen.to.write_bytes(scenario_yaml(found))
        print(told("scenarios.written", file=str(chosen.to), number=found.number))
    elif chosen.json:
        json.dump(definition_of(found), sys.stdout, ensure_ascii=stdout_is_narrow())
        print()
    else:
        sys.stdout.write(scenario_yaml(found).decode())
    return DONE


def run_import(chosen: argparse.Namespace) -> int:
    """A draft: of a known code the next version. With --publish it is published at once, if nothing is wrong with it."""
    definition, dropped = _brought(chosen.file)
    prepared()
    from django.db import transaction

    from hengcai.accounts.queries import the_centre
    from hengcai.base import clock
    from hengcai.simulation.actions import add_scenario, publish_scenario

    by = doer(chosen)
    with transaction.atomic():
        made = add_scenario(the_centre(), by=by, definition=definition)
        if chosen.publish:
            publish_scenario(made, by=by, today=clock.today())
    if chosen.json:
        json.dump({"id": made.pk, "code": made.code, "number": made.number, "state": made.state}, sys.stdout)
        print()
    else:
        print(told("scenarios.brought", name=made.code, number=made.number))
    for one in dropped:
        print(told("scenarios.dropped", number=one.line, text=one.text), file=sys.stderr)
    return DONE


def _newest(rows: Any, code: str) -> "Scenario":
    found: Scenario | None = rows.filter(state="published").first() or rows.first()
    if found is None:
        raise NotValid("scenarios.unknown", code=code)
    return found


def _brought(path: Path) -> tuple[Any, tuple[Any, ...]]:
    """The scenario, and of a Twee file the lines that were not taken over."""
    if path.suffix.lower() not in (".twee", ".tw"):
        return _definition(path), ()
    from hengcai.simulation.rules.twee import read_twee

    taken = read_twee(path.read_text("utf-8-sig"), code=path.stem.lower())
    return taken.definition, taken.dropped


def _definition(path: Path) -> Any:
    from hengcai.simulation.exporting import definition_in

    return definition_in(path.read_bytes())


def _printed(chosen: argparse.Namespace, name: str, heads: tuple[str, ...], rows: list[dict[str, Any]]) -> int:
    if chosen.json:
        json.dump({name: rows}, sys.stdout, ensure_ascii=stdout_is_narrow(), default=str)
        print()
    elif rows:
        from hengcai.cli.measure.output import print_rows

        first = [told(f"scenarios.head.{head}") for head in heads]
        print_rows([first, *([str(one[head] or "") for head in heads] for one in rows)])
    else:
        print(told("scenarios.none"))
    return DONE
