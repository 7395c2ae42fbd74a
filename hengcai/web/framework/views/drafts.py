from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.base.errors import NotValid
from hengcai.framework import actions, pages, queries, states
from hengcai.web.framework.forms import CompetencyForm, IndicatorForm, PublishForm, ReasonForm
from hengcai.web.framework.layout import readable
from hengcai.web.framework.views import finding


def _answer(request, form):
    """422 beside the field where something was wrong."""
    return 422 if form.is_bound and form.errors else 200


def _draft(request, number):
    """A version that may be written in: the page itself is closed to whoever may not."""
    framework = finding.version(request, number)
    finding.check_editor(request.user)
    states.EDIT.enter(framework, request.user)
    return framework


def edit_competency(request, number, code):
    framework = _draft(request, number)
    found = finding.competency(framework, code)
    form = CompetencyForm(request.POST or None, row=found)
    if form.is_valid() and _kept(form, actions.edit_competency, found, request.user):
        messages.success(request, _("Saved in the draft."))
        return redirect("see-competency", number, code)
    facts = {"framework": framework, "competency": found, "form": form}
    return render(request, "framework/edit_texts.html", facts, status=_answer(request, form))


def edit_indicator(request, number, code, indicator):
    framework = _draft(request, number)
    owner = finding.competency(framework, code)
    found = get_object_or_404(owner.indicators.select_related("competency__framework"), code=indicator)
    form = IndicatorForm(request.POST or None, row=found)
    if form.is_valid() and _kept(form, actions.edit_indicator, found, request.user):
        messages.success(request, _("Saved in the draft."))
        return redirect("see-competency", number, code)
    facts = {"framework": framework, "competency": owner, "indicator": found, "form": form}
    return render(request, "framework/edit_texts.html", facts, status=_answer(request, form))


def _kept(form, action, row, user):
    """A refusal about one text stands beside that text."""
    try:
        action(row, by=user, texts=form.texts())
    except NotValid as refusal:
        form.refuse(refusal)
        return False
    return True


def revise(request, number):
    framework = finding.version(request, number)
    states.REVISE.enter(framework, request.user)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        made = actions.revise_framework(framework, by=request.user, **form.cleaned_data)
        messages.success(
            request,
            _("Draft of version %(number)s created. Edit the text, then publish.") % {"number": made.number},
        )
        return redirect("see-framework", made.number)
    return render(
        request, "framework/revise.html", {"framework": framework, "form": form}, status=_answer(request, form)
    )


def publish(request, number):
    framework = finding.version(request, number)
    states.PUBLISH.enter(framework, request.user)
    before = queries.framework_in_force()
    told = {"initial": {"reason": framework.reason}, "level_map": framework.level_map}
    form = PublishForm(request.POST or None, needs_changes=before is not None, **told)
    if form.is_valid():
        actions.publish_framework(framework, by=request.user, today=localdate(), **form.cleaned_data)
        messages.success(request, _("Published. Earlier results keep the version they were rated against."))
        return redirect("see-framework")
    changed = pages.grouped(queries.changes_between(before, framework), old=before, new=framework) if before else None
    facts = {"framework": framework, "form": form, "before": before, "changed": readable(changed)}
    return render(request, "framework/publish.html", facts, status=_answer(request, form))


@require_POST
def discard(request, number):
    framework = finding.version(request, number)
    actions.discard_framework(framework, by=request.user)
    messages.success(request, _("Draft discarded; the version in force is unchanged."))
    return redirect("see-framework")
