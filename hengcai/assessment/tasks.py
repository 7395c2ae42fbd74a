"""Surveys whose last day is over are closed by the worker."""

from hengcai.accounts.models import system_user
from hengcai.assessment.actions.surveys import close_survey
from hengcai.assessment.queries.surveys import surveys_to_close
from hengcai.base import clock
from hengcai.jobs.worker import Progress, enqueue_all, step

CLOSE_JOB = "close-survey"
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
