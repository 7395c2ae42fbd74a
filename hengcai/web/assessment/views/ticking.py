"""An examiner's own sheet, on a phone: a plain form that works without scripts. With them every tick is sent by itself,
waits where there is no line and is sent again; it names itself, so that nothing counts twice."""

import hashlib
import json

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.checking import bilingual, list_of, marks_on, seconds_of
from hengcai.assessment.models import Practical
from hengcai.assessment.queries.practicals import practicals_seen_by, sheet_of
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.web.assessment.check_forms import form_key
from hengcai.web.assessment.check_showing import clock_text, shown_items
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

SAVE, SEND, TICKS, START, STOP = "save", "send", "ticks", "start", "stop"


def tick(request, pk):
    permissions.TICK.enter([], request.user)
    practical = get_object_or_404(practicals_seen_by(request.user), pk=pk)
    sheet = sheet_of(practical, request.user)
    if sheet is None:
        raise Http404
    if request.method == "POST":
        return _done(request, practical, sheet)
    if practical.state != Practical.State.OPEN or sheet.sent_at:
        return redirect("see-practical", practical.pk)
    return _shown(request, practical, sheet)


def _done(request, practical, sheet):
    verb = request.POST.get("do", SAVE)
    if verb == TICKS:
        return _kept(request, sheet)
    if verb in (START, STOP):
        return _clock(request, practical, verb)
    if verb not in (SAVE, SEND):
        raise Http404
    try:
        actions.keep_ticks(sheet, by=request.user, ticks=_posted(request.POST, sheet))
        if verb == SEND:
            actions.send_sheet(sheet, by=request.user)
    except NotValid as refused:
        return _shown(request, practical, sheet, error=sentence(refused))
    messages.success(request, _("Submitted.") if verb == SEND else _("Saved."))
    return redirect("see-practical" if verb == SEND else "tick-practical", practical.pk)


def _clock(request, practical, verb):
    if verb == START:
        actions.start_clock(practical, by=request.user)
    else:
        ago = whole(request.POST.get("ago", "")) or 0
        actions.stop_clock(practical, by=request.user, seconds_ago=ago)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(_running(practical))
    return redirect("tick-practical", practical.pk)


def _kept(request, sheet):
    """For the page's script: what stands now, which ticks another device had overtaken."""
    try:
        kept = actions.keep_ticks(sheet, by=request.user, ticks=_sent(request.POST.get("ticks", "")))
    except (NotValid, NotNow) as refused:
        return JsonResponse({"error": sentence(refused)}, status=422 if isinstance(refused, NotValid) else 409)
    marks = {item: {"value": one.value, "note": one.note, "count": one.count} for item, one in kept.marks.items()}
    said = _("Saved %(at)s") % {"at": f"{localtime(kept.at):%H:%M:%S}"}
    return JsonResponse({"said": said, "marks": marks, "stale": list(kept.stale), **_running(sheet.practical)})


def _sent(text):
    """Ticks as the script writes them; what is none is refused."""
    try:
        rows = json.loads(text)
        return [
            actions.Ticked(
                key=str(one["key"]), device=str(one["device"]), item=str(one["item"]), value=str(one.get("value", "")),
                note=None if one.get("note") is None else str(one["note"]), seen=int(one.get("seen", 0)),
            )
            for one in rows
        ]  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotValid("practical.key_wrong") from error


def _posted(post, sheet):
    """Of a plain form, what differs from what stands."""
    key, marks, found = post.get("key", "")[:32], marks_on(sheet), []
    for item in (*(one.id for one in list_of(sheet.practical.checklist).items), ""):
        stands, value, note = marks.get(item), post.get(f"v-{item}", ""), post.get(f"n-{item}")
        is_new = value and (stands is None or value != stands.value)
        has_note = note is not None and note.strip() != (stands.note if stands else "")
        if is_new or has_note:
            seen = whole(post.get(f"c-{item}", "")) or 0
            row = (item, value if is_new else "", note.strip() if has_note else None, seen)
            told = hashlib.sha256(repr((key, row)).encode("utf-8", "replace")).hexdigest()[:40]
            found.append(actions.Ticked(told, key or "form", *row))
    return found


def _shown(request, practical, sheet, *, error=""):
    checklist, marks = list_of(practical.checklist), marks_on(sheet)
    facts = {
        "practical": practical, "sheet": sheet, "items": shown_items(checklist, marks), "remark": marks.get(""), "key": form_key(),
        "task": bilingual(checklist.task), "setup": bilingual(checklist.setup), "limit": practical.checklist.minutes * 60,
        "running": _running(practical), "took": clock_text(seconds_of(practical)), "is_first": not sheet.is_second,
        "is_time_binding": checklist.is_time_binding, "n_left": sum(not one.mark.value for one in shown_items(checklist, marks)),
        "error": error,
    }  # fmt: skip
    return render(request, "assessment/tick.html", facts, status=422 if error else 200)


def _running(practical):
    """The clock as the server has it: seconds so far, and whether it still runs."""
    if practical.started_at is None:
        return {"seconds": None, "runs": False}
    end = practical.stopped_at or clock.now()
    return {"seconds": int((end - practical.started_at).total_seconds()), "runs": practical.stopped_at is None}
