"""The days of an appeal, in the centre's own working days, as many as the policy says."""

from datetime import date

from django.conf import settings

from hengcai.appeals.rules.appeals import OPINION_DAYS
from hengcai.appraisal.models import Correction, Result
from hengcai.appraisal.parsing import terms_of
from hengcai.appraisal.rules.terms import Windows
from hengcai.base.days import day_of
from hengcai.people.queries.calendar import the_calendar
from hengcai.records.models import Record


def windows_of(result: Result) -> Windows:
    """As the policy of its cycle says."""
    return terms_of(result.participant.cycle.policy).windows


def notice_day(result: Result) -> date | None:
    """When the person was told of this revision; None while it is not out."""
    record = _record(result)
    if record is not None:
        return record.notified_on
    made = Correction.objects.filter(fresh=result.pk).values_list("made_at", flat=True).first()
    at = made or result.participant.cycle.published_at
    return day_of(at, settings.TIME_ZONE) if at else None


def last_day_to_appeal(result: Result) -> date | None:
    """As its record says, which a late interview lengthens; reckoned for what went out before there were records."""
    record = _record(result)
    if record is not None:
        return record.appeal_by
    told = notice_day(result)
    return None if told is None else the_calendar().add(told, windows_of(result).appeal).date


def _record(result: Result) -> Record | None:
    return Record.objects.filter(result=result.pk).first()


def last_day_to_answer(result: Result, filed_on: date) -> date:
    return the_calendar().add(filed_on, windows_of(result).answer).date


def last_day_for_opinion(asked_on: date) -> date:
    return the_calendar().add(asked_on, OPINION_DAYS).date
