"""Who plans training, and who reads needs and plans."""

from hengcai.base.permissions import Permission, everything
from hengcai.base.roles import AGENT, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
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
