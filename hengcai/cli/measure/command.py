"""`hengcai measure …`: agreement, generalizability, facets, scores and estimates from a table, with no database."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.errors import NotValid
from hengcai.base.ids import Spellings
from hengcai.base.say import knows
from hengcai.cli.appraise_output import told
from hengcai.cli.measure import arguments as given
from hengcai.cli.measure import effect, facets, impact, items, ranking, size, studies, words  # noqa: F401 - registers its words
from hengcai.cli.measure.output import write
from hengcai.measurement.errors import MeasurementRefusal

if TYPE_CHECKING:
    from hengcai.base.tables.columns import ColumnTable
    from hengcai.measurement.columns import Coded

Json = dict[str, Any]
EXAMPLES = {
    "agreement": "ratings.csv --unit contact --rater rater --score score --item item --json -",
    "generalizability": studies.EXAMPLE,
    "facets": facets.EXAMPLE,
    "scores": "ratings.csv --agent agent --rater rater --contact contact --score score --item item --cuts 3.5,4.5",
    "estimate": "scores.csv --by agent --auto machine --human person",
    "impact": impact.EXAMPLE,
    "items": items.EXAMPLE,
    "ranking": ranking.EXAMPLE,
    "effect": effect.EFFECT_EXAMPLE,
    "survival": effect.SURVIVAL_EXAMPLE,
    "size": size.EXAMPLE,
}
WITHOUT_FILE = ("size",)

WHOLE_COLUMNS = {
    "ratings.none": "score",
    "ratings.constant": "score",
    "ratings.too_few": "score",
    "ratings.too_many_categories": "score",
    "ratings.all_extreme": "score",
    "study.too_few_scores": "score",
    "ratings.one_rater": "rater",
    "reference.unknown": "rater",
    "weights.sum_zero": "weight",
    "scores.no_automated": "auto",
    "effect.outcome_constant": "outcome",
    "effect.before_constant": "before",
    "effect.nobody_treated": "treated",
    "effect.no_controls": "treated",
    "effect.too_few_in_group": "treated",
    "effect.one_cluster": "cluster",
    "discontinuity.running_constant": "running",
    "panel.too_few_periods": "period",
    "survival.nobody_left": "event",
    "impact.one_group": "group",
    "impact.unknown_reference": "group",
    "impact.no_decisions": "selected",
    "impact.nobody_selected": "selected",
}
"""What is refused of a column as a whole, by the option that names it: there is no row to tell."""


@dataclass(frozen=True)
class Task:
    """Which options name columns with ids and which columns with numbers, and what is done with the table."""

    ids: tuple[str, ...]
    values: tuple[str, ...]
    work: Callable[[Mapping[str, "Coded"], argparse.Namespace], Json]


def add_parser(commands: Any) -> None:
    group = commands.add_parser("measure", help=told("measure.help"), description=told("measure.help"))
    kinds = group.add_subparsers(dest="measure", metavar="KIND", required=True)
    _agreement_options(_command(kinds, "agreement"))
    studies.options(_command(kinds, "generalizability"))
    facets.options(_command(kinds, "facets"))
    _scores_options(_command(kinds, "scores"))
    _estimate_options(_command(kinds, "estimate"))
    impact.options(_command(kinds, "impact"))
    items.options(_command(kinds, "items"))
    ranking.options(_command(kinds, "ranking"))
    effect.effect_options(_command(kinds, "effect"))
    effect.survival_options(_command(kinds, "survival"))
    size.options(_command(kinds, "size"))


def run(chosen: argparse.Namespace) -> int:
    """Reads the columns named, works, writes; what the library refuses becomes one line with file and row."""
    task = TASKS[chosen.measure]
    columns, table = ({}, None) if chosen.file is None else read_table(chosen, task)
    try:
        found = task.work(columns, chosen)
        save = _drawn(found, chosen, columns)
    except MeasurementRefusal as refusal:
        raise told_refusal(refusal, chosen, table) from None
    save()
    return write(found, chosen)


def _drawn(found: Json, chosen: argparse.Namespace, columns: Mapping[str, Any]) -> Callable[[], Any]:
    """What saves the picture asked for; where none is, nothing that draws is loaded."""
    if getattr(chosen, "plot", None) is None:
        return lambda: None
    from hengcai.cli.measure import plots

    return partial(plots.save, plots.drawn(found, chosen, columns), chosen)


def _command(kinds: Any, name: str) -> Any:
    command = kinds.add_parser(
        name,
        help=told(f"measure.{name}"),
        description=told(f"measure.{name}"),
        epilog=f"{told('measure.example')}\n  hengcai measure {name} {EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    if name in WITHOUT_FILE:
        command.add_argument("file", metavar="FILE", type=Path, nargs="?", help=told(f"measure.{name}.file"))
    else:
        command.add_argument("file", metavar="FILE", type=Path, help=told("measure.file"))
        given.picture(command, name)
    command.add_argument("--json", metavar="-|FILE", help=told("measure.json"))
    command.set_defaults(run=run)
    return command


def _agreement_options(command: Any) -> None:
    given.columns(command, "unit rater score", "item")
    levels, weights = ("nominal", "ordinal", "interval"), ("linear", "quadratic")
    command.add_argument("--level", choices=levels, default="ordinal", help=told("measure.level"))
    command.add_argument("--weights", choices=weights, default="quadratic", help=told("measure.weights"))
    command.add_argument("--repeats", choices=("refuse", "separate"), default="refuse", help=told("measure.repeats"))
    command.add_argument("--reference", metavar="RATER", help=told("measure.reference"))
    command.add_argument("--within", metavar="POINTS", type=given.number, default=5.0, help=told("measure.within"))
    command.add_argument("--fatal", metavar="COLUMN", help=told("measure.fatal"))
    command.add_argument("--pairable-only", action="store_true", help=told("measure.pairable_only"))
    given.confidence(command)


def _scores_options(command: Any) -> None:
    given.columns(command, "agent rater contact score", "item")
    command.add_argument("--cuts", metavar="NUMBER,…", type=given.numbers, default=(), help=told("measure.cuts"))
    given.confidence(command)


def _estimate_options(command: Any) -> None:
    given.columns(command, "by auto human", "inclusion stratum")
    command.add_argument("--scale", metavar="LOW,HIGH", type=given.range_of, help=told("measure.scale"))
    given.confidence(command)


def read_table(chosen: argparse.Namespace, task: Task) -> "tuple[dict[str, Coded], ColumnTable]":
    """The columns wanted, and the table for the numbers of its rows."""
    from hengcai.base.tables.columns import check_filled, read_columns
    from hengcai.measurement.columns import Coded

    ids = _wanted(chosen, task.ids)
    read = read_columns(chosen.file, ids=ids, values=_wanted(chosen, task.values))
    spelled = {name: one.spelled(Spellings()) if name in ids else one for name, one in read.columns.items()}
    check_filled(replace(read, columns=spelled), ids)
    columns = {name: Coded(one.codes.astype("int64"), one.labels) for name, one in spelled.items()}
    given.put_together(columns, chosen)
    return columns, read


def _wanted(chosen: argparse.Namespace, options: tuple[str, ...]) -> list[str]:
    names: list[str] = []
    for option in options:
        found = getattr(chosen, option)
        names += [] if found is None else found if isinstance(found, tuple) else given.parts(option, found)
    return names


def told_refusal(refusal: MeasurementRefusal, chosen: argparse.Namespace, table: "ColumnTable | None") -> NotValid:
    """The library's places and roles become the file's rows and columns."""
    facts = {**refusal.facts, **(table.place if table else {})}
    position = facts.pop("position", None)
    if table and isinstance(position, int):
        facts["row"] = table.numbers[position]
    role = str(facts.get("column") or WHOLE_COLUMNS.get(refusal.code))
    named = getattr(chosen, {"automated": "auto"}.get(role, role), None)
    if isinstance(named, str) and named:
        facts["column"] = named
    code = f"measure.{refusal.code}"
    if knows(code):
        return NotValid(code, **facts)
    return NotValid("measure.refused", **facts, why=str(refusal))


def _agreement(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.agreement.consistency import Reference
    from hengcai.measurement.agreement.summary import Options
    from hengcai.measurement.reports.agreement import AgreementRoles, agreement, with_consistency

    options = Options(
        level=chosen.level,
        weights=chosen.weights,
        confidence=chosen.confidence,
        pairable_only=chosen.pairable_only,
    )
    roles = AgreementRoles(chosen.unit, chosen.rater, chosen.score, chosen.item, chosen.repeats, chosen.fatal)
    found = agreement(columns, roles=roles, options=options)
    if chosen.reference is None:
        return found
    reference = Reference(chosen.reference, chosen.within)
    return with_consistency(columns, found, roles=roles, reference=reference, confidence=chosen.confidence)


def _scores(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.fair_scores.scores import Options
    from hengcai.measurement.reports.ratings import ScoresRoles, scores

    roles = ScoresRoles(chosen.agent, chosen.rater, chosen.contact, chosen.score, chosen.item)
    return scores(columns, roles=roles, options=Options(cuts=chosen.cuts, confidence=chosen.confidence))


def _estimate(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.reports.estimate import EstimateRoles, estimate

    roles = EstimateRoles(chosen.by, chosen.auto, chosen.human, chosen.inclusion, chosen.stratum, chosen.scale)
    return estimate(columns, roles=roles, confidence=chosen.confidence)


TASKS = {
    "agreement": Task(("unit", "rater", "item"), ("score", "fatal"), _agreement),
    "generalizability": Task(("object", "facets"), ("score",), studies.work),
    "facets": Task(("object", "facets", "contact"), ("score", "weight"), facets.work),
    "scores": Task(("agent", "rater", "contact", "item"), ("score",), _scores),
    "estimate": Task(("by", "stratum"), ("auto", "human", "inclusion"), _estimate),
    "impact": Task(impact.IDS, impact.VALUES, impact.work),
    "items": Task(items.IDS, items.VALUES, items.work),
    "ranking": Task(ranking.IDS, ranking.VALUES, ranking.work),
    "effect": Task(effect.EFFECT_IDS, effect.EFFECT_VALUES, effect.effect),
    "survival": Task(effect.SURVIVAL_IDS, effect.SURVIVAL_VALUES, effect.survival),
    "size": Task(("agent", "contact"), ("score",), size.work),
}
