"""Rows of the outbox: written where a duty is opened, brought to mind or goes up, in the same transaction."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.inbox.kinds import KINDS
from hengcai.inbox.models import Channel, Choice, Duty, Notice, NoticeTerms


@dataclass(frozen=True)
class Due:
    """A duty of one user."""

    user: int
    kind: str
    source_id: int
    due_on: date | None


def post(stage: str, dues: Iterable[Due]) -> None:
    """For whoever wants to be told of this stage; what waits already is not written twice."""
    wanted = list(dues)
    by_user = _wishes({one.user for one in wanted}, stage)
    rows = [
        Notice(user_id=one.user, channel=channel, hook_id=hook, kind=one.kind, source_id=one.source_id, stage=stage,
               due_on=one.due_on)
        for one in wanted
        for channel, hook in by_user.get(one.user, ())
        if channel == Channel.MAIL or not KINDS[one.kind].is_discreet
    ]  # fmt: skip
    Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def post_duties(stage: str, duties: Iterable[Duty]) -> None:
    post(stage, [Due(one.user_id, one.kind, one.source_id, one.due_on) for one in duties])


def _wishes(users: Collection[int], stage: str) -> dict[int, list[tuple[str, int | None]]]:
    """User → by which channels. Who chose nothing is as the centre settled it."""
    found: dict[int, list[tuple[str, int | None]]] = {}
    chosen: set[int] = set()
    for choice in Choice.objects.filter(user__in=users, user__is_active=True).select_related("hook", "user"):
        if choice.channel == Channel.MAIL:
            chosen.add(choice.user_id)
        if stage in choice.stages and _reaches(choice):
            found.setdefault(choice.user_id, []).append((choice.channel, choice.hook_id))
    for user in _by_default(set(users) - chosen):
        found.setdefault(user, []).append((Channel.MAIL, None))
    return found


def _reaches(choice: Choice) -> bool:
    if choice.channel == Channel.MAIL:
        return bool(settings.MAIL_HOST and choice.user.email)
    return choice.hook is not None and choice.hook.is_on and choice.handle != ""


def _by_default(users: Collection[int]) -> Iterator[int]:
    if users and settings.MAIL_HOST and NoticeTerms.objects.filter(mails_everybody=True).exists():
        rows = User.objects.filter(pk__in=users, is_active=True).exclude(email="")
        yield from rows.values_list("pk", flat=True)
