"""质量分析月报: the list, one of them as page, PDF and workbook, its editing, its meetings."""

import re

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.improvement import actions, permissions
from hengcai.improvement.actions.months import Minutes, Written
from hengcai.improvement.month_letter import said, sentences
from hengcai.improvement.papers.month import month_paper
from hengcai.improvement.queries import months as queries
from hengcai.improvement.rules.months import PARTS
from hengcai.improvement.states import EDIT_MONTH
from hengcai.insight.permissions import SEE_FORM
from hengcai.paper.telling import Teller
from hengcai.quality.queries.measures import month_measured, months_counted
from hengcai.web.improvement.lists import month_list
from hengcai.web.insight.files import pdf_response, xlsx_response
from hengcai.web.insight.sheets import blocks_of
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence

APART = re.compile(r"[\s,，、;；]+")


def months(request):
    permissions.SEE_MONTH.enter([], request.user)
    refusal = ""
    if request.method == "POST":
        try:
            return _draft(request)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
    asked = Asked(request, month_list())
    rows = asked.sorted(queries.months_seen_by(request.user))
    writes = permissions.DRAFT_MONTH.is_held_by(request.user)
    facts = {"offered": queries.months_to_draft(today=localdate()) if writes else [], "error": refusal}
    return asked.file(rows) or asked.show("improvement/months.html", rows, facts)


def _draft(request):
    permissions.DRAFT_MONTH.enter([], request.user)
    month = day_typed(f"{request.POST.get('month', '')}-01")
    if month is None:
        raise NotValid("improvement.month_unknown")
    made = actions.draft_month(the_centre(), by=request.user, month=month, today=localdate())
    return redirect("see-month-report", made.pk)


def month(request, pk):
    found = _seen(request, pk)
    refusal = ""
    if request.method == "POST":
        try:
            return done_by(DOINGS, request)(request, found)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
    paper = _paper(request, found)
    facts = {
        "report": found, "sight": queries.sight_of(found, request.user), "paper": paper, "blocks": blocks_of(paper),
        "error": refusal, "typed": request.POST if refusal else {}, "bulletin": _bulletin(request, found.month),
    }  # fmt: skip
    return render(request, "improvement/month.html", facts, status=409 if refusal else 200)


def _bulletin(request, month):
    """The month of the bulletin's address; empty where there is none this reader can be shown."""
    offered = SEE_FORM.is_held_by(request.user) and month in months_counted(request.user, today=localdate())
    return f"{month:%Y-%m}" if offered and not month_measured(request.user, month=month).is_empty else ""


def edit(request, pk):
    """In the language of the page: the other language keeps its own words."""
    found = _seen(request, pk)
    EDIT_MONTH.enter(found, request.user)
    tell, refusal = Teller(request.LANGUAGE_CODE), ""
    drafted = sentences(found.facts, tell)
    if request.method == "POST":
        try:
            count = whole(request.POST.get("edit_count", "")) or 0
            actions.edit_month(found, by=request.user, written=_written(request, drafted), edit_count=count)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Saved."))
            return redirect("see-month-report", pk)
    facts = {"report": found, "parts": _parts(found, drafted, tell), "error": refusal, **_whole(found, tell)}
    return render(request, "improvement/month_edit.html", facts, status=422 if refusal else 200)


def _written(request, drafted):
    posted = request.POST
    texts = {one.key: posted[f"text-{one.key}"] for one in drafted if f"text-{one.key}" in posted}
    left_out = [one.key for one in drafted if f"keep-{one.key}" not in posted]
    summary, focus = posted.get("summary", ""), posted.get("focus", "")
    return Written(request.LANGUAGE_CODE, texts, left_out, summary, focus)


def _whole(found, tell):
    return {"summary": found.summary.get(tell.tongue, ""), "focus": found.focus.get(tell.tongue, "")}


def _parts(found, drafted, tell):
    """By part, each sentence as it stands and whether it is in."""
    kept = {one.key: one.text for one in said(found, tell)}
    named = {part: tell.say(f"improvement.month.part.{part}") for part in PARTS}
    return [
        (name, [(one.key, kept.get(one.key, one.text), one.key in kept) for one in drafted if one.part == part])
        for part, name in named.items()
        if any(one.part == part for one in drafted)
    ]


def pdf(request, pk):
    found = _seen(request, pk)
    note("read_month_report", found, by=request.user, form="pdf")
    return pdf_response(request, _paper(request, found), _name(found))


def xlsx(request, pk):
    found = _seen(request, pk)
    note("read_month_report", found, by=request.user, form="xlsx")
    return xlsx_response(_paper(request, found), _name(found))


def _paper(request, found):
    return month_paper(found, language=request.LANGUAGE_CODE, today=localdate())


def _name(found):
    return f"{found.month:%Y-%m} {found.number or found.revision}"


def _seen(request, pk):
    permissions.SEE_MONTH.enter([], request.user)
    return get_object_or_404(queries.months_seen_by(request.user), pk=pk)


def _issue(request, found):
    actions.issue_month(found, by=request.user)
    messages.success(request, _("Issued. It can no longer be changed."))
    return redirect("see-month-report", found.pk)


def _refresh(request, found):
    actions.draft_month(the_centre(), by=request.user, month=found.month, today=localdate())
    messages.success(request, _("The draft now has the latest figures. What you wrote has been kept."))
    return redirect("see-month-report", found.pk)


def _revise(request, found):
    made = actions.revise_month(found, by=request.user, because=request.POST.get("because", ""), today=localdate())
    return redirect("see-month-report", made.pk)


def _meet(request, found):
    permissions.ENTER_MEETING.enter([], request.user)
    names = [name for name in APART.split(request.POST.get("attendees", "")) if name][:200]
    people, missing = queries.users_called(names)
    if missing:
        raise NotValid("improvement.attendee_unknown", name=missing)
    told = Minutes(request.POST.get("minutes", ""), request.POST.get("decisions", "").splitlines())
    held_on = day_typed(request.POST.get("held_on", ""))
    actions.enter_meeting(found, by=request.user, held_on=held_on, attendees=people, told=told)
    messages.success(request, _("The meeting has been recorded."))
    return redirect("see-month-report", found.pk)


DOINGS = {"issue": _issue, "refresh": _refresh, "revise": _revise, "meet": _meet}
