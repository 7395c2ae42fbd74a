"""`hengcai intake`: what stands around an import: the empty template before it, the undoing after it."""

import argparse
import sys
from pathlib import Path
from typing import Any

from hengcai.base.say import sentence
from hengcai.cli import intake_words  # noqa: F401 - the sentences used here
from hengcai.cli.prepare import prepared
from hengcai.cli.program import DONE, language

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


def run_template(chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.interactions.templates import template

    ending = chosen.to.suffix.lower().removeprefix(".")
    chosen.to.write_bytes(template(chosen.kind, ending=ending, language=chosen.language or language()))
    print(said("written", path=chosen.to), file=sys.stderr)
    return DONE
