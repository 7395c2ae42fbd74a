"""Addresses at which a recording is played: signed, for one person, one recording and one of its versions, for a while."""

from django.core import signing

from hengcai.base.errors import NotAllowed
from hengcai.base.permissions import Doer
from hengcai.interactions.recording_models import Recording

LIFE_SECONDS = 600
_SALT = "interactions.recording"


def ticket(recording: Recording, user: Doer, *, unmasked: bool) -> str:
    return signing.dumps([recording.pk, user.pk, recording.digest, unmasked], salt=_SALT)


def is_unmasked(written: str, recording: Recording, user: Doer) -> bool:
    """Which version the ticket is for; refused when it is another's, of another recording, or too old."""
    try:
        told = signing.loads(written, salt=_SALT, max_age=LIFE_SECONDS)
    except signing.BadSignature:
        raise NotAllowed("recording.address_expired") from None
    if told[:3] != [recording.pk, user.pk, recording.digest]:
        raise NotAllowed("recording.address_expired")
    return bool(told[3])
