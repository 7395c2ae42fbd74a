"""The four steps of one person, and moves of people from their proposal to the head's decision."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences import actions, permissions
from hengcai.consequences.models import Proposal
from hengcai.consequences.queries import plans as queries
from hengcai.web.consequences.forms import day_or_none
from hengcai.web.consequences.lists import why_told
from hengcai.web.consequences.plan_lists import move_list
from hengcai.web.quality.forms import words_of
from hengcai.web.shell.doing import done_by, refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


def steps(request, pk):
    permissions.SEE_STEPS.enter([], request.user)
    person, refusal = get_object_or_404(queries.people_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        try:
            messages.success(request, done_by({"paper": _paper, "propose": _propose}, request)(request, person))
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-steps", pk)
    facts = {
        "person": person, "sight": queries.steps_sight(person, request.user), "error": refusal, "typed": request.POST,
        "kinds": words_of("consequences.move.kind", Proposal.Kind.values), "today": localdate(),
    }  # fmt: skip
    return render(request, "consequences/steps.html", facts, status=422 if refusal else 200)


def _paper(request, person):
    on = day_or_none(request.POST.get("on", ""))
    facts = {"step": request.POST.get("step", ""), "words": request.POST.get("words", ""), "today": localdate()}
    actions.keep_step_paper(person, by=request.user, on=on, **facts)
    return _("Recorded with your name.")


def _propose(request, person):
    facts = {"kind": request.POST.get("kind", ""), "reason": request.POST.get("words", "")}
    made = actions.propose_move(person, by=request.user, where=request.POST.get("where", ""), **facts)
    if made.state == Proposal.State.WAITING:
        return _("Proposed. The result is not certain enough on its own, so another person will review it first.")
    return _("Proposed. The head of the centre will decide.")


@remembers("moves")
def moves(request):
    permissions.SEE_MOVE.enter([], request.user)
    asked = Asked(request, move_list())
    rows = asked.sorted(queries.moves_seen_by(request.user))
    return asked.file(rows) or asked.show("consequences/moves.html", rows, {})


def move(request, pk):
    permissions.SEE_MOVE.enter([], request.user)
    found, refusal = get_object_or_404(queries.moves_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-move", pk)
    facts = {
        "move": found, "moves": queries.open_to(found, request.user), "error": refusal, "typed": request.POST,
        "why": why_told(found, "consequences.move.why") if found.why else "",
    }  # fmt: skip
    return render(request, "consequences/move.html", facts, status=422 if refusal else 200)


def _reason(request):
    return request.POST.get("reason", "")


def _carry(request, found):
    actions.carry_move(found, by=request.user, reason=_reason(request))
    return _("The head of the centre can now decide. Your name has been recorded.")


def _drop(request, found):
    actions.drop_move(found, by=request.user, reason=_reason(request))
    return _("Dropped. No further action will be taken.")


def _decide(request, found):
    actions.decide_move(found, by=request.user, reason=_reason(request))
    return _("Approved. Your name and your reason have been recorded.")


def _decline(request, found):
    actions.decline_move(found, by=request.user, reason=_reason(request))
    return _("Declined. Your name and your reason have been recorded.")


DOINGS = {"carry": _carry, "drop": _drop, "decide": _decide, "decline": _decline}
