"""What other packages call within their own actions: their transaction, their audit entry. Doing it twice is doing it once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Q

from hengcai.base import clock
from hengcai.base.in_bulk import insert
from hengcai.inbox.channels.outbox import Due, post, post_duties
from hengcai.inbox.channels.texts import NEW, REMINDER
from hengcai.inbox.kinds import KINDS
from hengcai.inbox.models import Duty
from hengcai.inbox.rules import lengthened

CHUNK = 500
Item = TypeVar("Item")
TOLD_ANEW = ("opened_at", "due_on", "what", "reminded_at", "escalated_at", "seen_at", "done_at")


@dataclass(frozen=True)
class Owed:
    """`user` is to do what hangs on the row `source_id` until `due_on`, that day included; None: whenever they can."""

    user: int
    source_id: int
    due_on: date | None
    what: str = ""


def open_duties(kind: str, owed: Iterable[Owed]) -> None:
    """New ones are opened, settled ones opened again; of those still open the last day is at most put off."""
    once = list({(one.user, one.source_id): one for one in owed}.values())
    for part in _parts(once):
        _open(kind, part)


def missing_duties(kind: str, owed: Iterable[Owed]) -> list[Owed]:
    """Those of which their user has none open."""
    wanted = list(owed)
    held: set[tuple[int, int]] = set()
    for part in _parts([one.source_id for one in wanted]):
        rows = Duty.objects.filter(kind=kind, source_id__in=part, done_at=None)
        held |= set(rows.values_list("user", "source_id"))
    return [one for one in wanted if (one.user, one.source_id) not in held]


def settle_duties(kinds: str | Collection[str], sources: Collection[int], *, users: Collection[int] = ()) -> None:
    """Done, by whomever, or no longer asked for. Of all who had them, or of `users` alone."""
    codes = [kinds] if isinstance(kinds, str) else list(kinds)
    for part in _parts(list(sources)):
        rows = Duty.objects.filter(kind__in=codes, source_id__in=part, done_at=None)
        (rows.filter(user__in=list(users)) if users else rows).update(done_at=clock.now())


def remind_now(kinds: Collection[str], sources: Collection[int]) -> None:
    """Somebody asks for them: they stand in the inbox as new again."""
    for part in _parts(list(sources)):
        rows = Duty.objects.filter(kind__in=list(kinds), source_id__in=part, done_at=None)
        rows.update(reminded_at=clock.now(), seen_at=None)
        post_duties(REMINDER, rows)


def hand_over_duties(kind: str, source: int, *, to: Collection[int]) -> None:
    """From now on it is theirs, by the same last day; whoever else had it has it no more."""
    rows = Duty.objects.filter(kind=kind, source_id=source, done_at=None)
    held = rows.order_by("pk").first()
    if held is None:
        return
    rows.exclude(user__in=list(to)).update(done_at=clock.now())
    open_duties(kind, [Owed(user, source, held.due_on, held.what) for user in to])


def put_off_duties(kind: str, sources: Collection[int], *, due_on: date) -> None:
    """A later last day, by which it is brought to mind and goes up anew; an earlier one changes nothing."""
    rows = Duty.objects.filter(kind=kind, source_id__in=list(sources), done_at=None, due_on__lt=due_on)
    Duty.went_up_to.through.objects.filter(duty__in=rows).delete()
    rows.update(due_on=due_on, reminded_at=None, escalated_at=None)


def bring_up_duties(kind: str, source: int) -> int:
    """Unread again with all who still have it open, once a day at most; with how many."""
    midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Duty.objects.filter(kind=kind, source_id=source, done_at=None)
    quiet = rows.filter(Q(reminded_at=None) | Q(reminded_at__lt=midnight))
    return quiet.update(reminded_at=clock.now(), seen_at=None)


def _open(kind: str, owed: Sequence[Owed]) -> None:
    source_kind, now = KINDS[kind].source, clock.now()
    rows = Duty.objects.select_for_update().filter(kind=kind, source_id__in=[one.source_id for one in owed])
    held = {(row.user_id, row.source_id): row for row in rows}
    known = [(held[one.user, one.source_id], one) for one in owed if (one.user, one.source_id) in held]
    fresh = (
        Duty(user_id=one.user, kind=kind, source_kind=source_kind, source_id=one.source_id, what=one.what[:120],
             due_on=one.due_on, opened_at=now)
        for one in owed
        if (one.user, one.source_id) not in held
    )  # fmt: skip
    insert(fresh, ignore_conflicts=True)
    changed = [row for row, one in known if _is_changed(row, one, now)]
    anew = {(row.user_id, row.source_id) for row in changed}
    new = [one for one in owed if (one.user, one.source_id) not in held or (one.user, one.source_id) in anew]
    post(NEW, [Due(one.user, kind, one.source_id, one.due_on) for one in new])
    Duty.went_up_to.through.objects.filter(duty__in=changed).delete()
    Duty.objects.bulk_update(changed, TOLD_ANEW)


def _is_changed(row: Duty, one: Owed, now: datetime) -> bool:
    """Writes into the row what is new of it."""
    due_on = one.due_on if row.done_at else lengthened(row.due_on, one.due_on)
    if row.done_at is None and due_on == row.due_on:
        return False
    row.opened_at = now if row.done_at else row.opened_at
    row.due_on, row.what, row.done_at = due_on, one.what[:120], None
    row.reminded_at = row.escalated_at = row.seen_at = None
    return True


def _parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]
