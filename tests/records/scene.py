"""A published month of Li, Wang and He, or a published quarter; each of them with a password of their own."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware

from hengcai.appraisal.actions import compute_cycle
from hengcai.base import clock
from hengcai.records.models import Record
from hengcai.records.rules.interviews import Step, Talk
from tests import cast
from tests.appraisal import stage

A_DAY = timedelta(days=1)
PUBLISHED_ON = date(2026, 4, 13)  # a Monday
LAST_DAY = date(2026, 4, 20)  # the fifth working day after it


def talk(day):
    """As it is agreed that day."""
    step = Step("Tells the day in every call", day + 20 * A_DAY)
    return Talk("Listens to the end", "Gives no date", "Will try", (step,))


TALK = talk(LAST_DAY)


def at(day, hour=10):
    return clock.set_to(make_aware(datetime.combine(day, time(hour))))


def published_month():
    with at(PUBLISHED_ON):
        return stage.publish(compute_cycle(stage.open_month(), by=cast.user("zheng")))


def published_quarter():
    with at(PUBLISHED_ON):
        cycle = stage.open_quarter()
        for name, by in (("li", "zhao"), ("wang", "zhao"), ("he", "lin")):
            stage.send(stage.task(cycle, name, "self"), by=name)
            stage.send(stage.task(cycle, name), by=by)
            stage.send(stage.task(cycle, name, "practical"), by="zhou")
        return stage.publish(compute_cycle(cycle, by=cast.user("zheng")))


def record(name="li", **of):
    return Record.objects.select_related("person", "cycle__policy").get(person__number=name, **of)


def password_of(name):
    """Given on first use; the same for as long as the test lasts."""
    user = cast.user(name)
    if not user.has_usable_password():
        user.set_password(f"{name}'s own")
        user.save()
    return f"{name}'s own"
