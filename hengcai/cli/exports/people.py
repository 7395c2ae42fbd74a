"""People as the import takes them: a row a placement."""

import argparse
from typing import TextIO

from hengcai.cli.rows import TABLES, noted, write_rows

ENDINGS = TABLES
TAKES: frozenset[str] = frozenset()


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from django.utils.timezone import localdate

    from hengcai.accounts.models import system_user
    from hengcai.people.models import Person
    from hengcai.people.queries import people_rows
    from hengcai.people.rules.rows import COLUMNS

    noted("export_people", Person())
    return write_rows(stream, COLUMNS, people_rows(system_user(), localdate()), to=chosen.to)
