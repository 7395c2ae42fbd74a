"""Records: the list with each cycle's counts, and one of them with what its reader does with it."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.appraisal.queries.results import published_cycles
from hengcai.audit.action import note
from hengcai.records import actions, permissions
from hengcai.records.actions.answers import shown_words
from hengcai.records.queries import records as queries
from hengcai.records.queries.archives import copy_of
from hengcai.records.receiving import path_of, receive_paper
from hengcai.records.rules.papers import OUTCOMES, Sheet
from hengcai.web.insight.doors import found_url
from hengcai.web.records.forms import RecordFilterForm
from hengcai.web.records.lists import record_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole

CYCLES_COUNTED = 6
APPEAL = "add-appeal"


@remembers("records")
def records(request):
    permissions.SEE.enter([], request.user)
    today = localdate()
    form = RecordFilterForm(request.user, request.GET)
    asked = Asked(request, record_list(today=today), form=form)
    rows = queries.records_listed(request.user).filter(form.filters().condition(today=today))
    rows = asked.sorted(queries.open_first(rows) if asked.is_in_own_order else rows)
    facts = {"is_narrowed": asked.is_narrowed, "counted": _counted(request.user)}
    facts["may_check"] = permissions.CHECK_ARCHIVE.is_held_by(request.user)
    return asked.file(rows) or asked.show("records/records.html", rows, facts)


def _counted(user):
    """The newest cycles with how far their records are; of one that has none it is said."""
    found = queries.counts_by_cycle(user)
    return [(one, found.get(one.pk)) for one in published_cycles()[:CYCLES_COUNTED]]


def record(request, pk):
    found = seen(request, pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-record", pk)
        found = seen(request, pk)
    return render(request, "records/record.html", _facts(request, found, refusal), status=422 if refusal else 200)


def _facts(request, found, refusal):
    sight = queries.sight_of(found, request.user)
    language = request.LANGUAGE_CODE
    return {
        "record": found, "sight": sight, "error": refusal, "typed": request.POST, "today": localdate(),
        "result_url": found_url("see-result", found.result_id), "appeal_url": found_url(APPEAL, found.pk),
        "shown": {code: shown_words(found, code, language) for code in ("signed", "objected")},
        "paper_outcomes": OUTCOMES,
        "may_bundle": not sight.is_own and permissions.SEE_BUNDLE.is_held_by(request.user),
    }  # fmt: skip


def file_response(path, media_type):
    answer = FileResponse(path.open("rb"), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{path.name}"'
    answer["X-Content-Type-Options"], answer["Cache-Control"] = "nosniff", "private, no-store"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def sealed(request, pk):
    """As `hengcai archive verify` reads it; one's own copy leaves out single ratings."""
    found = seen(request, pk)
    data = copy_of(found, request.user)
    if data is None:
        raise Http404
    note("export_record", found, by=request.user, form="page")
    response = HttpResponse(data, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{found.cycle.code}-{found.pk}.json"'
    response["Cache-Control"] = "private, no-store"
    return response


def seen(request, pk):
    if not (permissions.SEE.is_held_by(request.user) or permissions.SEE_OWN.is_held_by(request.user)):
        permissions.SEE.enter([], request.user)
    found = queries.record_for(request.user, pk)
    if found is None:
        raise Http404
    return found


def _sign(request, found):
    password = request.POST.get("password", "")
    actions.sign_record(found, by=request.user, password=password, language=request.LANGUAGE_CODE)
    return _("Signed.")


def _object(request, found):
    facts = {"password": request.POST.get("password", ""), "words": request.POST.get("words", ""), "today": localdate()}
    actions.object_to_record(found, by=request.user, language=request.LANGUAGE_CODE, **facts)
    return _("Your objection is on record exactly as you wrote it.")


def _paper(request, found):
    """An answer on paper with its scan."""
    posted = request.POST
    facts = {name: posted.get(name, "") for name in ("outcome", "seen_by", "words")}
    sheet = Sheet(signed_on=day_typed(posted.get("signed_on", "")), **facts)
    receive_paper(found, request.FILES.get("file"), by=request.user, sheet=sheet, today=localdate())
    return _("Entered. It counts once a second person has checked it.")


def _confirm_paper(request, found):
    permissions.CHECK_PAPER.enter(found, request.user)
    actions.confirm_paper(found, by=request.user, paper=_paper_of(request, found), language=request.LANGUAGE_CODE)
    return _("Confirmed. The response on paper counts.")


def _return_paper(request, found):
    permissions.CHECK_PAPER.enter(found, request.user)
    paper, reason = _paper_of(request, found), request.POST.get("reason", "")
    actions.return_paper(found, by=request.user, paper=paper, reason=reason)
    return _("Returned to the person who entered it.")


def _paper_of(request, found):
    return get_object_or_404(found.papers, pk=whole(request.POST.get("paper", "")) or 0)


DOINGS = {
    "sign": _sign, "object": _object, "paper": _paper, "confirm_paper": _confirm_paper, "return_paper": _return_paper,
}  # fmt: skip


@require_safe
def scan(request, pk, paper):
    """Saved by the browser, never opened in it; every opening stands in the audit log."""
    seen(request, pk)
    found = queries.paper_for(request.user, pk, paper)
    if found is None or not path_of(found.place).is_file():
        raise Http404
    note("open_paper", found, by=request.user)
    return file_response(path_of(found.place), found.media_type)
