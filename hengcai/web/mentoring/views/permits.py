"""Permits: listed, examined, decided, halted; what is asked of a role; who is on shift without one."""

from fractions import Fraction

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.mentoring import actions, permissions
from hengcai.mentoring.models import Limit
from hengcai.mentoring.queries.permits import (
    able_deciders,
    demands,
    moves_of,
    parts_shown,
    permits_seen_by,
    without_permit,
)
from hengcai.mentoring.queries.roster import roster_rule
from hengcai.mentoring.rules.permits import KINDS
from hengcai.people.queries import posts
from hengcai.people.queries.seen import person_meant
from hengcai.web.mentoring.forms import DemandForm, PermitForm
from hengcai.web.mentoring.lists import permit_list, without_list
from hengcai.web.mentoring.telling import told
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("permits")
def permits(request):
    permissions.SEE_PERMIT.enter([], request.user)
    asked = Asked(request, permit_list())
    rows = asked.sorted(permits_seen_by(request.user))
    names = {
        "may_examine": permissions.EXAMINE,
        "sees_without": permissions.SEE_WITHOUT,
        "may_settle": permissions.SETTLE,
    }
    facts = {name: one.is_held_by(request.user) for name, one in names.items()}
    return asked.file(rows) or asked.show("mentoring/permits.html", rows, facts)


@remembers("without-permit")
def without(request):
    permissions.SEE_WITHOUT.enter([], request.user)
    asked, rows = Asked(request, without_list()), without_permit(request.user, localdate())
    return asked.file(rows) or asked.show("mentoring/without.html", rows, {"rule": roster_rule()})


def demands_page(request):
    permissions.SETTLE.enter([], request.user)
    if request.POST.get("do") == "roster":
        return _roster(request)
    form, refusal = DemandForm(request.POST or None), ""
    if form.is_valid():
        try:
            post = get_object_or_404(posts(), pk=form.cleaned_data["post"])
            actions.set_demand(the_centre(), by=request.user, post=post, terms=form.terms())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("list-permit-demands")
    return _demands(request, form, refusal)


def _demands(request, form, refusal):
    facts = {
        "form": form, "error": refusal, "demands": demands(), "rule": roster_rule(), "rules": Limit.Roster.values,
    }  # fmt: skip
    return render(request, "mentoring/demands.html", facts, status=422 if refusal or form.errors else 200)


def _roster(request):
    """What the roster makes of people without a permit."""
    try:
        actions.settle_roster(the_centre(), by=request.user, roster=request.POST.get("roster", ""))
    except NotValid as refused:
        return _demands(request, DemandForm(None), sentence(refused))
    return redirect("list-permit-demands")


def add(request):
    permissions.EXAMINE.enter([], request.user)
    form, refusal = PermitForm(request.POST or None), ""
    if form.is_valid():
        try:
            made = _opened(request.user, form.cleaned_data)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-permit", made.pk)
    facts = {"form": form, "error": refusal, "title": _("New examination for a permit"), "back": "list-permits"}
    return render(request, "mentoring/form.html", facts, status=422 if refusal or form.errors else 200)


def _opened(by, asked):
    person = person_meant(asked["person"])
    if person is None:
        raise NotValid("mentoring.person_unknown")
    demand = get_object_or_404(demands(), pk=asked["demand"])
    decider = get_object_or_404(able_deciders(), pk=asked["decider"])
    return actions.open_permit(person, by=by, demand=demand, decider=decider, today=localdate())


def permit(request, pk):
    permissions.SEE_PERMIT.enter([], request.user)
    found, refusal = get_object_or_404(permits_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-permit", found.pk)
    facts = {
        "permit": found, "parts": [told(one, found) for one in parts_shown(found)], "moves": moves_of(found, request.user),
        "error": refusal, "kinds": KINDS,
    }  # fmt: skip
    return render(request, "mentoring/permit.html", facts, status=422 if refusal else 200)


def _enter(request, found):
    try:
        value = Fraction(request.POST.get("value", "").strip())
    except (ValueError, ZeroDivisionError):
        value = Fraction(-1)
    asked = request.POST
    entered = actions.Entered(
        asked.get("kind", ""), value, asked.get("proof", ""), sheets=whole(asked.get("sheets", "")) or 0
    )
    actions.enter_part(found, by=request.user, entered=entered, today=localdate())
    return _("Saved.")


def _take_over(request, found):
    made = actions.take_over_parts(found, by=request.user, today=localdate())
    return _("Parts taken over: %(n)s.") % {"n": len(made)}


def _grant(request, found):
    actions.grant_permit(found, by=request.user, today=localdate())
    return _("The permit is granted.")


def _fail(request, found):
    actions.fail_permit(found, by=request.user, reason=request.POST.get("reason", ""), today=localdate())
    return _("Saved.")


def _halting(act):
    def done(request, found):
        act(found, by=request.user, reason=request.POST.get("reason", ""))
        return _("Saved.")

    return done


DOINGS = {
    "enter": _enter, "take-over": _take_over, "grant": _grant, "fail": _fail, "suspend": _halting(actions.suspend_permit),
    "restore": _halting(actions.restore_permit), "withdraw": _halting(actions.withdraw_permit),
}  # fmt: skip
