"""The observer's page: a check-list ticked on a phone while the role play runs, with notes, consent and recordings."""

import json
import re

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid, Refusal
from hengcai.simulation import actions, permissions
from hengcai.simulation.models import Run, Sheet
from hengcai.simulation.queries.role_plays import runs_observed_by, sheet_seen, takes_heard_by
from hengcai.simulation.takes import forget_takes, path_of, receive_take
from hengcai.web.interactions.ranged import ranged
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.conversing import notes_of, shown_customer, shown_lines_of, shown_turns

PREFIX = "mark-"
MOMENT = re.compile(r"(\d{1,3}):(\d\d)\s+(.+)")


def observe(request, pk):
    permissions.OBSERVE.enter([], request.user)
    run = get_object_or_404(runs_observed_by(request.user), pk=pk)
    if request.method == "POST":
        return _done(request, run)
    if run.state == Run.State.FINISHED:
        return redirect("see-debrief", pk)
    if run.state == Run.State.WAITING:
        actions.take_sheet(run, by=request.user)
    return _shown(request, run)


def _done(request, run):
    doing = DOINGS.get(request.POST.get("do", ""))
    if doing is None:
        raise Http404
    is_script = request.headers.get("Accept", "").startswith("application/json")
    try:
        answer = doing(request, run)
    except NotAllowed:
        raise
    except (NotValid, NotNow) as refused:
        return _refused(refused) if is_script else _shown(request, run, refused=refused)
    return _saved(run) if is_script else answer


def _refused(refused):
    status = 409 if isinstance(refused, NotNow) else 422
    return JsonResponse({"code": refused.code, "refused": sentence(refused)}, status=status)


def _saved(run):
    sheet = Sheet.objects.get(run=run)
    at = timezone.localtime(sheet.saved_at or clock.now())
    return JsonResponse({"edit_count": sheet.edit_count, "saved": _("Saved at %(at)s") % {"at": f"{at:%H:%M:%S}"}})


def _posted(request):
    marks = {name[len(PREFIX) :]: value for name, value in request.POST.items() if name.startswith(PREFIX)}
    count = whole(request.POST.get("edit_count", ""))
    return {
        "marks": marks, "notes": _notes(request.POST.get("notes", "")), "edit_count": -1 if count is None else count,
        "comment": request.POST.get("comment", "").replace("\r\n", "\n"),
    }  # fmt: skip


def _notes(text):
    """As the page keeps them; typed by hand, one a line, with or without the moment in front."""
    if not text.strip():
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        return [_note(line) for line in text.splitlines() if line.strip()]
    return found


def _note(line):
    read = MOMENT.fullmatch(line.strip())
    at = int(read[1]) * 60 + int(read[2]) if read else 0
    return {"seconds": at, "text": read[3] if read else line.strip()}


def _save(request, run):
    actions.save_sheet(run, by=request.user, **_posted(request))
    messages.success(request, _("Saved."))
    return redirect("observe-run", run.pk)


def _hand_in(request, run):
    actions.hand_in_sheet(run, by=request.user, **_posted(request))
    messages.success(request, _("Submitted. The agent can see it now."))
    return redirect("see-debrief", run.pk)


def _call_off(request, run):
    actions.call_off_role_play(run, by=request.user)
    return redirect("see-scenario", run.scenario_id)


def _agree(request, run):
    both = {f"{who}_agrees": request.POST.get(who) == "1" for who in ("agent", "partner")}
    actions.agree_to_recording(run, by=request.user, **both)
    return redirect("observe-run", run.pk)


def _take(request, run):
    upload = request.FILES.get("file")
    if upload is None:
        raise NotValid("simulation.not_sound")
    receive_take(run, upload, by=request.user)
    messages.success(request, _("The recording is saved."))
    return redirect("observe-run", run.pk)


def _forget(request, run):
    forget_takes(run, by=request.user)
    messages.success(request, _("The recordings are deleted."))
    return redirect("observe-run", run.pk)


DOINGS = {
    "save": _save, "hand_in": _hand_in, "call_off": _call_off, "agree": _agree, "take": _take, "forget": _forget,
}  # fmt: skip


def _shown(request, run, *, refused: Refusal | None = None):
    run = get_object_or_404(runs_observed_by(request.user), pk=run.pk)
    sheet = get_object_or_404(Sheet, run=run)
    typed = request.POST.get("do") in ("save", "hand_in") and refused is not None
    if typed:
        posted = _posted(request)
        sheet.marks, sheet.comment, sheet.edit_count = posted["marks"], posted["comment"], posted["edit_count"]
        sheet.notes = [one for one in posted["notes"] if isinstance(one, dict) and {"seconds", "text"} <= set(one)]
    seen = sheet_seen(run, sheet)
    facts = {
        "run": run, "sheet": sheet, "lines": shown_lines_of(seen), "customer": shown_customer(seen.customer),
        "turns": shown_turns(run.turns.order_by("number")), "takes": run.takes.order_by("pk"), "notes": sheet.notes,
        "notes_shown": [] if typed else notes_of(sheet), "error": sentence(refused) if refused else "",
        "is_live": run.way == Run.Way.LIVE, "seconds": int((clock.now() - run.started_at).total_seconds()),
        "may_write": sheet.observer_id == request.user.pk and run.state in (Run.State.PLAYING, Run.State.WAITING),
        "unmarked": refused.facts.get("items", ()) if refused else (),
    }  # fmt: skip
    return render(request, "simulation/observe.html", facts, status=_status(refused))


def _status(refused):
    return 200 if refused is None else 409 if isinstance(refused, NotNow) else 422


@require_safe
def take(request, pk, take):
    permissions.SEE_RUNS.enter([], request.user)
    found = get_object_or_404(takes_heard_by(request.user, pk), pk=take)
    path = path_of(found.place)
    if not path.is_file():
        raise Http404
    return ranged(request, path, media_type=found.media_type, tag=f'"{found.pk}-{found.byte_count}"')
