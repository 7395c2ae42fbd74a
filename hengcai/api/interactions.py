from datetime import datetime

from django.shortcuts import get_object_or_404
from ninja import Query, Router, Schema

from hengcai.api.fields import Day, Exact, Key, Text, exact_or_none
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.audit.action import note
from hengcai.base.masking.text import masked_turns
from hengcai.interactions import permissions
from hengcai.interactions.actions.flags import change_flags
from hengcai.interactions.actions.uncovering import uncover_contact
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import CONTACT_ORDERS, ContactFilter, contacts_seen_by, flags_on, names_of, turns_of

router = Router()


class Wanted(Sorted):
    agent: Text = ""
    team: Key | None = None
    channel: Text = ""
    first_day: Day | None = None
    last_day: Day | None = None
    satisfaction: Text = ""


class ContactOut(Schema):
    id: int
    key: str
    agent: str
    started_at: datetime
    ended_at: datetime | None
    channel: str
    language: str
    csat: Exact | None
    csat_source: str
    complaint: str
    is_resolved_first: bool | None
    turn_count: int


class TurnOut(Schema):
    speaker: str
    text: str
    start: float | None
    end: float | None


class WholeContactOut(ContactOut):
    turns: list[TurnOut]
    flags: list[str]


@router.get("", response=Page[ContactOut])
def contacts(request, wanted: Query[Wanted]):
    """The newest first; `agent` is a number or part of a name, `satisfaction` low, middle, high or none."""
    let_in(permissions.SEE, request.user)
    narrowed = ContactFilter(**wanted.dict(exclude=PLACE))
    rows = contacts_seen_by(request.user).filter(narrowed.condition())
    return sorted_page(rows, _contact, wanted, CONTACT_ORDERS)


@router.get("/{int:pk}", response=WholeContactOut)
def contact(request, pk: int):
    """With what was said, customers' personal data covered; the reading is on record."""
    let_in(permissions.SEE, request.user)
    found = get_object_or_404(contacts_seen_by(request.user).select_related("transcript"), pk=pk)
    said = turns_of(found)
    texts = masked_turns(said, known=names_of(found))
    note("open_contact", found, by=request.user, form="api")
    return {**_contact(found), "turns": _turns(said, texts), "flags": flags_on(found)}


class WhyUncovered(Schema):
    reason: Text


@router.post("/{int:pk}/uncovered", response=WholeContactOut)
def uncovered(request, pk: int, asked: WhyUncovered):
    """The same as it came in, for whoever may; who read it and why is on record."""
    let_in(permissions.SEE, request.user)
    found = get_object_or_404(contacts_seen_by(request.user).select_related("transcript"), pk=pk)
    uncover_contact(found, by=request.user, reason=asked.reason)
    said = turns_of(found)
    texts = [turn["text"] for turn in said]
    return {**_contact(found), "turns": _turns(said, texts), "flags": flags_on(found)}


class FlagsIn(Schema):
    """Names with `;` between."""

    add: Text = ""
    remove: Text = ""


class FlagsOut(Schema):
    flags: list[str]


@router.post("/{int:pk}/flags", response=FlagsOut)
def flags(request, pk: int, body: FlagsIn):
    """What was to be removed goes, what was to be added comes, everything else stays."""
    let_in(permissions.FLAG, request.user)
    found = get_object_or_404(permissions.FLAG.rows(Contact.objects.all(), request.user).distinct(), pk=pk)
    return {"flags": change_flags(found, by=request.user, add=body.add, remove=body.remove)}


def _contact(row) -> dict:
    return {
        "id": row.pk, "key": row.key, "agent": row.agent.number, "started_at": row.started_at,
        "ended_at": row.ended_at, "channel": row.channel, "language": row.language, "csat": exact_or_none(row.csat),
        "csat_source": row.csat_source,
        "complaint": row.complaint, "is_resolved_first": row.is_resolved_first, "turn_count": row.turn_count,
    }  # fmt: skip


def _turns(said, texts) -> list[dict]:
    return [_turn(turn, text) for turn, text in zip(said, texts, strict=True)]


def _turn(turn, text: str) -> dict:
    return {"speaker": turn["speaker"], "text": text, "start": turn.get("start"), "end": turn.get("end")}
