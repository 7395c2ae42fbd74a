"""A survey from its invitation to its close. What an anonymous one holds of a person is that they have answered, no more."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hengcai.accounts.models import User
from hengcai.assessment import duties, permissions, states
from hengcai.assessment.audience import Audience, invitees_of
from hengcai.assessment.definitions import asked_of
from hengcai.assessment.keeping import groups_of, groups_to_hide
from hengcai.assessment.models import Invitee, Questionnaire, Sheet, Survey, Tally
from hengcai.assessment.rules.answering import Answers, cleaned
from hengcai.assessment.rules.kinds import Asked
from hengcai.assessment.rules.tally import counted
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_lengths

RANDOM_BITS = 62
LONGEST_NAME, MOST_DAYS = 120, 366


@dataclass(frozen=True)
class Plan:
    """What somebody opens: its name, whom it asks, until when, and whether anybody will know who answered what."""

    name: str
    closes_on: date
    is_anonymous: bool = True
    audience: Audience = field(default_factory=Audience)


@action(permissions.RUN)
def open_survey(questionnaire: Questionnaire, *, by: User, plan: Plan, today: date) -> Survey:
    """Everybody asked finds it in their inbox at once."""
    if questionnaire.state != Questionnaire.State.PUBLISHED:
        raise NotNow("assessment.not_published")
    survey = Survey(
        questionnaire=questionnaire, name=_name(plan.name), is_anonymous=plan.is_anonymous, opened_by=by,
        opened_at=clock.now(), closes_on=_last_day(plan.closes_on, today),
    )  # fmt: skip
    invitees, survey.unreached = invitees_of(survey, plan.audience, today)
    if not invitees:
        raise NotValid("assessment.nobody_asked")
    survey.save()
    Invitee.objects.bulk_create(invitees)
    duties.invited(survey, invitees)
    return survey


@action(states.REMIND)
def remind_invitees(survey: Survey, *, by: User, today: date) -> int:
    """All who have not answered, by the list kept apart; how many. Nobody is shown who they are."""
    if today > survey.closes_on:
        raise NotNow("assessment.over", closed=survey.closes_on)
    rows = survey.invitees.filter(has_answered=False, person__user__is_active=True)
    users = list(rows.values_list("person__user", flat=True))
    duties.reminded(survey, [user for user in users if user])
    return len(users)


@action(states.EXTEND)
def extend_survey(survey: Survey, *, by: User, closes_on: date, today: date) -> Survey:
    """To a later last day, never an earlier one."""
    if _last_day(closes_on, today) <= survey.closes_on:
        raise NotValid("assessment.only_later")
    survey.closes_on = closes_on
    survey.save(update_fields=["closes_on"])
    duties.extended(survey, closes_on)
    return survey


@action(states.ANSWER, unsaid={"answers"})
def answer_survey(survey: Survey, *, by: User, answers: Answers, today: date) -> None:
    """Once, until the last day. The sheet is counted into its groups and forgets them; what the audit log keeps is that
    this person answered."""
    if today > survey.closes_on:
        raise NotNow("assessment.over", closed=survey.closes_on)
    invitee = survey.invitees.select_for_update().filter(person__user=by.pk).first()
    if invitee is None:
        raise NotAllowed("permission.reach", permission=permissions.ANSWER.code)
    if invitee.has_answered:
        raise NotNow("assessment.answered_already")
    questions = [asked_of(one) for one in survey.questionnaire.questions.order_by("order")]
    given = cleaned(questions, answers)
    _check_texts(given)
    invitee.has_answered = True
    invitee.save(update_fields=["has_answered"])
    person = None if survey.is_anonymous else invitee.person
    Sheet.objects.create(pk=secrets.randbits(RANDOM_BITS), survey=survey, person=person, answers=given)
    _count_in(survey, invitee, questions, given)
    survey.drafts.filter(person=invitee.person).delete()
    duties.answered(survey, by.pk)


@action(states.CLOSE)
def close_survey(survey: Survey, *, by: User) -> Survey:
    """Nothing is answered any more; only now can anybody read what was."""
    survey.closed_at = clock.now()
    survey.hidden = groups_to_hide(survey)
    survey.save(update_fields=["closed_at", "hidden"])
    if survey.is_anonymous:
        _shuffle_sheets(survey)
    survey.drafts.all().delete()
    duties.closed(survey)
    return survey


def _name(text: str) -> str:
    name = text.strip()
    if not name or len(name) > LONGEST_NAME:
        raise NotValid("assessment.name_missing", most=LONGEST_NAME)
    check_lengths(name)
    return name


def _last_day(closes_on: date, today: date) -> date:
    if not 0 <= (closes_on - today).days <= MOST_DAYS:
        raise NotValid("assessment.closes_past", most=MOST_DAYS)
    return closes_on


def _check_texts(given: dict[str, Any]) -> None:
    check_lengths(*(value for value in given.values() if isinstance(value, str)))


def _count_in(survey: Survey, invitee: Invitee, questions: Sequence[Asked], answers: dict[str, Any]) -> None:
    for by, group in {Tally.By.ALL: "", **groups_of(invitee)}.items():
        found = Tally.objects.select_for_update().get_or_create(survey=survey, by=by, group=group)[0]
        found.n, found.counts = found.n + 1, counted(found.counts, questions, answers)
        found.save(update_fields=["n", "counts"])


def _shuffle_sheets(survey: Survey) -> None:
    """Written anew under other numbers in another order, in one transaction: what a database notes beside its rows, when
    and after which other row they came, then says the same of all of them."""
    kept = list(survey.sheets.values_list("answers", flat=True))
    secrets.SystemRandom().shuffle(kept)
    survey.sheets.all().delete()
    Sheet.objects.bulk_create(
        [Sheet(pk=secrets.randbits(RANDOM_BITS), survey=survey, answers=one) for one in kept], batch_size=500
    )
