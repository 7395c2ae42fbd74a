"""What a survey asks of whom: to answer by its last day."""

from collections.abc import Iterable
from datetime import date

from hengcai.assessment.models import Invitee, Survey
from hengcai.inbox.duties import Owed, open_duties, put_off_duties, settle_duties
from hengcai.inbox.kinds import Kind, register

ANSWER, SURVEY = "survey.answer", "assessment.survey"
register(Kind(ANSWER, SURVEY, "answer-survey", "list-surveys", lapses=True, is_discreet=True))


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
