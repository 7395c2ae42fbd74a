"""An agent's answer to an evaluation; disputes: the list, one of them, what each of its people does with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.base.errors import NotValid
from hengcai.quality import actions, permissions
from hengcai.quality.queries import disputes as queries
from hengcai.quality.queries import pages
from hengcai.web.quality.disputing import (
    disputed_rows,
    error_of_all,
    marks_posted,
    rulings_posted,
    wish_rows,
    wishes_posted,
)
from hengcai.web.quality.forms import DisputeFilterForm
from hengcai.web.quality.lists.disputes import dispute_list
from hengcai.web.quality.transcript import said, times_of
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@require_POST
def confirm(request, pk):
    permissions.ANSWER.enter([], request.user)
    found = get_object_or_404(queries.answerable_by(request.user), pk=pk)
    actions.confirm_evaluation(found, by=request.user, today=localdate())
    messages.success(request, _("Confirmed."))
    return redirect("see-evaluation", pk)


def raise_dispute(request, pk):
    permissions.ANSWER.enter([], request.user)
    found = get_object_or_404(queries.answerable_by(request.user), pk=pk)
    reading, refusal = pages.reading_of(found), None
    if request.method == "POST":
        try:
            wishes = wishes_posted(reading, request.POST)
            made = actions.dispute_evaluation(found, by=request.user, wishes=wishes, today=localdate())
        except NotValid as refused:
            refusal = refused
        else:
            messages.success(
                request, _("Submitted. Someone who did not score the contact will decide by the date shown.")
            )
            return redirect("see-dispute", made.pk)
    contact = found.assignment.contact
    facts = {
        "evaluation": found,
        "answer": queries.answering(found, request.user, today=localdate()),
        "rows": wish_rows(reading, request.POST, refusal),
        "error": error_of_all(refusal),
        "said": said(contact, reading.turns),
        "times": times_of(contact, reading.turns),
    }
    return render(request, "quality/dispute_form.html", facts, status=422 if refusal else 200)


@remembers("disputes")
def disputes(request):
    permissions.SEE_DISPUTES.enter([], request.user)
    today = localdate()
    form = DisputeFilterForm(request.user, request.GET)
    rows = queries.disputes_listed(request.user).filter(form.filters().condition(today=today))
    asked = Asked(request, dispute_list(request.user, today=today), form=form)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    facts = {
        "rates": queries.rates(today=today),
        "records": queries.records(request.user, today=today),
        "is_own": request.user.roles <= {"agent"},
        "is_narrowed": asked.is_narrowed,
    }
    return asked.show("quality/disputes.html", asked.sorted(rows), facts)


def dispute(request, pk):
    permissions.SEE_DISPUTES.enter([], request.user)
    found = get_object_or_404(queries.disputes_seen_by(request.user), pk=pk)
    sight, refusal = queries.sight_of(found, request.user), None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, sight)
        if refusal is None:
            is_left = not queries.disputes_seen_by(request.user).filter(pk=pk).exists()  # given back: theirs no more
            return redirect("list-disputes") if is_left else redirect("see-dispute", pk)
    contact, turns = found.evaluation.assignment.contact, pages.turns_of(found.evaluation.assignment)
    facts = {
        "sight": sight,
        "dispute": found,
        "evaluation": found.evaluation,
        "rows": disputed_rows(sight, request.POST, refusal),
        "error": error_of_all(refusal),
        "typed": request.POST,
        "is_late": found.state not in found.ENDED and found.due_on < localdate(),
        "said": said(contact, turns),
        "times": times_of(contact, turns),
        "evaluation_is_open": pages.evaluations_seen_by(request.user).filter(pk=found.evaluation_id).exists(),
    }
    return render(request, "quality/dispute.html", facts, status=422 if refusal else 200)


def _support(request, sight):
    actions.add_opinion(sight.dispute, by=request.user, opinion=request.POST.get("opinion", ""))
    return _("Your opinion is submitted.")


def _take(request, sight):
    actions.take_dispute(sight.dispute, by=request.user)
    return _("You have taken this dispute. Score the disputed items first.")


def _take_over(request, sight):
    actions.take_over_dispute(sight.dispute, by=request.user, reason=request.POST.get("reason", ""))
    return _("You have taken this dispute. Score the disputed items first.")


def _mark(request, sight):
    actions.mark_blind(sight.dispute, by=request.user, values=marks_posted(sight, request.POST))
    return _("Your marks are submitted. Now compare and decide.")


def _decide(request, sight):
    actions.decide_dispute(sight.dispute, by=request.user, rulings=rulings_posted(sight, request.POST))
    return _("Decided. The agent can see the decision now.")


def _give_back(request, sight):
    actions.give_back_dispute(sight.dispute, by=request.user, reason=request.POST.get("reason", ""))
    return _("Given back. Someone else will take it.")


def _withdraw(request, sight):
    actions.withdraw_dispute(sight.dispute, by=request.user)
    return _("Withdrawn. The first marks stand.")


DOINGS = {"support": _support, "take": _take, "take_over": _take_over, "mark": _mark, "decide": _decide,
    "give_back": _give_back, "withdraw": _withdraw,
}  # fmt: skip
