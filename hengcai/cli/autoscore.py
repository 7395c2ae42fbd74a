"""`hengcai autoscore`: rules checked on their examples, or run over all conversations; needs no database."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.say import say
from hengcai.cli import autoscore_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.program import DONE, REFUSED, SOME_REJECTED, language

if TYPE_CHECKING:
    from hengcai.autoscore.running import Run

ENGINES = ("local", "serial")
MOST_TOLD = 20
USUAL_ZONE = "Asia/Shanghai"


def add_parser(commands: Any) -> None:
    command = commands.add_parser(
        "autoscore", help=told("autoscore.help"), description=told("autoscore.help"),
        epilog="hengcai autoscore rules.yaml --input contacts.jsonl --output scores\n  hengcai autoscore --check rules.yaml",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    command.add_argument("rules", metavar="RULES", type=Path, help=told("autoscore.rules"))
    command.add_argument("--check", action="store_true", help=told("autoscore.check"))
    command.add_argument("--input", metavar="PATH", type=Path, help=told("autoscore.input"))
    command.add_argument("--output", metavar="FOLDER", type=Path, help=told("autoscore.output"))
    usual = os.environ.get("HENGCAI_ENGINE", ENGINES[0])
    command.add_argument("--engine", choices=ENGINES, default=usual, help=told("autoscore.engine"))
    command.add_argument("--json", metavar="-", choices=["-"], help=told("autoscore.json"))
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    rules = _rule_files(chosen.rules)
    if chosen.check:
        return check(rules, as_json=bool(chosen.json))
    if chosen.input is None or chosen.output is None:
        raise NotValid("autoscore.needs_output")
    return score(rules, chosen)


def _rule_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(one for one in path.iterdir() if one.suffix in (".yaml", ".yml"))
    if not found:
        raise NotValid("autoscore.no_rules", path=str(path))
    return found


def check(files: Sequence[Path], *, as_json: bool) -> int:
    """Every fault a line with file, line and column; the first fault of a file's shape ends that file."""
    faults: list[NotValid] = []
    counts = []
    for path in files:
        try:
            counts.append(_checked(path, faults))
        except NotValid as refusal:
            faults.append(refusal)
    for one in faults:
        print(say(one, language()), file=sys.stderr)
    if as_json:
        rows = [{"file": file, "items": items, "examples": examples} for file, items, examples in counts]
        print(json.dumps({"files": rows, "faults": [_plain(one) for one in faults]}, ensure_ascii=False))
    elif not faults:
        for file, items, examples in counts:
            print(told("autoscore.checked", file=file, items=items, examples=examples))
    return REFUSED if faults else DONE


def _plain(refusal: NotValid) -> dict[str, object]:
    facts = {name: refusal.facts.get(name) for name in ("file", "line")}
    return {**facts, "column": refusal.facts.get("at"), "what": say(refusal, language())}


def _checked(path: Path, faults: list[NotValid]) -> tuple[str, int, int]:
    from hengcai.autoscore.rules.checking import unmet
    from hengcai.autoscore.rules.reading import read_rules

    rules = read_rules(path)
    for one in unmet(rules):
        place = {"file": rules.file, "line": one.example.line, "at": one.example.column, "id": one.item.id}
        faults.append(
            NotValid("autoscore.example_unmet", **place, wanted=json.dumps(one.example.hit), found=json.dumps(one.hit))
        )
    return rules.file, len(rules.items), sum(len(item.examples) for item in rules.items)


def score(rules: Sequence[Path], chosen: argparse.Namespace) -> int:
    from hengcai.autoscore.running import run_rules

    zone = os.environ.get("HENGCAI_TIME_ZONE", USUAL_ZONE)
    found = run_rules(rules, chosen.input, chosen.output, zone=zone, engine=chosen.engine, tell=_progress)
    for one in found.refused[:MOST_TOLD]:
        print(say(NotValid(one.code, **one.facts), language()), file=sys.stderr)
    if chosen.json:
        print(json.dumps(_object(found), ensure_ascii=False))
    else:
        _print(found)
    return SOME_REJECTED if found.refused else DONE


def _progress(contacts: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{contacts:,}", end="", file=sys.stderr, flush=True)


def _object(found: "Run") -> dict[str, Any]:
    items = [{"id": item, "n": n, "applicable": a, "hits": hits} for item, (n, a, hits) in found.counts.items()]
    return {"run": found.run, "contacts": found.contacts, "items": items}


def _print(found: "Run") -> None:
    print(told("autoscore.done", run=found.run, contacts=found.contacts, folder=str(found.folder)))
    for item, (n, applicable, hits) in found.counts.items():
        print(told("autoscore.item", id=item, n=n, applicable=applicable, hits=hits))
