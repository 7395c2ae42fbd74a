"""The analyst's work, and one contact on the desk."""

from dataclasses import replace

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.base.errors import Refusal
from hengcai.interactions.actions.flags import change_flags
from hengcai.quality import permissions
from hengcai.quality.actions import save_draft
from hengcai.quality.cards import items_of
from hengcai.quality.queries import pages
from hengcai.quality.queries.work import place_in_queue
from hengcai.web.interactions.flagging import changed_flags, flag_field
from hengcai.web.quality.lists.work import work_list
from hengcai.web.quality.sheet import differences, done_or_shown, laid_out, reckoned, sheet_kept, sheet_posted
from hengcai.web.quality.views.handing_in import handed_in, opened, sent, told_handed_in, written
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

UNEXPLAINED = "quality.comment_missing"


@remembers("work")
def assignments(request):
    permissions.OPEN.enter([], request.user)
    waiting = pages.open_work(request.user)
    first = pages.first_of(waiting)
    asked = Asked(request, work_list(today=localdate(), next_key=first.key if first else None))
    rows = waiting if asked.is_in_own_order else asked.sorted(pages.pieces_among(waiting))
    found = pages.pieces([first]) if first else {}
    facts = {"first": first, "next": found[first.key] if first else None}
    return asked.file(rows) or asked.show("quality/assignments.html", rows, facts, count=len(waiting))


def score_contact(request, pk):
    desk = opened(request, pk)
    if request.method != "POST":
        return _show(request, desk, sheet_kept(desk))
    sheet = sheet_posted(desk, request.POST)
    act = DOINGS.get(request.POST.get("do"), _save)
    return done_or_shown(
        lambda: act(request, desk, sheet),
        again=lambda refusal: _show(request, desk, sheet, refusal=refusal),
        beside=lambda refusal: _side_by_side(request, pages.desk_of(desk.assignment), sheet, refusal),
    )


def _show(request, desk, sheet, *, refusal=None, status=422, **facts):
    """The first item a refusal names is the one to go to."""
    laid = {**laid_out(desk, sheet), "place": place_in_queue(desk.assignment, request.user)}
    wrong = refusal.facts.get("items", ()) if refusal else ()
    if wrong:
        laid["current"] = wrong[0]
    unexplained = wrong if refusal and refusal.code == UNEXPLAINED else ()
    said = sentence(refusal) if refusal else ""
    flags = {**flag_field(desk.assignment.contact, request, refusal=refusal), "form": "card", "refusal": None}
    facts = {**laid, "flags": flags, "refused": said, "wrong": wrong, "unexplained": unexplained, **facts}
    return render(request, "quality/desk.html", facts, status=status if refusal else 200)


def _side_by_side(request, desk, sheet, refusal):
    """Both versions stay: what was typed in the form, what was saved elsewhere beside it. Saving again is a choice."""
    apart = differences(desk, sheet, items_of(desk.assignment.scorecard))
    mine = replace(sheet, edit_count=desk.edit_count)
    return _show(request, desk, mine, refusal=refusal, status=409, apart=apart, is_stale=True)


def _save(request, desk, sheet):
    _kept(request, desk, sheet)
    messages.success(request, _("The draft is saved."))
    return redirect("score-contact", desk.assignment.pk)


def _red_line(request, desk, sheet):
    """A case hangs on an evaluation, so what is on the desk is kept first."""
    return redirect("report-red-line", _kept(request, desk, sheet).pk)


def _kept(request, desk, sheet):
    return save_draft(desk.assignment, by=request.user, **written(sheet))


def _flag(request, desk, sheet):
    """The contact's flags and what is on the desk, both kept."""
    change_flags(desk.assignment.contact, by=request.user, **changed_flags(request.POST))
    _kept(request, desk, sheet)
    messages.success(request, _("The flags are saved."))
    return redirect("score-contact", desk.assignment.pk)


def _submit(request, desk, sheet):
    """On to the next contact at once; the message leads back to what was just handed in."""
    made = handed_in(request, desk, sheet)
    messages.success(request, told_handed_in(request, made))
    after = pages.next_piece(request.user)
    return redirect("score-contact", after.pk) if after else redirect("list-assignments")


DOINGS = {"save": _save, "submit": _submit, "red_line": _red_line, "flag": _flag}


@require_POST
def preview(request, pk):
    """What the marks on the screen come to; nothing is kept."""
    desk = sent(request, pk)
    return JsonResponse(reckoned(desk, sheet_posted(desk, request.POST)))


@require_POST
def draft(request, pk):
    """The draft that saves itself."""
    desk = sent(request, pk)
    sheet = sheet_posted(desk, request.POST)
    try:
        kept = _kept(request, desk, sheet)
    except Refusal as refusal:
        return JsonResponse({"refused": sentence(refusal), "code": refusal.code}, status=409)
    at = localtime(kept.saved_at)
    return JsonResponse({"edit_count": kept.edit_count, "saved": _("saved %(time)s") % {"time": f"{at:%H:%M}"}})
