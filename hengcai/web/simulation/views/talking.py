"""A conversation with the simulated customer, turn by turn: a plain form; what was said is kept whatever the model does."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import actions, conversing, permissions
from hengcai.simulation.models import Run
from hengcai.simulation.queries.role_plays import talk_of
from hengcai.simulation.queries.runs import runs_played_by
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.conversing import shown_turns


def talk(request, pk):
    permissions.PLAY.enter([], request.user)
    run = get_object_or_404(runs_played_by(request.user), pk=pk, way=Run.Way.MODEL)
    if request.method == "POST":
        return _done(request, run)
    if run.state == Run.State.FINISHED:
        return redirect("see-debrief", pk)
    return _shown(request, run)


def _done(request, run):
    doing = DOINGS.get(request.POST.get("do", ""))
    if doing is None:
        raise Http404
    try:
        return doing(request, run)
    except NotValid as refused:
        return _shown(request, run, error=sentence(refused), typed=request.POST.get("text", ""))
    except NotNow as refused:
        messages.warning(request, sentence(refused))
        return redirect("talk-to-customer", run.pk)


def _say(request, run):
    at_turn = whole(request.POST.get("at_turn", ""))
    text = request.POST.get("text", "").replace("\r\n", "\n")
    conversing.said(run, by=request.user, text=text, at_turn=-1 if at_turn is None else at_turn)
    return redirect("talk-to-customer", run.pk)


def _again(request, run):
    conversing.asked_again(run, by=request.user)
    return redirect("talk-to-customer", run.pk)


def _end(request, run):
    return redirect("talk-to-customer", actions.end_talk(run, by=request.user).pk)


def _leave(request, run):
    return redirect("see-scenario", actions.leave_run(run, by=request.user).scenario_id)


DOINGS = {"say": _say, "again": _again, "end": _end, "leave": _leave}


def _shown(request, run, *, error="", typed=""):
    found = talk_of(run)
    facts = {
        "run": run, "talk": found, "turns": shown_turns(found.turns), "n_turns": len(found.turns), "error": error,
        "typed": typed, "is_open": run.state == Run.State.PLAYING,
    }  # fmt: skip
    return render(request, "simulation/talk.html", facts, status=422 if error else 200)
