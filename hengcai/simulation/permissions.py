"""Who writes scenarios, who plays them, who reads what people chose."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.permissions import led, own

WRITERS = (TRAINER, HR, GROUP)
READERS = (*WRITERS, HEAD, QUALITY_SUPERVISOR)
PLAYERS = (AGENT, LEAD, ANALYST, *READERS)
OWN, LED = own("person"), led("person")


def published(_user: Doer) -> Q:
    return Q(state="published")


DONE = Q(state__in=("finished", "waiting"))  # what is not amid it any more, and not given up


def watched(user: Doer) -> Q:
    return Q(sheet__observer=user.pk)


def own_or_led(user: Doer) -> Q:
    """A team lead sees what their people finished, not where they stopped."""
    return OWN(user) | watched(user) | (LED(user) & DONE)


def own_or_finished(user: Doer) -> Q:
    return OWN(user) | watched(user) | DONE


def not_own(user: Doer) -> Q:
    """Marked by a check-list, and by somebody else."""
    return Q(way__in=("model", "live")) & ~OWN(user)


def led_not_own(user: Doer) -> Q:
    return not_own(user) & LED(user)


SEE = Permission(
    "simulation.scenario.see",
    {**dict.fromkeys(PLAYERS, published), **dict.fromkeys(READERS, everything)},
)
WRITE = Permission("simulation.scenario.write", dict.fromkeys(WRITERS, everything))
START = Permission("simulation.run.start", dict.fromkeys(PLAYERS, published))
PLAY = Permission("simulation.run.play", dict.fromkeys(PLAYERS, OWN))
SEE_RUNS = Permission(
    "simulation.run.see",
    {AGENT: OWN, ANALYST: OWN, LEAD: own_or_led, **dict.fromkeys(READERS, own_or_finished)},
)
SEE_RESULTS = Permission("simulation.result.see", dict.fromkeys(READERS, everything))
EXPORT = Permission("simulation.result.export", dict.fromkeys(READERS, everything))

OBSERVERS = (*WRITERS, QUALITY_SUPERVISOR)
ROLE_PLAY = Permission("simulation.roleplay.start", dict.fromkeys((LEAD, *OBSERVERS), published))
OBSERVE_PERSON = Permission(
    "simulation.roleplay.person", {LEAD: led(""), **dict.fromkeys(OBSERVERS, everything)}
)  # fmt: skip
OBSERVE = Permission("simulation.run.observe", {LEAD: led_not_own, **dict.fromkeys(OBSERVERS, not_own)})
