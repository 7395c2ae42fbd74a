"""Skill groups of people as the import takes them, those that hold on one of the days named."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, write_rows

ENDINGS = TABLES
TAKES = frozenset({"first_day", "last_day"})


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.giving_time import skill_rows
    from hengcai.interactions.rules.time import SKILL_TERM

    rows = skill_rows(by=system_user(), first_day=chosen.first_day, last_day=chosen.last_day)
    return write_rows(stream, (*SKILL_TERM[0], *SKILL_TERM[1]), rows, to=chosen.to)
