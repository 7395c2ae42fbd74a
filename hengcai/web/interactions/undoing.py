"""An import taken back, after a look at what would go and what stands in the way."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.interactions import permissions, queries
from hengcai.interactions.actions.undoing import start_undo
from hengcai.interactions.tasks import queue_undo
from hengcai.interactions.undoing import PERSON, USER, brought, hanging
from hengcai.web.interactions.shown import kind_word

STILL_THERE = ("done", "failed", "undoing")


def undo(request, pk):
    permissions.SEE_RUNS.enter([], request.user)
    run = get_object_or_404(queries.runs_seen_by(request.user), pk=pk)
    if request.method == "POST":
        start_undo(run, by=request.user)
        queue_undo(run, by=request.user)
        messages.success(request, _("The import is being undone."))
        return redirect("see-import", run.pk)
    facts = {
        "run": run,
        "kind_name": kind_word(run.kind),
        "is_there": run.state in STILL_THERE,
        "hanging": [one.told(get_language()) for one in hanging(run)],
        "accounts": brought(run, USER).count(),
        "people": brought(run, PERSON).count(),
    }
    return render(request, "interactions/undo.html", facts)
