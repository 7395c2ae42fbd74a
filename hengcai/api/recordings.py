"""Recordings: sent in, looked at, opened to be played, noted as played. The bytes come from the address given."""

import json

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from ninja import File, Router, Schema
from ninja.files import UploadedFile

from hengcai.api.fields import Text
from hengcai.api.rights import let_in
from hengcai.base.errors import NotValid
from hengcai.interactions import permissions, queries
from hengcai.interactions.actions.recordings import open_recording, play_recording
from hengcai.interactions.addresses import LIFE_SECONDS, ticket
from hengcai.interactions.hearing import HEARING
from hengcai.interactions.receiving import receive
from hengcai.interactions.recordings import folder_of

router = Router()
of_contacts = Router()
OCTETS = {"responses": {200: {"description": "One row of bytes a channel, 20 a second", "content": {
    "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}}  # fmt: skip


class RecordingOut(Schema):
    """`state`: waiting, ready or unusable, then `code` says why; `seconds` by decoding."""

    id: int
    contact: int
    kind: str
    state: str
    code: str
    codec: str
    channels: int
    rate: int
    seconds: float
    is_covered: bool
    is_settled: bool


class RecordingAsked(Schema):
    reason: Text = ""
    unmasked: bool = False


class AddressOut(Schema):
    """A path of this server, for who asked for it alone."""

    address: str
    seconds: int


class PlayedIn(Schema):
    first: float
    last: float
    reason: Text = ""
    unmasked: bool = False


class PlayedOut(Schema):
    id: int


class SpeechOut(Schema):
    """A list a channel of [from, to] in seconds."""

    channels: list[list[tuple[float, float]]]


@of_contacts.get("/{int:pk}/recording", response=RecordingOut)
def of_contact(request, pk: int):
    """The recording of a contact, as far as it is known."""
    HEARING.enter([], request.user)
    return _told(get_object_or_404(queries.recordings_heard_by(request.user), contact=pk))


@of_contacts.post("/{int:pk}/recording", response=RecordingOut)
def add(request, pk: int, file: File[UploadedFile | None] = None):
    """Sends a recording in as a form; it takes the place of another. A worker prepares it."""
    let_in(permissions.ADD_RECORDING, request.user)
    contact = get_object_or_404(queries.contacts_seen_by(request.user), pk=pk)
    if file is None:
        raise NotValid("recording.empty")
    return _told(receive(contact, file, by=request.user))


@router.post("/{int:pk}/open", response=AddressOut)
def begin(request, pk: int, asked: RecordingAsked):
    """An address that holds for a while and takes ranges; the opening is on record with its reason."""
    found = _heard(request, pk)
    open_recording(found, by=request.user, reason=asked.reason, unmasked=asked.unmasked)
    signed = ticket(found, request.user, unmasked=asked.unmasked)
    return {"address": f"/recordings/{found.pk}/sound/{signed}/", "seconds": LIFE_SECONDS}


@router.post("/{int:pk}/played", response=PlayedOut)
def note_played(request, pk: int, played: PlayedIn):
    """What was heard of it, in seconds."""
    found = _heard(request, pk)
    play_recording(found, by=request.user, **played.dict())
    return {"id": found.pk}


@router.get("/{int:pk}/peaks", openapi_extra=OCTETS)
def peaks(request, pk: int):
    """The loudest of each twentieth of a second, 0 to 255."""
    found = _heard(request, pk)
    return FileResponse(_made(found, found.peaks).open("rb"), content_type="application/octet-stream")


@router.get("/{int:pk}/speech", response=SpeechOut)
def speech(request, pk: int):
    """When somebody speaks."""
    found = _heard(request, pk)
    return {"channels": json.loads(_made(found, found.speech).read_text("utf-8"))}


def _made(recording, name):
    path = folder_of(recording) / name
    if not name or not path.is_file():
        raise Http404
    return path


def _heard(request, pk):
    HEARING.enter([], request.user)
    return get_object_or_404(queries.recordings_heard_by(request.user), pk=pk)


def _told(row) -> dict:
    return {
        "id": row.pk, "contact": row.contact_id, "kind": row.kind, "state": row.state,
        "code": row.refusal.get("code", ""), "codec": row.codec, "channels": row.channels, "rate": row.rate,
        "seconds": row.seconds, "is_covered": bool(row.covered), "is_settled": row.is_settled,
    }  # fmt: skip
