"""Complaints with their words and their judgement, as the import takes them, by when they were received."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day", "unmasked"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.giving_judged import Wanted, complaint_record_rows
    from hengcai.interactions.rules.praise import PRAISE

    rows = complaint_record_rows(Wanted(not chosen.unmasked, chosen.first_day, chosen.last_day), by=system_user())
    return write_rows(stream, (*PRAISE[0], *PRAISE[1]), rows, to=chosen.to)
