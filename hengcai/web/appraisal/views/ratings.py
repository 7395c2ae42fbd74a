from typing import Any

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.forms import form_items, is_taken, rating_form, tasks_of
from hengcai.appraisal.models import RatingTask
from hengcai.appraisal.queries import desk
from hengcai.appraisal.queries.calendar import lengthenings_for
from hengcai.appraisal.queries.notes import notes_by_ability
from hengcai.appraisal.queries.results import is_trained
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.base.errors import NotAllowed, NotNow, NotValid, Refusal
from hengcai.web.appraisal.forms import given_in
from hengcai.web.appraisal.lists.ratings import rating_list
from hengcai.web.appraisal.sheet import answered, sheet_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

TABS = {"sent": desk.sent_forms, "left": desk.left_forms}
FOREIGN = {
    "appraisal.stale",
    "appraisal.sent_already",
    "appraisal.withdrawn",
    "appraisal.collecting_is_over",
    "move.state",
}
"""Refusals after which there is nothing of one's own to keep."""


@remembers("ratings", passing=tuple(TABS))
def ratings(request):
    """What I am to rate, soonest first; what I have sent."""
    permissions.FILL_TASK.enter([], request.user)
    today, tab = localdate(), next((one for one in TABS if one in request.GET), "")
    asked = Asked(request, rating_list(today=today, is_sent=tab == "sent"))
    rows = asked.sorted(TABS.get(tab, desk.open_forms)(request.user))
    if answer := asked.file(rows):
        return answer
    facts = {"desk": desk.desk_of(request.user, today=today), "tab": tab, "put_off": lengthenings_for(request.user)}
    return asked.show("appraisal/ratings.html", rows, facts)


def fill(request, pk):
    permissions.FILL_TASK.enter([], request.user)
    task = get_object_or_404(tasks_of(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, task)
    try:
        return _take(request, task)
    except (NotValid, NotNow, NotAllowed) as refusal:
        return _refused(request, task, refusal)


def _take(request, task):
    data = request.POST
    given = given_in(data, [item.code for item in form_items(task)])
    facts = {"by": request.user, "given": given, "comment": data.get("comment", ""), "edit_count": _edit_count(data)}
    if data.get("action") == "send":
        actions.send_rating(task, today=localdate(), **facts)
        return _go_on(request, task)
    saved = actions.save_rating(task, **facts)
    if _wants_json(request):
        return JsonResponse({"edit_count": saved.edit_count, "saved": f"{localtime(saved.saved_at):%H:%M}"})
    messages.success(request, _("Draft saved."))
    return redirect("fill-rating", task.pk)


def _go_on(request, task):
    """To the next person at once; the list when nobody is left."""
    round_ = desk.round_of(request.user, task)
    facts = {"name": task.participant.person.name, "done": round_.done, "total": round_.total}
    messages.success(request, _("Submitted: %(name)s, %(done)s of %(total)s done.") % facts)
    return redirect("fill-rating", round_.next_one.pk) if round_.next_one else redirect("list-ratings")


def _refused(request, task, refusal: Refusal):
    """What was typed stays in view; a form that was merely not ready to be sent is kept as a draft."""
    if _wants_json(request):
        return JsonResponse({"refusal": sentence(refusal)}, status=409)
    fresh = get_object_or_404(tasks_of(request.user), pk=task.pk)
    is_kept = refusal.code not in FOREIGN and request.POST.get("action") == "send"
    if is_kept:
        given = given_in(request.POST, [item.code for item in form_items(fresh)])
        comment, edit_count = request.POST.get("comment", ""), _edit_count(request.POST)
        actions.save_rating(fresh, by=request.user, given=given, comment=comment, edit_count=edit_count)
    facts = {"typed": request.POST, "refusal": refusal, "is_kept": is_kept}
    return _page(request, fresh, status=409 if isinstance(refusal, NotNow) else 422, **facts)


def _page(request, task, *, status=200, typed=None, refusal=None, is_kept=False):
    form = rating_form(task)
    lines = sheet_of(form, typed, _faults(refusal))
    facts = {
        "task": task,
        "form": form,
        "lines": lines,
        "answered": answered(lines),
        "comment": task.comment if typed is None else typed.get("comment", ""),
        "edit_count": task.edit_count if typed is None or is_kept else typed.get("edit_count", 0),
        "refusal": refusal,
        "sentence": sentence(refusal) if refusal else "",
        "is_kept": is_kept,
        "is_open": _is_open(task),
        "must_train": task.source != RatingTask.Source.SELF and not is_trained(request.user),
        "today": localdate(),
        "round": desk.round_of(request.user, task),
        "notes": notes_by_ability(task),
    }
    return render(request, "appraisal/fill.html", facts, status=status)


def _faults(refusal):
    """Item → what is wrong with its line."""
    if refusal is None:
        return {}
    kind = {"appraisal.form_incomplete": ("missing", "items"), "appraisal.reason_needed": ("reason", "codes")}
    if refusal.code not in kind:
        return {}
    fault, where = kind[refusal.code]
    return dict.fromkeys(refusal.facts[where], fault)


def _is_open(task):
    return task.state == RatingTask.State.OPEN and is_taken(task, task.participant.cycle)


def _edit_count(data):
    text = data.get("edit_count", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _wants_json(request):
    return "json" in request.headers.get("Accept", "")


def rater_training(request):
    """Three short lessons with a question each; right answers are needed once, as often as it takes."""
    permissions.TRAIN.enter(request.user, request.user)
    answers = {name: request.POST.get(name, "") for name in RIGHT_ANSWERS}
    wrong: Any = []
    refusal = None
    if request.method == "POST":
        try:
            actions.pass_rater_training(request.user, by=request.user, answers=answers, today=localdate())
        except NotValid as found:
            refusal, wrong = sentence(found), found.facts["items"]
        else:
            messages.success(request, _("Passed. You can now submit ratings."))
            return redirect("list-ratings")
    facts = {"answers": answers, "wrong": wrong, "refusal": refusal, "is_trained": is_trained(request.user)}
    return render(request, "appraisal/training.html", facts, status=422 if wrong else 200)
