"""Tests: listed; one with who sat it, what came of it, resits and results."""

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions, states
from hengcai.assessment.queries.exams import counted_exams, exam_moves_of, exams_seen_by, figures_of
from hengcai.assessment.queries.sittings import sittings_seen_by
from hengcai.base.errors import NotValid
from hengcai.measurement.intervals import share_interval
from hengcai.web.assessment.exam_forms import ExamFilterForm, SittingFilterForm, WindowForm
from hengcai.web.assessment.exam_lists import exam_list, sitting_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked

FEWEST = 5  # people, below which no share is told


@remembers("exams")
def exams(request):
    permissions.SEE_EXAMS.enter([], request.user)
    form = ExamFilterForm(request.GET)
    asked = Asked(request, exam_list(), form=form)
    rows = asked.sorted(counted_exams(exams_seen_by(request.user).filter(form.filters().condition()), request.user))
    facts = {"is_narrowed": asked.is_narrowed, "sees_blueprints": permissions.SEE_BLUEPRINTS.is_held_by(request.user)}
    return asked.file(rows) or asked.show("assessment/exams.html", rows, facts)


def exam(request, pk):
    found, refusal = _seen(request, pk), ""
    resits = WindowForm(request.POST if request.POST.get("do") == "resits" else None)
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-exam", found.pk)
    form = SittingFilterForm(request.GET)
    asked = Asked(request, sitting_list(request.user), form=form)
    rows = asked.sorted(sittings_seen_by(request.user).filter(form.filters().condition(), exam=found))
    runs = permissions.RUN_EXAMS.allows(found, request.user)
    facts = {
        "exam": found, "figures": figures_of(found) if runs else None, "passed": _passed(found) if runs else None, "resits": resits,
        "moves": exam_moves_of(found, request.user), "error": refusal, "is_narrowed": asked.is_narrowed,
    }  # fmt: skip
    shown = asked.file(rows) or asked.show("assessment/exam.html", rows, facts)
    shown.status_code = 422 if refusal else shown.status_code
    return shown


def _passed(found):
    """The share that passed at the first try, with its interval; None where too few were marked."""
    marked = found.sittings.filter(attempt=1, state="marked")
    n = marked.count()
    return share_interval(marked.filter(is_passed=True).count(), n) if n >= FEWEST else None


def _seen(request, pk):
    permissions.SEE_EXAMS.enter([], request.user)
    return get_object_or_404(exams_seen_by(request.user), pk=pk)


def _close(request, found):
    actions.close_exam(found, by=request.user)
    return _("Closed. No one can start any more; those who have started keep their full time.")


def _release(request, found):
    actions.release_exam(found, by=request.user)
    return _("Published. Everyone can see their own result.")


def _resits(request, found):
    states.OPEN_RESITS.enter(found, request.user)
    form = WindowForm(request.POST)
    if not form.is_valid():
        raise NotValid("exam.window_wrong")
    made = actions.open_resits(found, by=request.user, window=form.window())
    return _("Resits scheduled: %(count)s.") % {"count": len(made)}


def _withdraw(request, found):
    actions.withdraw_exam(found, by=request.user)
    return _("The test is called off.")


DOINGS = {"close": _close, "release": _release, "resits": _resits, "withdraw": _withdraw}
