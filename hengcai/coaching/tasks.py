"""The covered sound of a case is made by the worker."""

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.coaching.actions.library import keep_case_sound
from hengcai.coaching.keeping import MAKE_SOUND, recording_of, write_sound
from hengcai.coaching.library_models import LibraryCase
from hengcai.jobs.models import Job
from hengcai.jobs.worker import Progress, step

GONE = Progress(1, 1, is_finished=True)


@step(MAKE_SOUND)
def make_sound_step(case_id: int) -> Progress:
    """A case that is gone, or wants no sound any more, has nothing left to do."""
    case = LibraryCase.objects.filter(pk=case_id, sound=LibraryCase.Sound.WAITING).select_related("agent").first()
    if case is None:
        return GONE
    job = Job.objects.filter(kind=MAKE_SOUND, target=case_id, state=Job.State.QUEUED).order_by("pk")[0]
    keep_case_sound(case, by=User.objects.get(pk=job.asked_by), is_ready=_is_made(case))
    return GONE


def _is_made(case: LibraryCase) -> bool:
    recording = recording_of(case)
    if recording is None:
        return False
    try:
        write_sound(case, recording)
    except NotValid:
        return False
    return True
