"""Check-lists of practical examinations: read, written as a whole, copied, published, retired."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.utils.translation import get_language
from ninja import Query, Router, Schema

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.assessment import actions, permissions
from hengcai.assessment.agreeing import agreed
from hengcai.assessment.checking import content_of, list_of
from hengcai.assessment.queries.practicals import (
    CHECKLIST_ORDERS,
    ChecklistFilter,
    checklist_moves,
    checklists_seen_by,
    pairs_of,
)
from hengcai.assessment.rules.checklist_files import problems
from hengcai.base.say import sentence

router = Router()


class ChecklistsWanted(Sorted):
    kind: Text = ""
    state: Text = ""


class ChecklistIn(Schema):
    """In the form that `GET /{pk}` returns as `definition`."""

    definition: dict[str, Any]


class ChecklistChangeIn(ChecklistIn):
    edit_count: int


class ChecklistCopyIn(Schema):
    """Without `code`, the copy becomes the next version."""

    code: Text = ""


class ChecklistOut(Schema):
    id: int
    code: str
    number: int
    title: dict[str, str]
    kind: str
    minutes: int
    state: str
    moves: list[str]


class ChecklistWholeOut(ChecklistOut):
    definition: dict[str, Any]
    edit_count: int
    problems: list[str]


class ItemApartOut(Schema):
    item: str
    differed: int
    of: int


class ExaminersAgreeOut(Schema):
    """`share`: of the items of an examination, marked alike by both, with its 95 % interval; null with fewer than five."""

    examinations: int
    share: float | None
    low: float | None
    high: float | None
    apart: list[ItemApartOut]


@router.get("", response=Page[ChecklistOut])
def checklists(request, wanted: Query[ChecklistsWanted]):
    """Published check-lists; for those who look after them every version."""
    let_in(permissions.SEE_CHECKLISTS, request.user)
    rows = checklists_seen_by(request.user).filter(ChecklistFilter(**wanted.dict(exclude=PLACE)).condition())
    return sorted_page(rows, lambda one: _head(one, []), wanted, CHECKLIST_ORDERS)


@router.post("", response=ChecklistWholeOut)
def add(request, body: ChecklistIn):
    """Adds a check-list as a draft, or the next version of a known one."""
    let_in(permissions.WRITE_CHECKLISTS, request.user)
    return _whole(actions.add_checklist(the_centre(), by=request.user, definition=body.definition), request)


@router.get("/{int:pk}", response=ChecklistWholeOut)
def checklist(request, pk: int):
    """One check-list with its items; of a draft, what it lacks."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=ChecklistWholeOut)
def edit(request, pk: int, body: ChecklistChangeIn):
    """Replaces the whole content of a draft; refused if someone else has changed it since it was read."""
    found = actions.edit_checklist(
        _found(request, pk), by=request.user, definition=body.definition, edit_count=body.edit_count
    )
    return _whole(found, request)


@router.post("/{int:pk}/publish", response=ChecklistOut)
def publish(request, pk: int):
    """Publishes the draft; the version in use before is retired."""
    return _of(actions.publish_checklist(_found(request, pk), by=request.user, today=localdate()), request)


@router.post("/{int:pk}/retire", response=ChecklistOut)
def retire(request, pk: int):
    """Retires the check-list: nobody can be examined by it any more."""
    return _of(actions.retire_checklist(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/copy", response=ChecklistOut)
def copy(request, pk: int, body: ChecklistCopyIn):
    """Copies the check-list as a draft."""
    return _of(actions.copy_checklist(_found(request, pk), by=request.user, code=body.code), request)


@router.get("/{int:pk}/agreement", response=ExaminersAgreeOut)
def agreement(request, pk: int):
    """How far two examiners of the same people agree, over every version."""
    let_in(permissions.WRITE_CHECKLISTS, request.user)
    told = agreed(pairs_of(_found(request, pk)))
    figures = {
        name: getattr(told.share, key, None) for name, key in (("share", "estimate"), ("low", "low"), ("high", "high"))
    }
    apart = [{"item": item, "differed": differed, "of": of} for item, differed, of in told.apart]
    return {"examinations": told.n, **figures, "apart": apart}


def _found(request, pk):
    let_in(permissions.SEE_CHECKLISTS, request.user)
    return get_object_or_404(checklists_seen_by(request.user), pk=pk)


def _of(one, request):
    return _head(one, checklist_moves(one, request.user))


def _head(one, moves):
    return {
        "id": one.pk, "code": one.code, "number": one.number, "title": names(one.title), "kind": one.kind,
        "minutes": one.minutes, "state": one.state, "moves": moves,
    }  # fmt: skip


def _whole(one, request):
    language = get_language() or "zh-hans"
    lacking = problems(list_of(one)) if one.state == "draft" else []
    told = [sentence(code, language, facts) for code, facts in lacking]
    more = {"definition": content_of(one), "edit_count": one.edit_count, "problems": told}
    return {**_of(one, request), **more}
