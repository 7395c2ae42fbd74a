"""Corrections of published results: the list, one of them, and correcting a result of one's own accord."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.queries import corrections as queries
from hengcai.base.errors import NotValid
from hengcai.web.appraisal.lists.corrections import correction_list, lines_told
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("corrections")
def corrections(request):
    permissions.SEE_CYCLE.enter([], request.user)
    rows = queries.corrections_listed(request.user)
    asked = Asked(request, correction_list())
    if answer := asked.file(asked.sorted(rows)):
        return answer
    return asked.show(
        "appraisal/corrections.html", asked.sorted(rows), {"open_count": queries.open_count(request.user)}
    )


def correction(request, pk):
    permissions.SEE_CORRECTION.enter([], request.user)
    found = get_object_or_404(queries.corrections_listed(request.user), pk=pk)
    refusal = None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, found)
        if refusal is None:
            is_there = queries.corrections_listed(request.user).filter(pk=pk).exists()
            return redirect("see-correction", pk) if is_there else redirect("list-corrections")
    sight = queries.sight_of(found, request.user, language=request.LANGUAGE_CODE)
    facts = {
        "sight": sight,
        "correction": found,
        "result": found.old,
        "lines": lines_told(sight, request.LANGUAGE_CODE),
    }
    return _page(request, facts, refusal)


def correct(request, pk):
    """A result with no correction open, for a reason of one's own."""
    permissions.CORRECT_RESULT.enter([], request.user)
    result, refusal = get_object_or_404(queries.correctable_by(request.user), pk=pk), None
    if hasattr(result, "correction"):
        return redirect("see-correction", result.correction.pk)
    if request.method == "POST":
        try:
            made = actions.propose_correction(result, by=request.user, reason=request.POST.get("reason", ""))
        except NotValid as refused:
            refusal = refused
        else:
            messages.success(request, _proposed())
            return redirect("see-correction", made.pk)
    return _page(request, {"result": result, "may_make": True}, refusal)


def _proposed():
    return _("Proposed. Another member of the review panel has to confirm it; nothing changes until then.")


def _read(request, found):
    actions.read_correction(found, by=request.user)
    return _("Marked as read.")


def _make(request, found):
    actions.propose_correction(found.old, by=request.user, reason=request.POST.get("reason", ""))
    return _proposed()


def _confirm(request, found):
    actions.confirm_correction(found, by=request.user)
    return _("Corrected. The person has been notified.")


def _alone(request, found):
    actions.confirm_correction_alone(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("Corrected. The person has been notified.")


def _decline(request, found):
    actions.decline_correction(found, by=request.user)
    return _("The proposal has been withdrawn. Nothing was changed.")


DOINGS = {"read": _read, "make": _make, "confirm": _confirm, "alone": _alone, "decline": _decline}


def _page(request, facts, refusal):
    facts |= {"error": sentence(refusal) if refusal else "", "typed": request.POST}
    return render(request, "appraisal/correction.html", facts, status=422 if refusal else 200)
