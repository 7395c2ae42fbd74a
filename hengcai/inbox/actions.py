"""Rounds remind, let lapse and send up; opening one's own inbox is the receipt. Each says what is true by then anew."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.workdays import Calendar
from hengcai.inbox import permissions
from hengcai.inbox.channels.outbox import Due, post, post_duties
from hengcai.inbox.channels.texts import ESCALATION, REMINDER
from hengcai.inbox.kinds import lapsing
from hengcai.inbox.models import Duty
from hengcai.inbox.rules import is_to_escalate, is_to_remind
from hengcai.inbox.superiors import Superiors


@action(permissions.SEE)
def see_duties(batch: Sequence[Duty], *, by: User) -> int:
    """Their owner has them before their eyes."""
    rows = Duty.objects.filter(pk__in=[one.pk for one in batch], user=by, seen_at=None)
    return rows.update(seen_at=clock.now())


@action(permissions.RUN)
def remind_duties(batch: Sequence[Duty], *, by: User, today: date, calendar: Calendar) -> int:
    """They stand as new in the inbox again."""
    due = [one for one in _still_open(batch) if _is_to_remind(one, today, calendar)]
    for one in due:
        one.reminded_at, one.seen_at = clock.now(), None
    post_duties(REMINDER, due)
    return Duty.objects.bulk_update(due, ["reminded_at", "seen_at"])


@action(permissions.RUN)
def escalate_duties(batch: Sequence[Duty], *, by: User, today: date, calendar: Calendar) -> int:
    """Once, to the lead or to everybody who holds the role; that there is nobody to go to is noted as well."""
    due = [one for one in _still_open(batch) if _is_to_escalate(one, today, calendar)]
    superiors = Superiors(due, today=today)
    through = Duty.went_up_to.through
    up = [(one, user) for one in due for user in superiors.of(one)]
    gone_up = [through(duty_id=one.pk, user_id=user) for one, user in up]
    through.objects.bulk_create(gone_up, ignore_conflicts=True)
    post(ESCALATION, [Due(user, one.kind, one.source_id, one.due_on) for one, user in up])
    for one in due:
        one.escalated_at = clock.now()
    return Duty.objects.bulk_update(due, ["escalated_at"])


@action(permissions.RUN)
def lapse_duties(batch: Sequence[Duty], *, by: User, today: date) -> int:
    """Their time is over, and with it what there was to do."""
    codes = set(lapsing())
    gone = [one for one in _still_open(batch) if one.kind in codes and one.due_on is not None and one.due_on < today]
    for one in gone:
        one.done_at = clock.now()
    return Duty.objects.bulk_update(gone, ["done_at"])


def _still_open(batch: Sequence[Duty]) -> list[Duty]:
    """Locked and read again: somebody may just have done them, or another round reminded of them."""
    keys = [one.pk for one in batch]
    return list(Duty.objects.select_for_update().filter(pk__in=keys, done_at=None).order_by("pk"))


def _is_to_remind(one: Duty, today: date, calendar: Calendar) -> bool:
    if one.due_on is None:
        return False
    zone = settings.TIME_ZONE
    reminded_on = day_of(one.reminded_at, zone) if one.reminded_at else None
    opened_on = day_of(one.opened_at, zone)
    return is_to_remind(one.due_on, opened_on=opened_on, reminded_on=reminded_on, today=today, calendar=calendar)


def _is_to_escalate(one: Duty, today: date, calendar: Calendar) -> bool:
    if one.due_on is None:
        return False
    return is_to_escalate(one.due_on, is_escalated=one.escalated_at is not None, today=today, calendar=calendar)
