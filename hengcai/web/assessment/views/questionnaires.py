"""Questionnaires: listed, made, read, published, retired, copied."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.assessment import actions, permissions, states
from hengcai.assessment.definitions import definition_of
from hengcai.assessment.queries.questionnaires import moves_of, questionnaires_seen_by, questions_of
from hengcai.assessment.rules import building
from hengcai.base.errors import NotNow, NotValid
from hengcai.web.assessment.forms import HeadForm, QuestionnaireFilterForm
from hengcai.web.assessment.lists import questionnaire_list
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("questionnaires")
def questionnaires(request):
    permissions.SEE_QUESTIONNAIRES.enter([], request.user)
    form = QuestionnaireFilterForm(request.GET)
    rows = questionnaires_seen_by(request.user).filter(form.filters().condition())
    asked = Asked(request, questionnaire_list(), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "may_write": permissions.WRITE.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("assessment/questionnaires.html", asked.sorted(rows), facts)


def add(request):
    permissions.WRITE.enter([], request.user)
    form, refusal = HeadForm(request.POST or None, with_code=True), ""
    if form.is_valid():
        try:
            definition = {"id": form.cleaned_data["code"], **form.head(), "questions": []}
            made = actions.add_questionnaire(the_centre(), by=request.user, definition=definition)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-questionnaire", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "assessment/edit_head.html", facts, status=422 if refusal or form.errors else 200)


def edit(request, pk):
    found = _seen(request, pk)
    states.EDIT.enter(found, request.user)
    initial = {
        "title_zh": found.title.zh, "title_en": found.title.en, "intro_zh": found.intro.zh, "intro_en": found.intro.en,
        "edit_count": found.edit_count,
    }  # fmt: skip
    form, refusal = HeadForm(request.POST or None, initial=initial), ""
    if form.is_valid():
        try:
            definition = {**definition_of(found, questions_of(found)), **form.head()}
            count = form.cleaned_data["edit_count"]
            actions.edit_questionnaire(found, by=request.user, definition=definition, edit_count=count)
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("see-questionnaire", found.pk)
    facts = {"form": form, "error": refusal, "questionnaire": found}
    return render(request, "assessment/edit_head.html", facts, status=422 if refusal or form.errors else 200)


def questionnaire(request, pk):
    found, refusal = _seen(request, pk), ""
    if request.method == "POST":
        try:
            return redirect("see-questionnaire", done_by(DOINGS, request)(request, found).pk)
        except NotValid as refused:
            refusal = sentence(refused)
    facts = {
        "questionnaire": found, "questions": questions_of(found), "moves": moves_of(found, request.user), "error": refusal,
        "may_write": permissions.WRITE.is_held_by(request.user), "may_run": permissions.RUN.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "assessment/questionnaire.html", facts, status=422 if refusal else 200)


def _seen(request, pk):
    permissions.SEE_QUESTIONNAIRES.enter([], request.user)
    return get_object_or_404(questionnaires_seen_by(request.user), pk=pk)


def _publish(request, found):
    actions.publish_questionnaire(found, by=request.user, today=localdate())
    messages.success(request, _("Published. It can no longer be changed."))
    return found


def _retire(request, found):
    return actions.retire_questionnaire(found, by=request.user)


def _copy(request, found):
    made = actions.copy_questionnaire(found, by=request.user, code=request.POST.get("code", "").strip())
    messages.success(request, _("Copied as a draft."))
    return made


def _changed(change):
    def do(request, found):
        states.EDIT.enter(found, request.user)
        definition = change(definition_of(found, questions_of(found)), request.POST.get("question", ""))
        count = whole(request.POST.get("edit_count", ""))
        return actions.edit_questionnaire(
            found, by=request.user, definition=definition, edit_count=-1 if count is None else count
        )

    return do


DOINGS = {
    "publish": _publish, "retire": _retire, "copy": _copy,
    "up": _changed(lambda definition, code: building.moved_question(definition, code, down=False)),
    "down": _changed(lambda definition, code: building.moved_question(definition, code, down=True)),
    "remove": _changed(building.without_question),
}  # fmt: skip
