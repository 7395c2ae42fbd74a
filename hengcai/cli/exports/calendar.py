"""The centre's own calendar as the import and `hengcai workday --calendar` take it."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.giving_time import day_rows
    from hengcai.interactions.rules.time import OWN_DAY

    rows = day_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, (*OWN_DAY[0], *OWN_DAY[1]), rows, to=chosen.to)
