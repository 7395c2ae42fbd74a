"""班前会: the cases a lead shows the team on a day, on one page to be printed; who was there, and who has read it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.coaching import actions, permissions
from hengcai.coaching.briefed_people import members_on, teams_to_brief
from hengcai.coaching.queries import library as queries
from hengcai.coaching.queries.briefings import briefing_sight, briefings_listed, briefings_seen_by
from hengcai.web.coaching.lists import briefing_list
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("briefings")
def briefings(request):
    permissions.SEE_BRIEFING.enter([], request.user)
    asked = Asked(request, briefing_list(request.user))
    rows = asked.sorted(briefings_listed(request.user))
    facts = {"may_brief": permissions.CHANGE_BRIEFING.is_held_by(request.user)}
    return asked.file(rows) or asked.show("coaching/briefings.html", rows, facts)


def briefing(request):
    """Today's, unless the address names another day."""
    permissions.CHANGE_BRIEFING.enter([], request.user)
    on = day_typed(request.GET.get("on", "")) or localdate()
    found = queries.briefing_on(request.user, on)
    refusal = ""
    if request.method == "POST":
        if found is None:
            raise Http404
        try:
            return done_by(LIST_DOINGS, request)(request, found)
        except NotValid as refused:
            refusal = sentence(refused)
    facts = {
        "briefing": found, "on": on, "cases": queries.briefed(found, request.user), "error": refusal,
        "days": queries.briefings_of(request.user)[:10], "is_due": on <= localdate(), **_team_facts(request, on),
    }  # fmt: skip
    return render(request, "coaching/briefing.html", facts, status=422 if refusal else 200)


def _team_facts(request, on):
    """The team whose people are ticked: the first, until another is chosen."""
    teams = list(teams_to_brief(request.user))
    chosen = next((one for one in teams if one.pk == whole(request.GET.get("team", ""))), next(iter(teams), None))
    members = members_on(chosen, on).exclude(user=request.user.pk) if chosen else []
    return {"teams": teams, "team": chosen, "members": members}


def _taken_off(request, found):
    case = get_object_or_404(queries.cases_listed(request.user), pk=whole(request.POST.get("case", "")) or 0)
    actions.unbrief_case(found, by=request.user, case=case)
    messages.success(request, _("Removed from the briefing."))
    return redirect(f"{reverse('see-briefing')}?on={found.on.isoformat()}")


def _held(request, found):
    team = get_object_or_404(teams_to_brief(request.user), pk=whole(request.POST.get("team", "")) or 0)
    present = [whole(pk) or 0 for pk in request.POST.getlist("present")]
    words = request.POST.get("words", "")
    actions.hold_briefing(found, by=request.user, team=team, present=present, words=words, today=localdate())
    messages.success(request, _("Saved. Everyone in the team will find it in their inbox, to be signed as read."))
    return redirect("see-briefing-sheet", found.pk)


LIST_DOINGS = {"take_off": _taken_off, "hold": _held}


def sheet(request, pk):
    """One that was held, or is being prepared by its reader."""
    permissions.SEE_BRIEFING.enter([], request.user)
    found = get_object_or_404(briefings_seen_by(request.user), pk=pk)
    if request.method == "POST":
        actions.read_briefing(found, by=request.user)
        messages.success(request, _("Signed as read."))
        return redirect("see-briefing-sheet", pk)
    return render(
        request, "coaching/briefing_sheet.html", {"sight": briefing_sight(found, request.user), "briefing": found}
    )
