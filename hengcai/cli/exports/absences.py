"""Absences as the import takes them, those that touch the days named."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.giving_time import absence_rows
    from hengcai.interactions.rules.time import ABSENCE

    rows = absence_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, (*ABSENCE[0], *ABSENCE[1]), rows, to=chosen.to)
