"""`hengcai measure ranking …`: how far a panel's judges agree on an order, and the order they give together."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure import arguments as given
from hengcai.cli.measure import ranking_words  # noqa: F401 - its sentences register themselves

Json = dict[str, Any]
IDS, VALUES = ("judge", "item"), ("rank",)
EXAMPLE = "panel.csv --judge member --item competency --rank rank --json -"


def options(command: Any) -> None:
    for name in (*IDS, *VALUES):
        command.add_argument(f"--{name}", metavar="COLUMN", required=True, help=told(f"measure.ranking.{name}"))
    command.add_argument("--incomplete", action="store_true", help=told("measure.ranking.incomplete"))
    given.confidence(command)


def work(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.reports.ranking import RankingRoles, ranking

    roles = RankingRoles(chosen.judge, chosen.item, chosen.rank)
    return ranking(columns, roles=roles, incomplete=chosen.incomplete, confidence=chosen.confidence)
