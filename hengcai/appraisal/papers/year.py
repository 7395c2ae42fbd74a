"""The year's points: every month and quarter that went in, as it was announced, and how they were put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.appraisal.models import Result
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.year import LEVEL_POINTS, MONTHS_WEIGHT, QUARTERS_WEIGHT, level_points
from hengcai.paper.telling import Teller

COLUMNS = ("part", "score", "points")


@dataclass(frozen=True)
class YearPart:
    """`rows`: a cycle, its score as announced, the points it stands for."""

    name: str
    rows: Sequence[tuple[str, str, str]]
    mean: str
    earned: str


@dataclass(frozen=True)
class Year:
    heading: str
    why: str
    columns: Sequence[str]
    parts: Sequence[YearPart]
    total: str
    final: str
    notes: Sequence[str]


def year(result: Result, detail: Mapping[str, Any], tell: Teller) -> Year:
    final = tell.points(None if result.final is None else Fraction(result.final), TOTAL_PLACES)
    return Year(
        heading=tell.say("appraisal.heading.year", score=final) if final else tell.say("appraisal.heading.year.plain"),
        why=tell.say("appraisal.year.why", points=_map(tell)),
        columns=[tell.say(f"appraisal.year.column.{column}") for column in COLUMNS],
        parts=[_part("months", MONTHS_WEIGHT, detail, tell), _part("quarters", QUARTERS_WEIGHT, detail, tell)],
        total=tell.say("appraisal.month.total", exact=tell.plain(detail["exact"])) if final else "", final=final,
        notes=year_reasons(detail, tell),
    )  # fmt: skip


def year_reasons(detail: Mapping[str, Any], tell: Teller) -> list[str]:
    """Why there is no score."""
    months = detail.get("service_months", 0)
    return [tell.say(f"appraisal.year.{one.replace(':', '.')}", months=months) for one in detail.get("reasons", [])]


def _part(name: str, weight: Fraction, detail: Mapping[str, Any], tell: Teller) -> YearPart:
    mean = detail.get(f"{name}_mean")
    rows = [
        (str(code), tell.plain(score), _points(name, score, tell)) for code, score, _revision in detail.get(name, [])
    ]
    share = tell.percent(weight)
    if mean is None:
        return YearPart(tell.say(f"appraisal.year.{name}", share=share), rows, "–", "–")
    earned = tell.plain(weight * Fraction(mean), 2)
    return YearPart(tell.say(f"appraisal.year.{name}", share=share), rows, tell.plain(mean, 2), earned)


def _points(name: str, score: str, tell: Teller) -> str:
    return tell.plain(score if name == "months" else level_points(Fraction(score)), 2)


def _map(tell: Teller) -> str:
    pairs = [
        tell.say("appraisal.year.map", level=tell.plain(level.value), points=tell.plain(points.value))
        for level, points in LEVEL_POINTS
    ]
    return tell.join(pairs)
