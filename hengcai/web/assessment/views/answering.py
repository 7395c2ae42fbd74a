"""Answering, one question a screen: every screen is a plain form that carries along what was answered before, so that it
works without scripts. A sheet with a name on it keeps a draft on the server; of an anonymous one nothing is kept there
before it is sent, and the browser alone may keep it."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.queries.questionnaires import questionnaires_seen_by, questions_of
from hengcai.assessment.queries.surveys import draft_of, may_still_answer, surveys_asked_of
from hengcai.base.errors import NotValid
from hengcai.web.assessment.reading import Walk, answers_posted, hidden_fields
from hengcai.web.shell.says import sentence, word

NEXT, BACK, SEND, KEEP = "next", "back", "send", "keep"


def answer(request, pk):
    permissions.ANSWER.enter([], request.user)
    survey = get_object_or_404(surveys_asked_of(request.user), pk=pk)
    if not may_still_answer(survey, request.user, today=localdate()):
        if request.method == "POST":  # the action says why not
            actions.answer_survey(survey, by=request.user, answers={}, today=localdate())
        return render(request, "assessment/answered.html", {"survey": survey})
    questions = questions_of(survey.questionnaire)
    facts = {"survey": survey, "questionnaire": survey.questionnaire}
    if request.POST.get("do") == SEND:
        return _sent(request, survey, questions, facts)
    if not survey.is_anonymous:
        if request.method != "POST":
            return _taken_up(request, survey, questions, facts)
        kept = _kept(request, survey, questions)
        if request.POST.get("do") == KEEP:
            return JsonResponse({"said": _("Saved %(at)s") % {"at": f"{localtime(kept.saved_at):%H:%M}"}})
    return _walked(request, questions, facts)


def _kept(request, survey, questions):
    facts = {"answers": answers_posted(questions, request.POST), "at": request.POST.get("at", "")}
    return actions.keep_draft(survey, by=request.user, today=localdate(), **facts)


def _taken_up(request, survey, questions, facts):
    """Where they left it."""
    draft = draft_of(survey, request.user)
    walk = Walk(questions, draft.answers if draft else {})
    if not walk.screens:
        return _walked(request, questions, facts)
    return _shown(request, walk, walk.place_of(draft.at if draft else ""), {**facts, "draft": draft})


def _sent(request, survey, questions, facts):
    walk = Walk(questions, answers_posted(questions, request.POST))
    met = {one.code for one in walk.screens}
    given = {code: value for code, value in walk.answers.items() if code in met}
    try:
        actions.answer_survey(survey, by=request.user, answers=given, today=localdate())
    except NotValid as refused:
        code = str(refused.facts.get("question", ""))
        return _shown(request, walk, walk.place_of(code), facts, error=sentence(refused))
    messages.success(request, _("Thank you. Your answers have been submitted."))
    return redirect("answer-survey", survey.pk)


def preview(request, pk):
    """As those asked will meet it; nothing is sent."""
    permissions.SEE_QUESTIONNAIRES.enter([], request.user)
    found = get_object_or_404(questionnaires_seen_by(request.user), pk=pk)
    return _walked(request, questions_of(found), {"questionnaire": found, "is_preview": True})


def _walked(request, questions, facts):
    walk = Walk(questions, answers_posted(questions, request.POST))
    if not walk.screens:
        return render(request, "assessment/screen.html", {**facts, "is_empty": True})
    at = request.POST.get("at", "")
    if request.method != "POST" or request.POST.get("do") not in (NEXT, BACK):
        return _shown(request, walk, walk.place_of(at), facts)
    is_back = request.POST["do"] == BACK
    place = len(walk.screens) if is_back and not at else walk.place_of(at)
    if is_back:
        return _shown(request, walk, max(place - 1, 0), facts)
    try:
        walk.check(place)
    except NotValid as refused:
        return _shown(request, walk, place, facts, error=_said(refused))
    return _end(request, walk, facts) if place + 1 >= len(walk.screens) else _shown(request, walk, place + 1, facts)


def _said(refused):
    """On its own screen a question need not be named."""
    if refused.code == "assessment.answer_missing":
        return word("assessment.answer_missing_here")
    return sentence(refused)


def _shown(request, walk, place, facts, *, error=""):
    screen = walk.screen(place)
    carried = hidden_fields(walk.questions, walk.answers, but=screen.question.code)
    more = {"screen": screen, "carried": carried, "error": error, "is_first": place == 0}
    return render(request, "assessment/screen.html", {**facts, **more}, status=422 if error else 200)


def _end(request, walk, facts):
    carried = hidden_fields(walk.questions, walk.answers, but="")
    more = {"carried": carried, "n_answered": walk.n_answered, "total": len(walk.screens)}
    return render(request, "assessment/send.html", {**facts, **more})
