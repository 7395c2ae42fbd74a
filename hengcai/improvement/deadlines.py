"""Days of measures, in the centre's own working days."""

from datetime import date

from hengcai.improvement.rules.remedies import CHECK_DAYS
from hengcai.people.queries.calendar import the_calendar


def working_day(day: date) -> date:
    """That day, or the next on which somebody works."""
    return day if the_calendar().day(day).is_working else the_calendar().add(day, 1).date


def day_to_check(due_on: date) -> date:
    """What is proposed: by then a next sample is scored and published."""
    return the_calendar().add(due_on, CHECK_DAYS).date
