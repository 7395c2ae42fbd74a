"""A cycle's results: one row a participant; as JSON lines, the object `hengcai appraise` prints of each, and more."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, is_lines, noted, write_lines, write_rows

ENDINGS = TABLES
TAKES = NEEDS = frozenset({"cycle"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.queries.cycle_rows import cycle_columns, cycle_rows, flat
    from hengcai.appraisal.queries.report import cycle_called

    cycle = cycle_called(chosen.cycle)
    rows = cycle_rows(cycle, system_user())
    noted("export_cycle", cycle)
    if is_lines(chosen.to):
        return write_lines(stream, rows)
    return write_rows(stream, cycle_columns(cycle), map(flat, rows), to=chosen.to)
