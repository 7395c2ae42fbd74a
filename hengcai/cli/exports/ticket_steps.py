"""Ticket steps as the import takes them, by when they begin."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.giving_tickets import step_rows
    from hengcai.interactions.rules.ticket import STEP

    rows = step_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, (*STEP[0], *STEP[1]), rows, to=chosen.to)
