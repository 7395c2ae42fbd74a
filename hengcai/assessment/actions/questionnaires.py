"""Questionnaires from draft to retired. A published version is never changed: a copy is."""

import re
from datetime import date

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.assessment import permissions, states
from hengcai.assessment.definitions import Definition, asked_of, definition_of, read_head, read_questions
from hengcai.assessment.models import Question, Questionnaire
from hengcai.assessment.rules.answering import check_questions
from hengcai.assessment.shipped import shipped_questionnaires
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid

CODE = re.compile(r"[a-z][a-z0-9_-]{0,39}")
DRAFT = Questionnaire.State.DRAFT


@action(permissions.WRITE, unsaid={"definition"})
def add_questionnaire(centre: Centre, *, by: User, definition: Definition) -> Questionnaire:
    """A draft: version 1 of a new one, or the next version of a known one."""
    code = str(definition.get("id", ""))
    if not CODE.fullmatch(code):
        raise NotValid("assessment.code_wrong")
    return _made(code, definition, by)


@action(states.EDIT, unsaid={"definition"})
def edit_questionnaire(
    questionnaire: Questionnaire, *, by: User, definition: Definition, edit_count: int
) -> Questionnaire:
    """The whole draft anew. An older page overwrites nothing."""
    if edit_count != questionnaire.edit_count:
        raise NotNow("assessment.stale")
    head, questions = read_head(definition), read_questions(definition)
    questionnaire.title, questionnaire.intro = head.title, head.intro
    questionnaire.edit_count += 1
    questionnaire.save(update_fields=["title", "intro", "edit_count"])
    questionnaire.questions.all().delete()
    _fill(questionnaire, questions)
    return questionnaire


@action(permissions.WRITE)
def copy_questionnaire(questionnaire: Questionnaire, *, by: User, code: str = "") -> Questionnaire:
    """A draft with the same questions: the next version, or under a new code a questionnaire of its own."""
    if code and not CODE.fullmatch(code):
        raise NotValid("assessment.code_wrong")
    if code and Questionnaire.objects.filter(code=code).exists():
        raise NotValid("assessment.code_known", code=code)
    questions = list(questionnaire.questions.order_by("order"))
    return _made(code or questionnaire.code, definition_of(questionnaire, questions), by)


@action(states.PUBLISH)
def publish_questionnaire(questionnaire: Questionnaire, *, by: User, today: date) -> Questionnaire:
    """From now on it stays as it is; an earlier version in use is retired."""
    check_questions([asked_of(one) for one in questionnaire.questions.order_by("order")])
    earlier = Questionnaire.objects.filter(code=questionnaire.code, state=Questionnaire.State.PUBLISHED)
    for one in earlier:
        retire_questionnaire(one, by=by)
    questionnaire.published_on = today
    questionnaire.save(update_fields=["published_on"])
    return questionnaire


@action(states.RETIRE)
def retire_questionnaire(questionnaire: Questionnaire, *, by: User) -> Questionnaire:
    """Nothing new is opened with it; what runs goes on."""
    return questionnaire


@action(permissions.WRITE)
def load_shipped_questionnaires(centre: Centre, *, by: User, today: date) -> list[Questionnaire]:
    """Published at once; what a centre has under the same code is left as it is."""
    known = set(Questionnaire.objects.values_list("code", flat=True))
    some = [one for one in shipped_questionnaires() if one["id"] not in known]
    made = [add_questionnaire(centre, by=by, definition=one) for one in some]
    return [publish_questionnaire(one, by=by, today=today) for one in made]


def _made(code: str, definition: Definition, by: User) -> Questionnaire:
    if Questionnaire.objects.filter(code=code, state=DRAFT).exists():
        raise NotNow("assessment.draft_there", code=code)
    head, questions = read_head(definition), read_questions(definition)
    newest = Questionnaire.objects.filter(code=code).aggregate(most=Max("number"))["most"] or 0
    made = Questionnaire.objects.create(
        code=code, number=newest + 1, title=head.title, intro=head.intro, made_by=by, made_at=clock.now()
    )
    _fill(made, questions)
    return made


def _fill(questionnaire: Questionnaire, questions: list[Question]) -> None:
    for one in questions:
        one.questionnaire = questionnaire
    Question.objects.bulk_create(questions)
