"""A question's recording: kept under what is in it, played a number of times, counted here. A holder is a sitting, or
somebody trying the question out; who may play for which holder is asked by whoever calls."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import F

from hengcai.assessment.models import BankQuestion, Play
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.base.permissions import Doer

FOLDER = "questions"
LIFE_SECONDS = 60  # in which the file of one play can be fetched, again after a broken connection too
MEDIA = {"wav": "audio/wav", "mp3": "audio/mpeg", "ogg": "audio/ogg"}
_SALT = "assessment.listening"


@dataclass(frozen=True)
class Granted:
    """`ticket` opens the recording for a minute; `left` is how often it can still be played, None without a limit."""

    ticket: str
    left: int | None


def of_sitting(key: int) -> str:
    """The holder under which the plays of one sitting are counted, whatever page or device asks."""
    return f"sitting:{key}"


def grant_play(holder: str, question: BankQuestion, *, limit: int | None, user: Doer) -> Granted:
    """Counts one play, or refuses it when `limit` has been reached; two at once never both get the last one."""
    if not question.sound:
        raise NotNow("bank.no_sound")
    count = _counted(holder, question, limit)
    ticket = signing.dumps([question.pk, question.sound, user.pk], salt=_SALT)
    return Granted(ticket, None if limit is None else max(limit - count, 0))


def _counted(holder: str, question: BankQuestion, limit: int | None) -> int:
    plays = Play.objects.filter(holder=holder, question=question)
    if not plays.exists():
        try:
            with transaction.atomic():
                Play.objects.create(holder=holder, question=question, last_at=clock.now())
        except IntegrityError:
            pass  # another page was quicker
    open_to = plays if limit is None else plays.filter(count__lt=limit)
    if not open_to.update(count=F("count") + 1, last_at=clock.now()):
        raise NotNow("bank.plays_used", count=limit)
    return plays.values_list("count", flat=True).get()


def plays_left(holder: str, question: BankQuestion, *, limit: int | None) -> int | None:
    """None without a limit."""
    if limit is None:
        return None
    used = Play.objects.filter(holder=holder, question=question).values_list("count", flat=True).first() or 0
    return max(limit - used, 0)


def forget_plays(holder: str, question: BankQuestion) -> None:
    Play.objects.filter(holder=holder, question=question).delete()


def sound_of(ticket: str, question: int, user: Doer) -> Path:
    """The file a ticket stands for; refused when it is another's, of another question, or too old."""
    try:
        told = signing.loads(ticket, salt=_SALT, max_age=LIFE_SECONDS)
    except signing.BadSignature:
        raise NotAllowed("bank.ticket_expired") from None
    if (told[0], told[2]) != (question, user.pk):
        raise NotAllowed("bank.ticket_expired")
    return path_of(told[1])


def path_of(sound: str) -> Path:
    return Path(settings.MEDIA_ROOT) / sound


def media_type(path: Path) -> str:
    return MEDIA[path.suffix.removeprefix(".")]
