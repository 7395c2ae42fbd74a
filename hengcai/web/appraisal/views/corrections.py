"""Corrections of published results: the list, one of them, and correcting a result of one's own accord."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.queries import corrections as queries
from hengcai.base.errors import NotValid
from hengcai.web.appraisal.lists.corrections import correction_list, lines_told
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
    if request.method == "POST" and request.POST.get("do") == "read":
        actions.read_correction(found, by=request.user)
        messages.success(request, _("Noted that you have read it."))
        return redirect("see-correction", pk)
    refusal = None
    if request.method == "POST":
        refusal = _made(request, found.old)
        if refusal is None:
            return redirect("see-correction", pk)
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
        refusal = _made(request, result)
        if refusal is None:
            return redirect("see-correction", result.correction.pk)
    return _page(request, {"result": result, "may_make": True}, refusal)


def _made(request, result):
    """Why not, if not."""
    try:
        actions.correct_result(result, by=request.user, reason=request.POST.get("reason", ""))
    except NotValid as refused:
        return refused
    messages.success(request, _("Corrected. The person has been told."))
    return None


def _page(request, facts, refusal):
    facts |= {"error": sentence(refusal) if refusal else "", "typed": request.POST}
    return render(request, "appraisal/correction.html", facts, status=422 if refusal else 200)
