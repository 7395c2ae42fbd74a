"""Opening a part, keeping what it reports, starting it again. What it reports is its own claim; the time is ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.courseware import permissions
from hengcai.courseware.models import Package, Run
from hengcai.courseware.rules.elements import check_values
from hengcai.courseware.rules.manifest import Part
from hengcai.courseware.rules.standing import mean, seconds_between, standing_of
from hengcai.training.actions import Stop, finish_by_package, keep_place
from hengcai.training.models import Enrolment, Lesson
from hengcai.training.permissions import LEARN


@dataclass(frozen=True)
class Report:
    """`values`: what the part set since the last report. `is_over`: it has said goodbye."""

    session: int
    values: Mapping[str, str] = field(default_factory=dict)
    is_over: bool = False


@action(LEARN)
def open_run(enrolment: Enrolment, *, by: User, lesson: Lesson, part: str, today: date) -> Run:
    """The newest opening is the one that counts: another page or device that had it open can no longer report."""
    package, told = _played(enrolment, lesson, part)
    run, _made = Run.objects.get_or_create(
        enrolment=enrolment, lesson=lesson, part=told.id,
        defaults={"package": package, "opened_at": clock.now(), "seen_at": clock.now()},
    )  # fmt: skip
    run.session += 1
    run.opened_at = run.seen_at = clock.now()
    if not told.is_sco and run.done_at is None:
        run.completion, run.done_at = "completed", clock.now()  # a page that reports nothing is done once it is opened
    run.save()
    if enrolment.state == Enrolment.State.LEARNING:
        _tell_lesson(run, by=by, today=today)
    return run


@action(permissions.PLAY, once_a_day=True, unsaid={"report"})
def keep_run(run: Run, *, by: User, report: Report, today: date) -> Run:
    """Once a part is done it is only looked at again: nothing it reports then changes what it came to."""
    if report.session != run.session:
        raise NotNow("courseware.opened_elsewhere")
    _count_time(run)
    if run.done_at is None and run.enrolment.state == Enrolment.State.LEARNING:
        _take(run, report)
    run.save()
    if report.is_over or run.done_at == run.seen_at:
        _tell_lesson(run, by=by, today=today)
    return run


@action(permissions.PLAY)
def restart_run(run: Run, *, by: User) -> Run:
    """From its beginning, as a further try; what was reported before is given up."""
    if run.done_at is not None:
        raise NotNow("courseware.done_already")
    run.values, run.completion, run.success, run.share = {}, "unknown", "unknown", ""
    run.tries += 1
    run.session += 1
    run.save()
    return run


def _played(enrolment: Enrolment, lesson: Lesson, part: str) -> tuple[Package, Part]:
    if lesson.course_id != enrolment.course_id:
        raise NotValid("training.lesson_of_another")
    package = Package.objects.filter(code=lesson.media, state="ready").first() if lesson.kind == "scorm" else None
    if package is None:
        raise NotNow("courseware.gone")
    told = package.part(part)
    if told is None:
        raise NotValid("courseware.part_unknown")
    return package, told


def _count_time(run: Run) -> None:
    now = clock.now()
    run.seconds += seconds_between(run.seen_at.timestamp(), now.timestamp())
    run.seen_at = now


def _take(run: Run, report: Report) -> None:
    part = run.package.part(run.part)
    if part is None:
        raise NotValid("courseware.part_unknown")
    whole = run.values | dict(report.values)
    check_values(run.package.standard, whole)
    told = standing_of(run.package.standard, whole, part, is_over=report.is_over)
    run.values, run.completion, run.success = whole, told.completion, told.success
    run.share = "" if told.share is None else str(told.share)
    if told.is_done:
        run.done_at = run.seen_at


def _tell_lesson(run: Run, *, by: User, today: date) -> None:
    """Time, share of the score and being done go into the lesson as they do for any other."""
    if run.enrolment.state != Enrolment.State.LEARNING:
        return
    stop = Stop(seconds=run.seconds - run.counted, place=0)
    keep_place(run.enrolment, by=by, lesson=run.lesson, stop=stop)
    run.counted = run.seconds
    run.save(update_fields=["counted"])
    rows = Run.objects.filter(enrolment=run.enrolment_id, lesson=run.lesson_id)
    done = {one.part for one in rows if one.done_at is not None}
    is_done = all(part.id in done for part in run.package.played)
    share = mean(Fraction(one.share) for one in rows if one.share)
    finish_by_package(run.enrolment, by=by, lesson=run.lesson, share=share, is_done=is_done, today=today)
