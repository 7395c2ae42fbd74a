"""The interview form, filled in together on a tablet: it saves itself, is finished, and is signed on the spot."""

from datetime import datetime

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime, make_aware
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid, Refusal
from hengcai.records import actions, permissions
from hengcai.records.actions.answers import shown_words
from hengcai.records.models import Record
from hengcai.records.queries.drafts import draft_of
from hengcai.records.queries.records import records_listed
from hengcai.records.rules.interviews import MOST_STEPS, Step, Talk
from hengcai.web.insight.doors import found_url
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence

TEXTS = ("strengths", "gaps", "own_words")


def interview(request, pk):
    permissions.LEAD_INTERVIEW.enter([], request.user)
    rows = permissions.LEAD_INTERVIEW.rows(records_listed(request.user), request.user)
    found = get_object_or_404(rows.select_related("person__user"), pk=pk)
    if request.method != "POST":
        return _page(request, found)
    try:
        return (_save if _wants_json(request) else done_by(DOINGS, request))(request, found)
    except (NotValid, NotNow) as refusal:
        return _refused(request, found, refusal)


def _refused(request, found, refusal: Refusal):
    """What was typed stays in view."""
    if _wants_json(request):
        return JsonResponse({"refusal": sentence(refusal)}, status=409)
    status = 409 if isinstance(refusal, NotNow) else 422
    return _page(request, found, error=sentence(refusal), typed=request.POST, status=status)


def _page(request, found, *, error="", typed=None, status=200):
    held = getattr(found, "interview", None)
    is_open = found.state == Record.State.NOTIFIED
    draft = None if held and held.edit_count else draft_of(found, language=request.LANGUAGE_CODE) if is_open else None
    facts = {
        "record": found, "talk": held, "is_open": is_open, "error": error, "draft": draft,
        "form": _shown(held, draft, typed), "today": localdate(), "result_url": found_url("see-result", found.result_id),
        "shown": shown_words(found, "signed", request.LANGUAGE_CODE),
        "may_sign": found.state == Record.State.INTERVIEWED, "typed": typed or {},
        "place": (typed or {}).get("place") or (held.place if held else ""),
    }  # fmt: skip
    return render(request, "records/interview.html", facts, status=status)


def _shown(held, draft, typed):
    """What stands in the fields: what was just typed, else what is saved, else the draft made of the result."""
    if typed is not None and "strengths" in typed:
        return {"texts": {name: typed.get(name, "") for name in TEXTS}, "edit_count": typed.get("edit_count", "0"),
                "steps": _filled([{"what": one.what, "by": one.by} for one in _steps(typed)])}  # fmt: skip
    source = held if held and held.edit_count else draft
    texts = {name: getattr(source, name, "") if source else "" for name in TEXTS}
    steps = list(source.plan) if source else []
    return {"texts": texts, "edit_count": held.edit_count if held else 0, "steps": _filled(steps)}


def _filled(steps):
    return [*steps, *({"what": "", "by": ""} for _n in range(MOST_STEPS - len(steps)))][:MOST_STEPS]


def _steps(data):
    return tuple(
        Step(data.get(f"what-{n}", ""), day_typed(data.get(f"by-{n}", ""))) for n in range(1, MOST_STEPS + 1)
    )  # fmt: skip


def _talk(data):
    return Talk(plan=_steps(data), **{name: data.get(name, "") for name in TEXTS})


def _save(request, found):
    saved = actions.save_interview(found, by=request.user, talk=_talk(request.POST), edit_count=_edits(request))
    if _wants_json(request):
        return JsonResponse({"edit_count": saved.edit_count, "saved": f"{localtime(saved.saved_at):%H:%M}"})
    messages.success(request, _("Saved."))
    return redirect("fill-interview", found.pk)


def _hold(request, found):
    """Saved first: what stands on the page is what they agreed."""
    actions.save_interview(found, by=request.user, talk=_talk(request.POST), edit_count=_edits(request))
    actions.hold_interview(found, by=request.user, held_on=localdate(), today=localdate())
    messages.success(
        request, _("The meeting is complete. The person can sign here now, or later from their own account.")
    )
    return redirect("fill-interview", found.pk)


def _skip(request, found):
    because = request.POST.get("because", "")
    actions.skip_interview(found, by=request.user, because=because, today=localdate())
    messages.success(request, _("Recorded. The person has been asked to sign or object."))
    return redirect("see-record", found.pk)


def _appoint(request, found):
    actions.appoint_interview(found, by=request.user, at=_moment(request.POST), place=request.POST.get("place", ""))
    messages.success(request, _("Arranged. The person has been notified."))
    return redirect("fill-interview", found.pk)


def _moment(data):
    try:
        return make_aware(datetime.fromisoformat(data.get("at", "").strip()))
    except (ValueError, OverflowError):
        return None


def _sign(request, found):
    """On this sign-in, with the person's own password."""
    person = found.person
    if person.user is None:
        raise NotNow("records.no_sign_in", name=person.name)
    password = request.POST.get("password", "")
    actions.sign_record(found, by=person.user, password=password, language=request.LANGUAGE_CODE, tablet=request.user)
    messages.success(request, _("Signed by %(name)s.") % {"name": person.name})
    return redirect("see-record", found.pk)


def _edits(request):
    return whole(request.POST.get("edit_count", "")) or 0


def _wants_json(request):
    return "application/json" in request.headers.get("Accept", "")


DOINGS = {"save": _save, "hold": _hold, "skip": _skip, "appoint": _appoint, "sign": _sign}
