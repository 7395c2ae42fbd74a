"""Mentoring pairs: listed, opened, their goals, sheets and signatures."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.mentoring import actions, permissions
from hengcai.mentoring.queries.pairs import goals_of, moves_of, pairs_seen_by, sheets_of
from hengcai.people.queries.seen import person_meant
from hengcai.web.mentoring.forms import HeardForm, PairForm
from hengcai.web.mentoring.lists import pair_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("pairs")
def pairs(request):
    permissions.SEE_PAIR.enter([], request.user)
    asked = Asked(request, pair_list())
    rows = asked.sorted(pairs_seen_by(request.user))
    facts = {
        "may_pair": permissions.PAIR_PEOPLE.is_held_by(request.user),
        "sees_mentors": permissions.SEE_MENTORS.is_held_by(request.user),
    }
    return asked.file(rows) or asked.show("mentoring/pairs.html", rows, facts)


def add(request):
    permissions.PAIR_PEOPLE.enter([], request.user)
    form, refusal = PairForm(request.POST or None), ""
    if form.is_valid():
        try:
            made = _opened(request.user, form.cleaned_data)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-pair", made.pk)
    facts = {"form": form, "error": refusal, "title": _("New mentoring pair"), "back": "list-pairs"}
    return render(request, "mentoring/form.html", facts, status=422 if refusal or form.errors else 200)


def _opened(by, asked):
    newcomer, mentor = person_meant(asked["newcomer"]), person_meant(asked["mentor"])
    if newcomer is None or mentor is None:
        raise NotValid("mentoring.person_unknown")
    days = {"first_on": asked["first_on"], "last_on": asked["last_on"]}
    return actions.open_pair(newcomer, by=by, mentor=mentor, **days)


def pair(request, pk):
    permissions.SEE_PAIR.enter([], request.user)
    found, refusal = get_object_or_404(pairs_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-pair", found.pk)
    user = request.user
    signed = found.mentor_signed_at if found.mentor.user_id == user.pk else found.newcomer_signed_at
    facts = {
        "pair": found, "goals": goals_of(found), "sheets": sheets_of(found), "error": refusal,
        "moves": moves_of(found, user), "runs": permissions.RUN_PAIR.allows(found, user), "is_signed": signed,
        "sees_mentor": permissions.SEE_MENTOR.allows(found.mentor, user),
        "is_newcomer": found.newcomer.user_id == user.pk, "is_mentor": found.mentor.user_id == user.pk,
        "form": HeardForm(request.POST if request.POST.get("do") == "heard" else None, initial={"held_on": localdate()}),
    }  # fmt: skip
    return render(request, "mentoring/pair.html", facts, status=422 if refusal else 200)


def _start(request, found):
    actions.start_pair(found, by=request.user)
    return _("The pair is under way.")


def _goal(request, found):
    due_on = day_typed(request.POST.get("due_on", ""))
    if due_on is None:
        raise NotValid("mentoring.goal_wrong")
    actions.add_goal(found, by=request.user, due_on=due_on, what=request.POST.get("what", ""))
    return _("Saved.")


def _reach(request, found):
    goal = get_object_or_404(found.goals, pk=whole(request.POST.get("goal", "")) or 0)
    actions.reach_goal(found, by=request.user, goal=goal, today=localdate())
    return _("Saved.")


def _heard(request, found):
    form = HeardForm(request.POST)
    if not form.is_valid():
        raise NotValid("mentoring.sheet_empty")
    actions.note_listening(found, by=request.user, heard=form.heard(), today=localdate())
    return _("Saved.")


def _sign_sheet(request, found):
    sheet = get_object_or_404(sheets_of(found), pk=whole(request.POST.get("sheet", "")) or 0)
    actions.sign_listening(sheet, by=request.user, password=request.POST.get("password", ""))
    return _("Signed.")


def _end(request, found):
    actions.end_pair(found, by=request.user, summary=request.POST.get("summary", ""), today=localdate())
    return _("Ended. Both sign the summary now.")


def _sign(request, found):
    actions.sign_pair(found, by=request.user, password=request.POST.get("password", ""))
    return _("Signed.")


DOINGS = {
    "start": _start, "goal": _goal, "reach": _reach, "heard": _heard, "sign-sheet": _sign_sheet, "end": _end, "sign": _sign,
}  # fmt: skip
