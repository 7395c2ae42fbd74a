"""Marks of quality evaluations: one row an answered item."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, noted, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day", "unmasked"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.quality.models import Evaluation
    from hengcai.quality.queries.answers import ANSWER_COLUMNS, answer_rows

    days = {"first_day": chosen.first_day, "last_day": chosen.last_day}
    is_masked = not chosen.unmasked
    rows = answer_rows(system_user(), is_masked=is_masked, **days)
    noted("export_evaluations", Evaluation(), is_masked=is_masked, **days)
    return write_rows(stream, ANSWER_COLUMNS, rows, to=chosen.to)
