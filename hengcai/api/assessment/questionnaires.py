"""Questionnaires: read, written as a whole, copied, published, retired."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.definitions import definition_of
from hengcai.assessment.queries.questionnaires import (
    ORDERS,
    QuestionnaireFilter,
    moves_of,
    questionnaires_seen_by,
    questions_of,
)

router = Router()


class QuestionnairesWanted(Sorted):
    state: Text = ""


class QuestionnaireIn(Schema):
    """`id` (a code), `title`, `intro` and `questions`, in the form that `GET` returns."""

    definition: dict[str, Any]


class QuestionnaireChangeIn(QuestionnaireIn):
    edit_count: int


class CopyIn(Schema):
    """Without `code`, the copy becomes the next version."""

    code: Text = ""


class QuestionnaireOut(Schema):
    id: int
    code: str
    number: int
    title: dict[str, str]
    state: str
    questions: int


class WholeQuestionnaireOut(QuestionnaireOut):
    definition: dict[str, Any]
    edit_count: int
    moves: list[str]


@router.get("", response=Page[QuestionnaireOut])
def questionnaires(request, wanted: Query[QuestionnairesWanted]):
    """All questionnaires, in all versions."""
    let_in(permissions.SEE_QUESTIONNAIRES, request.user)
    narrowed = QuestionnaireFilter(**wanted.dict(exclude=PLACE))
    return sorted_page(questionnaires_seen_by(request.user).filter(narrowed.condition()), _head, wanted, ORDERS)


@router.post("", response=WholeQuestionnaireOut)
def add(request, body: QuestionnaireIn):
    """Adds a questionnaire as a draft."""
    let_in(permissions.WRITE, request.user)
    return _whole(actions.add_questionnaire(the_centre(), by=request.user, definition=body.definition), request)


@router.get("/{int:pk}", response=WholeQuestionnaireOut)
def questionnaire(request, pk: int):
    """One questionnaire with all its questions."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeQuestionnaireOut)
def edit(request, pk: int, body: QuestionnaireChangeIn):
    """Replaces the whole content of a draft; refused if someone else has changed it since it was read."""
    found = actions.edit_questionnaire(
        _found(request, pk), by=request.user, definition=body.definition, edit_count=body.edit_count
    )
    return _whole(found, request)


@router.post("/{int:pk}/publish", response=WholeQuestionnaireOut)
def publish(request, pk: int):
    """Publishes the draft. It can no longer be changed, and the version in use before is retired."""
    return _whole(actions.publish_questionnaire(_found(request, pk), by=request.user, today=localdate()), request)


@router.post("/{int:pk}/retire", response=WholeQuestionnaireOut)
def retire(request, pk: int):
    """Retires the questionnaire: no new surveys can be opened with it."""
    return _whole(actions.retire_questionnaire(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/copy", response=WholeQuestionnaireOut)
def copy(request, pk: int, body: CopyIn):
    """Copies the questionnaire as a draft."""
    return _whole(actions.copy_questionnaire(_found(request, pk), by=request.user, code=body.code), request)


def _found(request, pk):
    let_in(permissions.SEE_QUESTIONNAIRES, request.user)
    return get_object_or_404(questionnaires_seen_by(request.user), pk=pk)


def _head(one):
    return {
        "id": one.pk, "code": one.code, "number": one.number, "title": names(one.title), "state": one.state,
        "questions": one.n_questions,
    }  # fmt: skip


def _whole(one, request):
    found = questionnaires_seen_by(request.user).get(pk=one.pk)
    more = {"edit_count": found.edit_count, "moves": moves_of(found, request.user)}
    return {**_head(found), "definition": definition_of(found, questions_of(found)), **more}
