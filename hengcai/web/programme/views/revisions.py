"""Revisions of courses: listed, planned by whoever answers for the course, finished with a new version."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.programme import actions, permissions
from hengcai.programme.queries.revisions import moves_of, newer_in_use, revisions_seen_by
from hengcai.web.programme.forms import RevisionFilterForm, RevisionForm
from hengcai.web.programme.lists import revision_list
from hengcai.web.programme.telling import reasons_told
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("revisions")
def revisions(request):
    permissions.SEE_REVISIONS.enter([], request.user)
    form = RevisionFilterForm(request.GET)
    asked = Asked(request, revision_list(), form=form)
    rows = asked.sorted(revisions_seen_by(request.user).filter(form.filters().condition(request.user)))
    return asked.file(rows) or asked.show("programme/revisions.html", rows, {"is_narrowed": asked.is_narrowed})


def revision(request, pk):
    permissions.SEE_REVISIONS.enter([], request.user)
    found, refusal = get_object_or_404(revisions_seen_by(request.user), pk=pk), ""
    form = RevisionForm(None, revision=found)
    if request.method == "POST":
        form = RevisionForm(request.POST, revision=found) if request.POST.get("do") == "plan" else form
        refusal = "" if form.errors else refusal_told(DOINGS, request, found)
        if not refusal and not form.errors:
            return redirect("see-revision", found.pk)
    facts = {
        "revision": found, "form": form, "error": refusal, "moves": moves_of(found, request.user),
        "reasons": reasons_told(found.reasons), "after": reasons_told(found.after), "newer": newer_in_use(found),
    }  # fmt: skip
    return render(request, "programme/revision.html", facts, status=422 if refusal or form.errors else 200)


def _plan(request, found):
    form = RevisionForm(request.POST, revision=found)
    form.is_valid()
    actions.plan_revision(found, by=request.user, **form.cleaned_data)
    return _("Saved.")


def _finish(request, found):
    actions.finish_revision(found, by=request.user, today=localdate())
    return _("Done. What the new version does is measured once people have taken it.")


DOINGS = {"plan": _plan, "finish": _finish}
