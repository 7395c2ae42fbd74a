"""`hengcai export`: what came in goes out again, in the form the import takes."""

import argparse
import contextlib
import gzip
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, TextIO, cast

from hengcai.base.errors import NotValid
from hengcai.base.say import sentence
from hengcai.cli import exports, importing_words  # noqa: F401 - the sentences used here
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language


def said(code: str, **facts: object) -> str:
    return sentence(f"cli_export.{code}", language(), facts)


def kinds() -> list[str]:
    """A module in `exports` is a kind."""
    return sorted(module.name for module in iter_modules(exports.__path__))


def add_parser(commands: Any) -> None:
    example = "hengcai export contacts --to contacts.jsonl.gz"
    command = commands.add_parser("export", help=said("help"), description=said("help"), epilog=example)
    command.add_argument("kind", metavar="KIND", help=said("kind", known=kinds()))
    command.add_argument("--to", metavar="FILE", type=Path, help=said("to"))
    command.add_argument("--unmasked", action="store_true", help=said("unmasked"))
    command.add_argument("--json", metavar="-", choices=["-"], help=sentence("cli_import.json", language(), {}))
    for name in kinds():
        added = getattr(import_module(f"hengcai.cli.exports.{name}"), "add_arguments", None)
        if added:
            added(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    prepared()
    if chosen.kind not in kinds():
        raise NotValid("export.kind_unknown", value=chosen.kind, known=kinds())
    writer = import_module(f"hengcai.cli.exports.{chosen.kind}")
    with opened(chosen.to) as stream:
        count = writer.write(stream, chosen)
    if chosen.json and chosen.to:
        print(json.dumps({"kind": chosen.kind, "file": str(chosen.to), "rows": count}, ensure_ascii=False))
    else:
        print(said("done", count=count), file=sys.stderr)
    return DONE


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when it is whole."""
    if path is None:
        yield sys.stdout
        return
    growing = path.with_name(f"{path.name}.part")
    opener = gzip.open if path.name.endswith(".gz") else open
    try:
        with opener(growing, "wt", encoding="utf-8", newline="") as stream:
            yield cast(TextIO, stream)
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)
