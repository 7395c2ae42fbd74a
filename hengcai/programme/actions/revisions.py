"""A course's revision: opened by what was found or by hand, planned by whoever answers for the course, done with a new version,
looked at again."""

from datetime import date, timedelta

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.programme import duties, permissions, states
from hengcai.programme.facts.found import owner_of
from hengcai.programme.models import Revision
from hengcai.programme.rules.revising import DAYS_TO_PLAN, Reason, check_newer, check_plan
from hengcai.training.models import Course

LONGEST = 2000


@action(permissions.OPEN_REVISION)
def open_revision(course: Course, *, by: User, reasons: list[Reason], today: date) -> Revision:
    """One at a time, of the version in use."""
    if course.state != Course.State.PUBLISHED:
        raise NotNow("training.course_not_in_use")
    if not reasons:
        raise NotValid("programme.revision_without_reason")
    if Revision.objects.filter(code=course.code, state__in=Revision.RUNNING).exists():
        raise NotNow("programme.revision_runs")
    made = Revision.objects.create(
        code=course.code, course=course, reasons=reasons, owner=owner_of(course), opened_at=clock.now(),
        due_on=today + timedelta(days=DAYS_TO_PLAN),
    )  # fmt: skip
    duties.to_revise(made)
    return made


@action(states.PLAN_REVISION)
def plan_revision(revision: Revision, *, by: User, content: str, method: str, due_on: date) -> Revision:
    """What of the content and of the method changes, and by when."""
    check_lengths(content, method)
    check_plan(content, method, due_on, clock.today())
    revision.content, revision.method, revision.due_on = content.strip()[:LONGEST], method.strip()[:LONGEST], due_on
    revision.planned_by, revision.planned_at = by, clock.now()
    revision.save(update_fields=["content", "method", "due_on", "planned_by", "planned_at"])
    duties.to_revise(revision)
    return revision


@action(states.FINISH_REVISION)
def finish_revision(revision: Revision, *, by: User, today: date) -> Revision:
    """With the version that is in use now, which came after the one the revision was opened for."""
    newest = Course.objects.filter(code=revision.code, state=Course.State.PUBLISHED).first()
    check_newer(newest.number if newest else None, revision.course.number)
    revision.done_with, revision.done_on = newest, newest.published_on if newest and newest.published_on else today
    revision.save(update_fields=["done_with", "done_on"])
    duties.revised(revision)
    return revision


@action(states.MEASURE_REVISION)
def measure_revision(revision: Revision, *, by: User, after: list[Reason], today: date) -> Revision:
    """`after`: what is still not as it should be; nothing where the new version does what it should."""
    revision.after, revision.measured_on = after, today
    revision.save(update_fields=["after", "measured_on"])
    return revision
