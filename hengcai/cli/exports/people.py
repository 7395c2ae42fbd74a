"""People as the import takes them: a row a placement."""

import argparse
import csv
from typing import TextIO


def write(stream: TextIO, _chosen: argparse.Namespace) -> int:
    from django.utils.timezone import localdate

    from hengcai.accounts.models import system_user
    from hengcai.people.queries import people_rows
    from hengcai.people.rules.rows import COLUMNS

    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in people_rows(system_user(), localdate()):
        writer.writerow(row)
        count += 1
    return count
