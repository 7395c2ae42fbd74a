"""The last days by which an agent answers and a dispute is decided, in the centre's own working days."""

from datetime import date

from django.conf import settings

from hengcai.people.queries.calendar import the_calendar

CONCLUDE_DAYS = 5


def last_day_to_answer(published_on: date) -> date:
    return the_calendar().add(published_on, settings.DISPUTE_DAYS).date


def last_day_to_recheck(drawn_on: date) -> date:
    return the_calendar().add(drawn_on, settings.RECHECK_DAYS).date


def last_day_to_decide(raised_on: date) -> date:
    return the_calendar().add(raised_on, settings.DECISION_DAYS).date


def last_day_to_reveal(scored_by: date) -> date:
    """The working day after the analysts' last one."""
    return the_calendar().add(scored_by, 1).date


def last_day_to_conclude(revealed_on: date) -> date:
    """Of a calibration session: reference agreed and everybody told."""
    return the_calendar().add(revealed_on, CONCLUDE_DAYS).date


def last_day_to_score(given_on: date, *, days: int) -> date:
    return the_calendar().add(given_on, days).date


def last_day_to_answer_cause(collected_on: date) -> date:
    return the_calendar().add(collected_on, settings.CAUSE_DAYS).date
