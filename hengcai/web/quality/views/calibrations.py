"""Calibration: the sessions, one of them in each of its states, the blind sheet, what is unclear, drift, certificates."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.quality import actions, permissions
from hengcai.quality.calibrating import session_card
from hengcai.quality.queries import calibrations as queries
from hengcai.quality.queries import revealed
from hengcai.quality.states import EDIT_CALIBRATION
from hengcai.web.quality.calibrating import (
    agreed_posted,
    figure,
    gauge_told,
    percent_of,
    reveal_rows,
    severity_lines,
    unclear_told,
)
from hengcai.web.quality.calibration_forms import DRAWN, CalibrationForm
from hengcai.web.quality.calibration_months import drift_picture, drift_rows
from hengcai.web.quality.disputing import error_of_all
from hengcai.web.quality.lists.calibrations import calibration_list, certificate_list, outcome_of
from hengcai.web.quality.transcript import said, times_of
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

LATE = "quality.calibration_waiting"


@remembers("calibrations")
def calibrations(request):
    permissions.SEE_CALIBRATIONS.enter([], request.user)
    asked = Asked(request, calibration_list(today=localdate()))
    rows = asked.sorted(queries.calibrations_seen_by(request.user))
    facts = {"may_chair": permissions.CALL.is_held_by(request.user)}
    return asked.file(rows) or asked.show("quality/calibrations.html", rows, facts)


@remembers("certificates")
def certificates(request):
    permissions.SEE_CERTIFICATES.enter([], request.user)
    asked = Asked(request, certificate_list(today=localdate()))
    rows = asked.sorted(queries.certificates_seen_by(request.user))
    return asked.file(rows) or asked.show("quality/certificates.html", rows, {})


def add(request):
    permissions.CALL.enter([], request.user)
    contact = request.GET.get("contact", "")[:200]  # a case of the library leads here
    return _planned(request, CalibrationForm(request.POST or None, request.user, contact=contact), None)


def edit(request, pk):
    found = _seen(request, pk)
    EDIT_CALIBRATION.enter(found, request.user)
    return _planned(request, CalibrationForm(request.POST or None, request.user, found), found)


def _planned(request, form, found):
    made = _written(request, form, found) if form.is_valid() else None
    if made:
        messages.success(request, _("Saved. No one has been asked to score yet."))
        return redirect("see-calibration", made.pk)
    facts = {"form": form, "calibration": found}
    return render(request, "quality/edit_calibration.html", facts, status=422 if form.errors else 200)


def _written(request, form, found):
    """What is refused stands above the form; None then."""
    try:
        facts = {**form.facts(), "contacts": _contacts(request.user, form), "today": localdate()}
        if found:
            return actions.edit_calibration(found, by=request.user, **facts)
        return actions.plan_calibration(the_centre(), by=request.user, **facts)
    except NotAllowed:
        raise
    except (NotValid, NotNow) as refusal:
        form.add_error(None, sentence(refusal))
        return None


def _contacts(user, form):
    if form.keys():
        return queries.contacts_by_key(form.keys(), user)
    count = form.cleaned_data["draw"] or DRAWN
    return queries.contacts_drawn(form.facts()["scorecard"], count, user, now=clock.now())


def _seen(request, pk):
    permissions.SEE_CALIBRATIONS.enter([], request.user)
    return get_object_or_404(queries.calibrations_seen_by(request.user), pk=pk)


def calibration(request, pk):
    found = _seen(request, pk)
    refusal: NotValid | NotNow | None = None
    if request.method == "POST":
        try:
            told, back = done_by(DOINGS, request)(request, found)
        except NotValid as refused:
            refusal = refused
        except NotNow as refused:
            if refused.code != LATE:
                raise
            refusal = refused
        else:
            messages.success(request, told)
            return redirect(f"{request.path}{back}")
    return _shown(request, queries.calibrations_seen_by(request.user).get(pk=found.pk), refusal)


def _shown(request, found, refusal):
    session = queries.session_of(found, request.user)
    facts = {
        "session": session, "calibration": found, "error": error_of_all(refusal), "typed": request.POST,
        "asks_to_leave_out": refusal is not None and refusal.code == LATE, "outcomes": _outcomes(session, request.user),
        "is_late": not session.shows_marks and found.due_on < localdate(),
    }  # fmt: skip
    if session.shows_marks:
        facts |= _findings(found) | _table(request, found, session, refusal)
    return render(request, "quality/calibration.html", facts, status=422 if refusal else 200)


def _outcomes(session, user):
    """An analyst reads their own alone, as in the list of certificates."""
    shown = permissions.SEE_CERTIFICATES.rows(session.calibration.seats.all(), user)
    keys = set(shown.values_list("pk", flat=True))
    seats = [one.seat for one in session.progress if one.seat.pk in keys]
    return [(seat, outcome_of(localdate(), seat) if seat.outcome else "") for seat in seats]


def _findings(found):
    names, overall = found.findings.get("names", {}), found.findings.get("overall", {})
    like = found.findings.get("consistency")
    shares = (like or {}).get("by_rater", {})
    return {
        "gauge": gauge_told(revealed.gauge_of(found), names),
        "severities": severity_lines(revealed.severities_of(found)),
        "overall": [
            (_("Exact agreement"), percent_of(overall.get("percent"))),
            (_("Within one level"), percent_of(overall.get("within_one"))),
            (_("Krippendorff’s alpha, ordinal"), figure(overall.get("krippendorff_alpha"))),
            (_("Weighted kappa, quadratic"), figure(overall.get("weighted_kappa_quadratic"))),
            (_("Totals matching the calibrated score"), percent_of(like) if like else _("once the calibrated score is agreed")),
        ],
        "alike": sorted((names.get(key, key), percent_of(one), one["n"]) for key, one in shares.items()),
    }  # fmt: skip


def _table(request, found, session, refusal):
    """One contact at a time; the first at first."""
    tables = revealed.tables_of(found)
    if not tables:
        return {"tables": []}
    wanted = request.POST.get("number") or request.GET.get("contact", "")
    table = next((one for one in tables if str(one.place.number) == wanted), tables[0])
    contact = table.place.contact
    return {
        "tables": tables, "table": table, "rows": reveal_rows(session_card(found), table, request.POST, refusal),
        "said": said(contact, table.turns), "times": times_of(contact, table.turns),
        "may_agree": "agree_marks" in session.moves, "left": sum(one.left for one in tables),
    }  # fmt: skip


def _open(request, found):
    actions.open_scoring(found, by=request.user)
    return _("Blind scoring has begun."), ""


def _reveal(request, found):
    actions.reveal_marks(found, by=request.user, leave_out=request.POST.get("leave_out") == "yes")
    return _("Revealed. Everyone in the session can see all marks now."), ""


def _agree_marks(request, found):
    number = whole(request.POST.get("number", "")) or 0
    marks = agreed_posted(session_card(found), request.POST)
    actions.agree_marks(found, by=request.user, number=number, marks=marks)
    return _("The agreed marks are saved."), f"?contact={number}"


def _agree(request, found):
    actions.agree_reference(found, by=request.user)
    return _("The calibrated score is agreed. Now decide who is certified."), ""


def _minutes(request, found):
    actions.write_minutes(found, by=request.user, minutes=request.POST.get("minutes", ""))
    return _("The notes are saved."), ""


def _certify(request, found):
    seats = found.seats.filter(analyst=whole(request.POST.get("analyst", ""))).select_related("analyst")
    seat = seats.first()
    if seat is None:
        raise Http404
    words = {name: request.POST.get(name, "") for name in ("outcome", "reasons")}
    actions.certify_analyst(found, by=request.user, analyst=seat.analyst, today=localdate(), **words)
    return _("Saved: %(name)s.") % {"name": seat.analyst.name}, "#certificates"


def _close(request, found):
    actions.close_calibration(found, by=request.user)
    return _("Closed. The certificates are in force."), ""


DOINGS = {
    "open": _open, "reveal": _reveal, "agree_marks": _agree_marks, "agree": _agree, "minutes": _minutes,
    "certify": _certify, "close": _close,
}  # fmt: skip


def unclear(request, pk):
    """The inverted view: not who is off, but which items and anchors are."""
    found = _seen(request, pk)
    if not queries.session_of(found, request.user).shows_marks:
        raise Http404
    rows = [unclear_told(one) for one in revealed.unclear_of(found)]
    return render(request, "quality/unclear.html", {"calibration": found, "rows": rows})


def drift(request):
    permissions.SEE_CALIBRATIONS.enter([], request.user)
    found = revealed.drift_seen_by(request.user)
    picture = mark_safe(drift_picture(found)) if found.months else ""  # noqa: S308 - drawn by the measurement library
    facts = {"drift": found, "picture": picture, "rows": drift_rows(found)}
    return render(request, "quality/severity_drift.html", facts)
