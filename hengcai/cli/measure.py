"""`hengcai measure …`: agreement, generalizability, facets, scores and estimates from a table, with no database."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.say import knows
from hengcai.base.tables.reading import Columns, open_table
from hengcai.cli import measure_effect, measure_impact, measure_plots, measure_words  # noqa: F401 - registers its words
from hengcai.cli.appraise_output import told
from hengcai.cli.measure_output import write
from hengcai.measurement.errors import MeasurementRefusal, NotATable

Json = dict[str, Any]
EXAMPLES = {
    "agreement": "ratings.csv --unit contact --rater rater --score score --item item --json -",
    "generalizability": "ratings.csv --object agent --facets rater,item --score score",
    "facets": "ratings.csv --object agent --facets rater,item --score score --contact contact",
    "scores": "ratings.csv --agent agent --rater rater --contact contact --score score --item item --cuts 3.5,4.5",
    "estimate": "scores.csv --by agent --auto machine --human person",
    "impact": measure_impact.EXAMPLE,
    "effect": measure_effect.EFFECT_EXAMPLE,
    "survival": measure_effect.SURVIVAL_EXAMPLE,
}


@dataclass(frozen=True)
class Task:
    """Which options name columns with ids and which columns with numbers, and what is done with the table."""

    ids: tuple[str, ...]
    values: tuple[str, ...]
    work: Callable[[Mapping[str, Sequence[str]], argparse.Namespace], Json]


def add_parser(commands: Any) -> None:
    group = commands.add_parser("measure", help=told("measure.help"), description=told("measure.help"))
    kinds = group.add_subparsers(dest="measure", metavar="KIND", required=True)
    _agreement_options(_command(kinds, "agreement"))
    _generalizability_options(_command(kinds, "generalizability"))
    _facets_options(_command(kinds, "facets"))
    _scores_options(_command(kinds, "scores"))
    _estimate_options(_command(kinds, "estimate"))
    measure_impact.options(_command(kinds, "impact"))
    measure_effect.effect_options(_command(kinds, "effect"))
    measure_effect.survival_options(_command(kinds, "survival"))


def run(chosen: argparse.Namespace) -> int:
    """Reads the columns named, works, writes; what the library refuses becomes one line with file and row."""
    task = TASKS[chosen.measure]
    columns, numbers = _read(chosen, task)
    try:
        found = task.work(columns, chosen)
        picture = measure_plots.drawn(found, chosen, columns)
    except MeasurementRefusal as refusal:
        raise _told_refusal(refusal, chosen, numbers) from None
    measure_plots.save(picture, chosen)
    return write(found, chosen)


def _command(kinds: Any, name: str) -> Any:
    command = kinds.add_parser(
        name,
        help=told(f"measure.{name}"),
        description=told(f"measure.{name}"),
        epilog=f"{told('measure.example')}\n  hengcai measure {name} {EXAMPLES[name]}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE", type=Path, help=told("measure.file"))
    command.add_argument("--json", metavar="-|FILE", help=told("measure.json"))
    measure_plots.add_arguments(command, name)
    command.set_defaults(run=run)
    return command


def _columns(command: Any, required: str, optional: str = "") -> None:
    for name in required.split():
        command.add_argument(f"--{name}", metavar="COLUMN", required=True, help=told("measure.column"))
    for name in optional.split():
        command.add_argument(f"--{name}", metavar="COLUMN", help=told("measure.column"))


def _agreement_options(command: Any) -> None:
    _columns(command, "unit rater score", "item")
    command.add_argument("--level", choices=("nominal", "ordinal", "interval"), default="ordinal")
    command.add_argument("--weights", choices=("linear", "quadratic"), default="quadratic")
    _confidence(command)


def _generalizability_options(command: Any) -> None:
    _columns(command, "object score")
    command.add_argument("--facets", metavar="COLUMN,…", type=_names, required=True, help=told("measure.columns"))
    command.add_argument("--design", metavar="TEXT", help=told("measure.design"))
    _confidence(command)


def _facets_options(command: Any) -> None:
    _columns(command, "object score", "contact weight")
    command.add_argument("--facets", metavar="COLUMN,…", type=_names, required=True, help=told("measure.columns"))
    command.add_argument("--model", choices=("rating-scale", "partial-credit"), default="rating-scale")
    command.add_argument("--method", choices=("jml", "mml"), default="jml")
    command.add_argument("--steps-by", metavar="COLUMN", help=told("measure.steps_by"))
    command.add_argument("--bias-correction", action="store_true", help=told("measure.bias_correction"))


def _scores_options(command: Any) -> None:
    _columns(command, "agent rater contact score", "item")
    command.add_argument("--cuts", metavar="NUMBER,…", type=_numbers, default=(), help=told("measure.cuts"))
    _confidence(command)


def _estimate_options(command: Any) -> None:
    _columns(command, "by auto human", "inclusion")
    _confidence(command)


def _confidence(command: Any) -> None:
    command.add_argument("--confidence", metavar="SHARE", type=float, default=0.95, help=told("measure.confidence"))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(","))


def _read(chosen: argparse.Namespace, task: Task) -> tuple[dict[str, list[str]], list[int]]:
    """The columns wanted, and the number of each row as an editor shows it."""
    ids = _wanted(chosen, task.ids)
    wanted = tuple(dict.fromkeys([*ids, *_wanted(chosen, task.values)]))
    columns: dict[str, list[str]] = {name: [] for name in wanted}
    numbers: list[int] = []
    with open_table(chosen.file, Columns(wanted, flat=True)) as table:
        for row in table:
            for name in wanted:
                columns[name].append(row.values[name])
            numbers.append(row.number)
    for name in ids:
        empty = next((place for place, value in enumerate(columns[name]) if not value.strip()), None)
        if empty is not None:
            raise NotValid("table.value_missing", file=chosen.file.name, row=numbers[empty], column=name)
    return columns, numbers


def _wanted(chosen: argparse.Namespace, options: tuple[str, ...]) -> list[str]:
    names: list[str] = []
    for option in options:
        found = getattr(chosen, option)
        names += [] if found is None else found if isinstance(found, tuple) else [found]
    return names


def _told_refusal(refusal: MeasurementRefusal, chosen: argparse.Namespace, numbers: list[int]) -> NotValid:
    """The library's places and roles become the file's rows and columns."""
    facts = {**refusal.facts, "file": chosen.file.name}
    position = facts.pop("position", None)
    if isinstance(position, int):
        facts["row"] = numbers[position]
    role = {"automated": "auto"}.get(str(facts.get("column")), str(facts.get("column")))
    if "column" in facts:
        facts["column"] = getattr(chosen, role, None) or facts["column"]
    code = f"measure.{refusal.code}"
    if knows(code):
        return NotValid(code, **facts)
    return NotValid("measure.refused", **facts, why=str(refusal))


def _agreement(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.agreement.summary import Options
    from hengcai.measurement.report import AgreementRoles, agreement

    options = Options(level=chosen.level, weights=chosen.weights, confidence=chosen.confidence)
    return agreement(
        columns, roles=AgreementRoles(chosen.unit, chosen.rater, chosen.score, chosen.item), options=options
    )


def _generalizability(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.generalizability.study import Options
    from hengcai.measurement.report import StudyRoles, generalizability

    roles = StudyRoles(chosen.object, chosen.facets, chosen.score, chosen.design)
    return generalizability(columns, roles=roles, options=Options(confidence=chosen.confidence))


def _facets(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.facets.options import Options
    from hengcai.measurement.report_ratings import FacetsRoles, facets

    names = (chosen.object, *chosen.facets)
    if len(set(names)) < len(names):
        raise NotATable("facets.named_twice", facets=list(names))
    options = Options(
        model=chosen.model,
        method=chosen.method,
        steps_by=chosen.steps_by,
        bias_correction=chosen.bias_correction,
    )
    roles = FacetsRoles(chosen.object, chosen.facets, chosen.score, chosen.contact, chosen.weight)
    return facets(columns, roles=roles, options=options)


def _scores(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.fair_scores.scores import Options
    from hengcai.measurement.report_ratings import ScoresRoles, scores

    roles = ScoresRoles(chosen.agent, chosen.rater, chosen.contact, chosen.score, chosen.item)
    return scores(columns, roles=roles, options=Options(cuts=chosen.cuts, confidence=chosen.confidence))


def _estimate(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.report import EstimateRoles, estimate

    roles = EstimateRoles(chosen.by, chosen.auto, chosen.human, chosen.inclusion)
    return estimate(columns, roles=roles, confidence=chosen.confidence)


TASKS = {
    "agreement": Task(("unit", "rater", "item"), ("score",), _agreement),
    "generalizability": Task(("object", "facets"), ("score",), _generalizability),
    "facets": Task(("object", "facets", "contact"), ("score", "weight"), _facets),
    "scores": Task(("agent", "rater", "contact", "item"), ("score",), _scores),
    "estimate": Task(("by",), ("auto", "human", "inclusion"), _estimate),
    "impact": Task(measure_impact.IDS, measure_impact.VALUES, measure_impact.work),
    "effect": Task(measure_effect.EFFECT_IDS, measure_effect.EFFECT_VALUES, measure_effect.effect),
    "survival": Task(measure_effect.SURVIVAL_IDS, measure_effect.SURVIVAL_VALUES, measure_effect.survival),
}
