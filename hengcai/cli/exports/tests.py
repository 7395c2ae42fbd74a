"""Marks of written tests, as the import takes them."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, noted, write_rows

ENDINGS = TABLES
TAKES = frozenset({"cycle"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.models import Cycle
    from hengcai.appraisal.queries.file_rows import mark_file_rows
    from hengcai.appraisal.queries.report import cycle_called
    from hengcai.appraisal.rules.rows import MARK_OPTIONAL, MARK_REQUIRED

    cycle = cycle_called(chosen.cycle) if chosen.cycle else None
    noted("export_tests", cycle or Cycle())
    rows = mark_file_rows(system_user(), cycle=cycle)
    return write_rows(stream, (*MARK_REQUIRED, *MARK_OPTIONAL), rows, to=chosen.to)
