"""Who raises a measure, who owns it, who looks whether it helped: never its owner, nor the one it is about."""

from django.db.models import Q

from hengcai.base.errors import NotAllowed
from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.framework.models import Post
from hengcai.people.models import Person, Site, Team
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


def of_teams_led(user: Doer) -> Q:
    return Q(team__in=Team.objects.filter(led_teams(user)).values("pk"))


WHOLE_CENTRE = (TRAINER, HR, ANALYST, *SUPERVISORS)
REPORT_READERS = {LEAD: of_teams_led, **dict.fromkeys(WHOLE_CENTRE, everything)}
SEE_REPORT = Permission("improvement.report.see", REPORT_READERS)
SUBSCRIBE = Permission("improvement.report.subscribe", dict.fromkeys((LEAD, *WHOLE_CENTRE), everything))
SUBSCRIBE_OTHERS = Permission("improvement.report.subscribe_others", dict.fromkeys((HR, *SUPERVISORS), everything))


def had_or_made(user: Doer) -> Q:
    return Q(user=user.pk) | Q(made_by=user.pk)


UNSUBSCRIBE = Permission("improvement.report.unsubscribe", dict.fromkeys((LEAD, *WHOLE_CENTRE), had_or_made))
MAKE_REPORT = Permission("improvement.report.make", dict.fromkeys((LEAD, *WHOLE_CENTRE), everything))
COUNT_PLACES = Permission("improvement.report.count", dict.fromkeys((GROUP, QUALITY_SUPERVISOR), everything))
DELIVER = Permission("improvement.report.deliver", dict.fromkeys((GROUP, QUALITY_SUPERVISOR), everything))


def issued(_user: Doer) -> Q:
    return Q(state="issued")


WRITERS = (QUALITY_SUPERVISOR, GROUP)
SEE_MONTH = Permission(
    "improvement.month.see",
    {**dict.fromkeys((LEAD, ANALYST, TRAINER, HR), issued), **dict.fromkeys(SUPERVISORS, everything)},
)
DRAFT_MONTH = Permission("improvement.month.draft", dict.fromkeys(WRITERS, everything))
ISSUE_MONTH = Permission("improvement.month.issue", dict.fromkeys((QUALITY_SUPERVISOR, HEAD), everything))
ENTER_MEETING = Permission("improvement.month.meet", dict.fromkeys(SUPERVISORS, everything))


def may_see_place(site: Site | None, team: Team | None, post: Post | None, user: Doer) -> bool:
    """A lead their own teams alone; the centre, a site and a post are for who answers for all of it."""
    condition = SEE_REPORT.condition(user)
    if condition is None:
        return False
    return not condition or (team is not None and Team.objects.filter(led_teams(user), pk=team.pk).exists())


def enter_place(site: Site | None, team: Team | None, post: Post | None, user: Doer) -> None:
    if not may_see_place(site, team, post, user):
        raise NotAllowed("permission.reach", permission=SEE_REPORT.code)
