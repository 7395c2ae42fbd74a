"""The calendar of cycles: what comes up, what is settled once, deadlines put off, raters who are late."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.queries import calendar as queries
from hengcai.appraisal.queries import late_raters
from hengcai.appraisal.queries.cycles import may_run
from hengcai.appraisal.queries.results import cycles_seen_by
from hengcai.base.errors import NotNow, NotValid
from hengcai.web.appraisal.calendar_forms import DraftForm, LengthenForm, TemplateForm
from hengcai.web.appraisal.lists.late import late_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


def calendar(request):
    permissions.SEE_CYCLE.enter([], request.user)
    facts = {
        "coming": queries.coming(request.user),
        "days": queries.special_days(today=localdate(), language="en" if get_language() == "en" else "zh"),
        "templates": queries.templates(),
        "may_settle": queries.may_settle(request.user),
        "today": localdate(),
    }
    return render(request, "appraisal/calendar.html", facts)


def template(request, kind):
    permissions.SETTLE_TEMPLATE.enter([], request.user)
    if kind not in queries.KINDS:
        raise Http404
    form = TemplateForm(kind, queries.zones(), _sent(request), initial=vars(queries.template_of(kind)))
    if form.is_valid():
        try:
            actions.settle_template(the_centre(), by=request.user, kind=kind, terms=form.terms())
        except NotValid as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Saved. The next cycle will be scheduled accordingly."))
            return redirect("see-calendar")
    facts = {"form": form, "kind": kind}
    return render(request, "appraisal/template.html", facts, status=422 if form.errors else 200)


def dates(request, pk):
    """A draft's days are changed freely; announced ones are only put off."""
    permissions.RUN_CYCLE.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    made = DraftForm if cycle.state == Cycle.State.DRAFT else LengthenForm
    form = made(cycle, _sent(request))
    if form.is_valid():
        try:
            form.save(by=request.user)
        except (NotValid, NotNow) as refusal:
            form.add_error(form.place_of(refusal), sentence(refusal))
        else:
            messages.success(request, form.SAVED)
            return redirect("see-cycle", cycle.pk)
    facts = {"form": form, "cycle": cycle, "lengthenings": queries.lengthenings_of(cycle)}
    return render(request, "appraisal/dates.html", facts, status=422 if form.errors else 200)


@remembers("late-raters")
def late(request, pk):
    permissions.SEE_CYCLE.enter([], request.user)
    cycle, today = get_object_or_404(cycles_seen_by(request.user), pk=pk), localdate()
    asked = Asked(request, late_list(cycle, today=today))
    rows = asked.sorted(late_raters.raters_out(cycle, request.user, today=today))
    if answer := asked.file(rows):
        return answer
    tally = late_raters.tally_of(cycle, today=today)
    is_collecting = cycle.state == Cycle.State.COLLECTING
    facts = {
        "cycle": cycle,
        "tally": tally,
        "nudges": late_raters.nudges_of(cycle),
        "is_nudged": late_raters.is_nudged_today(cycle, today=today),
        "may_nudge": is_collecting and tally.late_forms and may_run(request.user),
    }
    return asked.show("appraisal/late.html", rows, facts)


@require_POST
def nudge(request, pk):
    permissions.RUN_CYCLE.enter([], request.user)
    cycle = get_object_or_404(cycles_seen_by(request.user), pk=pk)
    count = actions.nudge_late(cycle, by=request.user).raters.count()
    said = ngettext("Reminded %(count)d rater.", "Reminded %(count)d raters.", count) % {"count": count}
    messages.success(request, said)
    return redirect("see-late-raters", cycle.pk)


def _sent(request):
    return request.POST if request.method == "POST" else None
