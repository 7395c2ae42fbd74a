"""Contacts with their turns, one JSON object a line; what customers said about themselves is covered unless asked."""

import argparse
from typing import TextIO

from hengcai.cli.rows import LINES, write_lines

ENDINGS = LINES
TAKES = frozenset({"unmasked"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.exporting import exported

    return write_lines(stream, exported(by=system_user(), is_masked=not chosen.unmasked))
