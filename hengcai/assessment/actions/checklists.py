"""Check-lists from draft to retired. A published version is never changed: a copy is."""

from datetime import date
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.assessment import permissions, states
from hengcai.assessment.checking import bilingual, content_of, list_of
from hengcai.assessment.models import Checklist
from hengcai.assessment.rules.checklist_files import NAME, problems, read_checklist, written
from hengcai.assessment.rules.checklists import Checklist as List
from hengcai.assessment.shipped_checklists import shipped_checklists
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid

Definition = dict[str, Any]


@action(permissions.WRITE_CHECKLISTS, unsaid={"definition"})
def add_checklist(centre: Centre, *, by: User, definition: Definition) -> Checklist:
    """A draft: version 1 of a new one, or the next version of a known one."""
    return _made(read_checklist(definition), by)


@action(states.EDIT_CHECKLIST, unsaid={"definition"})
def edit_checklist(checklist: Checklist, *, by: User, definition: Definition, edit_count: int) -> Checklist:
    """The whole draft anew, under its own code. An older page overwrites nothing."""
    if edit_count != checklist.edit_count:
        raise NotNow("checklist.stale")
    found = _facts(read_checklist({**definition, "code": checklist.code}))
    for name, value in found.items():
        setattr(checklist, name, value)
    checklist.edit_count += 1
    checklist.save(update_fields=[*found, "edit_count"])
    return checklist


@action(permissions.WRITE_CHECKLISTS)
def copy_checklist(checklist: Checklist, *, by: User, code: str = "") -> Checklist:
    """A draft with the same items: the next version, or under a new code a check-list of its own."""
    if code and not NAME.fullmatch(code):
        raise NotValid("checklist.code_wrong")
    if code and Checklist.objects.filter(code=code).exists():
        raise NotValid("checklist.code_known", code=code)
    return _made(read_checklist({**content_of(checklist), "code": code or checklist.code}), by)


@action(states.PUBLISH_CHECKLIST)
def publish_checklist(checklist: Checklist, *, by: User, today: date) -> Checklist:
    """From now on it stays as it is; an earlier version in use is retired, and examinations begun by it go on."""
    for code, facts in problems(list_of(checklist)):
        raise NotValid(code, **facts)
    for one in Checklist.objects.filter(code=checklist.code, state=Checklist.State.PUBLISHED):
        retire_checklist(one, by=by)
    checklist.published_on = today
    checklist.save(update_fields=["published_on"])
    return checklist


@action(states.RETIRE_CHECKLIST)
def retire_checklist(checklist: Checklist, *, by: User) -> Checklist:
    """Nobody is examined by it any more."""
    return checklist


@action(permissions.WRITE_CHECKLISTS)
def load_shipped_checklists(centre: Centre, *, by: User, today: date) -> list[Checklist]:
    """Published at once; what a centre has under the same code is left as it is."""
    known = set(Checklist.objects.values_list("code", flat=True))
    made = [add_checklist(centre, by=by, definition=one) for one in shipped_checklists() if one["code"] not in known]
    return [publish_checklist(one, by=by, today=today) for one in made]


def _made(found: List, by: User) -> Checklist:
    if Checklist.objects.filter(code=found.code, state=Checklist.State.DRAFT).exists():
        raise NotNow("checklist.draft_there", code=found.code)
    newest = Checklist.objects.filter(code=found.code).aggregate(most=Max("number"))["most"] or 0
    return Checklist.objects.create(
        code=found.code, number=newest + 1, made_by=by, made_at=clock.now(), **_facts(found)
    )  # fmt: skip


def _facts(found: List) -> dict[str, Any]:
    if not found.title:
        raise NotValid("checklist.title_missing")
    return {
        "title": bilingual(found.title), "kind": found.kind, "minutes": found.minutes, "content": written(found),
    }  # fmt: skip
