"""One contact of a calibration session before its analyst, on the desk; nothing on it says whose it is."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.base.errors import Refusal
from hengcai.quality import actions, permissions
from hengcai.quality.cards import items_of
from hengcai.quality.queries import calibrations as queries
from hengcai.web.quality.calibrating import as_desk, blind_desk, blind_kept, blind_page, blind_posted
from hengcai.web.quality.sheet import Sheet, differences, done_or_shown, reckoned
from hengcai.web.shell.says import sentence

UNEXPLAINED = "quality.comment_missing"


def sheet(request, pk, number):
    blind = _blind(request, pk, number)
    if request.method != "POST":
        return _show(request, blind, blind_kept(blind))
    form = blind_posted(blind, request.POST)
    act = DOINGS.get(request.POST.get("do"), _keep)
    return done_or_shown(
        lambda: act(request, blind, form),
        again=lambda refusal: _show(request, blind, form, refusal=refusal),
        beside=lambda refusal: _side_by_side(request, _blind(request, pk, number), form, refusal),
    )


def _blind(request, pk, number):
    permissions.SCORE_BLIND.enter([], request.user)
    return queries.blind_of(get_object_or_404(queries.sheets_of(request.user, pk), of__number=number))


def _show(request, blind, form, *, refusal=None, status=422, **facts):
    """What was handed in, or is no longer asked for, is only to be read."""
    if blind.is_closed:
        return render(request, "quality/blind_sheet.html", blind_page(blind, form))
    laid = blind_desk(blind, form)
    wrong = refusal.facts.get("items", ()) if refusal else ()
    if wrong:
        laid["current"] = wrong[0]
    unexplained = wrong if refusal and refusal.code == UNEXPLAINED else ()
    said = sentence(refusal) if refusal else ""
    facts = {**laid, "refused": said, "wrong": wrong, "unexplained": unexplained, **facts}
    return render(request, "quality/blind_desk.html", facts, status=status if refusal else 200)


def _side_by_side(request, blind, form, refusal):
    """Both versions stay; saving again is a choice."""
    apart = differences(as_desk(blind), form, items_of(blind.scorecard))
    mine = Sheet(form.marks, form.entries, form.comment, blind.sheet.edit_count)
    return _show(request, blind, mine, refusal=refusal, status=409, apart=apart, is_stale=True)


def _keep(request, blind, form):
    actions.save_blind(blind.sheet, by=request.user, **_facts(form))
    messages.success(request, _("Saved."))
    return redirect(request.path)


def _hand_in(request, blind, form):
    """On to the next contact of the session."""
    actions.hand_in_blind(blind.sheet, by=request.user, **_facts(form))
    session = blind.sheet.of.calibration_id
    after = queries.sheets_of(request.user, session).exclude(state="in").first()
    messages.success(request, _("Submitted: contact %(number)s.") % {"number": blind.sheet.of.number})
    return redirect("score-blind", session, after.of.number) if after else redirect("see-calibration", session)


def _facts(form):
    return {"marks": form.marks, "comment": form.comment, "edit_count": form.edit_count}


DOINGS = {"save": _keep, "submit": _hand_in}


@require_POST
def preview(request, pk, number):
    """What the marks on the screen come to; nothing is kept."""
    blind = _blind(request, pk, number)
    return JsonResponse(reckoned(as_desk(blind), blind_posted(blind, request.POST)))


@require_POST
def draft(request, pk, number):
    """The draft that saves itself."""
    blind = _blind(request, pk, number)
    try:
        kept = actions.save_blind(blind.sheet, by=request.user, **_facts(blind_posted(blind, request.POST)))
    except Refusal as refusal:
        return JsonResponse({"refused": sentence(refusal), "code": refusal.code}, status=409)
    at = localtime(kept.saved_at)
    return JsonResponse({"edit_count": kept.edit_count, "saved": _("saved %(time)s") % {"time": f"{at:%H:%M}"}})
