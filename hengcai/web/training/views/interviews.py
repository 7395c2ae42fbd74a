"""One person's interview: written down, signed off, or somebody else drawn instead."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotValid
from hengcai.training import actions, permissions
from hengcai.training.actions.interviews import Written
from hengcai.training.models import Interviewee
from hengcai.training.queries.projects import competency_choices, interviewees_seen_by
from hengcai.training.words.forms import GUIDE
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.says import sentence, word
from hengcai.web.training.forms import THEMES, InterviewForm


def interview(request, pk):
    permissions.SEE_INTERVIEW.enter([], request.user)
    found = get_object_or_404(interviewees_seen_by(request.user), pk=pk)
    record, refusal = getattr(found, "interview", None), ""
    form = InterviewForm(request.POST or None, initial=_initial(record), competencies=competency_choices())
    if request.method == "POST":
        permissions.INTERVIEW.enter(found, request.user)
        try:
            return done_by(DOINGS, request)(request, found, form)
        except NotValid as refused:
            refusal = sentence(refused)
    writes = permissions.INTERVIEW.rows(Interviewee.objects.filter(pk=pk), request.user).exists()
    is_open = found.project.state == "running" and not found.left_out_because and not (record and record.signed_at)
    facts = {
        "interviewee": found, "record": record, "form": form, "error": refusal, "may_write": writes and is_open, "writes": writes,
        "guide": [word(f"training.guide.{place}") for place in range(1, len(GUIDE) + 1)],
        "names": dict(competency_choices()), "may_sign": record and record.written_by_id == request.user.pk,
    }  # fmt: skip
    return render(request, "training/interview.html", facts, status=422 if refusal else 200)


def _initial(record):
    if record is None:
        return {"held_on": localdate(), "edit_count": 0}
    found = {"held_on": record.held_on, "notes": record.notes, "edit_count": record.edit_count}
    for place, theme in enumerate(record.themes[:THEMES]):
        found |= {f"{name}-{place}": theme[name] for name in ("competency", "kind", "words")}
    return found


def _write(request, found, form):
    if not form.is_valid():
        raise NotValid("training.notes_missing")
    chosen = form.cleaned_data
    written = Written(chosen["held_on"], chosen["notes"], form.themes())
    count = chosen["edit_count"] or 0
    actions.write_interview(found, by=request.user, written=written, edit_count=count, today=localdate())
    messages.success(request, _("Saved."))
    return redirect("see-interview", found.pk)


def _sign(request, found, _form):
    actions.sign_interview(found, by=request.user, password=request.POST.get("password", ""))
    messages.success(request, _("Signed. The interview now counts in the report."))
    return redirect("see-interview", found.pk)


def _substitute(request, found, _form):
    reason = request.POST.get("reason", "")
    made = actions.substitute_interviewee(found, by=request.user, reason=reason, today=localdate())
    messages.success(request, _("The next person at the same level has been selected."))
    return redirect("see-interview", made.pk)


DOINGS = {"write": _write, "sign": _sign, "substitute": _substitute}
