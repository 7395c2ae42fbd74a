"""Cuts that wait for a person: the list, and one of them with what it rests on."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.base.states import moves_open
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import reviews as queries
from hengcai.consequences.states import REVIEW_MOVES
from hengcai.web.consequences.lists import review_list, why_told
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("reviews")
def reviews(request):
    permissions.SEE_REVIEW.enter([], request.user)
    asked = Asked(request, review_list())
    rows = asked.sorted(queries.reviews_seen_by(request.user))
    return asked.file(rows) or asked.show("consequences/reviews.html", rows, {})


def review(request, pk):
    permissions.SEE_REVIEW.enter([], request.user)
    found = get_object_or_404(queries.reviews_seen_by(request.user), pk=pk)
    refusal = ""
    if request.method == "POST":
        try:
            messages.success(request, done_by({"uphold": _uphold, "waive": _waive}, request)(request, found))
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-review", pk)
    moves = {move.name for move in moves_open(REVIEW_MOVES, found, request.user)}
    facts = {"review": found, "moves": moves, "why": why_told(found), "error": refusal, "typed": request.POST}
    return render(request, "consequences/review.html", facts, status=422 if refusal else 200)


def _uphold(request, found):
    actions.uphold_review(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("The reduction has been upheld. Your name and your reason have been recorded.")


def _waive(request, found):
    actions.waive_review(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("The reduction has been waived for this result.")
