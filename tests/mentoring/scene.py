"""Li is new, Zhao mentors, Feng decides; a permit is asked of everybody hired since Li was."""

from datetime import datetime, time, timedelta

from django.utils.timezone import get_current_timezone

from hengcai.mentoring import actions
from hengcai.mentoring.actions import Terms
from tests import cast

TODAY, PASSWORD = cast.MONDAY, "a long enough one"


def with_password(name):
    user = cast.user(name)
    user.set_password(PASSWORD)
    user.save()
    return user


def at_nine():
    """Of the scene's day."""
    return datetime.combine(TODAY, time(9), tzinfo=get_current_timezone())


def pair(newcomer="li", mentor="zhao"):
    for name in (newcomer, mentor):
        cast.person(name)
        with_password(name)
    days = {"first_on": TODAY - timedelta(days=7), "last_on": TODAY + timedelta(days=30)}
    return actions.open_pair(cast.person(newcomer), by=cast.user("zhou"), mentor=cast.person(mentor), **days)


def demand(**given):
    cast.li()
    terms = Terms(given.pop("since", cast.HIRED), given.pop("skill_group", ""), **given)
    return actions.set_demand(cast.centre(), by=cast.user("zhou"), post=cast.post(), terms=terms)


def permit(name="li", **given):
    asked = given.pop("demand", None) or demand()
    return actions.open_permit(
        cast.person(name), by=cast.user("zhou"), demand=asked, decider=cast.user("feng"), today=TODAY
    )
