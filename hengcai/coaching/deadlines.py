"""Days of coaching, in the centre's own working days."""

from datetime import date

from hengcai.coaching.rules.sessions import LOOK_DAYS, SIGN_DAYS
from hengcai.people.queries.calendar import the_calendar


def last_day_to_sign(held_on: date) -> date:
    return the_calendar().add(held_on, SIGN_DAYS).date


def day_to_look_again(today: date) -> date:
    """What is proposed; another may be agreed."""
    return the_calendar().add(today, LOOK_DAYS).date


def working_day(day: date) -> date:
    """That day, or the next on which somebody works."""
    return day if the_calendar().day(day).is_working else the_calendar().add(day, 1).date
