"""By mail server and by robot: what goes out over the wire, and what came back."""

import http.client
import smtplib
import socket
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from hengcai.base.say import sentence
from hengcai.inbox.channels import robots
from hengcai.inbox.channels.robots import BAD, DONE, LATER, MAYBE, Message, Verdict
from hengcai.inbox.channels.texts import Say, Told, call, letter
from hengcai.inbox.models import Channel, Choice, Hook, Notice

SECONDS, MOST_BYTES = 8, 65_536
PERMANENT = 500


class _Stay(HTTPRedirectHandler):
    """A robot that sends us elsewhere is not the robot."""

    def redirect_request(self, *_args: object, **_facts: object) -> None:
        return None


def carry_mail(rows: Sequence[Notice]) -> Verdict:
    """All that waits for one person, in one e-mail."""
    user = rows[0].user
    if not user.email:
        return Verdict(BAD, "no_address")
    text = letter(_told(rows), link_to_inbox(), _say(user.language))
    return mail(user.email, text.subject, text.body, name=f"notice-{rows[0].parcel}")


def mail(to: str, subject: str, body: str, *, name: str) -> Verdict:
    """`name` makes the message the same one however often it had to be sent."""
    headers = {"Message-ID": f"<{name}@{settings.MAIL_FROM.rpartition('@')[2].strip('> ') or 'hengcai'}>"}
    message = EmailMessage(subject, body, settings.MAIL_FROM, [to], connection=_connection(), headers=headers)
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refused:
        code = next(iter(refused.recipients.values()))[0]
        return Verdict(BAD if code >= PERMANENT else LATER, f"SMTP {code}")
    except smtplib.SMTPResponseException as refused:
        return Verdict(LATER, f"SMTP {refused.smtp_code}")
    except (ConnectionRefusedError, socket.gaierror) as broken:
        return Verdict(LATER, type(broken).__name__)
    except (OSError, smtplib.SMTPException) as broken:
        return Verdict(MAYBE, type(broken).__name__)
    return Verdict(DONE)


def _connection() -> Any:
    return get_connection(
        host=settings.MAIL_HOST, port=settings.MAIL_PORT, username=settings.MAIL_USER, password=settings.MAIL_PASSWORD,
        use_tls=settings.MAIL_SECURITY == "starttls", use_ssl=settings.MAIL_SECURITY == "tls", timeout=SECONDS,
    )  # fmt: skip


def carry_call(hook: Hook, rows: Sequence[Notice], now: datetime) -> Verdict:
    """One message to the group that calls everybody something waits for."""
    users = {one.user_id for one in rows}
    known = Choice.objects.filter(channel=Channel.ROBOT, hook=hook, user__in=users).exclude(handle="")
    text = call(_told(rows), link_to_inbox(), _say(""))
    handles = list(known.order_by("user").values_list("handle", flat=True))
    return knock(hook, Message(text, handles, rows[0].parcel), now)


def knock(hook: Hook, message: Message, now: datetime) -> Verdict:
    """What fails before the whole request is out was not taken; where the answer fails, nobody knows."""
    made = robots.call_of(hook.robot, hook.url, hook.secret, message, seconds=now.timestamp())
    headers = {**made.headers, "Content-Type": "application/json; charset=utf-8"}
    request = Request(made.url, made.body, headers)  # noqa: S310 - checked
    try:
        with build_opener(_Stay).open(request, timeout=SECONDS) as answer:
            return robots.verdict(hook.robot, answer.status, answer.read(MOST_BYTES))
    except HTTPError as refused:
        return robots.verdict(hook.robot, refused.code, _words_of(refused))
    except URLError as broken:
        return Verdict(LATER, type(broken.reason).__name__)
    except (OSError, http.client.HTTPException) as broken:
        return Verdict(MAYBE, type(broken).__name__)


def _words_of(refused: HTTPError) -> bytes:
    try:
        return refused.read(MOST_BYTES)
    except (OSError, http.client.HTTPException):
        return b""


def link_to_inbox() -> str:
    return settings.PUBLIC_URL.rstrip("/") + reverse("list-duties")


def _told(rows: Sequence[Notice]) -> list[Told]:
    """Codes and days; nothing else of a row is read."""
    ordered = sorted(rows, key=lambda one: (one.due_on is None, one.due_on, one.pk))
    return [Told(one.kind, one.stage, one.due_on) for one in ordered]


def _say(language: str) -> Say:
    return partial(_said, language or settings.LANGUAGE_CODE)


def _said(language: str, code: str, **facts: object) -> str:
    return sentence(code, language, facts)
