"""Who does not score whom: the list, entering one, ending one."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.quality import permissions
from hengcai.quality.actions import end_exclusion, enter_exclusion
from hengcai.quality.queries.exclusions import exclusions_seen_by
from hengcai.web.quality.exclusion_forms import ExclusionForm
from hengcai.web.quality.lists.exclusions import exclusion_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence


@remembers("exclusions")
def exclusions(request):
    permissions.SEE_EXCLUSIONS.enter([], request.user)
    may_enter = permissions.EXCLUDE.is_held_by(request.user)
    asked = Asked(request, exclusion_list(request, may_end=may_enter))
    rows = asked.sorted(exclusions_seen_by(request.user))
    facts = {"may_enter": may_enter, "months": settings.OWN_TEAM_MONTHS}
    return asked.file(rows) or asked.show("quality/exclusions.html", rows, facts)


def enter(request):
    permissions.EXCLUDE.enter([], request.user)
    form = ExclusionForm(request.POST or None)
    if form.is_valid() and _entered(form, request.user):
        messages.success(request, _("Entered. The exclusion applies from now on."))
        return redirect("list-exclusions")
    return render(request, "quality/enter_exclusion.html", {"form": form}, status=422 if form.errors else 200)


def _entered(form, user):
    try:
        return enter_exclusion(the_centre(), by=user, **form.facts())
    except (NotValid, NotNow) as refusal:
        form.add_error(None, sentence(refusal))
        return None


@require_POST
def end(request, pk):
    permissions.EXCLUDE.enter([], request.user)
    found = get_object_or_404(exclusions_seen_by(request.user, with_ended=True), pk=pk)
    end_exclusion(found, by=request.user)
    messages.success(request, _("Ended. The analyst may score this agent again."))
    return redirect("list-exclusions")
