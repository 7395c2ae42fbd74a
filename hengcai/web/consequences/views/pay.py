"""Pay runs: the list, one of them from its preparation to payroll, what another table would cost, one's own pay."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.appraisal.models import Cycle
from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences import actions, permissions
from hengcai.consequences.queries import pay as queries
from hengcai.web.consequences.forms import amount_typed, table_typed
from hengcai.web.consequences.lists import line_list, run_list
from hengcai.web.shell.doing import done_by, refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("pay-runs")
def runs(request):
    permissions.SEE_RUN.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        try:
            made = done_by({"prepare": _prepare, "bonus": _bonus}, request)(request)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Prepared. Check it, then ask a second person to sign it off."))
            return redirect("see-pay-run", made.pk)
    asked = Asked(request, run_list())
    rows = asked.sorted(queries.runs_listed(request.user))
    if answer := asked.file(rows):
        return answer
    facts = {
        "months": queries.months_to_pay(request.user), "error": refusal, "typed": request.POST,
        "last_year": localdate().year - 1, "may_prepare": permissions.PREPARE_RUN.is_held_by(request.user),
        "with_base": queries.people_with_base(request.user), "owed": queries.differences_owed(request.user).count(),
    }  # fmt: skip
    laid = asked.laid(rows)
    page = {"list": laid, "page": laid.page, **facts}
    return render(request, "consequences/runs.html", page, status=422 if refusal else 200)


def _prepare(request):
    permissions.PREPARE_RUN.enter([], request.user)
    cycle = get_object_or_404(Cycle.objects.select_related("policy"), pk=whole(request.POST.get("cycle", "")) or 0)
    return actions.prepare_run(cycle, by=request.user, budget=amount_typed(request.POST.get("budget", "")))


def _bonus(request):
    permissions.PREPARE_RUN.enter([], request.user)
    year, pool = whole(request.POST.get("year", "")), amount_typed(request.POST.get("budget", ""))
    if not year or not 2000 <= year <= 2100 or pool is None:
        raise NotValid("consequences.year_and_pool")
    return actions.prepare_bonus(the_centre(), by=request.user, year=year, pool=pool, today=localdate())


def run(request, pk):
    found = _found(request, pk)
    refusal = ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("list-pay-runs" if found.state == found.State.CALLED_OFF else "see-pay-run", *_kept(found))
    asked = Asked(request, line_list(found))
    rows = asked.sorted(queries.lines_of(found, request.user))
    if answer := asked.file(rows):
        return answer
    laid = asked.laid(rows)
    facts = {
        "run": found, "sight": queries.run_sight(found, request.user), "list": laid, "page": laid.page,
        "error": refusal, "typed": request.POST,
    }  # fmt: skip
    return render(request, "consequences/run.html", facts, status=422 if refusal else 200)


def _kept(found):
    return [] if found.state == found.State.CALLED_OFF else [found.pk]


def what_if(request, pk):
    """Another table of coefficients over the same people; nothing of it is kept."""
    found = _found(request, pk)
    if found.kind != found.Kind.MONTH:
        raise Http404
    refusal, table = "", dict(found.coefficients)
    try:
        table, exact_table = table_typed(request.GET, found.coefficients)
        other = queries.simulation_of(found, request.user, exact_table)
    except NotValid as refused:
        refusal, other = sentence(refused), None
    own = queries.simulation_of(found, request.user, table_typed({}, found.coefficients)[1])
    facts = {"run": found, "own": own, "other": other, "table": table, "error": refusal}
    return render(request, "consequences/what_if.html", facts, status=422 if refusal else 200)


def mine(request):
    """One's own pay: how it came about, who decided it."""
    permissions.SEE_OWN_PAY.enter([], request.user)
    lines = list(queries.own_pay(request.user)[:60])
    facts = {"lines": lines, "bases": list(queries.own_bases(request.user)[:12])}
    return render(request, "consequences/my_pay.html", facts)


def _found(request, pk):
    permissions.SEE_RUN.enter([], request.user)
    return get_object_or_404(queries.runs_listed(request.user), pk=pk)


def _again(request, found):
    actions.prepare_run_anew(found, by=request.user, budget=amount_typed(request.POST.get("budget", "")))
    return _("Recalculated from the current results and bases.")


def _call_off(request, found):
    actions.call_off_run(found, by=request.user)
    return _("Cancelled. No one will be paid from this run.")


def _decide(request, found):
    actions.decide_run(found, by=request.user, because=request.POST.get("because", ""))
    return _("Signed off. The run can no longer be changed; corrections go into the next run.")


def _export(request, found):
    actions.export_run(found, by=request.user)
    return _("Recorded as sent to payroll.")


DOINGS = {"again": _again, "call_off": _call_off, "decide": _decide, "export": _export}
