"""Shifts as the import takes them, by their start."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.giving_time import shift_rows
    from hengcai.interactions.rules.time import SHIFT

    rows = shift_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, (*SHIFT[0], *SHIFT[1]), rows, to=chosen.to)
