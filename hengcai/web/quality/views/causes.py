"""Causes of errors: the list with its owners, one report, what its owner and whoever sees it through do with it."""

from datetime import date

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow
from hengcai.quality import actions, permissions
from hengcai.quality.queries import causes as queries
from hengcai.quality.queries.measures import last_month
from hengcai.quality.rules.causes import Answered
from hengcai.web.quality.lists.causes import cause_list, put_to
from hengcai.web.quality.measure_forms import AnswerForm, CauseFilterForm, CloseForm, CollectForm, OwnerForm
from hengcai.web.quality.pareto import pareto_shown
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("causes")
def causes(request):
    permissions.SEE_CAUSES.enter([], request.user)
    user, today = request.user, localdate()
    form = CauseFilterForm(user, request.GET)
    filters = form.filters()
    rows = queries.causes_listed(user).filter(filters.condition(today=today))
    asked = Asked(request, cause_list(today=today), form=form)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    month = filters.month or last_month(today)
    shown = pareto_shown(queries.causes_counted(user, month=month), month)
    facts = {"is_narrowed": asked.is_narrowed, "pareto": shown}
    if queries.may_route(user):
        facts |= {"owner_form": OwnerForm(), "collect_form": CollectForm(today=today)}
    return asked.show("quality/causes.html", asked.sorted(rows), facts)


@require_POST
def name_owners(request):
    permissions.ROUTE_CAUSES.enter([], request.user)
    form = OwnerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose someone from the list."))
        return redirect("list-causes")
    try:
        for cause, chosen in form.cleaned_data.items():
            if chosen and chosen != form.fields[cause].initial:
                is_person = chosen.isdecimal()
                owner = get_object_or_404(queries.able_owners(), pk=int(chosen)) if is_person else None
                role = "" if is_person else chosen
                actions.name_cause_owner(the_centre(), by=request.user, cause=cause, owner=owner, role=role)
        messages.success(request, _("Owners saved."))
    except NotNow as refusal:
        messages.error(request, sentence(refusal))
    return redirect("list-causes")


@require_POST
def collect(request):
    permissions.ROUTE_CAUSES.enter([], request.user)
    form = CollectForm(today=localdate(), data=request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a month from the list."))
        return redirect("list-causes")
    month = date.fromisoformat(form.cleaned_data["month"])
    made = actions.collect_causes(the_centre(), by=request.user, month=month, today=localdate())
    told = ngettext("%(count)s cause collected.", "%(count)s causes collected.", len(made)) % {"count": len(made)}
    messages.success(request, told)
    return redirect("list-causes")


def cause(request, pk):
    permissions.SEE_CAUSES.enter([], request.user)
    found = get_object_or_404(queries.causes_listed(request.user), pk=pk)
    refusal = None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, found)
        if refusal is None:
            return redirect("see-cause", pk)
    typed = request.POST if refusal else None
    facts = {
        "sight": queries.sight_of(found, request.user, today=localdate()),
        "report": found,
        "put_to": put_to(found),
        "items": [(Bilingual(**one["name"]), one["n"]) for one in found.items],
        "error": sentence(refusal) if refusal else "",
        "answer_form": AnswerForm(typed),
        "close_form": CloseForm(typed),
    }
    return render(request, "quality/cause.html", facts, status=422 if refusal else 200)


def _answer(request, report):
    form = AnswerForm(request.POST)
    form.is_valid()
    told = form.cleaned_data
    answer = Answered(told.get("words", ""), told.get("measure", ""), told.get("measure_on"))
    actions.answer_cause(report, by=request.user, answer=answer, today=localdate())
    return _("Answered. The quality supervisor will check it on the date you gave.")


def _close(request, report):
    actions.close_cause(report, by=request.user, note=request.POST.get("note", ""))
    return _("The cause is closed.")


DOINGS = {"answer": _answer, "close": _close}
