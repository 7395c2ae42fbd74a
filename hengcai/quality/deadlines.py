"""The last days by which an agent answers and a dispute is decided, in working days."""

from datetime import date

from django.conf import settings

from hengcai.base.workdays import Calendar


def last_day_to_answer(published_on: date) -> date:
    return Calendar().add(published_on, settings.DISPUTE_DAYS).date


def last_day_to_decide(raised_on: date) -> date:
    return Calendar().add(raised_on, settings.DECISION_DAYS).date
