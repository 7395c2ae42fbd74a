"""Every night the effect of each course somebody finished is worked out anew, and surges are looked for."""

from datetime import date

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.days import months_back
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, enqueue, enqueue_all, step
from hengcai.programme.actions import find_surges, measure_effect
from hengcai.programme.models import Effect
from hengcai.training.models import Course

JOB, SURGES = "measure-effects", "find-surges"
DONE = Progress(1, 1, is_finished=True)


@step(JOB)
def effect_step(course_id: int) -> Progress:
    """Named by one of its versions; up to yesterday, so that no half day counts."""
    course = Course.objects.filter(pk=course_id).first()
    if course is not None:
        measure_effect(the_centre(), by=system_user(), course=course.code, until=clock.today())
    return DONE


def ask_to_measure() -> None:
    """Called every minute; a course worked out today is left alone."""
    done = Effect.objects.filter(until=clock.today()).values("course")
    used = Course.objects.filter(state=Course.State.PUBLISHED).exclude(code__in=done)
    keys = list(used.filter(pk__in=_learned()).values_list("pk", flat=True))
    if keys:
        enqueue_all(JOB, keys, by=system_user().pk)


def _learned() -> "list[int]":
    """Courses in use whose code somebody has finished or attended, in whichever version."""
    codes = set(Course.objects.filter(enrolments__state="finished").values_list("code", flat=True))
    codes |= set(Course.objects.filter(sessions__seats__state="attended").values_list("code", flat=True))
    return list(Course.objects.filter(code__in=codes, state=Course.State.PUBLISHED).values_list("pk", flat=True))


@step(SURGES)
def surge_step(target: int) -> Progress:
    """Of the month that runs on the day asked for, and of the one before it."""
    day = date.fromordinal(target)
    for month in (months_back(day, 2), day.replace(day=1)):
        find_surges(the_centre(), by=system_user(), month=month, today=day)
    return DONE


def ask_for_surges() -> None:
    """Called every minute: once a day, whoever asks how often."""
    day = clock.today().toordinal()
    if not Job.objects.filter(kind=SURGES, target__gte=day).exists():
        enqueue(SURGES, day, by=system_user().pk)
