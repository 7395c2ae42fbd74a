"""The year's points: every month and quarter that went in, as it was announced, and how they were put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.appraisal.models import Result
from hengcai.appraisal.rules.month import TOTAL_PLACES
from hengcai.appraisal.rules.own_terms import PARTS, YearTerms
from hengcai.appraisal.rules.year import LEVEL_POINTS, USUAL, level_points
from hengcai.base.decimals import written
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
        why=year_told(_says(detail), tell),
        columns=[tell.say(f"appraisal.year.column.{column}") for column in COLUMNS],
        parts=[_part(name, _says(detail).weights[name], detail, tell) for name in PARTS],
        total=tell.say("appraisal.month.total", exact=tell.plain(detail["exact"])) if final else "", final=final,
        notes=year_reasons(detail, tell),
    )  # fmt: skip


def year_reasons(detail: Mapping[str, Any], tell: Teller) -> list[str]:
    """Why there is no score."""
    facts = {"months": detail.get("service_months", 0), "least": _says(detail).service_months}
    return [tell.say(f"appraisal.year.{one.replace(':', '.')}", **facts) for one in detail.get("reasons", [])]


def year_told(says: YearTerms, tell: Teller) -> str:
    """How the parts are put together, for a result and for the policy alike."""
    shares = {name: tell.percent(weight, 2) for name, weight in says.weights.items()}
    return tell.say("appraisal.year.why", points=_map(tell), **shares)


def _says(detail: Mapping[str, Any]) -> YearTerms:
    """As it held when the year was computed; results from before it was kept stood under the usual ones."""
    kept = detail.get("weights")
    if not kept:
        return USUAL
    return YearTerms(written(kept["months"]), written(kept["quarters"]), int(detail["least_service"]))


def _part(name: str, weight: Fraction, detail: Mapping[str, Any], tell: Teller) -> YearPart:
    mean = detail.get(f"{name}_mean")
    rows = [
        (str(code), tell.plain(score), _points(name, score, tell)) for code, score, _revision in detail.get(name, [])
    ]
    share = tell.percent(weight, 2)
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
