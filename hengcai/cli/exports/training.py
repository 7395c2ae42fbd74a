"""What people have learned: one row a person and course, with its marks and sessions."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, noted, write_rows

ENDINGS = TABLES
TAKES: frozenset[str] = frozenset()


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.training.models import Enrolment
    from hengcai.training.queries.file import TRAINING_COLUMNS, training_rows

    rows = training_rows(system_user())
    noted("export_training", Enrolment())
    return write_rows(stream, TRAINING_COLUMNS, rows, to=chosen.to)
