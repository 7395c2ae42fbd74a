"""Ratings that were sent, as the import takes them: one rater's level on one competency a row. Names raters."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, noted, write_rows

ENDINGS = TABLES
TAKES = frozenset({"cycle"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.appraisal.models import Cycle
    from hengcai.appraisal.queries.file_rows import rating_file_rows
    from hengcai.appraisal.queries.report import cycle_called
    from hengcai.appraisal.rules.rows import RATING_OPTIONAL, RATING_REQUIRED

    cycle = cycle_called(chosen.cycle) if chosen.cycle else None
    noted("export_ratings", cycle or Cycle())
    rows = rating_file_rows(system_user(), cycle=cycle)
    return write_rows(stream, (*RATING_REQUIRED, *RATING_OPTIONAL), rows, to=chosen.to)
