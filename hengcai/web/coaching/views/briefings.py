"""班前会: the cases a lead shows the team on a day, on one page to be printed."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.coaching import actions, permissions
from hengcai.coaching.queries import library as queries
from hengcai.web.coaching.showing import day_typed
from hengcai.web.shell.numbers import whole


def briefing(request):
    """Today's, unless the address names another day."""
    permissions.CHANGE_BRIEFING.enter([], request.user)
    on = day_typed(request.GET.get("on", "")) or localdate()
    found = queries.briefing_on(request.user, on)
    if request.method == "POST":
        return _taken_off(request, found)
    facts = {
        "briefing": found, "on": on, "cases": queries.briefed(found, request.user),
        "days": queries.briefings_of(request.user)[:10],
    }  # fmt: skip
    return render(request, "coaching/briefing.html", facts)


def _taken_off(request, found):
    if found is None:
        raise Http404
    case = get_object_or_404(queries.cases_listed(request.user), pk=whole(request.POST.get("case", "")) or 0)
    actions.unbrief_case(found, by=request.user, case=case)
    messages.success(request, _("Removed from the briefing."))
    return redirect(f"{reverse('see-briefing')}?on={found.on.isoformat()}")
