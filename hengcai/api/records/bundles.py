"""The evidence bundle of one person, as JSON and as PDF; each time it is taken out stands in the audit log."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api import files
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.paper.telling import Teller
from hengcai.records import permissions
from hengcai.records.papers.bundle import bundle_paper
from hengcai.records.queries.bundle import bundle_of, people_to_bundle

router = Router()
Rows = list[dict[str, Any]]


class BundleOut(Schema):
    """In the order in which it would have to be shown: rules and their acknowledgement, results with notice and answer, the
    sample and how it was drawn, training given, re-tests."""

    person: dict[str, Any]
    rules: Rows
    results: Rows
    sample: Rows
    training: Rows
    retests: Rows


@router.get("/people/{int:pk}/bundle", response=BundleOut)
def bundle(request, pk: int):
    """Of another person; never one's own."""
    person = _person(request, pk)
    note("export_bundle", person, by=request.user, form="api json")
    return bundle_of(person)


@router.get("/people/{int:pk}/bundle/pdf", openapi_extra=files.described("application/pdf"))
def pdf(request, pk: int):
    """The same as PDF/A, in the language asked for."""
    person = _person(request, pk)
    note("export_bundle", person, by=request.user, form="api pdf")
    language = request.LANGUAGE_CODE
    centre = str(the_centre().name.read(language))
    paper = bundle_paper(bundle_of(person), centre=centre, tell=Teller(language), today=localdate())
    return files.pdf(paper, f"evidence-{person.pk}")


def _person(request, pk):
    let_in(permissions.SEE_BUNDLE, request.user)
    return get_object_or_404(people_to_bundle(request.user), pk=pk)
