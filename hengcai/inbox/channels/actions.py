"""Who is told what by which way, and robots of groups: set up, tried, switched. Their secrets go into the row alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import uuid4

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.say import sentence
from hengcai.inbox import permissions
from hengcai.inbox.channels.carriers import knock, mail
from hengcai.inbox.channels.robots import DONE, GATEWAY, Message, check_address
from hengcai.inbox.channels.terms import the_terms
from hengcai.inbox.channels.texts import STAGES
from hengcai.inbox.models import Channel, Choice, Hook, NoticeTerms

HANDLE = re.compile(r"[\w.@+-]{1,64}", re.ASCII)
SECRETS = ("url", "secret")


@dataclass(frozen=True)
class Hours:
    quiet_from: time
    quiet_to: time
    only_working_days: bool
    mails_everybody: bool


@action(permissions.SETTLE_CHANNELS)
def settle_notices(centre: Centre, *, by: User, hours: Hours) -> NoticeTerms:
    terms = the_terms()
    for name, value in vars(hours).items():
        setattr(terms, name, value)
    terms.save()
    return terms


@action(permissions.SETTLE_CHANNELS, unsaid=SECRETS)
def add_hook(centre: Centre, *, by: User, name: str, robot: str, url: str, secret: str) -> Hook:
    if not name.strip():
        raise NotValid("notice.name_missing")
    check_address(robot, url.strip(), more_hosts=settings.HOOK_HOSTS)
    if Hook.objects.filter(name=name.strip()).exists():
        raise NotValid("notice.hook_exists", name=name.strip())
    return Hook.objects.create(name=name.strip(), robot=robot, url=url.strip(), secret=secret.strip())


@action(permissions.SETTLE_CHANNELS)
def switch_hook(hook: Hook, *, by: User, is_on: bool) -> Hook:
    hook.is_on = is_on
    hook.save(update_fields=["is_on"])
    return hook


@action(permissions.SETTLE_CHANNELS)
def remove_hook(hook: Hook, *, by: User) -> None:
    """What waited for it goes with it, and whoever chose it is told by the others ways they chose."""
    hook.delete()


@action(permissions.SETTLE_CHANNELS)
def try_hook(hook: Hook, *, by: User) -> Hook:
    """A message that says nothing; when it is taken, what waited goes on. By a gateway it goes to whoever tries it."""
    text = sentence("notice.trial", settings.LANGUAGE_CODE, {})
    own = (
        Choice.objects.filter(user=by, hook=hook).exclude(handle="") if hook.robot == GATEWAY else Choice.objects.none()
    )
    found = knock(hook, Message(text, list(own.values_list("handle", flat=True)), uuid4().hex), clock.now())
    if found.kind != DONE:
        raise NotNow("notice.trial_failed", said=found.said)
    hook.refused, hook.failures, hook.paused_until, hook.last_sent_at = "", 0, None, clock.now()
    hook.save(update_fields=["refused", "failures", "paused_until", "last_sent_at"])
    return hook


@action(permissions.SETTLE_CHANNELS)
def try_mail(centre: Centre, *, by: User) -> None:
    """To whoever tries it."""
    if not settings.MAIL_HOST:
        raise NotNow("notice.no_mail")
    if not by.email:
        raise NotValid("notice.no_address")
    subject, text = (sentence(code, by.language, {}) for code in ("notice.trial.subject", "notice.trial"))
    found = mail(by.email, subject, text, name=f"trial-{clock.now().timestamp():.0f}")
    if found.kind != DONE:
        raise NotNow("notice.trial_failed", said=found.said)
    terms = the_terms()
    terms.mail_failures, terms.mail_said, terms.mail_paused_until = 0, "", None
    terms.save()


@action(permissions.CHOOSE_CHANNELS, unsaid=("handle",))
def choose_notices(
    user: User, *, by: User, channel: str, stages: Sequence[str], hook: Hook | None = None, handle: str = ""
) -> Choice:
    """No stage: nothing by this way."""
    for stage in stages:
        if stage not in STAGES:
            raise NotValid("notice.stage_unknown", value=stage, known=STAGES)
    if channel == Channel.MAIL:
        hook, handle = None, ""
        if stages and not user.email:
            raise NotValid("notice.no_address")
    elif stages:
        _check_robot(hook, handle.strip())
    facts = {"stages": [one for one in STAGES if one in stages], "hook": hook, "handle": handle.strip()}
    return Choice.objects.update_or_create(user=user, channel=Channel(channel), defaults=facts)[0]


def _check_robot(hook: Hook | None, handle: str) -> None:
    if hook is None or not hook.is_on:
        raise NotValid("notice.hook_off")
    if not handle:
        raise NotValid("notice.handle_missing")
    if not HANDLE.fullmatch(handle):
        raise NotValid("notice.handle")
