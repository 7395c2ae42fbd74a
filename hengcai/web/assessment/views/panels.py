"""Panels for cut scores: called, each judge's own sheet, the spread, the adopted cut."""

from fractions import Fraction

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.assessment import actions, permissions
from hengcai.assessment.queries.panels import (
    able_judges,
    found_in,
    own_round,
    panel_moves,
    panels_seen_by,
    seat_of,
    sheet_lines,
)
from hengcai.base import clock
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.web.assessment.check_lists import panel_list
from hengcai.web.assessment.panel_forms import PanelForm
from hengcai.web.assessment.panel_showing import shown_round, shown_sheet
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

KEEP, SEND = "keep", "send"


@remembers("panels")
def panels(request):
    permissions.SEE_PANELS.enter([], request.user)
    asked = Asked(request, panel_list())
    rows = asked.sorted(panels_seen_by(request.user))
    facts = {"may_run": permissions.RUN_PANEL.is_held_by(request.user)}
    return asked.file(rows) or asked.show("assessment/panels.html", rows, facts)


def add(request):
    permissions.RUN_PANEL.enter([], request.user)
    judges = able_judges()
    form, refusal = PanelForm(request.POST or None, judges=judges), ""
    if form.is_valid():
        chosen = form.cleaned_data
        try:
            some = [one for one in judges if one.pk in chosen["judges"]]
            facts = {name: chosen[name] for name in ("name", "borderline")}
            made = actions.open_panel(the_centre(), by=request.user, questions=form.put(), judges=some, **facts)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("The panel is set up. Every judge finds a sheet in their inbox."))
            return redirect("see-cut-panel", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "assessment/open_panel.html", facts, status=422 if refusal or form.errors else 200)


def panel(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("see-cut-panel", found.pk)
    told, seat = found_in(found), seat_of(found, request.user)
    facts = {
        "panel": found, "told": told, "rounds": [shown_round(one, told) for one in told.rounds], "moves": panel_moves(found, request.user),
        "may_fill": seat is not None and own_round(seat) > 0, "adopted": getattr(found, "adopted", None), "error": refusal,
    }  # fmt: skip
    return render(request, "assessment/panel.html", facts, status=422 if refusal else 200)


def sheet(request, pk):
    found = _seen(request, pk)
    seat = seat_of(found, request.user)
    if seat is None:
        raise Http404
    if request.method == "POST":
        return _filled(request, found, seat)
    if not own_round(seat):
        return redirect("see-cut-panel", found.pk)
    return _sheet(request, found, seat)


def _filled(request, found, seat):
    verb = request.POST.get("do", KEEP)
    if verb not in (KEEP, SEND):
        raise Http404
    act = actions.send_panel_sheet if verb == SEND else actions.keep_panel_sheet
    try:
        act(seat, by=request.user, percents=_percents(request.POST, found))
    except NotValid as refused:
        if _wants_json(request):
            return JsonResponse({"said": sentence(refused)}, status=422)
        return _sheet(request, found, seat, error=sentence(refused))
    if _wants_json(request):
        return JsonResponse({"said": _("Saved %(at)s") % {"at": f"{localtime(clock.now()):%H:%M}"}})
    messages.success(request, _("Submitted.") if verb == SEND else _("Saved."))
    return redirect("see-cut-panel" if verb == SEND else "see-cut-panel-sheet", found.pk)


def _wants_json(request):
    return "application/json" in request.headers.get("Accept", "")


def _percents(post, found):
    """What was typed; what is no number of a hundred is refused by the action."""
    typed = {key: post.get(f"p-{key}", "").strip() for key in found.questions.values_list("pk", flat=True)}
    given = {key: whole(text) for key, text in typed.items() if text}
    return {key: -1 if one is None else one for key, one in given.items()}


def _sheet(request, found, seat, *, error=""):
    lines = shown_sheet(sheet_lines(seat), request.POST)
    facts = {"panel": found, "lines": lines, "round": own_round(seat), "error": error}
    return render(request, "assessment/panel_sheet.html", facts, status=422 if error else 200)


def _seen(request, pk):
    permissions.SEE_PANELS.enter([], request.user)
    return get_object_or_404(panels_seen_by(request.user), pk=pk)


def _end_first(request, found):
    actions.end_first_round(found, by=request.user)
    return _("The second round is open.")


def _close(request, found):
    actions.close_panel(found, by=request.user)
    return _("The panel is closed.")


def _drop(request, found):
    actions.drop_panel(found, by=request.user)
    return _("Called off.")


def _adopt(request, found):
    typed = request.POST.get("points", "").strip()
    points: Fraction | None = exact(typed) if typed else None
    actions.adopt_cut(found, by=request.user, points=points, why=request.POST.get("why", ""))
    return _("Adopted.")


DOINGS = {"end-first": _end_first, "close": _close, "drop": _drop, "adopt": _adopt}
