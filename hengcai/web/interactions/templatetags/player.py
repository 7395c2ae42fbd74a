"""The player of a contact's recording, for any page that shows the contact: {% player contact %}."""

from django import template

from hengcai.interactions import hearing, permissions
from hengcai.interactions.actions.recordings import want_recordings
from hengcai.interactions.recording_models import Recording
from hengcai.web.interactions.sounding import why_unusable

register = template.Library()
SPEEDS = ("0.75", "1", "1.25", "1.5", "1.75", "2")


@register.inclusion_tag("interactions/player.html", takes_context=True)
def player(context, contact, strip=False):  # noqa: FBT002 - template syntax has no keywords-only
    """Nothing where there is no recording or no right to hear it. `strip`: as one band across the scoring desk.

    A recording nobody wanted before is got ready now.
    """
    request = context["request"]
    found = Recording.objects.filter(contact=contact).first()
    way = hearing.way_of(contact, request.user) if found else None
    if found is None or way is None:
        return {"recording": None}
    if found.state == Recording.State.WAITING:
        want_recordings([contact], by=request.user)
    return {
        "recording": found, "way": way, "strip": strip, "why_not": why_unusable(found), "speeds": SPEEDS,
        "csrf_token": context.get("csrf_token"), "nonce": request.csp_nonce,
    }  # fmt: skip


@register.simple_tag
def may_add_recording(user):
    return permissions.ADD_RECORDING.is_held_by(user)
