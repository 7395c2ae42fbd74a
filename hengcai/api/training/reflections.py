"""复盘 notes: one's own, and those of the people one leads or taught."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Key, Text
from hengcai.api.paging import Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.masking.text import mask
from hengcai.interactions.queries import contacts_seen_by
from hengcai.people.models import Person
from hengcai.training import actions, permissions
from hengcai.training.queries.reflections import ORDERS, own_sessions, reflections_seen_by

router = Router()


class ReflectionIn(Schema):
    """`session`: one attended or taught; `contact`: the number of a contact of one’s own."""

    about: Text = ""
    happened: Text = ""
    otherwise: Text = ""
    next_step: Text = ""
    next_on: Day | None = None
    session: Key | None = None
    contact: Text = ""


class ReflectionChangeIn(ReflectionIn):
    edit_count: int


class ReflectionReplyIn(Schema):
    words: Text = ""


class ReflectionOut(Schema):
    id: int
    person: str
    number: str
    about: str
    session: int | None
    contact: str
    happened: str
    otherwise: str
    next_step: str
    next_on: date | None
    done_on: date | None
    made_at: datetime
    edit_count: int
    reply: str
    replied_by: str


class ReflectionGoneOut(Schema):
    id: int


@router.get("", response=Page[ReflectionOut])
def reflections(request, wanted: Query[Sorted]):
    """One’s own, those of one’s team, and those written after sessions one taught."""
    let_in(permissions.SEE_REFLECTION, request.user)
    return sorted_page(reflections_seen_by(request.user), _told, wanted, ORDERS)


@router.post("", response=ReflectionOut)
def add_reflection(request, body: ReflectionIn):
    """Writes a reflection; read by its writer, their lead and the trainers of the session."""
    let_in(permissions.REFLECT, request.user)
    person = Person.objects.filter(user=request.user).first()
    if person is None:
        raise NotNow("training.no_person")
    made = actions.add_reflection(person, by=request.user, thoughts=_thoughts(request, body))
    return _again(request, made.pk)


@router.get("/{int:pk}", response=ReflectionOut)
def reflection(request, pk: int):
    """One reflection."""
    return _told(_found(request, pk))


@router.put("/{int:pk}", response=ReflectionOut)
def edit_reflection(request, pk: int, body: ReflectionChangeIn):
    """Changes a reflection of one’s own; refused if it was changed since it was read."""
    found, thoughts = _found(request, pk), _thoughts(request, body)
    actions.edit_reflection(found, by=request.user, thoughts=thoughts, edit_count=body.edit_count)
    return _again(request, pk)


@router.post("/{int:pk}/done", response=ReflectionOut)
def finish_reflection(request, pk: int):
    """The next step was taken."""
    actions.finish_reflection(_found(request, pk), by=request.user, today=localdate())
    return _again(request, pk)


@router.post("/{int:pk}/reply", response=ReflectionOut)
def reply_to_reflection(request, pk: int, body: ReflectionReplyIn):
    """Replies, as lead or trainer; a later reply takes the place of an earlier one."""
    actions.reply_to_reflection(_found(request, pk), by=request.user, words=body.words)
    return _again(request, pk)


@router.delete("/{int:pk}", response=ReflectionGoneOut)
def remove_reflection(request, pk: int):
    """Removes a reflection of one’s own."""
    actions.remove_reflection(_found(request, pk), by=request.user)
    return {"id": pk}


def _found(request, pk):
    let_in(permissions.SEE_REFLECTION, request.user)
    return get_object_or_404(reflections_seen_by(request.user), pk=pk)


def _again(request, pk):
    return _told(_found(request, pk))


def _thoughts(request, body):
    given = body.dict(exclude={"session", "contact", "edit_count"})
    session = get_object_or_404(own_sessions(request.user), pk=body.session) if body.session else None
    contact = contacts_seen_by(request.user).filter(key=body.contact.strip()).first() if body.contact.strip() else None
    if body.contact.strip() and contact is None:
        raise NotValid("training.reflection_contact")
    return actions.Thoughts(**given, session=session, contact=contact)


def _told(one) -> dict[str, Any]:
    texts = {name: mask(getattr(one, name)) for name in ("about", "happened", "otherwise", "next_step", "reply")}
    days = {name: getattr(one, name) for name in ("next_on", "done_on", "made_at", "edit_count")}
    return {
        "id": one.pk, "person": one.person.name, "number": one.person.number, "session": one.session_id,
        "contact": one.contact.key if one.contact else "", "replied_by": one.replied_by.name if one.replied_by else "",
        **texts, **days,
    }  # fmt: skip
