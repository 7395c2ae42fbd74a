"""`hengcai measure items …`: difficulty, discrimination and distractors of a test's items, and its reliability."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure import arguments as given
from hengcai.cli.measure import items_words  # noqa: F401 - its sentences register themselves

Json = dict[str, Any]
IDS, VALUES = ("person", "item"), ("score", "option")
EXAMPLE = "answers.csv --person agent --item item --score score --option option --json -"


def options(command: Any) -> None:
    for name in ("person", "item", "score"):
        command.add_argument(f"--{name}", metavar="COLUMN", required=True, help=told(f"measure.items.{name}"))
    command.add_argument("--option", metavar="COLUMN", help=told("measure.items.option"))
    command.add_argument("--max", metavar="NUMBER", type=given.number, help=told("measure.items.max"))
    given.confidence(command)


def work(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.reports.items import ItemRoles, items

    roles = ItemRoles(chosen.person, chosen.item, chosen.score, chosen.option)
    return items(columns, roles=roles, largest=chosen.max, confidence=chosen.confidence)
