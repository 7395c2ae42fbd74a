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
    from hengcai.simulation.rules.twee import Taken

HEADS = ("id", "code", "number", "kind", "state", "title", "finished")
RUN_HEADS = ("id", "code", "number", "way", "person", "state", "share", "ended_at")


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
            "id": one.pk, "code": one.code, "number": one.number, "kind": one.kind, "state": one.state, "title": one.title.read(language()),
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
            "id": one.pk, "code": one.scenario.code, "number": one.scenario.number, "way": one.way, "person": one.person.number,
            "state": one.state, "share": one.exact, "ended_at": one.ended_at,
        }
        for one in runs_seen_by(by)
    ]  # fmt: skip
    return _printed(chosen, "runs", RUN_HEADS, rows)


def run_check(chosen: argparse.Namespace) -> int:
    """Of the files named, else of every scenario that is shipped; no database is asked."""
    from hengcai.simulation.shipped import SEEDS

    found = []
    for path in chosen.files or [*sorted(SEEDS.glob("*.yaml")), *sorted(SEEDS.glob("cards/*.yaml"))]:
        problems = _problems(_brought(path).definition)
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
    from hengcai.simulation.definitions import whole_definition_of
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
        json.dump(whole_definition_of(found), sys.stdout, ensure_ascii=stdout_is_narrow())
        print()
    else:
        sys.stdout.write(scenario_yaml(found).decode())
    return DONE


def run_import(chosen: argparse.Namespace) -> int:
    """A draft: of a known code the next version. With --publish it is published at once, if nothing is wrong with it."""
    prepared()
    taken = _brought(chosen.file)
    from django.db import transaction

    from hengcai.accounts.queries import the_centre
    from hengcai.base import clock
    from hengcai.simulation.actions import bring_scenario, publish_scenario

    by = doer(chosen)
    with transaction.atomic():
        made = bring_scenario(the_centre(), by=by, taken=taken)
        if chosen.publish:
            publish_scenario(made, by=by, today=clock.today())
    if chosen.json:
        json.dump({"id": made.pk, "code": made.code, "number": made.number, "state": made.state}, sys.stdout)
        print()
    else:
        print(told("scenarios.brought", name=made.code, number=made.number))
    for one in taken.dropped:
        print(told("scenarios.dropped", number=one.line, text=one.text), file=sys.stderr)
    return DONE


def _newest(rows: Any, code: str) -> "Scenario":
    found: Scenario | None = rows.filter(state="published").first() or rows.first()
    if found is None:
        raise NotValid("scenarios.unknown", code=code)
    return found


def _brought(path: Path) -> "Taken":
    """What the file holds, and what of it was not taken over."""
    from hengcai.simulation.receiving import taken_from

    return taken_from(path.read_bytes(), name=path.name)


def _problems(definition: dict[str, Any]) -> list[Any]:
    """Of an ink story what a walk through it finds, too."""
    from hengcai.simulation.engine.running import walked
    from hengcai.simulation.rules.ink_problems import problems_of_walk
    from hengcai.simulation.rules.problems import problems_of
    from hengcai.simulation.rules.reading import read_scenario

    story = read_scenario({name: value for name, value in definition.items() if name != "ink"})
    compiled = definition.get("ink", {}).get("compiled")
    walk = problems_of_walk(walked(compiled), competencies=story.competencies) if compiled else []
    return [*problems_of(story), *walk]


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
