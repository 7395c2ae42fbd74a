"""What a survey and a test ask of whom: to answer, to sit, by the last day."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings

from hengcai.assessment import check_duties  # noqa: F401 - this registers its kinds
from hengcai.assessment.models import Exam, Invitee, Sitting, Survey
from hengcai.base.days import day_of
from hengcai.inbox.duties import Owed, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

ANSWER, SURVEY = "survey.answer", "assessment.survey"
SIT, READ_RESULT, SITTING = "exam.sit", "exam.result", "assessment.sitting"
register(
    Kind(ANSWER, SURVEY, "answer-survey", "list-surveys", lapses=True, is_discreet=True),
    Kind(SIT, SITTING, "see-sitting", "list-sittings", lapses=True),
    Kind(READ_RESULT, SITTING, "see-sitting", "list-sittings", lapses=True),
)
READ_WITHIN = timedelta(days=7)


def invited(survey: Survey, invitees: Iterable[Invitee]) -> None:
    users = [user for user in (one.person.user_id for one in invitees) if user]
    open_duties(ANSWER, [Owed(user, survey.pk, survey.closes_on, survey.name) for user in users])


def reminded(survey: Survey, users: Iterable[int]) -> None:
    """Settled and opened anew, so that it stands in the inbox as unread once more."""
    some = list(users)
    settle_duties(ANSWER, [survey.pk], users=some)
    open_duties(ANSWER, [Owed(user, survey.pk, survey.closes_on, survey.name) for user in some])


def answered(survey: Survey, user: int) -> None:
    settle_duties(ANSWER, [survey.pk], users=[user])


def extended(survey: Survey, due_on: date) -> None:
    put_off_duties(ANSWER, [survey.pk], due_on=due_on)


def closed(survey: Survey) -> None:
    settle_duties(ANSWER, [survey.pk])


def announced(exam: Exam, sittings: Iterable[Sitting]) -> None:
    rows = [(one, one.person.user_id) for one in sittings]
    open_duties(SIT, [Owed(user, one.pk, _day(one.closes_at), exam.name) for one, user in rows if user])


def over(sittings: Iterable[Sitting]) -> None:
    settle_duties(SIT, [one.pk for one in sittings])


def called_off(sittings: Iterable[Sitting]) -> None:
    settle_duties((SIT, READ_RESULT), [one.pk for one in sittings])


def results_told(exam: Exam, sittings: Iterable[Sitting]) -> None:
    """There for a week, or until it is opened."""
    until = _day(exam.released_at or exam.closes_at) + READ_WITHIN
    rows = [(one, one.person.user_id) for one in sittings]
    open_duties(READ_RESULT, [Owed(user, one.pk, until, exam.name) for one, user in rows if user])


def result_read(sitting: Sitting) -> None:
    settle_duties(READ_RESULT, [sitting.pk])


def _day(moment: datetime) -> date:
    return day_of(moment, settings.TIME_ZONE)
