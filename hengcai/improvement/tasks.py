"""Counts the newest days every night; makes and brings standing reports when they are due, however long nobody was there."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.improvement.actions.standing import count_places, deliver_report
from hengcai.improvement.counting import first_day_counted_from
from hengcai.improvement.models import Delivery, PlaceSum, Subscription
from hengcai.improvement.rules.periods import Due, Rhythm, dues
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, step
from hengcai.people.queries.calendar import the_calendar

COUNT_JOB, BRING_JOB = "count-places", "bring-reports"
RECOUNTED = timedelta(days=35)  # scores are published, complaints judged, files imported for so long afterwards
A_STEP = timedelta(days=7)
KEPT = timedelta(days=7)
A_DAY = timedelta(days=1)
SECONDS_AN_HOUR = 3_600


@step(COUNT_JOB)
def count_step(target: int) -> Progress:
    """A week a step, the newest last, so that a killed one goes on where it was: `target` is the day it was asked on."""
    day = date.fromordinal(target)
    first = next(iter(_weeks(day)), None)
    if first is None:
        return Progress(1, 1, is_finished=True)
    count_places(the_centre(), by=system_user(), first=first, last=min(first + A_STEP - A_DAY, day))
    left = len(list(_weeks(day)))
    return Progress(1, 1 + left, is_finished=not left)


def _weeks(day: date) -> Iterator[date]:
    """First days of the stretches that were not counted since this day began."""
    since = clock.today() - timedelta(days=366)
    oldest = first_day_counted_from(day)
    if oldest is None:
        return
    is_first_time = not PlaceSum.objects.filter(span="day", first__lt=day - RECOUNTED).exists()
    first = max(oldest, since) if is_first_time else max(oldest, day - RECOUNTED)
    fresh = PlaceSum.objects.filter(span="day", scope="centre", counted_at__date=clock.today())
    counted = set(fresh.filter(first__range=(first, day)).values_list("first", flat=True))
    while first <= day:
        if not any(first + n * A_DAY in counted for n in range(A_STEP.days)):
            yield first
        first += A_STEP


def ask_for_counts() -> None:
    """Called every minute: once a day, whoever asks how often."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=COUNT_JOB, target__gte=day).exists():
        enqueue(COUNT_JOB, day, by=system_user().pk)


@step(BRING_JOB)
def bring_step(_target: int) -> Progress:
    """One report to one inbox a step; killed at any moment, the next finds what is left."""
    found = next(_waiting(), None)
    if found is None:
        return Progress(1, 1, is_finished=True)
    subscription, due = found
    deliver_report(subscription, by=system_user(), first=due.period.first)
    Subscription.objects.filter(pk=subscription.pk).update(since=due.at)
    return Progress(0, 1, is_finished=False)


def _waiting() -> Iterator[tuple[Subscription, Due]]:
    """What is due and was not brought yet: of each only what came due since the last one, or since it was asked for."""
    calendar, now = the_calendar(), clock.now()
    for one in Subscription.objects.select_related("user", "site", "team__site", "post").order_by("pk"):
        for due in dues(rhythm_of(one), now, lambda day: calendar.day(day).is_working):
            if due.at > one.since and not _is_brought(one, due):
                yield one, due


def rhythm_of(subscription: Subscription) -> Rhythm:
    """By the clock of the site it is about; of the whole centre by the centre's."""
    site = subscription.site or (subscription.team.site if subscription.team else None)
    zone = ZoneInfo(site.time_zone if site else settings.TIME_ZONE)
    return Rhythm(subscription.span, subscription.hour, zone, subscription.weekday)


def _is_brought(one: Subscription, due: Due) -> bool:
    rows = Delivery.objects.filter(user=one.user_id, report__scope=one.scope, report__span=one.span)
    return rows.filter(report__first=due.period.first).exists()


def ask_for_reports() -> None:
    """Called every minute: one look an hour."""
    hour = int(clock.now().timestamp() // SECONDS_AN_HOUR)
    if Job.objects.filter(kind=BRING_JOB, target__gte=hour).exists():
        return
    Job.objects.filter(kind=BRING_JOB, state=Job.State.DONE, asked_at__lt=clock.now() - KEPT).delete()
    enqueue(BRING_JOB, hour, by=system_user().pk)


def bring_to_the_end() -> int:
    """All that is due now, for the command line and the demo."""
    count = 0
    while not bring_step(0).is_finished:
        count += 1
    return count
