"""One parcel at a time: taken from the outbox by lease, sent, and what became of it noted in the rows themselves.

Its id is noted before anything goes out. A worker that died in between leaves it behind: then nobody knows whether it went
out. By mail it goes again under the same Message-ID; a robot, which would say it twice, is not called again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet

from hengcai.inbox.channels import robots
from hengcai.inbox.channels.carriers import carry_call, carry_mail
from hengcai.inbox.channels.loud import Loud
from hengcai.inbox.channels.quiet import GIVEN_UP_AFTER, wait_after
from hengcai.inbox.channels.robots import BAD, DONE, LIMIT, MAYBE, PER_MINUTE, REFUSED, REPEATABLE, Verdict
from hengcai.inbox.channels.terms import the_terms
from hengcai.inbox.channels.texts import ESCALATION
from hengcai.inbox.models import Channel, Duty, Hook, Notice

LEASE, A_MINUTE = timedelta(minutes=2), timedelta(minutes=1)
LOOKED_AT = 500
UNKNOWN = "unknown"  # whether it went out


@dataclass(frozen=True)
class Parcel:
    """To one person by mail, or to one group by its robot; `may_be_out`: it was sent before and no answer came."""

    hook: Hook | None
    rows: Sequence[Notice]
    may_be_out: bool = False


def waiting() -> QuerySet[Notice]:
    return Notice.objects.filter(sent_at=None, dropped="")


def due(now: datetime) -> QuerySet[Notice]:
    """What may be tried now; a robot that pauses, or was refused, keeps what is its own."""
    free = Q(taken_until=None) | Q(taken_until__lt=now)
    hook = Q(hook=None) | Q(hook__is_on=True, hook__refused="") & (
        Q(hook__paused_until=None) | Q(hook__paused_until__lte=now)
    )
    rows = waiting().filter(free, hook, not_before__lte=now)
    paused = the_terms().mail_paused_until
    if not settings.MAIL_HOST or (paused is not None and paused > now):
        rows = rows.exclude(channel=Channel.MAIL)
    return rows.order_by("not_before", "pk")


def send_one(now: datetime) -> bool:
    """False when there is nothing to send."""
    parcel = take(now)
    if parcel is None:
        return False
    if parcel.hook is None:
        _after_mail(parcel, carry_mail(parcel.rows), now)
    else:
        _after_call(parcel, parcel.hook, carry_call(parcel.hook, parcel.rows, now), now)
    return True


@transaction.atomic
def take(now: datetime) -> Parcel | None:
    rows = list(due(now).select_for_update(of=("self",)).select_related("user", "hook")[:LOOKED_AT])
    rows = _still_wanted(_hopeless_dropped(_unknown_dropped(rows)))
    loud = _loud(rows, now)
    while loud:
        first = loud[0]
        together = _together(first, loud)
        if first.hook is None or _has_room(first.hook, now):
            return _taken(first, together, now)
        loud = [one for one in loud if one.hook_id != first.hook_id]
    return None


def _taken(first: Notice, rows: Sequence[Notice], now: datetime) -> Parcel:
    """Under the id it bore before, if it was on its way already."""
    was_sent, parcel = bool(first.parcel), first.parcel or uuid4().hex
    Notice.objects.filter(pk__in=[one.pk for one in rows]).update(taken_until=now + LEASE, parcel=parcel)
    for one in rows:
        one.parcel = parcel
    return Parcel(first.hook, rows, may_be_out=was_sent)


def _together(first: Notice, rows: Sequence[Notice]) -> list[Notice]:
    """What was on its way together goes again together, without what came since."""
    if first.parcel:
        return [one for one in rows if one.parcel == first.parcel]
    rows = [one for one in rows if not one.parcel]
    if first.hook_id is None:
        return [one for one in rows if one.hook_id is None and one.user_id == first.user_id]
    here = [one for one in rows if one.hook_id == first.hook_id]
    called = list(dict.fromkeys(one.user_id for one in here))[: robots.MOST_CALLED]
    return [one for one in here if one.user_id in called]


def _unknown_dropped(rows: Sequence[Notice]) -> list[Notice]:
    """Robots are called once at most; what they were to say stands in the inbox in any case."""
    gone = [one.pk for one in rows if one.parcel and one.hook and one.hook.robot not in REPEATABLE]
    _drop(gone, UNKNOWN)
    return [one for one in rows if one.pk not in gone]


def _hopeless_dropped(rows: Sequence[Notice]) -> list[Notice]:
    """Holidays may be long; what was tried for days is another matter."""
    _drop([one.pk for one in rows if one.failures >= GIVEN_UP_AFTER], "given_up")
    return [one for one in rows if one.failures < GIVEN_UP_AFTER]


def _still_wanted(rows: Sequence[Notice]) -> list[Notice]:
    """Done, or seen in the inbox, in the meantime: then it is not sent. What went up is another's to have seen."""
    sources = [one.source_id for one in rows]
    held = Duty.objects.filter(source_id__in=sources, done_at=None).values_list("kind", "source_id", "user", "seen_at")
    is_open: set[tuple[str, int]] = set()
    seen: dict[tuple[str, int, int], datetime | None] = {}
    for kind, source, user, seen_at in held:
        is_open.add((kind, source))
        seen[kind, source, user] = seen_at
    left: list[Notice] = []
    over: list[Notice] = []
    for one in rows:
        (left if _is_wanted(one, is_open, seen) else over).append(one)
    _drop([one.pk for one in over], "done")
    return left


def _is_wanted(one: Notice, is_open: set[tuple[str, int]], seen: dict[tuple[str, int, int], datetime | None]) -> bool:
    if one.stage == ESCALATION:
        return (one.kind, one.source_id) in is_open
    key = one.kind, one.source_id, one.user_id
    seen_at = seen.get(key)
    return key in seen and (seen_at is None or seen_at < one.made_at)


def _drop(keys: Sequence[int], why: str) -> None:
    Notice.objects.filter(pk__in=keys).update(dropped=why)


def _loud(rows: Sequence[Notice], now: datetime) -> list[Notice]:
    """Where it is quiet the row waits until it is not."""
    loud, left = Loud({one.user_id for one in rows}, now), []
    for one in rows:
        moment = loud.moment_for(one.user_id)
        if moment <= now:
            left.append(one)
        else:
            Notice.objects.filter(pk=one.pk).update(not_before=moment)
    return left


def _has_room(hook: Hook, now: datetime) -> bool:
    """So many a minute and no more; the next minute goes on."""
    if hook.minute is None or now >= hook.minute + A_MINUTE:
        hook.minute, hook.sent_in_minute = now, 0
    if hook.sent_in_minute >= PER_MINUTE:
        Hook.objects.filter(pk=hook.pk).update(paused_until=hook.minute + A_MINUTE)
        return False
    hook.sent_in_minute += 1
    hook.save(update_fields=["minute", "sent_in_minute"])
    return True


def _after_mail(parcel: Parcel, verdict: Verdict, now: datetime) -> None:
    terms = the_terms()
    if verdict.kind == DONE:
        _sent(parcel, now)
        terms.mail_failures, terms.mail_said, terms.mail_paused_until = 0, "", None
    elif verdict.kind == BAD:
        _drop([one.pk for one in parcel.rows], verdict.said)
    else:
        terms.mail_failures, terms.mail_said = terms.mail_failures + 1, verdict.said
        terms.mail_paused_until = now + wait_after(terms.mail_failures)
        _again(parcel, terms.mail_paused_until, is_out=verdict.kind == MAYBE)
    terms.save()


def _after_call(parcel: Parcel, hook: Hook, verdict: Verdict, now: datetime) -> None:
    if verdict.kind == DONE:
        _sent(parcel, now)
        Hook.objects.filter(pk=hook.pk).update(failures=0, paused_until=None, last_sent_at=now)
    elif verdict.kind == BAD:
        _drop([one.pk for one in parcel.rows], verdict.said)
    elif verdict.kind == REFUSED:
        Hook.objects.filter(pk=hook.pk).update(refused=verdict.said[:80])
        _again(parcel, now)
    elif verdict.kind == MAYBE and hook.robot not in REPEATABLE:
        _drop([one.pk for one in parcel.rows], UNKNOWN)
        failures = hook.failures + 1
        Hook.objects.filter(pk=hook.pk).update(failures=failures, paused_until=now + wait_after(failures))
    else:
        failures = 0 if verdict.kind == LIMIT else hook.failures + 1
        wait = robots.PAUSES[hook.robot] if verdict.kind == LIMIT else wait_after(failures)
        Hook.objects.filter(pk=hook.pk).update(failures=failures, paused_until=now + wait)
        _again(parcel, now, is_out=verdict.kind == MAYBE)


def _sent(parcel: Parcel, now: datetime) -> None:
    keys = [one.pk for one in parcel.rows]
    Notice.objects.filter(pk__in=keys).update(sent_at=now, taken_until=None)


def _again(parcel: Parcel, not_before: datetime, *, is_out: bool = False) -> None:
    """Without its id where it was not taken for certain: then it may go together with what came since."""
    rows = Notice.objects.filter(pk__in=[one.pk for one in parcel.rows])
    kept = parcel.rows[0].parcel if is_out or parcel.may_be_out else ""
    rows.update(taken_until=None, not_before=not_before, failures=F("failures") + 1, parcel=kept)
