"""Questions as a file: first what its format cannot hold, then the file."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.accounts.queries import the_centre
from hengcai.assessment import permissions
from hengcai.assessment.bank_exporting import MEDIA, bank_file, file_name_of, to_export
from hengcai.assessment.formats.telling import told_note
from hengcai.audit.action import note
from hengcai.web.questions.forms import ExportForm
from hengcai.web.questions.offers import filter_offers

MOST_SHOWN = 100


@dataclass(frozen=True)
class ShownNote:
    text: str
    is_left_out: bool


@dataclass(frozen=True)
class ShownExport:
    summary: str
    name: str
    address: str
    notes: list[ShownNote]
    more: int


@require_safe
def export(request):
    permissions.EXPORT_BANK.enter([], request.user)
    language = get_language() or "zh-hans"
    asked: Any = request.GET if "form" in request.GET else None
    form = ExportForm(asked, **filter_offers(request.user))
    form.initial = {"form": "jsonl", "spoken": language[:2]}
    report = None
    if asked is not None and form.is_valid():
        rows = to_export(request.user, form.filters())
        how = {"form": form.cleaned_data["form"], "language": form.cleaned_data["spoken"] or language[:2]}
        content, count, found = bank_file(rows, **how)
        if request.GET.get("to") == "file":
            return _file(request, content, how["form"])
        report = _shown(request, count, found, how["form"], language)
    return render(request, "questions/export.html", {"form": form, "report": report})


def _file(request, content, form):
    note("export_bank", the_centre(), by=request.user, kind=form)
    answer = HttpResponse(content, content_type=MEDIA[form])
    answer["Content-Disposition"] = f'attachment; filename="{file_name_of(form)}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _shown(request, count, found, form, language):
    query = request.GET.copy()
    query["to"] = "file"
    notes = [ShownNote(told_note(one, language), one.is_left_out) for one in found.notes[:MOST_SHOWN]]
    comes = ngettext("%(n)s question will be exported", "%(n)s questions will be exported", count) % {"n": count}
    told = [comes]
    if found.left_out:
        told.append(_("%(n)s left out") % {"n": found.left_out})
    if found.lost:
        told.append(_("%(n)s lose something") % {"n": found.lost})
    return ShownExport(
        " · ".join(told), file_name_of(form), f"?{query.urlencode()}", notes, found.lost + found.left_out - len(notes)
    )
