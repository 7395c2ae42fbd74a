"""Findings of a cycle with what may be done about each, and the question that lies with a rater."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import holders_of
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.appraisal.queries import findings as queries
from hengcai.appraisal.queries.patterns import beyond_chance
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.base.errors import NotNow, NotValid
from hengcai.quality import permissions as quality
from hengcai.web.appraisal.views.boards import reasons_said
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence, word

ROWS = 20
CHANGEABLE = (Cycle.State.COLLECTING, Cycle.State.PRELIMINARY)


def findings(request, pk):
    permissions.SEE_CYCLE.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    kind = request.GET.get("kind", "")
    rows = queries.result_findings(cycle, request.user, kind=kind)
    page = Paginator(rows.values_list("pk", flat=True), ROWS).get_page(request.GET.get("page"))
    raters = queries.rater_lines(cycle, request.user) if not kind and page.number == 1 else []
    facts = {
        **finding_facts(cycle, request.user, queries.lines_of(cycle, list(page))),
        "cycle": cycle, "is_early": cycle.state not in Cycle.COMPUTED,
        "page": page, "raters": raters, "kind": kind,
        "count_note": word("finding.chance.count"),
        "pattern_count": beyond_chance(cycle, request.user), "counts": queries.finding_counts(cycle, request.user),
    }  # fmt: skip
    return render(request, "appraisal/findings.html", facts)


def finding_facts(cycle, user, lines):
    """What a line needs besides itself, on the board and on the list alike."""
    may = queries.may_settle(user)
    return {
        "lines": lines,
        "may_settle": may,
        "may_change": may and cycle.state in CHANGEABLE,
        "may_give": quality.GIVE.is_held_by(user),
        "analysts": analysts() if quality.GIVE.is_held_by(user) else (),
        "reasons": {one.about.pk: reasons_said(one.about.result) for one in lines if one.about.kind == "not_enough"},
    }


@require_POST
def act(request, pk):
    """Settling a finding on a result, or asking its rater."""
    permissions.SETTLE_FINDING.enter([], request.user)
    found = get_object_or_404(queries.findings_seen_by(request.user), pk=pk)
    cycle = found.result.participant.cycle
    if request.POST.get("do") == "ask":
        facts = {"text": request.POST.get("reason", ""), "today": localdate()}
        return _done(request, cycle, _asked(), actions.ask_about_finding, found, **facts)
    return _done(request, cycle, _settled(), actions.settle_finding, found, reason=request.POST.get("reason", ""))


@require_POST
def act_on_rater(request, pk):
    permissions.SETTLE_RATER.enter([], request.user)
    found = get_object_or_404(queries.raters_seen_by(request.user), pk=pk)
    if request.POST.get("do") == "ask":
        facts = {"text": request.POST.get("reason", ""), "today": localdate()}
        return _done(request, found.cycle, _asked(), actions.ask_about_rater, found, **facts)
    if request.POST.get("do") == "rescore":
        analyst = get_object_or_404(analysts(), pk=whole(request.POST.get("analyst", "")) or 0)
        said = _("Assigned to %(name)s to score again.") % {"name": analyst.name}
        return _done(request, found.cycle, said, actions.rescore, found, analyst=analyst, today=localdate())
    return _done(request, found.cycle, _settled(), actions.settle_rater, found, reason=request.POST.get("reason", ""))


@require_POST
def nudge(request, pk):
    permissions.SEE_TASK.enter([], request.user)
    rows = RatingTask.objects.select_related("rater", "participant__cycle")
    task = get_object_or_404(permissions.SEE_TASK.rows(rows, request.user), pk=pk)
    said = _("Reminder sent to the task list of %(name)s.") % {"name": task.rater.name}
    return _done(request, task.participant.cycle, said, actions.nudge_rater, task)


def _done(request, cycle, said, action, found, **facts):
    """Back to the list; a refusal is said there."""
    try:
        action(found, by=request.user, **facts)
    except (NotValid, NotNow) as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, said)
    return redirect(reverse("list-findings", args=[cycle.pk]))


def analysts():
    return holders_of(quality.OPEN).order_by("name", "pk")


def _asked():
    return _("Question sent: the rater has three days to answer.")


def _settled():
    return _("Marked as resolved, with your reason.")


def question(request, pk):
    """What a rating rests on, said by who gave it."""
    permissions.ANSWER.enter([], request.user)
    found = get_object_or_404(queries.questions_of(request.user), pk=pk)
    typed, refusal = request.POST.get("answer", ""), ""
    if request.method == "POST":
        try:
            actions.answer_question(found, by=request.user, answer=typed)
        except (NotValid, NotNow) as problem:
            refusal = sentence(problem)
        else:
            messages.success(request, _("Submitted to the review panel."))
            return redirect("answer-question", found.pk)
    facts = {"question": found, "typed": typed, "refusal": refusal}
    return render(request, "appraisal/question.html", facts, status=422 if refusal else 200)
