import tempfile
from pathlib import Path

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language

from hengcai.accounts.permissions import MANAGE
from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotValid, Refusal
from hengcai.interactions import permissions, queries
from hengcai.interactions.rejects import rejects_name, write_rejects
from hengcai.interactions.undoing import may_be_undone
from hengcai.mentoring.queries.roster import not_counted_of_run, roster_rule
from hengcai.web.interactions import drafts
from hengcai.web.interactions.forms import StartForm
from hengcai.web.interactions.lists import run_list
from hengcai.web.interactions.shown import kind_word, kinds_shown, lines_of, stopped_by
from hengcai.web.interactions.uploads import begin
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("imports")
def runs(request):
    permissions.SEE_RUNS.enter([], request.user)
    asked = Asked(request, run_list())
    rows = asked.sorted(queries.runs_seen_by(request.user))
    return asked.file(rows) or asked.show("interactions/imports.html", rows, {})


def start(request):
    """The file is looked at while one waits; its rows come in behind."""
    permissions.OF_ITS_KIND.enter(the_centre(), request.user)
    form = StartForm(request.user, request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            return _begun(request, form)
        except NotValid as refusal:
            _refuse(form, refusal)
    facts = {"form": form, "kinds": kinds_shown(request.user)}
    return render(request, "interactions/start.html", facts, status=422 if form.errors else 200)


def _begun(request, form):
    """Looked at first, or at once."""
    if request.POST.get("do") == "check":
        return redirect("see-draft", drafts.begin(request.user, form.cleaned_data, form.options()).pk)
    return redirect("see-import", begin(request.user, form.cleaned_data, form.options()).pk)


def _refuse(form, refusal: Refusal):
    is_about_mapping = refusal.code.startswith(("mapping.", "yaml."))
    form.add_error("mapping" if is_about_mapping else "file", sentence(refusal))


def run(request, pk):
    """How far it is while it runs; then what came in, what did not, and why."""
    found = _seen(request, pk)
    facts = {
        "run": found,
        "kind_name": kind_word(found.kind),
        "job": queries.job_of(found),
        "undo_job": queries.job_of(found, kind="undo_import"),
        "may_undo": found.state in ("done", "failed") and may_be_undone(found),
        "may_give_accounts": _may_give_accounts(request.user, found),
        "rejects": lines_of(queries.rejects_of(found)[:50], get_language()),
        "stopped_by": stopped_by(found, get_language()),
        "roster_rule": roster_rule(),
        "without_permit": not_counted_of_run(found.pk) if found.kind == "shifts" else [],
    }
    return render(request, "interactions/import.html", facts)


def _may_give_accounts(user, run):
    return run.state == "done" and run.kind == "people" and run.added_count > 0 and MANAGE.is_held_by(user)


def rejects(request, pk):
    """All rejected rows, to be corrected and sent in again."""
    found = _seen(request, pk)
    with tempfile.TemporaryDirectory() as folder:
        name = rejects_name(found)
        written = write_rejects(found, Path(folder) / name, language=get_language())
        if written is None:
            raise Http404
        note("download_rejects", found, by=request.user)
        return FileResponse(written.open("rb"), as_attachment=True, filename=name)


def _seen(request, pk):
    permissions.SEE_RUNS.enter([], request.user)
    return get_object_or_404(queries.runs_seen_by(request.user), pk=pk)
