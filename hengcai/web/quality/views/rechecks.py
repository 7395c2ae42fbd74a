"""Rechecks: the list with what holds back publication, one of them, what each of its people does with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hengcai.accounts.queries import the_centre
from hengcai.quality import actions, permissions
from hengcai.quality.queries import rechecks as queries
from hengcai.web.quality.disputing import error_of_all
from hengcai.web.quality.forms import RecheckFilterForm
from hengcai.web.quality.lists.rechecks import recheck_list
from hengcai.web.quality.rechecking import both_rows, ruling_posted, rulings_offered, why_said
from hengcai.web.quality.sheet import laid_out, sheet_kept, sheet_posted
from hengcai.web.quality.transcript import said, times_of
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("rechecks")
def rechecks(request):
    permissions.SEE_RECHECKS.enter([], request.user)
    today, user = localdate(), request.user
    form = RecheckFilterForm(user, request.GET)
    rows = queries.rechecks_listed(user).filter(form.filters().condition(today=today))
    asked = Asked(request, recheck_list(shows_names=permissions.WATCH.is_held_by(user), today=today), form=form)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    found = queries.accuracy(user, today=today)
    facts = {
        "standing": queries.standing(user),
        "records": found,
        "whole": queries.whole_accuracy(found),
        "since": queries.looked_back_to(today),
        "points": queries.bar_told()["points"],
        "is_narrowed": asked.is_narrowed,
    }
    return asked.show("quality/rechecks.html", asked.sorted(rows), facts)


@require_POST
def draw(request):
    permissions.DRAW_RECHECKS.enter([], request.user)
    made = actions.draw_rechecks(the_centre(), by=request.user, today=localdate())
    count = sum(one.rechecks.count() for one in made)
    told = ngettext("%(count)s recheck was drawn.", "%(count)s rechecks were drawn.", count) % {"count": count}
    messages.success(request, told)
    return redirect("list-rechecks")


def recheck(request, pk):
    permissions.SEE_RECHECKS.enter([], request.user)
    found = get_object_or_404(queries.rechecks_seen_by(request.user), pk=pk)
    sight, refusal = queries.sight_of(found, request.user), None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, sight)
        if refusal is None:
            return redirect("see-recheck", pk)
    return render(request, "quality/recheck.html", _facts(request, sight, refusal), status=422 if refusal else 200)


def _facts(request, sight, refusal):
    found, contact = sight.recheck, sight.recheck.evaluation.assignment.contact
    facts = {
        "sight": sight, "recheck": found, "contact": contact, "typed": request.POST,
        "error": error_of_all(refusal), "said": said(contact, sight.turns), "times": times_of(contact, sight.turns),
        "is_late": found.state != found.State.SETTLED and found.due_on < localdate(),
    }  # fmt: skip
    if "mark_recheck" in sight.moves:
        desk = queries.desk_of_recheck(found)
        sheet = sheet_posted(desk, request.POST) if "edit_count" in request.POST else sheet_kept(desk)
        refused = sentence(refusal) if refusal else ""
        return {
            **laid_out(desk, sheet),
            **facts,
            "wrong": refusal.facts.get("items", ()) if refusal else (),
            "error": refused,
        }
    if not sight.is_veiled:
        rows, why = both_rows(sight, request.POST, refusal), why_said(sight)
        return {**facts, "rows": rows, "why": why, "rulings": rulings_offered(request.POST)}
    return facts


def _give(request, sight):
    analyst = next((one for one in sight.analysts if one.pk == whole(request.POST.get("analyst", ""))), request.user)
    actions.give_recheck(sight.recheck, by=request.user, analyst=analyst)
    return _("Assigned.")


def _take_over(request, sight):
    actions.take_over_recheck(sight.recheck, by=request.user, reason=request.POST.get("reason", ""))
    return _("This recheck is yours. You cannot see the first score until you have submitted yours.")


def _sheet(request, sight):
    sheet = sheet_posted(queries.desk_of_recheck(sight.recheck), request.POST)
    return {"marks": sheet.marks, "comment": sheet.comment, "edit_count": sheet.edit_count}


def _save(request, sight):
    actions.save_recheck(sight.recheck, by=request.user, **_sheet(request, sight))
    return _("The draft is saved.")


def _submit(request, sight):
    made = actions.submit_recheck(sight.recheck, by=request.user, **_sheet(request, sight))
    if made.state == made.State.SETTLED:
        return _("Submitted. The two scores are within the limit; the first one stands.")
    return _("Submitted. The two scores are too far apart; the quality supervisor will decide.")


def _settle(request, sight):
    actions.settle_recheck(sight.recheck, by=request.user, ruling=ruling_posted(sight, request.POST))
    return _("Settled.")


DOINGS = {"give": _give, "take_over": _take_over, "save": _save, "submit": _submit, "settle": _settle}
