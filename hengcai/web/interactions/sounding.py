"""A recording from the page's side: how it stands, its shape, an address to play it at, the bytes, what was played."""

from django.http import FileResponse, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST, require_safe

from hengcai.base.errors import NotValid, Refusal
from hengcai.interactions import permissions, queries
from hengcai.interactions.actions.recordings import open_recording, play_recording
from hengcai.interactions.addresses import LIFE_SECONDS, is_unmasked, ticket
from hengcai.interactions.hearing import HEARING
from hengcai.interactions.receiving import receive
from hengcai.interactions.recordings import folder_of, played
from hengcai.web.interactions.ranged import ranged
from hengcai.web.shell.middleware import STATUS
from hengcai.web.shell.says import sentence


def heard(request, pk):
    HEARING.enter([], request.user)
    return get_object_or_404(queries.recordings_heard_by(request.user), pk=pk)


@require_GET
def state(request, pk):
    """Asked again while it is being prepared."""
    found = heard(request, pk)
    return JsonResponse({"state": found.state, "is_settled": found.is_settled, "told": why_unusable(found)})


def why_unusable(recording):
    """One clear line; empty where nothing is wrong."""
    if not recording.refusal:
        return ""
    return sentence(NotValid(recording.refusal["code"], **recording.refusal["facts"]))


@require_GET
def peaks(request, pk):
    """One row of bytes a channel, twenty a second."""
    return _made(heard(request, pk), "peaks", "application/octet-stream")


@require_GET
def speech(request, pk):
    """When somebody speaks: a list a channel of [from, to] in seconds."""
    return _made(heard(request, pk), "speech", "application/json")


def _made(recording, which, media_type):
    name = getattr(recording, which)
    path = folder_of(recording) / name
    if not name or not path.is_file():
        return HttpResponse(status=404)
    return FileResponse(path.open("rb"), content_type=media_type)


@require_POST
def begin(request, pk):
    """An address for this person and for a while; who opens it, and why, is on record."""
    found = heard(request, pk)
    unmasked = request.POST.get("unmasked") == "yes"
    try:
        open_recording(found, by=request.user, reason=request.POST.get("reason", "")[:200], unmasked=unmasked)
    except Refusal as refusal:
        return _refused(refusal)
    return JsonResponse({"address": address_of(found, request.user, unmasked=unmasked), "seconds": LIFE_SECONDS})


def address_of(recording, user, *, unmasked):
    return reverse("play-recording", args=[recording.pk, ticket(recording, user, unmasked=unmasked)])


def _refused(refusal):
    status = next(code for kind, code in STATUS.items() if isinstance(refusal, kind))
    return JsonResponse({"code": refusal.code, "refused": sentence(refusal)}, status=status)


@require_safe
def sound(request, pk, signed):
    """The right is asked again with every piece."""
    found = heard(request, pk)
    file = played(found, unmasked=is_unmasked(signed, found, request.user))
    return ranged(request, file.path, media_type=file.media_type, tag=file.tag)


@require_POST
def note_played(request, pk):
    """From where to where; sent by the player at every stop."""
    found = heard(request, pk)
    try:
        first, last = (float(request.POST.get(name, "")) for name in ("first", "last"))
    except ValueError:
        return HttpResponse(status=422)
    facts = {"reason": request.POST.get("reason", "")[:200], "unmasked": request.POST.get("unmasked") == "yes"}
    try:
        play_recording(found, by=request.user, first=round(first, 1), last=round(last, 1), **facts)
    except Refusal as refusal:
        return _refused(refusal)
    return HttpResponse(status=204)


@require_POST
def add(request, pk):
    """Sent in on the contact's page."""
    permissions.ADD_RECORDING.enter([], request.user)
    contact = get_object_or_404(queries.contacts_seen_by(request.user), pk=pk)
    upload = request.FILES.get("file")
    if upload is None:
        raise NotValid("recording.empty")
    receive(contact, upload, by=request.user)
    return redirect("see-contact", contact.pk)
