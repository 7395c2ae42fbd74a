"""`hengcai measure impact …`: who is selected, and whether items and raters treat equals differently."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure import arguments as given
from hengcai.cli.measure import impact_cautions, impact_words  # noqa: F401 - their sentences register themselves

if TYPE_CHECKING:
    from hengcai.measurement.columns import Coded

Json = dict[str, Any]
IDS, VALUES = ("group", "person", "item", "rater"), ("selected", "score", "total")
OF_ITEMS = ("item", "person", "score", "total", "rater", "match", "bins", "purify", "rasch", "model")
EXAMPLE = """hired.csv --group gender --selected hired
  hengcai measure impact hired.csv --group channel --selected hired --reference referral --json -
  hengcai measure impact answers.csv --group site --person agent --item item --score score
  hengcai measure impact ratings.csv --group site --person agent --item item --score score --rater rater"""


def options(command: Any) -> None:
    """Two tasks under one name: `--selected` is the four-fifths rule, `--item --person --score` looks at items."""
    column = {"metavar": "COLUMN"}
    command.add_argument("--group", required=True, help=told("measure.impact.group"), **column)
    command.add_argument("--reference", metavar="GROUP", help=told("measure.impact.reference"))
    given.confidence(command)
    chosen = command.add_argument_group(told("measure.impact.of_selection"))
    chosen.add_argument("--selected", help=told("measure.impact.selected"), **column)
    items = command.add_argument_group(told("measure.impact.of_items"))
    for name in ("item", "person", "score", "total", "rater"):
        items.add_argument(f"--{name}", help=told(f"measure.impact.{name}"), **column)
    items.add_argument("--match", choices=("total", "rest"), help=told("measure.impact.match"))
    items.add_argument("--bins", metavar="NUMBER", type=given.count, help=told("measure.impact.bins"))
    items.add_argument("--purify", action="store_true", help=told("measure.impact.purify"))
    items.add_argument("--rasch", action="store_true", help=told("measure.impact.rasch"))
    items.add_argument("--model", choices=("rating-scale", "partial-credit"), help=told("measure.impact.model"))
    given.refuse_misuse(command, _misuse)


def work(columns: "Mapping[str, Coded]", chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.fairness.matching import Matching
    from hengcai.measurement.reports import impact as report

    reference = None if chosen.reference is None else given.spellings_of(columns[chosen.group])[chosen.reference]
    facts = {"reference": reference, "confidence": chosen.confidence}
    if chosen.selected:
        return report.selection(columns, roles=report.SelectionRoles(chosen.group, chosen.selected), **facts)
    roles = report.AnswerRoles(
        chosen.group, chosen.person, chosen.item, chosen.score, total=chosen.total, rater=chosen.rater
    )
    matching = Matching(on=chosen.match or "total", bins=chosen.bins, purify=chosen.purify)
    wanted = report.ItemOptions(matching, model=chosen.model or "rating-scale", rasch=chosen.rasch, **facts)
    return report.items(columns, roles=roles, options=wanted)


def _misuse(chosen: argparse.Namespace) -> str | None:
    if chosen.selected:
        return "measure.impact.not_both" if any(getattr(chosen, name) for name in OF_ITEMS) else None
    if not (chosen.item and chosen.person and chosen.score):
        return "measure.impact.which"
    computed_only = chosen.match or chosen.purify
    return "measure.impact.total_given" if chosen.total and computed_only else None
