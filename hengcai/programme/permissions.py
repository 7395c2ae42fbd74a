"""Who plans training, and who reads needs and plans."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.permissions import either, led, own

PLANNERS = (TRAINER, HR)
READERS = (*PLANNERS, GROUP, HEAD, QUALITY_SUPERVISOR)

SEE_PLANS = Permission("programme.plan.see", dict.fromkeys((*READERS, LEAD), everything))
WRITE_PLAN = Permission("programme.plan.write", dict.fromkeys(PLANNERS, everything))
APPROVE_PLAN = Permission("programme.plan.approve", dict.fromkeys((HEAD, HR), everything))
SEE_NEEDS = Permission(
    "programme.need.see",
    {AGENT: own("person"), LEAD: either(own("person"), led("person")), **dict.fromkeys(READERS, everything)},
)
SEE_GAPS = Permission("programme.gap.see", {LEAD: led(), **dict.fromkeys(READERS, everything)})

SEE_EFFECTS = Permission("programme.effect.see", dict.fromkeys((*READERS, LEAD), everything))
MEASURE = Permission("programme.effect.measure", dict.fromkeys(PLANNERS, everything))


def owned(user: Doer) -> Q:
    """Revisions one is to name the content and the method of."""
    return Q(owner=user.pk)


SEE_REVISIONS = Permission(
    "programme.revision.see", {**dict.fromkeys(ROLES, owned), **dict.fromkeys(READERS, everything)}
)
OPEN_REVISION = Permission("programme.revision.open", dict.fromkeys(PLANNERS, everything))
REVISE = Permission("programme.revision.write", {**dict.fromkeys(ROLES, owned), **dict.fromkeys(PLANNERS, everything)})

SEE_SURGES = Permission("programme.surge.see", dict.fromkeys(READERS, everything))
FIND_SURGES = Permission("programme.surge.find", dict.fromkeys(PLANNERS, everything))
SETTLE_SURGE = Permission("programme.surge.settle", dict.fromkeys(PLANNERS, everything))

SEE_TRAINER = Permission(
    "programme.trainer.see", {**dict.fromkeys(ROLES, own("person")), **dict.fromkeys((*PLANNERS, HEAD), everything)}
)
