"""Appeals: the list, filing one, one of them with what each of its people does, its files, what a superior is asked."""

from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hengcai.appeals import actions, permissions
from hengcai.appeals.queries import appeals as queries
from hengcai.appeals.receiving import path_of, receive_evidence
from hengcai.appeals.rules.appeals import OUTCOMES, SUBJECTS, Petition
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.consequences.queries.following import following
from hengcai.web.appeals import showing
from hengcai.web.appeals.forms import AppealFilterForm
from hengcai.web.appeals.lists import appeal_list
from hengcai.web.quality.forms import words_of
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence


@remembers("appeals")
def appeals(request):
    permissions.SEE.enter([], request.user)
    today = localdate()
    form = AppealFilterForm(request.GET)
    rows = queries.appeals_listed(request.user).filter(form.filters().condition(today=today))
    asked = Asked(request, appeal_list(today=today), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_count": permissions.COUNT.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("appeals/appeals.html", asked.sorted(rows), facts)


def add(request, pk):
    """Against one's own result, by its record. What was written stays where it is refused."""
    permissions.FILE.enter([], request.user)
    result = get_object_or_404(queries.appealable(request.user), record=pk)
    standing = queries.standing_of(result, today=localdate())
    refusal = None
    if request.method == "POST":
        try:
            made = actions.file_appeal(result, by=request.user, petition=_petition(request), today=localdate())
        except (NotValid, NotNow) as refused:
            refusal = refused
        else:
            messages.success(request, _("Filed. You can add evidence below until the appeal is decided."))
            return redirect("see-appeal", made.pk)
    elif standing.appeal is not None:
        return redirect("see-appeal", standing.appeal.pk)
    facts = {
        "standing": standing, "result": result, "typed": request.POST, "error": sentence(refusal) if refusal else "",
        "chosen": request.POST.getlist("subjects"), "subjects": words_of("appeals.subject", SUBJECTS),
    }  # fmt: skip
    return render(request, "appeals/add.html", facts, status=_status(refusal))


def _petition(request):
    posted = request.POST
    return Petition(posted.getlist("subjects"), posted.get("grounds", ""), posted.get("wanted", ""))


def _status(refusal):
    return 409 if isinstance(refusal, NotNow) else 422 if refusal else 200


def appeal(request, pk):
    found, refusal = _seen(request, pk), None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, found)
        if refusal is None:
            return redirect(
                "see-appeal" if _still(request, pk) else "list-appeals", *((pk,) if _still(request, pk) else ())
            )
    facts = _facts(request, _seen(request, pk), refusal)
    return render(request, "appeals/appeal.html", facts, status=_status(refusal))


def _facts(request, found, refusal):
    sight = queries.sight_of(found, request.user)
    names = showing.names_of(found)
    return {
        "appeal": found, "sight": sight, "typed": request.POST, "error": sentence(refusal) if refusal else "",
        "today": localdate(), "is_late": sight.is_open and found.due_on < localdate(), "result": found.result,
        "subjects": showing.subjects_told(found), "left_out": showing.left_out_told(found),
        "circles": showing.circles_told(found), "lines": showing.lines_told(sight, names),
        "to_rule": showing.rows_to_rule(sight, names, request.POST), "outcomes": words_of("appeals.outcome", OUTCOMES),
        "proposals": [(one, showing.rulings_told(one, names), list(one.votes.all())) for one in sight.proposals],
        "follows": following(found.fresh, request.user),
        "has_voted": _has_voted(sight, request.user), "chosen": request.POST.getlist("users"),
    }  # fmt: skip


def _has_voted(sight, user):
    return sight.table is not None and any(one.user_id == user.pk for one in sight.table.votes.all())


def _seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(queries.appeals_listed(request.user), pk=pk)


def _still(request, pk):
    """Whoever stepped back sees it no more."""
    return queries.appeals_listed(request.user).filter(pk=pk).exists()


def _add_file(request, found):
    permissions.PURSUE.enter(found, request.user)
    upload = request.FILES.get("file")
    if upload is None:
        raise NotValid("appeals.file_missing")
    receive_evidence(found, upload, name=upload.name, by=request.user)
    return _("Added.")


def _say(request, found):
    actions.add_statement(found, by=request.user, words=request.POST.get("words", ""), today=localdate())
    return _("Added.")


def _withdraw(request, found):
    actions.withdraw_appeal(found, by=request.user)
    return _("Withdrawn. The result stays as it is.")


def _read(request, found):
    actions.read_answer(found, by=request.user)
    return _("Marked as read.")


def _appoint(request, found):
    permissions.APPOINT.enter(found, request.user)
    able = {str(one.pk): one for one in queries.able_members(found)}
    users = [able[key] for key in request.POST.getlist("users") if key in able]
    actions.appoint_members(found, by=request.user, users=users, reason=request.POST.get("reason", ""))
    return _("Appointed. The panel has been asked to hear the appeal.")


def _step_back(request, found):
    actions.step_back(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("You have stood down. The next person in the draw takes your place.")


def _hear(request, found):
    posted = request.POST
    actions.hear_appeal(
        found, by=request.user, held_on=day_typed(posted.get("held_on", "")) or localdate(), today=localdate(),
        present=posted.get("present", ""), words=posted.get("words", ""), on_papers=posted.get("on_papers") == "yes",
    )  # fmt: skip
    return _("Saved.")


def _ask(request, found):
    permissions.HANDLE.enter(found, request.user)
    sight = queries.sight_of(found, request.user)
    of = next((one for one in sight.superiors if str(one.pk) == request.POST.get("of")), None)
    if of is None:
        raise NotValid("appeals.not_a_superior")
    actions.ask_opinion(found, by=request.user, of=of, question=request.POST.get("question", ""), today=localdate())
    return _("Sent. They can see the question, but not the appeal.")


def _propose(request, found):
    permissions.HANDLE.enter(found, request.user)
    ruled = showing.rulings_posted(request.POST)
    outcome, reasons = request.POST.get("outcome", ""), request.POST.get("reasons", "")
    actions.propose_answer(found, by=request.user, outcome=outcome, reasons=reasons, ruled=ruled)
    return _("Proposed. The other members have been asked to vote.")


def _proposal_seen(request):
    """One that names none has seen none."""
    return whole(request.POST.get("proposal", "")) or 0


def _agree(request, found):
    made = actions.agree_to_answer(found, by=request.user, seen=_proposal_seen(request))
    return (
        _("Decided. The appellant has been notified.")
        if made.state == made.State.ANSWERED
        else _("Your vote is saved.")
    )


def _disagree(request, found):
    words = request.POST.get("words", "")
    actions.disagree_with_answer(found, by=request.user, words=words, seen=_proposal_seen(request))
    return _("Your vote is saved.")


DOINGS = {
    "file": _add_file, "say": _say, "withdraw": _withdraw, "read": _read, "appoint": _appoint, "step_back": _step_back,
    "hear": _hear, "ask": _ask, "propose": _propose, "agree": _agree, "disagree": _disagree,
}  # fmt: skip


@require_safe
def evidence(request, pk, file):
    """Saved by the browser, never opened in it; every opening stands in the audit log."""
    permissions.READ.enter([], request.user)
    found = get_object_or_404(queries.files_read_by(request.user, pk), pk=file)
    path = path_of(found.place)
    if not path.is_file():
        raise Http404
    note("open_evidence", found, by=request.user)
    answer = FileResponse(path.open("rb"), content_type=found.media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    answer["X-Content-Type-Options"], answer["Cache-Control"] = "nosniff", "private, no-store"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def opinion(request, pk):
    """The question alone: not the appeal, its evidence or what others said."""
    permissions.SAY.enter([], request.user)
    found, refusal = get_object_or_404(queries.opinions_asked_of(request.user), pk=pk), None
    if request.method == "POST":
        try:
            actions.answer_opinion(found, by=request.user, answer=request.POST.get("answer", ""))
        except NotValid as refused:
            refusal = refused
        else:
            messages.success(request, _("Sent to the appeal panel."))
            return redirect("see-opinion", pk)
    facts = {"opinion": found, "typed": request.POST, "error": sentence(refusal) if refusal else ""}
    return render(request, "appeals/opinion.html", facts, status=_status(refusal))
