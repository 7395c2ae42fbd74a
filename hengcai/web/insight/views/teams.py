from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from hengcai.audit.action import note
from hengcai.insight import permissions
from hengcai.insight.letters.home import clauses_of
from hengcai.insight.letters.team import team_letter
from hengcai.insight.papers.team import team_paper
from hengcai.insight.queries.team import (
    OBSERVED,
    RATED,
    may_see_rated,
    skill_cycles,
    team_gaps,
    teams_seen_by,
    with_intervals,
)
from hengcai.paper.drawing.levels import level_axis
from hengcai.web.insight.files import pdf_response, xlsx_response
from hengcai.web.insight.lists import team_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked

ROWS = 50


@remembers("teams")
def teams(request):
    """Teams the reader may see, by name, with how the newest cycle went."""
    permissions.SEE_TEAM.enter([], request.user)
    cycle, rated = skill_cycles(request.user).first(), may_see_rated(request.user)
    asked = Asked(request, team_list(request.user, cycle, language=request.LANGUAGE_CODE, rated=rated))
    rows = asked.sorted(teams_seen_by(request.user, day=localdate()))
    return asked.file(rows) or asked.show("insight/teams.html", rows, {"cycle": cycle})


def gaps(request, pk):
    team, cycles = _team(request, pk), list(skill_cycles(request.user))
    if not cycles:
        return render(request, "insight/team_none.html", {"team": team})
    found = _gaps(request, team, cycles, form="page")
    letter = team_letter(found, request.LANGUAGE_CODE, focus=request.GET.get("focus", ""))
    clauses = clauses_of(letter.title, request.LANGUAGE_CODE)
    facts = {
        "gaps": found, "letter": letter, "team": team, "cycles": cycles, "kinds": _kinds(request), "axis": level_axis(),
        "title_clauses": clauses, "maps": [(one, _page(request, one)) for one in letter.maps], "lit": letter.lit,
    }  # fmt: skip
    return render(request, "insight/team_gaps.html", facts)


def _page(request, heat):
    return Paginator(heat.rows, ROWS).get_page(request.GET.get("page"))


def pdf(request, pk):
    return pdf_response(request, *_paper(request, pk, form="pdf"))


def xlsx(request, pk):
    return xlsx_response(*_paper(request, pk, form="xlsx"))


def _paper(request, pk, *, form):
    team, cycles = _team(request, pk), list(skill_cycles(request.user))
    if not cycles:
        raise Http404
    found = _gaps(request, team, cycles, form=form)
    paper = team_paper(found, language=request.LANGUAGE_CODE, today=localdate())
    return paper, f"{found.cycle.code} {team.name}"


def _team(request, pk):
    permissions.SEE_TEAM.enter([], request.user)
    return get_object_or_404(teams_seen_by(request.user, day=localdate()), pk=pk)


def _gaps(request, team, cycles, *, form):
    """Everybody's levels at once: whoever looks is on record."""
    wanted = request.GET.get("cycle")
    cycle = next((one for one in cycles if one.code == wanted), None) if wanted else cycles[0]
    if cycle is None:
        raise Http404
    kind = request.GET.get("levels")
    kind = kind if kind in {RATED, OBSERVED} else with_intervals(team, cycle, request.user)
    note("read_team_gaps", team, by=request.user, cycle=cycle.code, levels=kind, form=form)
    return team_gaps(team, cycle, request.user, kind=kind)


def _kinds(request):
    return (RATED, OBSERVED) if may_see_rated(request.user) else (OBSERVED,)
