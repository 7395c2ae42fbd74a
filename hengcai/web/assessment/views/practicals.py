"""Practical examinations: listed, opened, their results read, objected to and answered."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.queries.practicals import (
    able_seconds,
    checklists_in_force,
    checklists_seen_by,
    people_examined_by,
    practical_moves,
    practicals_seen_by,
    sheet_of,
    told_of,
)
from hengcai.base.errors import NotNow, NotValid
from hengcai.people.queries.seen import person_meant
from hengcai.web.assessment.check_forms import OpenForm, PracticalFilterForm
from hengcai.web.assessment.check_lists import practical_list
from hengcai.web.assessment.check_showing import clock_text, reasons, shown_shares, shown_told
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

MOST_NAMES = 300


@remembers("practicals")
def practicals(request):
    permissions.SEE_PRACTICALS.enter([], request.user)
    offered = {one.code: str(one.title) for one in checklists_in_force()}
    form = PracticalFilterForm(request.GET, checklists=sorted(offered.items(), key=lambda one: one[1]))
    rows = practicals_seen_by(request.user).filter(form.filters().condition())
    asked = Asked(request, practical_list(), form=form)
    facts = {
        "is_narrowed": asked.is_narrowed, "may_examine": permissions.EXAMINE.is_held_by(request.user),
        "may_see_lists": permissions.SEE_CHECKLISTS.is_held_by(request.user),
    }  # fmt: skip
    return asked.file(asked.sorted(rows)) or asked.show("assessment/practicals.html", asked.sorted(rows), facts)


def add(request):
    permissions.EXAMINE.enter([], request.user)
    initial = {"checklist": request.GET.get("checklist", ""), "person": request.GET.get("person", "")}
    seen = permissions.SEE_CHECKLISTS.rows(checklists_in_force(), request.user)
    form = OpenForm(request.POST or None, checklists=seen, seconds=able_seconds(request.user), initial=initial)
    refusal = ""
    if form.is_valid():
        try:
            made = _opened(request, form.cleaned_data)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("tick-practical", made.pk)
    names = people_examined_by(request.user).values_list("name", "number")[:MOST_NAMES]
    facts = {"form": form, "error": refusal, "people": names}
    return render(request, "assessment/open_practical.html", facts, status=422 if refusal or form.errors else 200)


def _opened(request, asked):
    person = person_meant(asked["person"])
    if person is None:
        raise NotValid("practical.person_unknown")
    checklist = get_object_or_404(checklists_seen_by(request.user), pk=asked["checklist"])
    second = get_object_or_404(able_seconds(request.user), pk=asked["second"]) if asked["second"] else None
    return actions.open_practical(
        person, by=request.user, checklist=checklist, occasion=asked["occasion"], second=second
    )  # fmt: skip


def practical(request, pk):
    permissions.SEE_PRACTICALS.enter([], request.user)
    found, refusal = get_object_or_404(practicals_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-practical", found.pk)
    told, is_own = told_of(found), found.person.user_id == request.user.pk
    facts = {
        "practical": found, "told": told, "items": shown_told(told), "shares": shown_shares(found), "reasons": reasons(found),
        "took": clock_text(told.seconds), "is_own": is_own, "moves": practical_moves(found, request.user), "error": refusal,
        "may_object": is_own and found.state == "finished" and found.objected_at is None,
        "outcome": "passed" if found.is_passed else "failed", "own_sheet": sheet_of(found, request.user),
        "runs": permissions.RUN_PRACTICAL.allows(found, request.user),
    }  # fmt: skip
    return render(request, "assessment/practical.html", facts, status=422 if refusal else 200)


def _object(request, found):
    actions.object_to_practical(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("Your objection has been sent. Someone who did not examine you will answer.")


def _read(request, found):
    actions.read_practical(found, by=request.user)
    return _("Noted.")


def _annul(request, found):
    actions.annul_practical(found, by=request.user, answer=request.POST.get("reason", ""))
    return _("The result is annulled.")


def _uphold(request, found):
    actions.uphold_practical(found, by=request.user, answer=request.POST.get("reason", ""))
    return _("The result stands.")


def _settle(request, found):
    asked = {name: request.POST.get(name, "") for name in ("item", "value", "why")}
    actions.settle_item(found, by=request.user, **asked)
    return _("Settled between you.")


def _alone(request, found):
    actions.go_on_alone(found, by=request.user, why=request.POST.get("reason", ""))
    return _("Saved.")


def _leave(request, found):
    actions.leave_practical(found, by=request.user, why=request.POST.get("reason", ""))
    messages.info(request, _("It is kept but does not count."))
    return _("Broken off.")


DOINGS = {
    "object": _object, "read": _read, "annul": _annul, "uphold": _uphold, "settle": _settle, "alone": _alone, "leave": _leave
}  # fmt: skip
