"""Operational measures as the import takes them: one figure a row."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.exporting import measure_rows
    from hengcai.interactions.rules.measure import OPTIONAL, REQUIRED

    rows = measure_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, (*REQUIRED, *OPTIONAL), rows, to=chosen.to)
