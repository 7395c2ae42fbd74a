"""One question of a draft, put in or changed."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from hengcai.assessment import actions, permissions, states
from hengcai.assessment.definitions import definition_of
from hengcai.assessment.queries.questionnaires import competency_choices, questionnaires_seen_by, questions_of
from hengcai.assessment.rules import building
from hengcai.assessment.rules.kinds import KINDS
from hengcai.base.errors import NotValid
from hengcai.web.assessment.forms import QuestionForm
from hengcai.web.assessment.writing import branches_before, initial_of, question_posted
from hengcai.web.shell.says import sentence


def add(request, pk):
    return _written(request, pk, "")


def edit(request, pk, code):
    return _written(request, pk, code)


def _written(request, pk, code):
    found, questions = _draft(request, pk)
    one = next((row for row in questions if row.code == code), None)
    if code and one is None:
        raise Http404
    before = questions[: questions.index(one)] if one else questions
    kept = {"competencies": competency_choices(), "branches": branches_before(before)}
    form = QuestionForm(request.POST or None, initial=initial_of(one, found.edit_count), **kept)
    refusal = ""
    if form.is_valid():
        try:
            definition = building.with_question(
                definition_of(found, questions), question_posted(form.cleaned_data, code)
            )
            count = form.cleaned_data["edit_count"]
            actions.edit_questionnaire(found, by=request.user, definition=definition, edit_count=count)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-questionnaire", found.pk)
    facts = {"form": form, "questionnaire": found, "question": one, "error": refusal, "kinds": KINDS}
    return render(request, "assessment/edit_question.html", facts, status=422 if refusal or form.errors else 200)


def _draft(request, pk):
    permissions.SEE_QUESTIONNAIRES.enter([], request.user)
    found = get_object_or_404(questionnaires_seen_by(request.user), pk=pk)
    states.EDIT.enter(found, request.user)
    return found, questions_of(found)
