"""What stands out in how a cycle was rated: how likely chance makes it, what it rests on, what was done about it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.queries import patterns as queries
from hengcai.appraisal.queries.rater_forms import forms_by, limits_of, loads, loads_of
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.base.errors import NotNow, NotValid
from hengcai.web.appraisal.patterns_said import said
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

ROWS = 20


def patterns(request, pk):
    permissions.SEE_PATTERN.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    kind = request.GET.get("kind", "")
    rows = queries.patterns_in(cycle, request.user, kind=kind)
    page = Paginator(rows.values_list("pk", flat=True), ROWS).get_page(request.GET.get("page"))
    found = queries.lines_of_patterns(cycle, list(page))
    results = queries.results_of(found)
    facts = {
        "cycle": cycle, "is_early": cycle.state not in Cycle.COMPUTED, "page": page, "kind": kind,
        "lines": [said(line, results) for line in found],
        "may_settle": queries.may_settle_patterns(request.user),
        "counts": queries.pattern_counts(cycle, request.user),
    }  # fmt: skip
    return render(request, "appraisal/patterns.html", facts)


@require_POST
def act(request, pk):
    """Settling one, or asking its rater."""
    permissions.SETTLE_PATTERN.enter([], request.user)
    found = get_object_or_404(queries.patterns_to_settle(request.user), pk=pk)
    typed = request.POST.get("reason", "")
    try:
        if request.POST.get("do") == "ask":
            actions.ask_about_pattern(found, by=request.user, text=typed, today=localdate())
            messages.success(request, _("Question sent: the rater has three days to answer."))
        else:
            actions.settle_pattern(found, by=request.user, reason=typed)
            messages.success(request, _("Marked as resolved, with your reason."))
    except (NotValid, NotNow) as refusal:
        messages.error(request, sentence(refusal))
    return redirect(reverse("list-patterns", args=[found.cycle_id]))


def raters(request, pk):
    """Who rates how many; of one of them the forms side by side: what a finding about them rests on."""
    permissions.SEE_RATER.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    if "rater" not in request.GET:
        page = Paginator(loads(cycle, request.user), ROWS).get_page(request.GET.get("page"))
        facts = {"cycle": cycle, "page": page, "loads": loads_of(cycle, list(page)), "limits": limits_of(cycle)}
        return render(request, "appraisal/raters.html", facts)
    lines = forms_by(cycle, whole(request.GET["rater"]) or 0, request.user)
    if not lines:
        raise Http404
    facts = {"cycle": cycle, "lines": lines, "rater": lines[0].task.rater}
    return render(request, "appraisal/rater.html", facts)
