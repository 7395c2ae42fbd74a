"""Coaching: the list, a new record, one of them with what each of its two people does with it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.coaching import actions, permissions
from hengcai.coaching.coaches import able_coaches
from hengcai.coaching.deadlines import day_to_look_again
from hengcai.coaching.queries import sessions as queries
from hengcai.coaching.states import EDIT
from hengcai.quality.models import Evaluation
from hengcai.quality.permissions import SEE as SEE_EVALUATIONS
from hengcai.web.coaching.forms import SessionFilterForm, SessionForm
from hengcai.web.coaching.lists import session_list
from hengcai.web.coaching.showing import (
    compared,
    heard,
    items_offered,
    offered,
    plan_posted,
    words_beside,
)
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("coachings")
def coachings(request):
    permissions.SEE.enter([], request.user)
    today = localdate()
    form = SessionFilterForm(request.user, request.GET)
    rows = queries.sessions_listed(request.user).filter(form.filters().condition(today=today))
    asked = Asked(request, session_list(today=today), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_open": permissions.OPEN.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("coaching/coachings.html", asked.sorted(rows), facts)


def add(request):
    """From one evaluation, named in the address; others of the agent may be added."""
    permissions.OPEN.enter([], request.user)
    found = queries.evaluations_to_coach(request.user).filter(pk=whole(request.GET.get("evaluation", ""))).first()
    if found is None:
        raise Http404
    return _written(request, queries.evaluations_beside(request.user, found), None)


def edit(request, pk):
    found = _seen(request, pk)
    EDIT.enter(found, request.user)
    clips = list(found.clips.all())
    beside = queries.evaluations_beside(request.user, clips[0].evaluation)
    known = {one.pk for one in beside}
    return _written(request, [*beside, *(clip.evaluation for clip in clips if clip.evaluation_id not in known)], found)


def _written(request, evaluations, found):
    kept = {clip.evaluation_id: clip for clip in found.clips.all()} if found else {}
    rows = offered(evaluations, request.POST, kept or {evaluations[0].pk: _Whole})
    answers = queries.answers_of(evaluations)
    form = SessionForm(request.POST or None, items_offered(answers), _initial(found, request))
    refusal = ""
    if form.is_valid():
        try:
            made = _kept(request, form, rows, found)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved. The agent can read it."))
            return redirect("see-coaching", made.pk)
    facts = {
        "form": form, "rows": rows, "coaching": found, "agent": evaluations[0].agent, "error": refusal,
        "evaluation": evaluations[0], **words_beside(evaluations[0]),
    }  # fmt: skip
    return render(request, "coaching/edit.html", facts, status=422 if refusal or form.errors else 200)


class _Whole:
    """Stands for a clip of the whole contact: what a session is made from is heard, unless it is unticked."""

    first = last = None


def _initial(found, request):
    if found is None:
        return {"look_on": day_to_look_again(localdate()), "item": whole(request.GET.get("item", ""))}
    names = ("strengths", "gap", "agreed", "notes", "look_on", "edit_count")
    return {"item": found.item_id, **{name: getattr(found, name) for name in names}}


def _kept(request, form, rows, found):
    plan, evaluations = plan_posted(form, rows)
    if found is None:
        return actions.prepare_coaching(evaluations, by=request.user, plan=plan, today=localdate())
    count = form.cleaned_data["edit_count"] or 0
    return actions.edit_coaching(
        found, by=request.user, evaluations=evaluations, plan=plan, edit_count=count, today=localdate()
    )


def coaching(request, pk):
    found = _seen(request, pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-coaching", pk)
    return render(request, "coaching/coaching.html", _facts(request, found, refusal), status=422 if refusal else 200)


def _facts(request, found, refusal):
    sight = queries.sight_of(found, request.user)
    chosen = min(whole(request.GET.get("clip", "")) or 0, len(sight.clips) - 1)
    shown = heard(sight, chosen=chosen)
    return {
        "coaching": found, "sight": sight, "compared": compared(sight), "clips": shown, "chosen": chosen,
        "error": refusal, "typed": request.POST, "today": localdate(), "heard": shown[chosen] if shown else None,
        "is_late": found.state in ("signed", "refused") and found.look_on < localdate(),
        "evaluations_open": _open_to(request.user, sight),
        "coaches": able_coaches(found) if sight.may_hand_over else [],
    }  # fmt: skip


def _open_to(user, sight):
    """Evaluations the reader may open from here."""
    rows = SEE_EVALUATIONS.rows(Evaluation.objects.filter(pk__in=[clip.evaluation_id for clip in sight.clips]), user)
    return set(rows.values_list("pk", flat=True))


def _seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(queries.sessions_seen_by(request.user), pk=pk)


def _hold(request, found):
    held_on = day_typed(request.POST.get("held_on", "")) or localdate()
    actions.hold_coaching(found, by=request.user, held_on=held_on, today=localdate())
    return _("Both of you have been asked to sign it.")


def _sign(request, found):
    actions.sign_coaching(found, by=request.user, password=request.POST.get("password", ""))
    return _("Signed.")


def _refuse(request, found):
    actions.refuse_coaching(found, by=request.user, words=_words(request))
    return _("Your words are saved as you wrote them. The record counts as not signed.")


def _anew(request, found):
    actions.prepare_anew(found, by=request.user)
    return _("The record can be edited again.")


def _remark(request, found):
    actions.add_remark(found, by=request.user, words=_words(request))
    return _("Added.")


def _put_off(request, found):
    actions.put_off_look(found, by=request.user, look_on=day_typed(request.POST.get("look_on", "")), today=localdate())
    return _("Postponed.")


def _look(request, found):
    actions.look_again(found, by=request.user, words=_words(request))
    return _("Saved, with the marks as they stand today.")


def _close(request, found):
    actions.close_coaching(found, by=request.user, words=_words(request))
    return _("Closed.")


def _words(request):
    return request.POST.get("words", "")


def _hand_over(request, found):
    permissions.HAND_OVER.enter(found, request.user)
    to = get_object_or_404(able_coaches(found), pk=whole(request.POST.get("to", "")) or 0)
    actions.hand_over_coaching(found, by=request.user, to=to, reason=_words(request))
    return _("Handed over. The agent and the new coach have been told.")


def _read(request, found):
    actions.read_handover(found, by=request.user)
    return _("Noted.")


DOINGS = {
    "hold": _hold, "sign": _sign, "refuse": _refuse, "anew": _anew, "remark": _remark, "put_off": _put_off,
    "look": _look, "close": _close, "hand_over": _hand_over, "read": _read,
}  # fmt: skip
