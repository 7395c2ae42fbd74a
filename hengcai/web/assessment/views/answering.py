"""Answering, one question a screen: every screen is a plain form that carries along what was answered before, so that it
works without scripts and nothing is kept of anybody until they send it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.queries.questionnaires import questionnaires_seen_by, questions_of
from hengcai.assessment.queries.surveys import may_still_answer, surveys_asked_of
from hengcai.base.errors import NotValid
from hengcai.web.assessment.reading import Walk, answers_posted, hidden_fields
from hengcai.web.shell.says import sentence, word

NEXT, BACK, SEND = "next", "back", "send"


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
    return _walked(request, questions, facts)


def _sent(request, survey, questions, facts):
    walk = Walk(questions, answers_posted(questions, request.POST))
    met = {one.code for one in walk.screens}
    given = {code: value for code, value in walk.answers.items() if code in met}
    try:
        actions.answer_survey(survey, by=request.user, answers=given, today=localdate())
    except NotValid as refused:
        code = str(refused.facts.get("question", ""))
        return _shown(request, walk, walk.place_of(code), facts, error=sentence(refused))
    messages.success(request, _("Thank you. Your answers have been sent."))
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
    place = walk.place_of(at) if at else len(walk.screens)
    if request.POST["do"] == BACK:
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
