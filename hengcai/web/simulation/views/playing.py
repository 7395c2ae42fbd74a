"""Playing, one node a screen: a plain form, so that it works without scripts; where one stands is what lies stored, so that
a reload or a second tab shows the same and chooses nothing twice."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import actions, permissions
from hengcai.simulation.models import Run
from hengcai.simulation.queries.role_plays import told_of
from hengcai.simulation.queries.runs import debrief_of, runs_played_by, runs_seen_by, scene_of
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.conversing import shown_told
from hengcai.web.simulation.showing import shown_debrief, shown_scene

CHOOSE, LEAVE = "choose", "leave"


def play(request, pk):
    permissions.PLAY.enter([], request.user)
    run = get_object_or_404(runs_played_by(request.user), pk=pk)
    if run.way == Run.Way.MODEL:
        return redirect("talk-to-customer", pk)
    if run.way == Run.Way.LIVE and run.state != Run.State.FINISHED:
        return redirect("see-scenario", run.scenario_id)
    if request.method == "POST":
        return _done(request, run)
    if run.state != Run.State.PLAYING:
        return redirect("see-debrief", run.pk)
    return _shown(request, run)


def _done(request, run):
    verb = request.POST.get("do", CHOOSE)
    if verb == LEAVE:
        return redirect("see-scenario", actions.leave_run(run, by=request.user).scenario_id)
    if verb != CHOOSE:
        raise Http404
    at_step = whole(request.POST.get("at_step", ""))
    try:
        actions.choose(
            run, by=request.user, choice=request.POST.get("choice", ""), at_step=-1 if at_step is None else at_step
        )
    except NotValid as refused:
        return _shown(request, run, error=sentence(refused))
    except NotNow as refused:  # chosen in another tab, or by a second click
        messages.info(request, sentence(refused))
    return redirect("play-scenario", run.pk)


def _shown(request, run, *, error=""):
    facts = {"run": run, "scene": shown_scene(scene_of(run)), "error": error}
    return render(request, "simulation/play.html", facts, status=422 if error else 200)


@require_safe
def debrief(request, pk):
    permissions.SEE_RUNS.enter([], request.user)
    run = get_object_or_404(runs_seen_by(request.user), pk=pk)
    is_own = run.person.user_id == request.user.pk
    if run.state != Run.State.FINISHED:
        return redirect(*_amid(run, is_own=is_own, user=request.user))
    if run.way != Run.Way.CHOICES:
        return render(request, "simulation/told.html", {"run": run, "told": shown_told(told_of(run)), "is_own": is_own})
    may_again = is_own and permissions.START.allows(run.scenario, request.user)
    facts = {"run": run, "told": shown_debrief(debrief_of(run)), "is_own": is_own, "may_again": may_again}
    return render(request, "simulation/debrief.html", facts)


def _amid(run, *, is_own, user):
    if run.way == Run.Way.MODEL and is_own:
        return "talk-to-customer", run.pk
    if run.way != Run.Way.CHOICES and permissions.OBSERVE.allows(run, user):
        return "observe-run", run.pk
    return "see-scenario", run.scenario_id
