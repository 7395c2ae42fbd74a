import io
import zipfile

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.appraisal import actions, permissions, states
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.queries import cycles as queries
from hengcai.appraisal.queries import export
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.assessment.models import Exam
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.tables.csv_out import csv_bytes
from hengcai.web.appraisal.forms import CycleForm
from hengcai.web.appraisal.lists.cycles import cycle_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("cycles")
def cycles(request):
    permissions.SEE_CYCLE.enter([], request.user)
    asked = Asked(request, cycle_list())
    rows = asked.sorted(cycles_seen_by(request.user))
    facts = {"may_run": queries.may_run(request.user)}
    return asked.file(rows) or asked.show("appraisal/cycles.html", rows, facts)


def add(request):
    """Proposed by the calendar; what a person changes is what counts."""
    permissions.RUN_CYCLE.enter([], request.user)
    kind = request.GET.get("kind", "")
    kind = kind if kind in Cycle.Kind.values else Cycle.Kind.QUARTER.value
    proposal = queries.proposed(kind, today=localdate())
    form = CycleForm(kind, request.POST or None, initial=vars(proposal))
    if form.is_valid():
        try:
            made = actions.add_cycle(the_centre(), by=request.user, kind=kind, **form.facts())
        except NotValid as refusal:
            form.add_error(form.PLACES.get(refusal.code), sentence(refusal))
        else:
            return redirect("see-cycle", made.pk)
    facts = {
        "last_day": queries.last_day_of(kind),
        "form": form,
        "kind": kind,
        "kinds": Cycle.Kind.values,
        "ground": queries.ground_for(kind),
    }
    return render(request, "appraisal/add_cycle.html", facts, status=422 if form.errors else 200)


@require_POST
def move(request, pk):
    """The next step of a cycle, or a step back."""
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    chosen = request.POST.get("move", "")
    if chosen not in MOVES:
        raise NotNow("move.state", move=chosen, state=cycle.state)
    messages.success(request, MOVES[chosen](cycle, request))
    return redirect("see-cycle", cycle.pk)


@require_POST
def take_practical(request, pk):
    """Marks of examinations by one check-list, for everybody of the cycle examined in its period."""
    permissions.IMPORT.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    count = actions.take_practical_marks(cycle, by=request.user, code=request.POST.get("code", ""))
    said = ngettext("Marks of %(count)s test added.", "Marks of %(count)s tests added.", count)
    messages.success(request, said % {"count": count})
    return redirect("see-cycle", cycle.pk)


@require_POST
def take_exam(request, pk):
    """Marks of a test sat here, for everybody of the cycle who was told theirs."""
    permissions.IMPORT.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    exam = get_object_or_404(Exam, pk=whole(request.POST.get("exam", "")) or 0)
    count = actions.take_exam_marks(cycle, by=request.user, exam=exam)
    said = ngettext("Marks of %(count)s test added.", "Marks of %(count)s tests added.", count)
    messages.success(request, said % {"count": count})
    return redirect("see-cycle", cycle.pk)


def _open(cycle, request):
    actions.open_cycle(cycle, by=request.user, today=localdate())
    return _("Collecting has started: forms have been sent to raters.")


def _compute(cycle, request):
    if queries.is_large(cycle):
        actions.start_computing(cycle, by=request.user)
        return _("Calculation started; progress is shown here.")
    actions.compute_cycle(cycle, by=request.user)
    return _("Calculated. Review the findings before you publish.")


def _second(cycle, request):
    count = actions.draw_second_superiors(cycle, by=request.user)
    if not count:
        return _("No line manager here reports to anyone, so no one could be selected; add second raters one by one.")
    return ngettext("Form sent to %(count)d second rater.", "Forms sent to %(count)d second raters.", count) % {
        "count": count
    }


def _reopen(cycle, request):
    actions.reopen_cycle(cycle, by=request.user, reason=request.POST.get("reason", ""))
    return _("Collecting again; the preliminary results have been discarded.")


MOVES = {
    states.OPEN.name: _open,
    states.COMPUTE.name: _compute,
    states.REOPEN.name: _reopen,
    "draw_second_superiors": _second,
}


def tables(request, pk):
    """The tables behind the scores, for `hengcai appraise` to give the same ones."""
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    found = export.tables(cycle, request.user)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (columns, rows) in found.items():
            archive.writestr(f"{name}.csv", csv_bytes(columns, ([row[one] for one in columns] for row in rows)))
        archive.writestr("policy.yaml", cycle.policy.text)
    note("export_cycle", cycle, by=request.user)
    headers = {"Content-Disposition": f'attachment; filename="cycle-{cycle.pk}.zip"'}
    return HttpResponse(packed.getvalue(), content_type="application/zip", headers=headers)
