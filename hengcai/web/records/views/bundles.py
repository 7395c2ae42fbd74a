"""The evidence bundle of one person: page, PDF, JSON; and training noted by hand."""

import json
from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotValid
from hengcai.paper.telling import Teller
from hengcai.records import actions, permissions
from hengcai.records.papers.bundle import bundle_paper
from hengcai.records.queries.bundle import bundle_of, people_to_bundle
from hengcai.web.insight.files import pdf_response
from hengcai.web.shell.numbers import day_typed
from hengcai.web.shell.says import sentence


def bundle(request, pk):
    person = _person(request, pk)
    refusal = ""
    if request.method == "POST":
        try:
            _noted(request, person)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("see-bundle", pk)
    note("read_bundle", person, by=request.user)
    paper = _paper(request, bundle_of(person))
    facts = {"person": person, "blocks": _blocks(paper), "error": refusal, "typed": request.POST, "today": localdate()}
    return render(request, "records/bundle.html", facts, status=422 if refusal else 200)


def pdf(request, pk):
    person = _person(request, pk)
    note("export_bundle", person, by=request.user, form="pdf")
    return pdf_response(request, _paper(request, bundle_of(person)), f"evidence {person.number}")


def as_json(request, pk):
    person = _person(request, pk)
    note("export_bundle", person, by=request.user, form="json")
    text = json.dumps(bundle_of(person), ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="evidence-{person.pk}.json"'
    response["Cache-Control"] = "private, no-store"
    return response


def _person(request, pk):
    permissions.SEE_BUNDLE.enter([], request.user)
    return get_object_or_404(people_to_bundle(request.user), pk=pk)


def _paper(request, found):
    language = request.LANGUAGE_CODE
    return bundle_paper(found, centre=str(the_centre().name.read(language)), tell=Teller(language), today=localdate())


def _blocks(paper):
    """Each with its kind, as the template tells them apart."""
    return [(type(block).__name__, block) for block in paper.blocks]


def _noted(request, person):
    try:
        hours = Decimal(request.POST.get("hours", "").strip())
    except InvalidOperation:
        hours = None
    hours = hours if hours is not None and hours.is_finite() else None
    given_on, what = day_typed(request.POST.get("given_on", "")), request.POST.get("what", "")
    actions.note_training(person, by=request.user, given_on=given_on, hours=hours, what=what)
