"""The review panel: who sits on it, its meetings and their minutes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.council import actions, permissions
from hengcai.council.models import Seat
from hengcai.council.queries import group as queries
from hengcai.council.states import EDIT
from hengcai.web.council.lists import meeting_list
from hengcai.web.council.posting import chosen_user, mandate_posted, minutes_posted, rows_to_write
from hengcai.web.quality.forms import words_of
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole, wholes
from hengcai.web.shell.says import sentence


def panel(request):
    permissions.SEE.enter([], request.user)
    refusal = None
    if request.method == "POST":
        try:
            messages.success(request, done_by(DOINGS, request)(request))
        except (NotValid, NotNow) as refused:
            refusal = refused
        else:
            return redirect("see-panel")
    may_seat = permissions.SEAT.is_held_by(request.user)
    facts = {
        "group": queries.group_of(request.user, today=localdate()), "may_seat": may_seat, "today": localdate(),
        "people": queries.people_to_choose() if may_seat else [], "parts": words_of("council.part", Seat.Part.values),
        "ways": words_of("council.chosen", Seat.Chosen.values), "typed": request.POST,
        "error": sentence(refusal) if refusal else "",
    }  # fmt: skip
    return render(request, "council/panel.html", facts, status=_status(refusal))


def _status(refusal):
    return 409 if isinstance(refusal, NotNow) else 422 if refusal else 200


def _add_seat(request):
    permissions.SEAT.enter([], request.user)
    user = chosen_user(request.POST, "user")
    if user is None:
        raise NotValid("council.seat_incomplete")
    actions.add_seat(the_centre(), by=request.user, user=user, mandate=mandate_posted(request.POST))
    return _("Saved.")


def _end_seat(request):
    permissions.SEAT.enter([], request.user)
    found = get_object_or_404(Seat, pk=whole(request.POST.get("seat", "")) or 0)
    actions.end_seat(found, by=request.user, until=day_typed(request.POST.get("until", "")))
    return _("Saved.")


DOINGS = {"seat": _add_seat, "end": _end_seat}


@remembers("minutes")
def meetings(request):
    permissions.SEE.enter([], request.user)
    rows = queries.meetings_listed(request.user)
    asked = Asked(request, meeting_list())
    facts = {"may_write": permissions.WRITE.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("council/meetings.html", asked.sorted(rows), facts)


def add_meeting(request):
    permissions.WRITE.enter([], request.user)
    return _written(request, None)


def edit_meeting(request, pk):
    permissions.WRITE.enter([], request.user)
    found = get_object_or_404(queries.meetings_listed(request.user), pk=pk)
    EDIT.enter(found, request.user)
    return _written(request, found)


def _written(request, found):
    refusal = None
    if request.method == "POST":
        try:
            made = _kept(request, found)
        except NotValid as refused:
            refusal = refused
        else:
            messages.success(request, _("Saved. Another member who was present has been asked to approve the minutes."))
            return redirect("see-meeting", made.pk)
    present = wholes(request.POST.getlist("present")) if request.POST else _present(found)
    facts = {
        "meeting": found, "rows": rows_to_write(request.POST, found), "people": queries.people_to_choose(),
        "present": present, "typed": request.POST, "today": localdate(), "error": sentence(refusal) if refusal else "",
    }  # fmt: skip
    return render(request, "council/edit_meeting.html", facts, status=_status(refusal))


def _present(found):
    return list(found.present.values_list("pk", flat=True)) if found else []


def _kept(request, found):
    minutes = minutes_posted(request.POST)
    if found is None:
        return actions.write_meeting(the_centre(), by=request.user, minutes=minutes, today=localdate())
    count = whole(request.POST.get("edit_count", "")) or 0
    return actions.edit_meeting(found, by=request.user, minutes=minutes, edit_count=count, today=localdate())


def meeting(request, pk):
    permissions.SEE.enter([], request.user)
    found = get_object_or_404(queries.meetings_listed(request.user), pk=pk)
    if request.method == "POST":
        actions.approve_meeting(found, by=request.user)
        messages.success(request, _("Approved. The minutes are final."))
        return redirect("see-meeting", pk)
    facts = {
        "meeting": found, "sight": queries.meeting_sight(found, request.user), "topics": found.topics.order_by("order"),
        "present": found.present.order_by("name"), "tasks": found.tasks.select_related("owner").order_by("due_on"),
        "may_set": permissions.SET_TASK.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "council/meeting.html", facts)
