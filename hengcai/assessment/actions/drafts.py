"""What somebody has filled in so far, kept until they send it."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.assessment import permissions
from hengcai.assessment.definitions import asked_of
from hengcai.assessment.models import Draft, Survey
from hengcai.assessment.rules.answering import Answers, readable
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow

LONGEST_CODE = 20


@action(permissions.ANSWER, once_a_day=True, unsaid={"answers", "at"})
def keep_draft(survey: Survey, *, by: User, answers: Answers, at: str = "", today: date) -> Draft:
    """Of a survey with names alone: of an anonymous one nothing lies on the server before it is sent."""
    if survey.is_anonymous:
        raise NotNow("assessment.draft_anonymous")
    if survey.state != Survey.State.OPEN or today > survey.closes_on:
        raise NotNow("assessment.over", closed=survey.closes_on)
    invitee = survey.invitees.filter(person__user=by.pk).first()
    if invitee is None:
        raise NotAllowed("permission.reach", permission=permissions.ANSWER.code)
    if invitee.has_answered:
        raise NotNow("assessment.answered_already")
    questions = [asked_of(one) for one in survey.questionnaire.questions.order_by("order")]
    facts = {"answers": readable(questions, answers), "at": at[:LONGEST_CODE], "saved_at": clock.now()}
    return Draft.objects.update_or_create(survey=survey, person=invitee.person, defaults=facts)[0]
