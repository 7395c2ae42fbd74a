"""The last days of a record, in the centre's working days and by the windows of the policy its cycle is under."""

from hengcai.appraisal.models import Policy
from hengcai.appraisal.parsing import terms_of
from hengcai.appraisal.rules.terms import Windows
from hengcai.people.queries.calendar import the_calendar
from hengcai.records.rules.answers import AddDays


def windows_of(policy: Policy) -> Windows:
    return terms_of(policy).windows


def adder() -> AddDays:
    calendar = the_calendar()
    return lambda day, count: calendar.add(day, count).date
