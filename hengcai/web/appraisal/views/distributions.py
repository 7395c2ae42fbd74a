"""How a cycle's scores fall by team, and the levels superiors gave: a picture and a table, a page of rows at a time."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries import distribution as queries
from hengcai.appraisal.queries.board import places_of, spread
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.paper.drawing.axis import Axis, axis_of
from hengcai.paper.drawing.people import Spot, people_axis, people_strip
from hengcai.web.appraisal.marks import band_marks
from hengcai.web.shell.numbers import whole

ROWS = 14
TEAM, RATER = "team", "rater"
LEVELS = Axis(1.0, 5.0)
NO_TONE = "good"


@dataclass(frozen=True)
class Line:
    row: object
    picture: str


def distribution(request, pk):
    permissions.SEE_PATTERN.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    by = RATER if request.GET.get("by") == RATER and cycle.has_forms else TEAM
    facts = {"cycle": cycle, "by": by, "is_early": cycle.state not in Cycle.COMPUTED, "places": places_of(cycle)}
    drawn = _raters(request, cycle) if by == RATER else _teams(request, cycle)
    return render(request, "appraisal/distribution.html", facts | drawn)


def _raters(request, cycle):
    page = Paginator(queries.raters_in(cycle, request.user), ROWS).get_page(request.GET.get("page"))
    rows = queries.by_rater(cycle, request.user, list(page))
    lines = [Line(row, _strip(row, LEVELS, {}, ())) for row in rows]
    return {"page": page, "lines": lines, "axis": people_axis(LEVELS, ()), "bands": {}}


def _teams(request, cycle):
    team = whole(request.GET.get("team", "")) or 0
    page = Paginator(queries.teams_in(cycle, request.user, team=team), ROWS).get_page(request.GET.get("page"))
    rows, marks, whole_cycle = (
        queries.by_team(cycle, request.user, list(page)),
        band_marks(parsed(cycle.policy)),
        spread(cycle),
    )
    finals = [float(column.final) for column in whole_cycle.columns]
    step, ends = (0.5, (1.0, 5.0)) if cycle.has_forms else (10.0, (0.0, 100.0))
    axis = axis_of(finals, [], step=step, ends=ends) if finals else LEVELS
    cuts = [float(start) for _code, start in whole_cycle.cuts if axis.low < float(start) < axis.high]
    lines = [Line(row, _strip(row, axis, marks, cuts)) for row in rows]
    return {"page": page, "lines": lines, "axis": people_axis(axis, cuts), "bands": marks, "team": team}


def _strip(row, axis, marks, cuts):
    if not row.values:
        return ""
    spots = [
        Spot(value, marks[band].css if band in marks else NO_TONE, f"{name} {value:.1f}")
        for value, band, name in row.values
    ]
    return people_strip(spots, axis, middle=row.median, cuts=cuts)
