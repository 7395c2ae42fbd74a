"""A command of commands: each of its own has help, an example and the same switch for programs."""

import argparse
from typing import Any

from hengcai.cli.appraise_output import told


def subcommand(kinds: Any, of: str, name: str, example: str, *, words: str) -> Any:
    """`hengcai OF NAME`; `words` is the key its texts stand under."""
    command = kinds.add_parser(
        name,
        help=told(f"{words}.{name}"),
        description=told(f"{words}.{name}"),
        epilog=f"{told('appraise.example')}\n  hengcai {of} {name} {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--json", metavar="-", choices=["-"], help=told(f"{words}.json"))
    return command
