"""Surveys as lists and pages show them: how many have answered, never who."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hengcai.assessment import permissions, states
from hengcai.assessment.models import Draft, Invitee, Survey
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open

ORDERS = Orders(
    {
        "name": ("name", "pk"),
        "state": ("state", "-closes_on", "pk"),
        "closes": ("-closes_on", "-pk"),
        "answered": ("-n_answered", "-pk"),
    }
)


@dataclass(frozen=True)
class SurveyFilter:
    state: str = ""

    def condition(self) -> Q:
        return Q(state=self.state) if self.state else Q()


def surveys_seen_by(user: Doer) -> QuerySet[Survey]:
    answered = Count("invitees", filter=Q(invitees__has_answered=True))
    own = Invitee.objects.filter(survey=OuterRef("pk"), person__user=user.pk)
    rows = Survey.objects.select_related("questionnaire").annotate(
        n_asked=Count("invitees"), n_answered=answered, is_mine=Exists(own),
        is_to_answer=Exists(own.filter(has_answered=False)),
    )  # fmt: skip
    return permissions.SEE.rows(rows.order_by("-closes_on", "-pk"), user)


def surveys_asked_of(user: Doer) -> QuerySet[Survey]:
    return permissions.ANSWER.rows(surveys_seen_by(user), user)


def may_still_answer(survey: Survey, user: Doer, *, today: date) -> bool:
    """Asked, open, in time and not yet answered."""
    if survey.state != Survey.State.OPEN or today > survey.closes_on:
        return False
    return survey.invitees.filter(person__user=user.pk, has_answered=False).exists()


def draft_of(survey: Survey, user: Doer) -> Draft | None:
    """One's own, never anybody else's."""
    return Draft.objects.filter(survey=survey, person__user=user.pk).first()


def surveys_to_close(today: date) -> QuerySet[Survey]:
    return Survey.objects.filter(state=Survey.State.OPEN, closes_on__lt=today).order_by("pk")


def moves_of(survey: Survey, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.SURVEY_MOVES, survey, user)]
