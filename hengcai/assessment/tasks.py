"""Surveys whose last day is over, and tests whose time is, are ended by the worker."""

from hengcai.accounts.models import system_user
from hengcai.assessment.actions.sittings import end_sittings, miss_sittings
from hengcai.assessment.actions.surveys import close_survey
from hengcai.assessment.queries.sittings import sittings_over, sittings_to_miss
from hengcai.assessment.queries.surveys import surveys_to_close
from hengcai.base import clock
from hengcai.jobs.worker import Progress, enqueue_all, step

CLOSE_JOB, END_JOB = "close-survey", "end-sittings"
AT_ONCE = 200
DONE = Progress(1, 1, is_finished=True)


@step(CLOSE_JOB)
def close_survey_step(survey_id: int) -> Progress:
    """Put off or closed meanwhile, it has nothing left to do."""
    survey = surveys_to_close(clock.today()).filter(pk=survey_id).first()
    if survey is not None:
        close_survey(survey, by=system_user())
    return DONE


def ask_to_close() -> None:
    """Called every minute; a survey waits in the queue once."""
    due = list(surveys_to_close(clock.today()).values_list("pk", flat=True))
    if due:
        enqueue_all(CLOSE_JOB, due, by=system_user().pk)


@step(END_JOB)
def end_sittings_step(_exam_id: int) -> Progress:
    """Both are looked at again inside their own transactions, so that twice is once."""
    over, gone = list(sittings_over(clock.now())[:AT_ONCE]), list(sittings_to_miss(clock.now())[:AT_ONCE])
    if over:
        end_sittings(over, by=system_user())
    if gone:
        miss_sittings(gone, by=system_user())
    return DONE


def ask_to_end_sittings() -> None:
    """Called every minute; a test waits in the queue once."""
    now = clock.now()
    exams = {*sittings_over(now).values_list("exam", flat=True)} | {
        *sittings_to_miss(now).values_list("exam", flat=True)
    }
    if exams:
        enqueue_all(END_JOB, sorted(exams)[:1], by=system_user().pk)
