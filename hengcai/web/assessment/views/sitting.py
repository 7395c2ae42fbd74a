"""Sitting a test on any device: the cover, the paper with its clock, the result. What is stored is what counts, so that a reload,
a second device or a lost connection shows the same."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengcai.accounts.models import system_user
from hengcai.assessment import actions, permissions
from hengcai.assessment.duties import result_read
from hengcai.assessment.models import BankQuestion, Sitting
from hengcai.assessment.queries.sittings import (
    counted_percent,
    own_sittings,
    paper_of,
    shows_key,
    shows_result,
    sittings_seen_by,
)
from hengcai.assessment.rules.sitting_time import GRACE, Window, seconds_left, takes_answers
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.web.assessment.asking import Put
from hengcai.web.assessment.reviewing import reviewed
from hengcai.web.assessment.sheet import asked_html, cards, places
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

State = Sitting.State


def sittings(request):
    permissions.SIT.enter([], request.user)
    rows = [_row(one) for one in own_sittings(request.user)[:200]]
    facts = {"due": [one for one in rows if one["is_due"]], "past": [one for one in rows if not one["is_due"]]}
    return render(request, "assessment/my_tests.html", facts)


def _row(one):
    return {"sitting": one, "is_due": one.state in (State.READY, State.RUNNING), "is_told": one.told_at is not None}


def sitting(request, pk):
    """Whoever runs the test sees the answers; the person sits it here."""
    permissions.SEE_SITTINGS.enter([], request.user)
    found = get_object_or_404(sittings_seen_by(request.user), pk=pk)
    is_own = found.person.user_id == request.user.pk
    if request.method == "POST":
        return _posted(request, found, is_own=is_own)
    _end_if_over(found)
    if is_own and found.state == State.RUNNING:
        return _paper(request, found)
    return _about(request, found, is_own=is_own)


def _posted(request, found, *, is_own):
    do = request.POST.get("do", "")
    if do == "more-time":
        refusal = refusal_told({"more-time": _more_time}, request, found)
        return (
            redirect("see-sitting", found.pk) if not refusal else _about(request, found, is_own=is_own, error=refusal)
        )
    if not is_own or do not in TAKING:
        raise Http404
    _end_if_over(found)
    return TAKING[do](request, found)


def _end_if_over(found):
    """The worker does it every minute; nobody has to wait for it."""
    if found.state == State.RUNNING and not takes_answers(found.ends_at, clock.now()):
        actions.end_sittings([found], by=system_user())
        found.refresh_from_db()


def _paper(request, found, *, error=""):
    language = get_language()
    asked = [(place, one, _put(found, one, language)) for place, one in enumerate(paper_of(found), start=1)]
    facts = {
        "sitting": found, "exam": found.exam, "cards": cards(found, asked), "places": places(asked), "total": len(asked), "error": error,
        "left": seconds_left(found.ends_at, clock.now()), "answered": sum(1 for _place, one, _drawn in asked if one.response),
    }  # fmt: skip
    return render(request, "assessment/paper.html", facts, status=422 if error else 200)


def _put(found, one, language):
    return Put(one.content, language=language, seed=str(found.pk), answer=one.response)


def _about(request, found, *, is_own, error=""):
    """Before and after it."""
    now, told = clock.now(), shows_result(found, request.user)
    runs = permissions.RUN_SITTINGS.allows(found, request.user) and not is_own
    if is_own and told:
        result_read(found)
    facts = {
        "sitting": found, "exam": found.exam, "is_own": is_own, "is_told": told, "error": error, "questions": len(found.paper),
        "counted": counted_percent(found) if told else None, "may_time": runs and found.state in (State.READY, State.RUNNING),
        "is_open": found.state == State.READY and Window(found.opens_at, found.closes_at).is_open(now),
        "review": _reviewed(found, request.user, runs=runs),
    }  # fmt: skip
    return render(request, "assessment/sitting.html", facts, status=422 if error else 200)


def _reviewed(found, user, *, runs):
    """Question by question: to whoever runs it once it is marked, to the person where the test shows its key."""
    with_key = shows_key(found, user)
    if not with_key and not (runs and found.submitted_at):
        return []
    return [reviewed(one, language=get_language(), seed=str(found.pk), with_key=with_key) for one in paper_of(found)]


def _start(request, found):
    actions.start_sitting(found, by=request.user)
    return redirect("see-sitting", found.pk)


def _save(request, found):
    """One question at a time; refused with what is stored, where that came from elsewhere."""
    key = whole(request.POST.get("question", ""))
    asked = next(iter(paper_of(found, only=key)), None) if key else None
    if asked is None:
        raise Http404
    put = _put(found, asked, get_language())
    seen = whole(request.POST.get("seen", ""))
    try:
        kept = actions.save_answer(found, by=request.user, question=key, response=put.posted(request.POST), seen=seen)
    except (NotNow, NotValid) as refused:
        return JsonResponse(_refused(refused, asked, found), status=409)
    return JsonResponse({"number": kept.number, "left": seconds_left(found.ends_at, clock.now())})


def _refused(refused, asked, found):
    is_over = found.state != State.RUNNING or not takes_answers(found.ends_at, clock.now())
    number = asked.answer.number if asked.answer else 0
    return {"said": sentence(refused), "number": number, "is_over": is_over, "code": refused.code}


def _submit(request, found):
    """Everything the page still holds goes with it."""
    if found.state != State.RUNNING:
        return redirect("see-sitting", found.pk)
    language = get_language()
    posted = {
        one.question.pk: _put(found, one, language).posted(request.POST)
        for one in paper_of(found)
        if _stands_in(request, one)
    }
    held = {"answers": posted, "seen": {key: whole(request.POST[f"here-{key}"]) for key in posted}}
    try:
        if _was_lengthened(request, found):
            actions.save_answers(found, by=request.user, **held)
            return redirect("see-sitting", found.pk)
        actions.submit_sitting(found, by=request.user, **held)
    except NotValid as refused:
        return _paper(request, found, error=sentence(refused))
    messages.success(request, _("Submitted. Your answers are saved."))
    return redirect("see-sitting", found.pk)


def _was_lengthened(request, found):
    """A page whose clock ran out hands in by itself; it may not know yet that there is more time."""
    return "up" in request.POST and seconds_left(found.ends_at, clock.now()) > GRACE.seconds


def _stands_in(request, one):
    """A page that held a question says so, with the number of the answer; one that does not must not empty what is stored."""
    return f"here-{one.question.pk}" in request.POST


def _more_time(request, found):
    minutes = whole(request.POST.get("minutes", "")) or 0
    verb = actions.give_more_time_now if found.state == State.RUNNING else actions.give_more_time
    verb(found, by=request.user, minutes=minutes, because=request.POST.get("because", ""))
    return _("The time has been extended.")


def fragment(request, pk, question):
    """One question as it is stored, to be put in place of what a page shows of it."""
    permissions.SIT.enter([], request.user)
    found = get_object_or_404(own_sittings(request.user), pk=pk, state=State.RUNNING)
    asked = next(iter(paper_of(found, only=question)), None)
    if asked is None or question not in found.paper:
        raise Http404
    return HttpResponse(asked_html(_put(found, asked, get_language())))


@require_POST
def hear(request, pk, question):
    """A play of a listening question is counted; the answer says where to fetch it."""
    permissions.SIT.enter([], request.user)
    found = get_object_or_404(own_sittings(request.user), pk=pk, state=State.RUNNING)
    asked = get_object_or_404(BankQuestion, pk=question if question in found.paper else 0)
    try:
        granted = actions.hear_question(found, by=request.user, question=asked)
    except (NotNow, NotValid) as refused:
        return JsonResponse({"code": refused.code, "refused": sentence(refused)}, status=409)
    return JsonResponse({"address": reverse("hear-question", args=[asked.pk, granted.ticket]), "left": granted.left})


TAKING = {"start": _start, "save": _save, "submit": _submit}
