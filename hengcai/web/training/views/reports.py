"""The sentences of a status report, edited before it is issued."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotValid
from hengcai.training import actions, permissions, states
from hengcai.training.facts.drafting import SECTIONS
from hengcai.training.queries.projects import projects_seen_by
from hengcai.web.shell.says import sentence, word
from hengcai.web.training.forms import ReportForm


def edit(request, pk):
    permissions.SEE.enter([], request.user)
    found = get_object_or_404(projects_seen_by(request.user), pk=pk)
    states.EDIT.enter(found, request.user)
    report = getattr(found, "report", None)
    if report is None:
        raise Http404
    form, refusal = ReportForm(request.POST or None, sections=SECTIONS, initial=_initial(report)), ""
    if form.is_valid():
        try:
            _kept(request, found, form.cleaned_data)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("see-needs-survey", pk)
    rows = [(word(f"training.section.{name}"), zh, en) for name, zh, en in form.rows()]
    facts = {"project": found, "form": form, "rows": rows, "error": refusal}
    return render(request, "training/edit_report.html", facts, status=422 if refusal or form.errors else 200)


def _initial(report):
    found = {"edit_count": report.edit_count}
    for name in SECTIONS:
        found |= {f"{name}_zh": report.texts[name].zh, f"{name}_en": report.texts[name].en}
    return found


def _kept(request, found, chosen):
    texts = {name: Bilingual(chosen[f"{name}_zh"], chosen[f"{name}_en"]) for name in SECTIONS}
    count = -1 if chosen["edit_count"] is None else chosen["edit_count"]
    return actions.edit_report(found, by=request.user, texts=texts, edit_count=count)
