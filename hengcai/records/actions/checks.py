"""The archive read again, a file at a time: asked for by a person, done by the worker."""

from collections.abc import Sequence

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.jobs.worker import enqueue
from hengcai.records import permissions
from hengcai.records.models import Check
from hengcai.records.rules.verifying import Found

CHECK_JOB = "check-archive"
MOST_FAULTS = 200


@action(permissions.CHECK_ARCHIVE)
def check_archive(centre: Centre, *, by: User) -> Check:
    """One at a time: whoever asks meanwhile gets the one under way."""
    running = Check.objects.filter(finished_at=None).order_by("pk").first()
    if running is not None:
        return running
    made = Check.objects.create(asked_at=clock.now())
    enqueue(CHECK_JOB, made.pk, by=by.pk)
    return made


@action(permissions.CHECK_ARCHIVE, unsaid={"found"})
def note_check(check: Check, *, by: User, found: Sequence[Found], after: int | None) -> Check:
    """What some files turned out to be; without `after` that was all of it."""
    for one in found:
        check.files += one.is_file
        check.records, check.erased = check.records + one.records, check.erased + one.erased
        check.fault_count += len(one.faults)
        check.faults = [*check.faults, *one.faults][:MOST_FAULTS]
    if after is None:
        check.finished_at = clock.now()
    else:
        check.after = after
    check.save()
    return check
