"""Who raises a measure, who owns it, who looks whether it helped: never its owner, nor the one it is about."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.models import Person, Team
from hengcai.people.permissions import led, led_teams

SUPERVISORS = (QUALITY_SUPERVISOR, GROUP, HEAD)
RAISERS = (LEAD, TRAINER, *SUPERVISORS)


def owned(user: Doer) -> Q:
    return Q(owner=user.pk)


def about_oneself(user: Doer) -> Q:
    return Q(person__user=user.pk)


def owned_or_raised(user: Doer) -> Q:
    return owned(user) | Q(opened_by=user.pk)


def owned_or_about_oneself(user: Doer) -> Q:
    return owned(user) | about_oneself(user)


def of_those_led(user: Doer) -> Q:
    """People and teams one leads today."""
    teams = Team.objects.filter(led_teams(user)).values("pk")
    return Q(person__in=Person.objects.filter(led()(user)).values("pk")) | Q(team__in=teams)


def led_or_had(user: Doer) -> Q:
    return of_those_led(user) | owned_or_raised(user) | about_oneself(user)


def no_part_in_it(user: Doer) -> Q:
    return ~Q(owner=user.pk) & (Q(person=None) | Q(person__user=None) | ~Q(person__user=user.pk))


def raised_without_part(user: Doer) -> Q:
    return Q(opened_by=user.pk) & no_part_in_it(user)


def led_without_part(user: Doer) -> Q:
    """Of people and teams one leads, or what one raised oneself."""
    return (of_those_led(user) | Q(opened_by=user.pk)) & no_part_in_it(user)


SEE = Permission(
    "improvement.remedy.see",
    {
        **dict.fromkeys(ROLES, owned_or_raised),
        AGENT: owned_or_about_oneself,
        LEAD: led_or_had,
        **dict.fromkeys((TRAINER, HR, *SUPERVISORS), everything),
    },
)
RAISE = Permission("improvement.remedy.raise", dict.fromkeys(RAISERS, everything))
RAISE_ON_PERSON = Permission(
    "improvement.remedy.raise_on_person",
    {LEAD: led(), **dict.fromkeys((TRAINER, *SUPERVISORS), lambda user: Q(user=None) | ~Q(user=user.pk))},
)
RAISE_ON_TEAM = Permission(
    "improvement.remedy.raise_on_team", {LEAD: led_teams, **dict.fromkeys((TRAINER, *SUPERVISORS), everything)}
)
RAISE_ON_CENTRE = Permission("improvement.remedy.raise_on_centre", dict.fromkeys((TRAINER, *SUPERVISORS), everything))
RAISE_ON_CAUSE = Permission("improvement.remedy.raise_on_cause", dict.fromkeys(SUPERVISORS, everything))
DO = Permission("improvement.remedy.do", dict.fromkeys(ROLES, owned))
STEER = Permission(
    "improvement.remedy.steer",
    {LEAD: led_without_part, TRAINER: raised_without_part, **dict.fromkeys(SUPERVISORS, no_part_in_it)},
)
