"""Training sessions: listed, planned, booked, their roll called; trainers and rooms."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.programme.queries.trainers import own_trainer, trainers_open_to
from hengcai.training import actions, permissions, states
from hengcai.training.calendar_file import session_ics
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.training.queries.learning import assignable_by
from hengcai.training.queries.sessions import (
    moves_of,
    own_seat,
    rooms,
    seats_seen_by,
    sessions_seen_by,
    thoughts_on,
    trainers_seen_by,
)
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.training.forms import PeopleForm
from hengcai.web.training.lists import session_list
from hengcai.web.training.session_forms import QualifyForm, RoomForm, SessionFilterForm, SessionForm

MOST_PEOPLE = 100


@remembers("sessions")
def sessions(request):
    permissions.SEE_SESSIONS.enter([], request.user)
    form = SessionFilterForm(request.GET)
    asked = Asked(request, session_list(), form=form)
    rows = asked.sorted(sessions_seen_by(request.user).filter(form.filters().condition(request.user, clock.now())))
    facts = {"is_narrowed": asked.is_narrowed, "may_plan": permissions.PLAN_SESSIONS.is_held_by(request.user),
             "sees_trainers": permissions.SEE_TRAINERS.is_held_by(request.user), "teaching": own_trainer(request.user)}  # fmt: skip
    return asked.file(rows) or asked.show("training/sessions.html", rows, facts)


def add(request, course):
    permissions.PLAN_SESSIONS.enter([], request.user)
    found = get_object_or_404(courses_seen_by(request.user), pk=course)
    form, refusal = SessionForm(request.POST or None, course=found), ""
    if form.is_valid():
        try:
            made = actions.plan_session(found, by=request.user, when=form.when())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-session", made.pk)
    return _page(request, form, refusal, found)


def edit(request, pk):
    found = _seen(request, pk)
    states.MOVE_SESSION.enter(found, request.user)
    form, refusal = SessionForm(request.POST or None, course=found.course, session=found), ""
    if form.is_valid():
        try:
            actions.change_session(found, by=request.user, when=form.when())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-session", found.pk)
    return _page(request, form, refusal, found.course)


def session(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-session", found.pk)
    calls = permissions.CALL_ROLL.allows(found, request.user)
    facts = {
        "session": found, "seats": seats_seen_by(found, request.user), "seat": own_seat(found, request.user), "calls": calls,
        "moves": moves_of(found, request.user), "error": refusal, "thoughts": thoughts_on(found) if calls else None,
        "marks": [str(one) for one in ("attended", "absent", "excused")], "now": clock.now(),
        "may_talk": permissions.TALK_SESSION.allows(found, request.user),
    }  # fmt: skip
    return render(request, "training/session.html", facts, status=422 if refusal else 200)


def seat(request, pk):
    """People chosen to take part, so many at a time."""
    found, refusal = _seen(request, pk), ""
    states.SEAT_OTHERS.enter(found, request.user)
    narrowing = PeopleForm(request.GET, request.user)
    people = list(assignable_by(request.user, localdate()).filter(narrowing.condition())[:MOST_PEOPLE])
    if request.method == "POST":
        wanted = {whole(one) for one in request.POST.getlist("people")}
        chosen = [one for one in people if one.pk in wanted]
        refusal = sentence(NotValid("training.nobody_chosen")) if not chosen else _seated(request, found, chosen)
        if not refusal:
            return redirect("see-session", found.pk)
    facts = {"session": found, "people": people, "narrowing": narrowing, "error": refusal}
    return render(request, "training/seat_people.html", facts, status=422 if refusal else 200)


def calendar_file(request, pk):
    found = _seen(request, pk)
    answer = HttpResponse(session_ics(found, language=get_language()), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="session-{found.pk}.ics"'
    return answer


def trainers(request):
    permissions.SEE_TRAINERS.enter([], request.user)
    may, refusal = permissions.QUALIFY.is_held_by(request.user), ""
    form = QualifyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        permissions.QUALIFY.enter([], request.user)
        refusal = _qualified(request, form)
        if not refusal and form.is_valid():
            return redirect("list-trainers")
    opened = set(trainers_open_to(request.user).values_list("pk", flat=True))
    facts = {"rows": trainers_seen_by(request.user), "form": form if may else None, "error": refusal, "opened": opened}
    return render(request, "training/trainers.html", facts, status=422 if refusal or form.errors else 200)


def room_list(request):
    permissions.PLAN_SESSIONS.enter([], request.user)
    form, refusal = RoomForm(request.POST or None), ""
    if form.is_valid():
        try:
            actions.add_room(the_centre(), by=request.user, **form.room())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("list-rooms")
    facts = {"rows": rooms(), "form": form, "error": refusal}
    return render(request, "training/rooms.html", facts, status=422 if refusal or form.errors else 200)


def _page(request, form, refusal, course):
    facts = {"form": form, "error": refusal, "course": course}
    return render(request, "training/edit_session.html", facts, status=422 if refusal or form.errors else 200)


def _seen(request, pk):
    permissions.SEE_SESSIONS.enter([], request.user)
    return get_object_or_404(sessions_seen_by(request.user), pk=pk)


def _seated(request, found, people):
    try:
        actions.seat_people(found, by=request.user, people=people)
    except NotValid as refused:
        return sentence(refused)
    return ""


def _qualified(request, form):
    if not form.is_valid():
        return ""
    person = form.person()
    if person is None:
        return sentence(NotValid("training.nobody_chosen"))
    try:
        actions.qualify_trainer(person, by=request.user, given=form.given())
    except NotValid as refused:
        return sentence(refused)
    return ""


def _own(request, found):
    seat = own_seat(found, request.user)
    if seat is None:
        raise Http404
    return seat


def _book(request, found):
    made = actions.book_seat(found, by=request.user)
    return _("You have a place.") if made.state == "booked" else _("All places are taken; you are on the waiting list.")


def _leave(request, found):
    actions.cancel_seat(_own(request, found), by=request.user)
    return _("Your place is cancelled.")


def _come(request, found):
    actions.check_in(_own(request, found), by=request.user, code=request.POST.get("code", ""))
    return _("You are checked in.")


def _cancel(request, found):
    actions.cancel_session(found, by=request.user)
    return _("The session is cancelled.")


def _roll(request, found):
    marks = {whole(name[5:]): value for name, value in request.POST.items() if name.startswith("mark-") and value}
    actions.call_roll(found, by=request.user, marks={key: value for key, value in marks.items() if key is not None})
    return _("Attendance recorded.")


def _think(request, found):
    marks = {name: whole(request.POST.get(name, "")) or 0 for name in ("content", "teaching", "use")}
    thought = actions.Thought(**marks, words=request.POST.get("words", ""))
    actions.give_opinion(_own(request, found), by=request.user, thought=thought)
    return _("Thank you. Feedback is shown without names, always that of five people together.")


DOINGS = {"book": _book, "leave": _leave, "come": _come, "cancel": _cancel, "roll": _roll, "think": _think}
