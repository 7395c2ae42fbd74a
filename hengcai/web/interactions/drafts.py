"""A file looked at before it comes in: its columns chosen, its first rows read, its cells corrected."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.interactions import permissions, queries, sending
from hengcai.interactions.actions import drafts as actions
from hengcai.interactions.drafting import may_be_corrected
from hengcai.interactions.rejects import write_faults
from hengcai.interactions.sending import look
from hengcai.interactions.tasks import check_draft
from hengcai.web.interactions.preview import choices_of, faults_counted, missing_of, rows_shown
from hengcai.web.interactions.shown import column_word, kind_word
from hengcai.web.interactions.uploads import mapping_in
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


def begin(user, chosen, options):
    """The file sent in, looked at; refuses what is wrong with it as a whole."""
    mapping = mapping_in(chosen["mapping"]) if chosen["mapping"] else None
    return look(chosen["file"], by=user, kind=chosen["kind"], mapping=mapping, options=options)


def draft(request, pk):
    return _page(request, _own(request, pk))


def _page(request, found, *, refusal="", status=200):
    facts = {
        "draft": found,
        "kind_name": kind_word(found.kind),
        "job": queries.draft_job(found) if found.state == "checking" else None,
        "columns": choices_of(found),
        "missing": missing_of(found) if found.state == "choosing" else [],
        "rows": rows_shown(found),
        "faults": faults_counted(found),
        "may_correct": may_be_corrected(found),
        "importable": found.counts.get("read", 0)
        - found.counts.get("at_fault", 0)
        - found.counts.get("passed_over", 0),
        "stopped_by": sentence(NotValid(found.refusal["code"], **found.refusal["facts"])) if found.refusal else "",
        "refusal": refusal,
    }
    return render(request, "interactions/draft.html", facts, status=status)


@require_POST
def columns(request, pk):
    """One select a heading; nothing chosen means that it is not imported."""
    found = _own(request, pk)
    said = {name: request.POST.get(f"column-{place}", "") for place, name in enumerate(found.columns) if name}
    try:
        check_draft(actions.choose_columns(found, by=request.user, said=said), by=request.user)
    except NotValid as refusal:
        return _page(request, found, refusal=_in_words(found, refusal), status=422)
    return redirect("see-draft", found.pk)


def _in_words(found, refusal):
    """Our columns as the reader calls them."""
    facts = dict(refusal.facts)
    if "missing" in facts:
        facts["missing"] = [column_word(found.kind, name) for name in facts["missing"]]
    if "headings" in facts:
        facts["value"] = column_word(found.kind, facts["value"])
    return sentence(NotValid(refusal.code, **facts))


@require_POST
def cells(request, pk):
    found = _own(request, pk)
    edits = _edits(request.POST, found)
    if edits:
        count = whole(request.POST.get("edit_count", ""))
        check_draft(actions.correct_cells(found, by=request.user, edits=edits, edit_count=count), by=request.user)
        messages.success(request, _("Corrected and checked again."))
    return redirect("see-draft", found.pk)


def _edits(sent, found):
    """What differs from what was shown."""
    edits: dict[int, dict[str, str]] = {}
    for row in [*found.shown, *found.at_fault]:
        for place, name in enumerate(found.columns):
            text = sent.get(f"cell-{row['row']}-{place}")
            if text is not None and text.strip() != row["cells"].get(name, "").strip():
                edits.setdefault(row["row"], {})[name] = text.strip()
    return edits


@require_POST
def take(request, pk):
    found = _own(request, pk)
    return redirect("see-import", sending.take(found, by=request.user).pk)


@require_POST
def discard(request, pk):
    found = _own(request, pk)
    actions.discard_draft(found, by=request.user)
    messages.success(request, _("The file was discarded; nothing was imported."))
    return redirect("start-import")


def faults(request, pk):
    """All rows at fault with all that is wrong, to be corrected and sent again."""
    found = _own(request, pk)
    if found.counts.get("at_fault", 0) > MOST_IN_A_FILE:
        raise NotNow("draft.too_many_at_fault")
    with tempfile.TemporaryDirectory() as folder:
        written = write_faults(found, Path(folder), by=request.user, language=get_language())
        note("download_rejects", found, by=request.user)
        return FileResponse(written.open("rb"), as_attachment=True, filename=written.name)


MOST_IN_A_FILE = 5_000


def _own(request, pk):
    permissions.SEE_RUNS.enter([], request.user)
    return get_object_or_404(queries.drafts_of(request.user), pk=pk)
