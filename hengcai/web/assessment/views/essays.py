"""Essays: what waits for this marker, and one of them beside its guidance; neither the writer's name nor the other's mark."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.queries.essays import TO_AGREE, TO_MARK, essay_agreements, essays_for, marking_of, waiting_for
from hengcai.base.bilingual import decode
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.web.shell.doing import refusal_told


def essays(request):
    permissions.MARK_ESSAYS.enter([], request.user)
    rows = waiting_for(request.user)
    facts = {
        "rows": rows, "n_open": sum(one.what in (TO_MARK, TO_AGREE) for one in rows),
        "agreements": essay_agreements() if permissions.RUN_EXAMS.is_held_by(request.user) else [],
    }  # fmt: skip
    return render(request, "assessment/essays.html", facts)


def essay(request, pk):
    permissions.MARK_ESSAYS.enter([], request.user)
    found, refusal = get_object_or_404(essays_for(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("list-essays")
    content = decode(found.question.content)
    facts = {"answer": found, "marking": marking_of(found, request.user), "content": content, "error": refusal}
    return render(request, "assessment/essay.html", facts, status=422 if refusal else 200)


def _points(request):
    typed = request.POST.get("points", "").strip()
    if not typed:
        raise NotValid("essay.points_missing")
    return exact(typed)


def _mark(request, found):
    actions.mark_essay(found, by=request.user, points=_points(request), comment=request.POST.get("comment", ""))
    return _("Saved.")


def _agree(request, found):
    actions.agree_essay(found, by=request.user, points=_points(request), why=request.POST.get("why", ""))
    return _("Saved.")


DOINGS = {"mark": _mark, "agree": _agree}
