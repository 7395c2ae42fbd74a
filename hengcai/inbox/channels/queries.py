"""What is set up to reach people, and how it goes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Q

from hengcai.accounts.models import User
from hengcai.base.plain import plain_row
from hengcai.inbox import permissions
from hengcai.inbox.channels.sending import UNKNOWN
from hengcai.inbox.channels.terms import the_terms
from hengcai.inbox.models import Channel, Choice, Hook, Notice, NoticeTerms

UNSURE_SHOWN = 10
UNSURE = Q(notices__dropped=UNKNOWN)
WAITING = Q(notices__sent_at=None, notices__dropped="")


@dataclass(frozen=True)
class MailState:
    host: str
    sender: str
    waiting: int
    paused_until: datetime | None
    said: str


@dataclass(frozen=True)
class Sight:
    terms: NoticeTerms
    mail: MailState
    hooks: list[Hook]


def sight_of(user: User) -> Sight:
    """Of each robot `waiting`, how many people `chose` it and how many notices were `unsure` to arrive; never its address
    or secret."""
    permissions.SETTLE_CHANNELS.enter([], user)
    terms = the_terms()
    waiting = Notice.objects.filter(channel=Channel.MAIL, sent_at=None, dropped="").count()
    mail = MailState(settings.MAIL_HOST, settings.MAIL_FROM, waiting, terms.mail_paused_until, terms.mail_said)
    rows = Hook.objects.annotate(
        waiting=Count("notices", filter=WAITING, distinct=True), chosen=Count("choices", distinct=True),
        unsure=Count("notices", filter=UNSURE, distinct=True),
    )  # fmt: skip
    return Sight(terms, mail, list(rows.order_by("name")))


def choices_of(user: User) -> dict[str, Choice]:
    return {one.channel: one for one in Choice.objects.filter(user=user).select_related("hook")}


def unsure_of(user: User) -> list[Notice]:
    """What may not have reached them, the newest first; what it is about stands in their inbox."""
    rows = Notice.objects.filter(user=user, dropped=UNKNOWN).select_related("hook")
    return list(rows.order_by("-made_at", "-pk")[:UNSURE_SHOWN])


def hooks_to_choose() -> list[Hook]:
    return list(Hook.objects.filter(is_on=True).order_by("name"))


def troubles() -> list[str]:
    """What keeps messages from going out, in codes for `hengcai check`."""
    found = [f"{hook.name}: {hook.refused}" for hook in Hook.objects.filter(is_on=True).exclude(refused="")]
    found += [hook.name for hook in Hook.objects.filter(is_on=True, failures__gte=3)]
    return found + ([the_terms().mail_said] if the_terms().mail_said else [])


def notices_held(user: User) -> list[dict[str, Any]]:
    """What somebody chose, and what was sent to them; of a robot its name."""
    chosen = [
        {"what": "choice", "channel": one.channel, "stages": one.stages, "hook": one.hook and one.hook.name,
         "handle": one.handle, "kind": None, "due_on": None, "made_at": None, "sent_at": None}
        for one in Choice.objects.filter(user=user).select_related("hook").order_by("channel")
    ]  # fmt: skip
    sent = [
        {"what": "notice", "channel": one.channel, "stages": [one.stage], "hook": one.hook and one.hook.name, "handle": None,
         "kind": one.kind, "due_on": one.due_on, "made_at": one.made_at, "sent_at": one.sent_at}
        for one in Notice.objects.filter(user=user).select_related("hook").order_by("pk")
    ]  # fmt: skip
    return [plain_row(one) for one in [*chosen, *sent]]
