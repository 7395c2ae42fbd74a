"""One's own result explained; asking that a person looks at it again; answering that."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.base.states import moves_open
from hengcai.consequences import actions, permissions
from hengcai.consequences.explaining import explained
from hengcai.consequences.models import LookAgain
from hengcai.consequences.queries import looking as queries
from hengcai.consequences.queries.differences import own_differences, told_of
from hengcai.consequences.states import LOOK_MOVES
from hengcai.web.consequences.award_lists import look_list
from hengcai.web.consequences.difference_lists import reason_of
from hengcai.web.consequences.showing import changes_told
from hengcai.web.quality.forms import words_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


def explain(request, pk):
    """What decided it, what would have to be different for the next band; and a way to a person."""
    permissions.ASK_AGAIN.enter([], request.user)
    result, refusal = get_object_or_404(queries.own_results_to_explain(request.user), pk=pk), ""
    if request.method == "POST":
        try:
            told = {name: request.POST.get(name, "") for name in ("words", "matter")}
            made = actions.ask_to_look_again(result, by=request.user, today=localdate(), **told)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            name = made.handler.name
            messages.success(request, _("Sent. %(name)s will review it and answer here.") % {"name": name})
            return redirect("explain-result", pk)
    found = explained(result)
    looks = queries.looks_seen_by(request.user).filter(result=result)
    changed = told_of(own_differences(request.user, result.participant_id))
    facts = {
        "result": result, "found": found,
        "changed": [(one, reason_of(one)) for one in changed], "changes": changes_told(found, request.LANGUAGE_CODE), "looks": looks,
        "error": refusal, "typed": request.POST,
        "matters": words_of("consequences.look.matter", queries.matters_open(looks)),
    }  # fmt: skip
    return render(request, "consequences/explain.html", facts, status=422 if refusal else 200)


@remembers("looks-again")
def looks(request):
    permissions.SEE_LOOK.enter([], request.user)
    asked = Asked(request, look_list())
    rows = asked.sorted(queries.looks_seen_by(request.user))
    return asked.file(rows) or asked.show("consequences/looks.html", rows, {})


def look(request, pk):
    permissions.SEE_LOOK.enter([], request.user)
    found, refusal = get_object_or_404(queries.looks_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        try:
            facts = {"outcome": request.POST.get("outcome", ""), "answer": request.POST.get("answer", "")}
            actions.answer_look_again(found, by=request.user, **facts)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Answered. The person can read the answer on the page of their result."))
            return redirect("see-look-again", pk)
    facts = {
        "look": found, "may_answer": bool(moves_open(LOOK_MOVES, found, request.user)), "error": refusal,
        "typed": request.POST, "outcomes": words_of("consequences.look.outcome", LookAgain.Outcome.values),
    }  # fmt: skip
    return render(request, "consequences/look.html", facts, status=422 if refusal else 200)
