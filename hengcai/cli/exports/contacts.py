"""Contacts with their turns, one JSON object a line; what customers said about themselves is covered unless asked."""

import argparse
import json
from typing import TextIO


def write(stream: TextIO, chosen: argparse.Namespace) -> int:
    from hengcai.accounts.models import system_user
    from hengcai.interactions.exporting import exported

    count = 0
    for row in exported(by=system_user(), is_masked=not chosen.unmasked):
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count
