"""`hengcai mask`: customers' personal data covered in a file, character by character; needs no database."""

import argparse
import gzip
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, cast

from hengcai.cli import masking_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told

SOME_REJECTED = 3


def add_parser(commands: Any) -> None:
    command = commands.add_parser(
        "mask",
        help=told("mask.help"),
        description=told("mask.help"),
        epilog="hengcai mask calls.jsonl --to masked.jsonl",
    )
    command.add_argument("file", metavar="FILE", type=Path, help=told("mask.file"))
    command.add_argument("--to", metavar="FILE", type=Path, help=told("mask.to"))
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    from hengcai.base.masking.files import masked_lines

    broken: list[int] = []
    lines = masked_lines(chosen.file, broken=lambda row: _tell(chosen.file, row, broken))
    if chosen.to is None:
        sys.stdout.buffer.writelines(lines)
    else:
        _write(chosen.to, lines)
    return SOME_REJECTED if broken else 0


def _tell(file: Path, row: int, broken: list[int]) -> None:
    broken.append(row)
    print(told("mask.told_broken", file=file.name, row=row), file=sys.stderr)


def _write(to: Path, lines: Iterable[bytes]) -> None:
    """Grows beside its name: the file being read may be the one replaced, and half a file never takes its place."""
    growing = to.with_name(to.name + ".part")
    is_packed = to.name.lower().endswith(".gz")
    try:
        with cast(BinaryIO, gzip.open(growing, "wb")) if is_packed else growing.open("wb") as out:
            out.writelines(lines)
        growing.replace(to)
    finally:
        growing.unlink(missing_ok=True)
