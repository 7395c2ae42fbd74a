"""Who pairs people, who reads what they saw of each other, who examines and decides, who sees who stands there without a permit."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.permissions import either, led, own

RUNNERS = (TRAINER, HR)
WATCHERS = (*RUNNERS, HEAD, QUALITY_SUPERVISOR, GROUP)
DECIDERS = (*RUNNERS, HEAD, QUALITY_SUPERVISOR)
PRESENT = (AGENT, LEAD, TRAINER, QUALITY_SUPERVISOR)

of_pair = either(own("mentor"), own("newcomer"))


def to_decide(user: Doer) -> Q:
    """Permits one is named for; never one's own."""
    return Q(decider=user.pk) & ~Q(person__user=user.pk)


def not_own(user: Doer) -> Q:
    return ~Q(person__user=user.pk)


PAIR_PEOPLE = Permission("mentoring.person.pair", {LEAD: led(), **dict.fromkeys(RUNNERS, everything)})
SETTLE = Permission("mentoring.rules.settle", dict.fromkeys(RUNNERS, everything))
SEE_PAIR = Permission(
    "mentoring.pair.see",
    {AGENT: of_pair, LEAD: either(of_pair, led("newcomer")), **dict.fromkeys(WATCHERS, everything)},
)
RUN_PAIR = Permission("mentoring.pair.run", {LEAD: led("newcomer"), **dict.fromkeys(RUNNERS, everything)})
TAKE_PART = Permission("mentoring.pair.take_part", dict.fromkeys(PRESENT, of_pair))
SIGN_SHEET = Permission("mentoring.sheet.sign", dict.fromkeys(PRESENT, own("pair__newcomer")))
SEE_MENTOR = Permission(
    "mentoring.mentor.open", {AGENT: own(), LEAD: everything, **dict.fromkeys(WATCHERS, everything)}
)
SEE_MENTORS = Permission("mentoring.mentor.see", dict.fromkeys((*WATCHERS, LEAD), everything))

EXAMINE = Permission("mentoring.person.examine", {LEAD: led(), **dict.fromkeys(RUNNERS, everything)})
SEE_PERMIT = Permission(
    "mentoring.permit.see",
    {AGENT: own("person"), LEAD: either(own("person"), led("person")), **dict.fromkeys(WATCHERS, everything)},
)
PREPARE = Permission("mentoring.permit.prepare", {LEAD: led("person"), **dict.fromkeys(RUNNERS, not_own)})
DECIDE = Permission("mentoring.permit.decide", dict.fromkeys(DECIDERS, to_decide))
HALT = Permission("mentoring.permit.halt", dict.fromkeys(DECIDERS, not_own))
SEE_WITHOUT = Permission("mentoring.permit.lack", {LEAD: led(), **dict.fromkeys(WATCHERS, everything)})
