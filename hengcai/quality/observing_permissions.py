"""Who plans mystery shopping, who listens to whom, and who sees what of it before it is told."""

from django.db.models import Q

from hengcai.base import clock
from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.models import Placement
from hengcai.people.permissions import either, led, led_then, on_day

SUPERVISORS = (QUALITY_SUPERVISOR, GROUP)


def observed_by_oneself(user: Doer) -> Q:
    """Never of oneself."""
    return Q(observer=user.pk) & of_others(user)


def of_others(user: Doer) -> Q:
    """Also what is of nobody yet."""
    return ~Q(agent__user=user.pk)


def heard_live(user: Doer) -> Q:
    return Q(kind="live") & observed_by_oneself(user)


def told_of_oneself(user: Doer) -> Q:
    return Q(agent__user=user.pk, state="told")


def told_of_led(user: Doer) -> Q:
    return Q(state="told") & either(led("agent"), led_then("placement"))(user)


def on_the_line(user: Doer) -> Q:
    """Who serves customers today, except oneself."""
    placed = Placement.objects.filter(on_day(clock.today()), post__is_frontline=True)
    return Q(pk__in=placed.values("person")) & ~Q(user=user.pk)


def led_on_the_line(user: Doer) -> Q:
    return on_the_line(user) & led()(user)


PLAN_SHOPPING = Permission("quality.shopper.plan", dict.fromkeys(SUPERVISORS, everything))
SEE_SHOPPING = Permission("quality.shopper.see", dict.fromkeys((*SUPERVISORS, HEAD), everything))
SEE_OBSERVATIONS = Permission(
    "quality.observation.see",
    {
        AGENT: told_of_oneself,
        LEAD: either(told_of_led, observed_by_oneself),
        **dict.fromkeys((ANALYST, TRAINER), observed_by_oneself),
        **dict.fromkeys((*SUPERVISORS, HEAD), either(of_others, told_of_oneself)),
    },
)
OBSERVERS = (ANALYST, TRAINER, LEAD, *SUPERVISORS)
OBSERVE = Permission(
    "quality.observation.make", dict.fromkeys(OBSERVERS, observed_by_oneself), never=frozenset({HR, HEAD})
)
LISTEN = Permission(
    "quality.observation.listen",
    {LEAD: led_on_the_line, **dict.fromkeys((ANALYST, TRAINER, *SUPERVISORS), on_the_line)},
    never=frozenset({HR, HEAD}),
)
TELL = Permission(
    "quality.observation.tell", {**dict.fromkeys(OBSERVERS, heard_live), **dict.fromkeys(SUPERVISORS, of_others)}
)
CALL_OFF = Permission(
    "quality.observation.call_off",
    {**dict.fromkeys(OBSERVERS, heard_live), **dict.fromkeys(SUPERVISORS, of_others)},
)
READ_OBSERVATION = Permission("quality.observation.read", {AGENT: told_of_oneself})
