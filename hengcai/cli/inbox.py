"""`hengcai remind`: what the worker does once an hour, done now."""

import argparse
from typing import Any

from hengcai.cli import inbox_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told
from hengcai.cli.prepare import prepared


def add_parser(commands: Any) -> None:
    command = commands.add_parser("remind", help=told("remind.help"), epilog="hengcai remind")
    command.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    prepared()
    from hengcai.inbox.tasks import round_to_its_end

    done = round_to_its_end()
    print(told("remind.done", **vars(done)))
    return 0
