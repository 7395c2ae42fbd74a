"""`hengcai export`: what came in goes out again in the form the import takes; so does what was made of it."""

import argparse
import contextlib
import gzip
import json
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, TextIO, cast

from hengcai.base.dates import written_day
from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import exporting_words, exports  # noqa: F401 - the sentences used here
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, SOME_REJECTED, USAGE, language
from hengcai.cli.rows import Counted

EXAMPLE = "hengcai export contacts --to contacts.jsonl.gz"


def said(code: str, **facts: object) -> str:
    return sentence(f"cli_export.{code}", language(), facts)


def day(written: str) -> date:
    return written_day(written)


OPTIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "cycle": ("--cycle", {"metavar": "CODE"}),
    "first_day": ("--from", {"metavar": "DAY", "type": day}),
    "last_day": ("--to-day", {"metavar": "DAY", "type": day}),
    "person": ("--person", {"metavar": "NUMBER"}),
    "post": ("--post", {"metavar": "CODE"}),
    "version": ("--version", {"metavar": "N", "type": int}),
    "shipped": ("--shipped", {"action": "store_true"}),
    "unmasked": ("--unmasked", {"action": "store_true"}),
}
"""What narrows an export. A kind names those it understands in `TAKES` and those it cannot do without in `NEEDS`."""


def kinds() -> list[str]:
    """A module in `exports` is a kind."""
    return sorted(module.name.replace("_", "-") for module in iter_modules(exports.__path__))


def add_parser(commands: Any) -> None:
    command = commands.add_parser("export", help=said("help"), description=said("help"), epilog=EXAMPLE)
    command.add_argument("kind", metavar="KIND", help=said("kind", known=kinds()))
    command.add_argument("--to", metavar="FILE", type=Path, help=said("to"))
    for name, (flag, facts) in OPTIONS.items():
        command.add_argument(flag, dest=name, help=said(name), **facts)
    command.add_argument("--json", metavar="-", choices=["-"], help=said("json"))
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    if chosen.kind not in kinds():
        prepared()
        raise NotValid("export.kind_unknown", value=chosen.kind, known=kinds())
    kind = import_module(f"hengcai.cli.exports.{chosen.kind.replace('-', '_')}")
    if wrong := _misused(kind, chosen):
        print(f"hengcai: {wrong}", file=sys.stderr)
        return USAGE
    prepared()
    found = _written(kind, chosen)
    count, at_fault = (found.count, found.at_fault) if isinstance(found, Counted) else (found, 0)
    if chosen.json:
        print(json.dumps({"kind": chosen.kind, "file": str(chosen.to), "rows": count}, ensure_ascii=False))
    else:
        print(said("done", count=count), file=sys.stderr)
    return SOME_REJECTED if at_fault else DONE


def _misused(kind: ModuleType, chosen: argparse.Namespace) -> str:
    """An option is never passed over in silence, and a file's ending never lies about what is in it."""
    given = {name for name in OPTIONS if getattr(chosen, name) not in (None, False)}
    for name, (flag, _facts) in OPTIONS.items():
        if name in given and name not in kind.TAKES:
            return said("option_unknown", kind=chosen.kind, flag=flag)
        if name not in given and name in getattr(kind, "NEEDS", ()):
            return said("option_missing", kind=chosen.kind, flag=flag)
    if chosen.json and not chosen.to:
        return said("option_missing", kind=chosen.kind, flag="--to")  # standard output cannot hold both
    if chosen.to and not chosen.to.name.lower().endswith(kind.ENDINGS):
        return said("ending_unknown", kind=chosen.kind, name=chosen.to.name, endings=kind.ENDINGS)
    return ""


def _written(kind: ModuleType, chosen: argparse.Namespace) -> "int | Counted":
    """A kind that is more than text has a `save` beside its `write`."""
    if chosen.to and hasattr(kind, "save"):
        with _growing(chosen.to) as path:
            return cast(int | Counted, kind.save(path, chosen))
    with opened(chosen.to) as stream:
        return cast(int | Counted, kind.write(stream, chosen))


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when it is whole."""
    if path is None:
        yield sys.stdout
        return
    opener = gzip.open if path.name.lower().endswith(".gz") else open
    with _growing(path) as growing, opener(growing, "wt", encoding="utf-8", newline="") as stream:
        yield cast(TextIO, stream)


@contextlib.contextmanager
def _growing(path: Path) -> Iterator[Path]:
    growing = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        yield growing
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)
