"""Improvement plans: the list, a draft, one of them with what each of its two people does with it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import plans as queries
from hengcai.consequences.rules.plans import PlanText
from hengcai.consequences.states import EDIT_PLAN
from hengcai.web.consequences.forms import PlanForm
from hengcai.web.consequences.plan_lists import plan_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

WRITTEN = ("gap", "goals", "support", "other_post", "starts_on", "ends_on")


@remembers("improvement-plans")
def plans(request):
    permissions.SEE_PLAN.enter([], request.user)
    asked = Asked(request, plan_list(today=localdate()))
    rows = asked.sorted(queries.plans_seen_by(request.user))
    return asked.file(rows) or asked.show("consequences/plans.html", rows, {})


def add(request):
    """For somebody of whom steps one and two are there."""
    permissions.DRAFT_PLAN.enter([], request.user)
    rows = permissions.DRAFT_PLAN.rows(queries.people_seen_by(request.user), request.user)
    person = get_object_or_404(rows, pk=whole(request.GET.get("person", "")) or 0)
    return _written(request, person, None)


def edit(request, pk):
    found = _seen(request, pk)
    EDIT_PLAN.enter(found, request.user)
    return _written(request, found.person, found)


def _written(request, person, found):
    initial = {name: getattr(found, name) for name in (*WRITTEN, "edit_count")} if found else {}
    form, refusal = PlanForm(request.POST or None, initial=initial), ""
    if form.is_valid():
        text = PlanText(**{name: form.cleaned_data[name] for name in WRITTEN})
        try:
            made = _kept(request, person, found, text, form.cleaned_data["edit_count"] or 0)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved. The person will see it once you send it for signature."))
            return redirect("see-improvement-plan", made.pk)
    facts = {"form": form, "person": person, "plan": found, "error": refusal}
    return render(request, "consequences/plan_edit.html", facts, status=422 if refusal or form.errors else 200)


def _kept(request, person, found, text, edit_count):
    if found is None:
        return actions.draft_improvement(person, by=request.user, text=text, today=localdate())
    facts = {"text": text, "edit_count": edit_count, "today": localdate()}
    return actions.edit_improvement(found, by=request.user, **facts)


def plan(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-improvement-plan", pk)
    sight = queries.plan_sight(found, request.user)
    facts = {"plan": found, "sight": sight, "error": refusal, "typed": request.POST}
    return render(request, "consequences/plan.html", facts, status=422 if refusal else 200)


def _seen(request, pk):
    permissions.SEE_PLAN.enter([], request.user)
    return get_object_or_404(queries.plans_seen_by(request.user), pk=pk)


def _words(request):
    return request.POST.get("words", "")


def _offer(request, found):
    actions.offer_improvement(found, by=request.user, today=localdate())
    return _("Both of you have been asked to sign it.")


def _sign(request, found):
    """What their page showed; one that names no count is none that could be signed."""
    told = whole(request.POST.get("edit_count", ""))
    password = request.POST.get("password", "")
    edit_count = -1 if told is None else told
    actions.sign_improvement(found, by=request.user, password=password, edit_count=edit_count)
    return _("Signed.")


def _refuse(request, found):
    actions.refuse_improvement(found, by=request.user, words=_words(request))
    return _("Your comments have been saved as you wrote them. The plan is recorded as not signed.")


def _redraft(request, found):
    actions.redraft_improvement(found, by=request.user)
    return _("The plan can be edited again.")


def _start(request, found):
    actions.start_unsigned(found, by=request.user, because=_words(request))
    return _("Started. Your reason and the person’s refusal have both been recorded.")


def _retest(request, found):
    """One of those that could end it."""
    wanted = whole(request.POST.get("retest", ""))
    one = next((row for row in queries.retests_for(found) if row.pk == wanted), None)
    if one is None:
        raise Http404
    return one


def _succeed(request, found):
    permissions.END_PLAN.enter(found, request.user)
    actions.succeed_improvement(found, by=request.user, retest=_retest(request, found), words=_words(request))
    return _("Closed. The measured change has been recorded.")


def _fail(request, found):
    permissions.END_PLAN.enter(found, request.user)
    actions.fail_improvement(found, by=request.user, retest=_retest(request, found), words=_words(request))
    return _("Closed. The measured change has been recorded. Nothing else happens automatically.")


def _call_off(request, found):
    actions.call_off_improvement(found, by=request.user, words=_words(request))
    return _("Cancelled.")


DOINGS = {
    "offer": _offer, "sign": _sign, "refuse": _refuse, "redraft": _redraft, "start": _start, "succeed": _succeed,
    "fail": _fail, "call_off": _call_off,
}  # fmt: skip
