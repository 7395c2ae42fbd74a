from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Router

from hengcai.audit.action import note
from hengcai.insight.queries.person import person_report, result_for
from hengcai.insight.queries.team import skill_cycles, team_gaps, teams_seen_by

router = Router()


def _text(value) -> str | None:
    return None if value is None else str(value)


@router.get("/person/{int:pk}")
def person(request, pk: int):
    """One result with its competencies: rated, observed with interval, required."""
    result = result_for(request.user, pk)
    if result is None:
        raise Http404
    report = person_report(result, request.user)
    if not report.to_rated:
        note("open_report", result, by=request.user)
    return {
        "cycle": report.cycle.code, "result": dict(report.detail), "is_pooled": report.is_pooled,
        "competencies": [_line(line) for line in report.competencies],
    }  # fmt: skip


def _line(line) -> dict:
    seen = line.observed
    observed = None if seen is None else {"mean": str(seen.mean), "low": seen.low, "high": seen.high, "n": seen.n}
    return {
        "competency": line.competency.code, "rated": _text(line.rated), "n_raters": line.n_raters,
        "required": _text(line.required), "before": _text(line.before), "observed": observed,
    }  # fmt: skip


@router.get("/team/{int:pk}")
def team(request, pk: int, cycle: str, levels: str = "rated"):
    """People by competencies, with the findings the levels bear out."""
    found = get_object_or_404(teams_seen_by(request.user, day=localdate()), pk=pk)
    chosen = get_object_or_404(skill_cycles(request.user), code=cycle)
    gaps = team_gaps(found, chosen, request.user, kind=levels)
    codes = [one.code for one in gaps.competencies]
    return {
        "team": found.name, "cycle": chosen.code, "required": {code: str(level) for code, level in gaps.required.items()},
        "people": [{"number": row.person.number, "levels": _levels(codes, row.cells)} for row in gaps.rows],
        "findings": [
            {"competency": one.code, "below": one.below, "total": one.total, "line": str(one.line), "surely": one.surely,
             "maybe": one.maybe}
            for one in gaps.findings
        ],
    }  # fmt: skip


def _levels(codes, cells) -> dict:
    return {code: None if cell is None else str(cell.value) for code, cell in zip(codes, cells, strict=True)}
