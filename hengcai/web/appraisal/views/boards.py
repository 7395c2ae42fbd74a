from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import get_language

from hengcai.appraisal import permissions
from hengcai.appraisal.handing_out import has_second_forms
from hengcai.appraisal.models import Cycle, Finding
from hengcai.appraisal.papers.year import year_reasons
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries import board as queries
from hengcai.appraisal.queries import cycles as laying_out
from hengcai.appraisal.queries.calendar import lengthenings_of
from hengcai.appraisal.queries.exam_marks import checklists_for, exams_for
from hengcai.appraisal.queries.fair import designs_of
from hengcai.appraisal.queries.findings import finding_counts, lines_of, rater_lines, result_findings
from hengcai.appraisal.queries.patterns import beyond_chance
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.appraisal.standing import overtaken
from hengcai.jobs.models import Job
from hengcai.paper.telling import Teller
from hengcai.web.appraisal import drawing
from hengcai.web.appraisal.marks import band_marks
from hengcai.web.shell.says import word

SHOWN = 3
TEAMS = 14  # of a month's chart at a time
FINDINGS_SHOWN, RATERS_SHOWN = 6, 3


def board(request, pk):
    """How far a cycle is, what is stuck, what the group should look at, what comes next."""
    permissions.SEE_CYCLE.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    today, job = localdate(), queries.job_of(cycle)
    is_running = job is not None and job.state == Job.State.QUEUED
    steps = queries.steps(cycle, today=today)
    facts = {
        "cycle": cycle,
        "today": today,
        "job": job,
        "is_running": is_running,
        "steps": steps,
        "late_count": sum(count for step in steps for _name, count in step.late),
        "open_count": sum(step.total - step.sent for step in steps),
        "moves": [] if is_running else laying_out.moves_for(cycle, request.user),
        "is_computed": not is_running and laying_out.may_look_at_publication(cycle),
        "lengthenings": lengthenings_of(cycle),
        "may_run": laying_out.may_run(request.user),
        "may_draw_second": _may_draw_second(cycle, request.user),
        "marks": queries.mark_count(cycle) if cycle.has_forms else 0,
        "exams": _takes(exams_for, cycle, request.user),
        "checklists": _takes(checklists_for, cycle, request.user),
    }
    if facts["is_computed"]:
        facts |= _results(cycle, request.user)
        facts |= _teams(request, cycle, facts["spread"], facts["bands"])
    return render(request, "appraisal/board.html", facts)


def _teams(request, cycle, spread, marks):
    """A month's points lie too close for one axis: team by team, a page of teams at a time."""
    if cycle.has_forms or not spread.columns:
        return {}
    page = Paginator(list(queries.teams_of(cycle, request.user)), TEAMS).get_page(request.GET.get("page"))
    teams = queries.team_scores(cycle, request.user, teams=list(page))
    return {"team_chart": drawing.team_chart(teams, spread, marks), "page": page}


def _takes(found_for, cycle, user):
    is_open = cycle.state == Cycle.State.COLLECTING and cycle.has_forms
    return found_for(cycle) if is_open and permissions.IMPORT.is_held_by(user) else []


def _may_draw_second(cycle, user):
    is_open = cycle.state == Cycle.State.COLLECTING and cycle.has_forms
    return is_open and laying_out.may_run(user) and not has_second_forms(cycle)


def reasons_said(result):
    """Why there is no score, in words; the first few."""
    if "service_months" in result.detail:
        return year_reasons(result.detail, Teller(get_language() or "zh-hans"))
    if "sources" not in result.detail:
        return [word("reason.no_data")]
    parts = [reason.partition(":") for reason in result.detail["reasons"][:SHOWN]]
    return [word(f"reason.{code}", source=word(f"source.{source}") if source else "") for code, _colon, source in parts]


def _results(cycle, user):
    spread = queries.spread(cycle)
    marks, counts = band_marks(parsed(cycle.policy)), finding_counts(cycle, user)
    lines = lines_of(cycle, list(result_findings(cycle, user).values_list("pk", flat=True)[:FINDINGS_SHOWN]))
    raters = rater_lines(cycle, user)
    facts = {
        "spread": spread,
        "bands": marks,
        "chart": drawing.columns(spread, marks),
        "shares": drawing.shares(spread, marks),
        "places": queries.places_of(cycle),
        "counts": counts,
        "lines": lines,
        "raters": raters[:RATERS_SHOWN],
        "reasons": _reasons(lines),
        "overtaken": list(overtaken(cycle).exclude(participant__person__user=user.pk)),
        "may_correct": permissions.CORRECT_RESULT.is_held_by(user),
        "pattern_count": beyond_chance(cycle, user),
        "finding_count": sum(counts.values()) + len(raters),
    }
    if cycle.has_forms:
        superiors = queries.superiors(cycle)
        facts |= {"superiors": superiors, "leanings": drawing.leanings(superiors)}
    designs = designs_of(cycle)
    facts |= {"designs": designs, "charts": {one.basis: drawing.severities(one) for one in designs if one.severities}}
    return facts


def _reasons(lines):
    """Why somebody has no score, by the finding that says so."""
    about = [one.about for one in lines if isinstance(one.about, Finding)]
    return {one.pk: reasons_said(one.result) for one in about if one.kind == Finding.Kind.NOT_ENOUGH}
