"""The last days of a record, in the centre's working days and by the windows of the policy its cycle is under."""

from hengcai.appraisal.models import Policy
from hengcai.people.queries.calendar import the_calendar
from hengcai.records.rules.answers import AddDays, Windows


def windows_of(_policy: Policy) -> Windows:
    return Windows()


def adder() -> AddDays:
    calendar = the_calendar()
    return lambda day, count: calendar.add(day, count).date
