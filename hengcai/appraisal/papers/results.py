"""Somebody's own results as a list, with a chart a kind of cycle from two on."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.timezone import localtime

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.papers.lines import band_of, score_of
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import bands
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.paper.drawing.charts import trend
from hengcai.paper.telling import Teller

LEAST_HISTORY, MOST_HISTORY = 2, 8


@dataclass(frozen=True)
class ResultLine:
    result_id: int
    cycle: str
    kind: str
    band: str
    tone: str
    score: str
    published: str
    revision: int


@dataclass(frozen=True)
class Results:
    lines: Sequence[ResultLine]
    charts: Sequence[tuple[str, str]]


def result_lines(results: Sequence[Result], *, language: str) -> Results:
    tell = Teller(language)
    return Results([_line(result, tell) for result in results], _charts(results, tell))


def _line(result: Result, tell: Teller) -> ResultLine:
    cycle, policy = result.participant.cycle, parsed(result.participant.cycle.policy)
    known = policy.grades if isinstance(policy, MonthPolicy) else policy.bands
    published = localtime(cycle.published_at).date() if cycle.published_at else None
    return ResultLine(
        result_id=result.pk, cycle=str(cycle.name.read(tell.language)), kind=tell.say(f"appraisal.kind.{cycle.kind}"),
        band=band_of(result, tell),
        tone=bands.tone(result.band, [band.code for band in known]), score=score_of(result),
        published=tell.day(published), revision=result.revision,
    )  # fmt: skip


def _charts(results: Sequence[Result], tell: Teller) -> list[tuple[str, str]]:
    found = []
    for kind, low, high in (
        (Cycle.Kind.QUARTER, 1.0, 5.0),
        (Cycle.Kind.MONTH, 0.0, 100.0),
        (Cycle.Kind.YEAR, 0.0, 100.0),
    ):
        ones = [result for result in results if result.participant.cycle.kind == kind][:MOST_HISTORY]
        points = [(one.participant.cycle.code, _final(one)) for one in reversed(ones)]
        if sum(value is not None for _code, value in points) >= LEAST_HISTORY:
            title = tell.say(f"appraisal.kind.{kind}")
            found.append((title, trend(points, label=title, low=low, high=high)))
    return found


def _final(result: Result) -> float | None:
    return None if result.final is None else float(Fraction(result.final))
