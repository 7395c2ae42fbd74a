"""Where complaints stand, as the import takes it: a row a contact that was complained about."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.exporting import complaint_rows
    from hengcai.interactions.kinds.complaints import REQUIRED

    rows = complaint_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, REQUIRED, rows, to=chosen.to)
