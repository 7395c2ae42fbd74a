"""Recordings: named by an import, sent in by hand, found to be this or that, opened and played."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.interactions import hearing, permissions
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Contact
from hengcai.interactions.recording_models import Recording
from hengcai.interactions.recordings import PREPARE, forget_made
from hengcai.interactions.unlogged import unlogged_action
from hengcai.jobs.worker import enqueue_all, enqueue_once

State = Recording.State
LONGEST_REASON = 200
FRESH = {
    "state": State.WAITING, "refusal": {}, "digest": "", "byte_count": 0, "seconds": 0, "peaks": "", "playable": "",
    "covered": "", "speech": "", "is_settled": False,
}  # fmt: skip


@unlogged_action(permissions.IMPORT, is_part=True)
def note_recordings(places: Mapping[str, str], *, by: User) -> None:
    """Contact's key → where its recording lies. What somebody sent in by hand stays."""
    for keys in slices(list(places)):
        there = dict(Contact.objects.filter(key__in=keys).values_list("pk", "key"))
        known = {row.contact_id: row for row in Recording.objects.filter(contact__in=there)}
        new = [Recording(contact_id=pk, place=places[key]) for pk, key in there.items() if pk not in known]
        Recording.objects.bulk_create(new, batch_size=500)
        for pk, row in known.items():
            if row.uploaded_by is None and row.place != places[there[pk]]:
                _begin_anew(row, places[there[pk]])


def _begin_anew(row: Recording, place: str) -> None:
    for name, value in FRESH.items():
        setattr(row, name, value)
    row.place = place
    row.save()
    transaction.on_commit(lambda: forget_made(row.pk))


@action(permissions.ADD_RECORDING)
def add_recording(contact: Contact, *, by: User, place: str) -> Recording:
    """One that was sent in; it takes the place of another."""
    row = Recording.objects.filter(contact=contact).first() or Recording(contact=contact, place=place)
    row.uploaded_by, row.added_at = by.pk, clock.now()
    _begin_anew(row, place)
    enqueue_once(PREPARE, row.pk, by=by.pk)
    return row


def want_recordings(contacts: Iterable[Contact], *, by: User) -> None:
    """Those that are picked for work are got ready before somebody opens them."""
    for keys in slices([contact.pk for contact in contacts]):
        rows = Recording.objects.filter(contact__in=keys, is_settled=False).values_list("pk", flat=True)
        if found := list(rows):
            enqueue_all(PREPARE, found, by=by.pk)


@unlogged_action(hearing.PREPARING)
def keep_looks(recording: Recording, *, by: User, found: Mapping[str, Any]) -> Recording:
    """What it turned out to be. The same sound belongs to one contact alone."""
    others = Recording.objects.filter(digest=found["digest"], pk__lt=recording.pk)
    if others.exclude(contact=recording.contact_id).exists():
        raise NotValid("recording.of_another")
    return _set(recording, found)


@unlogged_action(hearing.PREPARING)
def keep_copies(recording: Recording, *, by: User, made: Mapping[str, str]) -> Recording:
    return _set(recording, {**made, "state": State.READY})


@unlogged_action(hearing.PREPARING)
def keep_speech(recording: Recording, *, by: User, name: str) -> Recording:
    return _set(recording, {"speech": name, "is_settled": True})


@unlogged_action(hearing.PREPARING)
def refuse_recording(recording: Recording, *, by: User, refusal: NotValid) -> Recording:
    facts = {name: str(value) for name, value in refusal.facts.items()}
    told = {"code": refusal.code, "facts": facts}
    return _set(recording, {"state": State.UNUSABLE, "refusal": told, "is_settled": True})


def _set(recording: Recording, values: Mapping[str, Any]) -> Recording:
    for name, value in values.items():
        setattr(recording, name, value)
    recording.save(update_fields=list(values))
    return recording


@action(hearing.HEARING)
def open_recording(recording: Recording, *, by: User, reason: str = "", unmasked: bool = False) -> Recording:
    """Before the first sound: who, which, why, and whether with customers' data."""
    way = hearing.way_of(recording.contact, by)
    if unmasked:
        permissions.HEAR_UNMASKED.enter(recording.contact, by)
    if way is None or ((unmasked or way.needs_reason) and not reason.strip()):
        raise NotValid("recording.reason_missing")
    if recording.state != State.READY:
        raise NotNow("recording.not_ready")
    return recording


@action(hearing.HEARING)
def play_recording(
    recording: Recording, *, by: User, first: float, last: float, reason: str = "", unmasked: bool = False
) -> Recording:
    """What was heard of it, as the player tells."""
    if not 0 <= first < last <= recording.seconds + 1:
        raise NotValid("recording.no_such_moment")
    return recording
