"""Heads of the chain kept where whoever can write into the database cannot: a file elsewhere, a mailbox, or both.

A chain rewritten as a whole agrees with itself; only a head that somebody else keeps tells it from the true one.
"""

import json
import logging
import os
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import Error
from django.utils import timezone

from hengcai.audit.models import Entry, Head
from hengcai.audit.reading import moment_of, with_stored_moment
from hengcai.audit.rules import Unreadable
from hengcai.base import clock
from hengcai.base.errors import NotValid

log = logging.getLogger(__name__)
FILE = "hengcai-audit-heads.jsonl"
MAILED = "audit_head_mailed.json"
SAVED = "save_audit_head"  # the act of taking a head away by hand
PUBLISHES = "publish_"
MAIL = ("smtp", "smtps")
PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class KeptHead:
    at: datetime
    number: int
    hash: str

    def line(self) -> str:
        return json.dumps({"at": self.at.isoformat(), "number": self.number, "hash": self.hash})


def is_publication(action: str) -> bool:
    return action.startswith(PUBLISHES)


def file() -> Path | None:
    """The file named in HENGCAI_AUDIT_HEADS, or the one in the folder named there; refused inside HOME."""
    named = [place for place in _places() if not _is_mail(place)]
    if not named:
        return None
    path = Path(named[0]).expanduser().resolve()
    if path == settings.HOME or settings.HOME in path.parents:
        raise NotValid("audit.heads_at_home", file=path)
    return path / FILE if path.is_dir() or named[0].endswith(("/", os.sep)) else path


def mailbox() -> str | None:
    return next((place for place in _places() if _is_mail(place)), None)


def is_kept_by_itself() -> bool:
    return bool(_places())


def kept(path: Path) -> Iterator[KeptHead]:
    """Every head in the file, oldest first."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        if line.strip():
            yield _head_of(line, path, number)


def last_kept() -> datetime | None:
    """When a head last left this machine: into the file, by mail, or taken away by hand; None where none ever did."""
    found = [moment for moment in (_last_in_file(), _last_mailed()[0], _last_saved()) if moment]
    return max(found, default=None)


def keep_after_publication() -> None:
    """Into the file at once; the mail is the worker's, since a page should not wait for a mail server."""
    _quietly(_write_down)


def keep_when_due() -> None:
    """Daily, and where something was published since: for the worker to call as often as it likes."""
    _quietly(_write_when_due)
    _quietly(_mail_when_due)


def _write_when_due() -> None:
    last = _last_in_file()
    if last is None or timezone.localdate(last) < clock.today():
        _write_down()


def _mail_when_due() -> None:
    to, head = mailbox(), _now()
    if to is None or head is None:
        return
    at, number = _last_mailed()
    fresh = Entry.objects.filter(number__gt=number, action__startswith=PUBLISHES)
    if at is None or timezone.localdate(at) < clock.today() or fresh.exists():
        _mail(to, head)
        (settings.HOME / MAILED).write_text(head.line(), "utf-8")


def _write_down() -> None:
    path, head = file(), _now()
    if path is None or head is None:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as stream:
        stream.write(head.line() + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def _mail(to: str, head: KeptHead) -> None:
    """`smtp://user:password@server:port/address`; smtps for a server that speaks TLS from the start."""
    at = urlsplit(to)
    message = EmailMessage()
    message["Subject"] = f"Hengcai audit head {head.number}"
    message["To"] = message["From"] = unquote(at.path.lstrip("/"))
    message.set_content(head.line() + "\n")
    kind = smtplib.SMTP_SSL if at.scheme == "smtps" else smtplib.SMTP
    with kind(at.hostname or "localhost", at.port or 0, timeout=PATIENCE_SECONDS) as server:
        if at.scheme == "smtp" and at.username:
            server.starttls()
        if at.username:
            server.login(unquote(at.username), unquote(at.password or ""))
        server.send_message(message)


def _quietly(keep: object) -> None:
    """A share that is away or a mail server that is down stops no work; the page tells since when no head was kept."""
    try:
        keep()  # type: ignore[operator]
    except (OSError, Error, NotValid, smtplib.SMTPException):
        log.exception("the audit head could not be kept")


def _places() -> list[str]:
    return [place.strip() for place in settings.AUDIT_HEADS.split(";") if place.strip()]


def _is_mail(place: str) -> bool:
    return urlsplit(place).scheme in MAIL


def _now() -> KeptHead | None:
    row = Head.objects.filter(pk=1, number__gt=0).first()
    return KeptHead(clock.now(), row.number, row.hash) if row else None


def _head_of(line: str, path: Path, number: int) -> KeptHead:
    try:
        read = json.loads(line)
        at, head = datetime.fromisoformat(read["at"]), head_read(read)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotValid("audit.heads_broken", file=path, line=number) from error
    return KeptHead(at if at.tzinfo else at.replace(tzinfo=UTC), *head)


def head_read(read: Any) -> tuple[int, str]:
    """Number and hash of a head written as JSON."""
    number, hashed = read["number"], read["hash"]
    if type(number) is not int or number < 0 or not isinstance(hashed, str):
        raise ValueError(number, hashed)
    return number, hashed


def _last_in_file() -> datetime | None:
    try:
        path = file()
        return max((one.at for one in kept(path)), default=None) if path else None
    except (OSError, NotValid):
        return None


def _last_mailed() -> tuple[datetime | None, int]:
    try:
        found = _head_of((settings.HOME / MAILED).read_text("utf-8"), settings.HOME / MAILED, 1)
    except (OSError, NotValid):
        return None, 0
    return found.at, found.number


def _last_saved() -> datetime | None:
    newest = with_stored_moment(Entry.objects.filter(action=SAVED)).order_by("-number").first()
    read = moment_of(newest.stored_at) if newest else None  # type: ignore[attr-defined]
    return None if isinstance(read, Unreadable) else read
