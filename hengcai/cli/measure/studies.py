"""`hengcai measure generalizability …`: what may be chosen about a study and the decisions read from it."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure.arguments import columns, confidence, named_numbers, names, number

Json = dict[str, Any]
EXAMPLE = """ratings.csv --object agent --facets rater,item --score score
  hengcai measure generalizability ratings.csv --object agent --facets rater,item --score score --fixed item \\
      --numbers rater=1,2,3 --numbers item=8"""


def options(command: Any) -> None:
    columns(command, "object score")
    command.add_argument("--facets", metavar="COLUMN,…", type=names, required=True, help=told("measure.column.facets"))
    command.add_argument("--design", metavar="TEXT", help=told("measure.design"))
    command.add_argument("--method", choices=("reml", "anova"), default="reml", help=told("measure.study_method"))
    command.add_argument("--fixed", metavar="COLUMN,…", type=names, default=(), help=told("measure.fixed"))
    each = {"type": named_numbers, "action": "append", "default": []}
    command.add_argument("--numbers", metavar="COLUMN=NUMBER,…", help=told("measure.numbers"), **each)
    command.add_argument("--price", metavar="COLUMN=NUMBER", help=told("measure.price"), **each)
    command.add_argument("--wanted-se", metavar="NUMBER", type=number, help=told("measure.wanted_se"))
    confidence(command)


def work(table: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.generalizability.study import Options
    from hengcai.measurement.reports.generalizability import Decided, StudyRoles, generalizability

    roles = StudyRoles(chosen.object, chosen.facets, chosen.score, chosen.design)
    asked = Decided(
        fixed=frozenset(chosen.fixed),
        numbers=dict(chosen.numbers),
        prices={facet: price[0] for facet, price in chosen.price},
        wanted_se=chosen.wanted_se,
    )
    options = Options(method=chosen.method, confidence=chosen.confidence)
    return generalizability(table, roles=roles, options=options, asked=asked)
