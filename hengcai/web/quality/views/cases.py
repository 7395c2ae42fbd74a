"""Red lines: reporting one, the list of cases, judging as a second person."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality import permissions
from hengcai.quality.actions import judge_case, report_red_line
from hengcai.quality.queries import cases as queries
from hengcai.quality.queries import pages
from hengcai.web.quality.forms import JudgementForm, RedLineForm
from hengcai.web.quality.lists.cases import case_list
from hengcai.web.quality.transcript import Moments, said, times_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


def report(request, pk):
    permissions.REPORT.enter([], request.user)
    found = get_object_or_404(queries.reportable_by(request.user), pk=pk)
    contact, turns = found.assignment.contact, pages.turns_of(found.assignment)
    form = RedLineForm(Moments(contact, turns), request.POST or None)
    if form.is_valid() and _done(form, "reason", _report, request, found, form):
        messages.success(request, _("Case reported. A second person checks it before anything follows."))
        return redirect(_back(found, request.user))
    facts = {
        "form": form,
        "evaluation": found,
        "said": said(contact, turns),
        "back": _back(found, request.user),
    }
    return render(request, "quality/red_line.html", facts, status=422 if form.errors else 200)


def _back(evaluation, user):
    """To the desk while it is a draft of one's own, else to the evaluation."""
    if evaluation.state == "draft" and evaluation.evaluator_id == user.pk:
        return reverse("score-contact", args=[evaluation.assignment_id])
    return reverse("see-evaluation", args=[evaluation.pk])


def _report(request, found, form):
    facts = {name: form.cleaned_data[name] for name in ("red_line", "reason")}
    facts["turn"] = form.cleaned_data["line"]
    report_red_line(found, by=request.user, **facts)


def _done(form, field, action, *args):
    """True when it went through; else the refusal stands beside the field."""
    try:
        action(*args)
    except (NotValid, NotNow) as refusal:
        where = {"quality.turn_unknown": "line", "quality.case_open_already": "red_line"}.get(refusal.code, field)
        form.add_error(where, sentence(refusal))
    return not form.errors


@remembers("cases")
def cases(request):
    permissions.SEE_CASES.enter([], request.user)
    asked = Asked(request, case_list(request.user))
    rows = asked.sorted(queries.cases_listed(request.user))
    return asked.file(rows) or asked.show("quality/cases.html", rows, {"is_own": request.user.roles <= {"agent"}})


def case(request, pk):
    permissions.SEE_CASES.enter([], request.user)
    found = get_object_or_404(queries.cases_seen_by(request.user), pk=pk)
    form = JudgementForm(request.POST or None)
    if form.is_valid() and _done(form, "judgement", _judge, request, found, form):
        messages.success(request, _("Decided. The case is closed."))
        return redirect("judge-case", pk)
    found = get_object_or_404(queries.cases_seen_by(request.user), pk=pk)
    contact, turns = found.evaluation.assignment.contact, pages.turns_of(found.evaluation.assignment)
    facts = {
        "case": found,
        "form": form,
        "may_judge": queries.may_judge(found, request.user),
        "shows_names": queries.may_know_names(found, request.user),
        "said": said(contact, turns),
        "times": times_of(contact, turns),
        "evaluation_is_open": pages.evaluations_seen_by(request.user).filter(pk=found.evaluation_id).exists(),
    }
    return render(request, "quality/case.html", facts, status=422 if form.errors else 200)


def _judge(request, found, form):
    is_confirmed = request.POST.get("verdict") == "confirm"
    judge_case(found, by=request.user, confirm=is_confirmed, judgement=form.cleaned_data["judgement"])
