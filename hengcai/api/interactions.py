from datetime import date, datetime

from django.shortcuts import get_object_or_404
from ninja import Router, Schema

from hengcai.api.paging import Page, paged
from hengcai.audit.action import note
from hengcai.base.masking import mask
from hengcai.interactions.queries import ContactFilter, contacts_seen_by, turns_of

router = Router()


class ContactOut(Schema):
    id: int
    key: str
    agent: str
    started_at: datetime
    ended_at: datetime | None
    channel: str
    language: str
    csat: str | None
    complaint: str
    is_resolved_first: bool | None
    turn_count: int


class TurnOut(Schema):
    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


class WholeContactOut(ContactOut):
    turns: list[TurnOut]


def _out(contact) -> dict:
    return {
        "id": contact.pk, "key": contact.key, "agent": contact.agent.number, "started_at": contact.started_at,
        "ended_at": contact.ended_at, "channel": contact.channel, "language": contact.language,
        "csat": None if contact.csat is None else str(contact.csat), "complaint": contact.complaint,
        "is_resolved_first": contact.is_resolved_first, "turn_count": contact.turn_count,
    }  # fmt: skip


@router.get("/", response=Page[ContactOut])
def contacts(
    request,
    agent: str = "",
    channel: str = "",
    first_day: date | None = None,
    last_day: date | None = None,
    page: int = 1,
):
    """The newest first."""
    narrowed = ContactFilter(agent=agent, channel=channel, first_day=first_day, last_day=last_day)
    return paged(contacts_seen_by(request.user).filter(narrowed.condition()), _out, page=page)


@router.get("/{int:pk}", response=WholeContactOut)
def contact(request, pk: int):
    """With its words, customers' personal data masked; the reading is on record."""
    found = get_object_or_404(contacts_seen_by(request.user), pk=pk)
    note("open_contact", found, by=request.user)
    return {**_out(found), "turns": [_turn(turn) for turn in turns_of(found)]}


def _turn(turn) -> dict:
    return {"speaker": turn["speaker"], "text": mask(turn["text"]), "start": turn.get("start"), "end": turn.get("end")}
