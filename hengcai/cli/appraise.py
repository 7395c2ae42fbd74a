"""`hengcai appraise`, `appraise-month` and `appraise-year`: tables in, scores and bands out, with no database."""

import argparse
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.appraisal.rules import tables
from hengcai.appraisal.rules.month import MonthScore, month_score
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.appraisal.rules.policy_file import (
    default_month_policy,
    default_skill_policy,
    read_month_policy,
    read_skill_policy,
)
from hengcai.appraisal.rules.skill import MAY_BE_FEW, SkillReader, SkillScore, sources_of
from hengcai.appraisal.rules.year import YearScore, yearly
from hengcai.appraisal.rules.year_table import PART_COLUMNS, SERVICE, YearTable
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotValid
from hengcai.base.tables.reading import Columns, open_table
from hengcai.cli.appraise_output import Outcome, told, write

if TYPE_CHECKING:
    from hengcai.base.tables.columns import Coded


def add_parser(commands: Any) -> None:
    skill = _command(commands, "appraise", "hengcai appraise ratings.csv --csat csat.csv --tests tests.csv --json -")
    skill.add_argument("ratings", metavar="RATINGS", type=Path, help=told("appraise.ratings"))
    skill.add_argument("--csat", metavar="FILE", type=Path, help=told("appraise.csat"))
    skill.add_argument("--tests", metavar="FILE", type=Path, help=told("appraise.tests"))
    skill.set_defaults(run=run_appraise)
    month = _command(commands, "appraise-month", "hengcai appraise-month indicators.xlsx --to month.xlsx")
    month.add_argument("indicators", metavar="INDICATORS", type=Path, help=told("appraise_month.indicators"))
    month.set_defaults(run=run_appraise_month)
    year = _command(commands, "appraise-year", "hengcai appraise-year parts.csv --json -")
    year.add_argument("parts", metavar="PARTS", type=Path, help=told("appraise_year.parts"))
    year.set_defaults(run=run_appraise_year)


def run_appraise(chosen: argparse.Namespace) -> int:
    check_targets(chosen, chosen.ratings, chosen.csat, chosen.tests, chosen.policy)
    policy = read_skill_policy(chosen.policy) if chosen.policy else default_skill_policy()
    gathered, reader = _gathered(chosen, policy), SkillReader(policy)
    scores = {agent: reader.score(evidence) for agent, evidence in gathered.agents.items()}
    sources = sources_of(policy)
    names = ("agent", "status", "final", "exact", "band", *sources, "reasons")
    rows = ([agent, *_skill_cells(score, sources)] for agent, score in scores.items())
    found = ({"agent": agent, **score.as_json()} for agent, score in scores.items())
    few = {
        (agent, source): (gathered.agents[agent].heard_from(source), policy.least_heard(source))
        for agent, score in scores.items()
        for source in MAY_BE_FEW
        if f"few:{source}" in score.reasons
    }
    return write(Outcome({"policy": policy.document()}, found, names, rows, few), chosen)


def _gathered(chosen: argparse.Namespace, policy: SkillPolicy) -> tables.SkillTables:
    gathered = tables.SkillTables(policy, customers_apart=chosen.csat is not None)
    ratings = Columns(tables.RATING_COLUMNS, flat=True, ids=tables.RATING_COLUMNS[:4])
    if not _took_together(chosen.ratings, ratings, gathered.take_ratings):
        feed(chosen.ratings, ratings, gathered.take_rating)
    if chosen.csat:
        csat = Columns(tables.CUSTOMER_COLUMNS, (tables.RECOMMEND,), flat=True, ids=tables.CUSTOMER_COLUMNS[:1])
        plain = Columns(csat.required, flat=True, ids=csat.ids)
        is_plain = not _has_column(chosen.csat, csat, tables.RECOMMEND)
        if not (is_plain and _took_together(chosen.csat, plain, gathered.take_customer_scores)):
            feed(chosen.csat, csat, gathered.take_customer_score)
    if chosen.tests:
        feed(
            chosen.tests,
            Columns(tables.TEST_COLUMNS, tables.TEST_OPTIONAL, flat=True, ids=tables.TEST_COLUMNS[:2]),
            gathered.take_mark,
        )
    return gathered


def run_appraise_month(chosen: argparse.Namespace) -> int:
    check_targets(chosen, chosen.indicators, chosen.policy)
    policy = read_month_policy(chosen.policy) if chosen.policy else default_month_policy()
    gathered = tables.MonthTable(policy)
    feed(
        chosen.indicators,
        Columns(tables.INDICATOR_COLUMNS, (tables.COUNT_COLUMN,), flat=True, ids=tables.INDICATOR_COLUMNS[:2]),
        gathered.take_value,
    )
    scores = {
        agent: month_score(values, policy, counts=gathered.counts.get(agent))
        for agent, values in gathered.agents.items()
    }
    groups = tuple(policy.groups)
    names = ("agent", "status", "total", "exact", "grade", *groups, "reasons")
    rows = ([agent, *_month_cells(score, groups)] for agent, score in scores.items())
    found = ({"agent": agent, **score.as_json()} for agent, score in scores.items())
    few = {
        (agent, indicator): (n, policy.rules[indicator].minimum_n or 0)
        for agent, counts in gathered.counts.items()
        for indicator, n in counts.items()
        if indicator in policy.rules
    }
    return write(Outcome({}, found, names, rows, few), chosen)


def run_appraise_year(chosen: argparse.Namespace) -> int:
    check_targets(chosen, chosen.parts, chosen.policy)
    policy = read_month_policy(chosen.policy) if chosen.policy else default_month_policy()
    gathered = YearTable()
    columns = Columns(PART_COLUMNS, (SERVICE,), flat=True, ids=PART_COLUMNS[:3])
    feed(chosen.parts, columns, gathered.take_part)
    scores = {
        agent: yearly(one.months, one.quarters, policy.year, months_of_service=one.service_months)
        for agent, one in gathered.agents.items()
    }
    names = ("agent", "status", "total", "exact", "grade", "months_mean", "quarters_mean", "reasons")
    rows = ([agent, *_year_cells(score, score.grade(policy))] for agent, score in scores.items())
    found = ({"agent": agent, **_year_json(score, score.grade(policy))} for agent, score in scores.items())
    return write(Outcome({"year": policy.year.document()}, found, names, rows), chosen)


def _year_json(score: YearScore, grade: str | None) -> dict[str, object]:
    """The grade beside the exact number it is not read from, as in a month."""
    told = score.as_json()
    return {**{name: told[name] for name in ("status", "total", "exact")}, "grade": grade, **told}


def _command(commands: Any, name: str, example: str) -> Any:
    key = name.replace("-", "_")
    command = commands.add_parser(
        name,
        help=told(f"{key}.help"),
        description=told(f"{key}.help"),
        epilog=f"{told('appraise.example')}\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--policy", metavar="FILE", type=Path, help=told("appraise.policy"))
    command.add_argument("--json", metavar="-|FILE", help=told("appraise.json"))
    command.add_argument("--to", metavar="FILE", type=table_path, help=told("appraise.to"))
    return command


def _took_together(path: Path, columns: Columns, take: "Callable[[Mapping[str, Coded]], bool]") -> bool:
    """A plain table is taken whole; what is unusual in any way is fed row by row, which takes or refuses it."""
    from hengcai.base.tables.columns import plain_columns

    values = tuple(name for name in columns.required if name not in columns.ids)
    table = plain_columns(path, ids=columns.ids, values=values)
    return table is not None and take(table.columns)


def _has_column(path: Path, columns: Columns, name: str) -> bool:
    with open_table(path, columns) as table:
        return name in table.columns


def feed(path: Path, columns: Columns, take: Callable[[Mapping[str, Any]], None]) -> None:
    with open_table(path, columns) as table:
        for row in table:
            try:
                take(row.values)
            except NotValid as refusal:
                raise NotValid(refusal.code, **{**refusal.facts, **table.place, "row": row.number}) from None


def check_targets(chosen: argparse.Namespace, *sources: Path | None) -> None:
    targets = [Path(target) for target in (chosen.json, chosen.to) if target and target != "-"]
    there = [source for source in sources if source and source.exists()]
    for target in targets:
        if target.exists() and any(target.samefile(source) for source in there):
            raise NotValid("table.would_overwrite", file=target.name)


def table_path(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise argparse.ArgumentTypeError(told("appraise.to_ending", path=text))
    return path


def _skill_cells(score: SkillScore, sources: tuple[str, ...]) -> list[str]:
    heard = [_read(score.sources[source].score) for source in sources]
    return [score.status, score.final or "", _read(score.exact), score.band or "", *heard, " ".join(score.reasons)]


def _month_cells(score: MonthScore, groups: tuple[str, ...]) -> list[str]:
    earned = [_read(score.groups[group].earned) for group in groups]
    return [score.status, score.total or "", _read(score.exact), score.grade or "", *earned, " ".join(score.reasons)]


def _year_cells(score: YearScore, grade: str | None) -> list[str]:
    means = [_read(score.months_mean), _read(score.quarters_mean)]
    return [score.status, score.total or "", _read(score.exact), grade or "", *means, " ".join(score.reasons)]


def _read(value: Fraction | None) -> str:
    return "" if value is None else round_half_up(value, 4)
