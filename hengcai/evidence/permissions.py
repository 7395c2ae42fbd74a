from hengcai.base.permissions import Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.permissions import either, led, own

SEE = Permission(
    "evidence.entry.see",
    {
        AGENT: own("person"),
        LEAD: either(own("person"), led("person")),
        **dict.fromkeys((HR, GROUP, HEAD, QUALITY_SUPERVISOR, TRAINER), everything),
    },
)
# Noted only from within the actions that submit, judge or publish; each of them has its own gate.
NOTERS = (ANALYST, QUALITY_SUPERVISOR, GROUP, HR, HEAD, LEAD, TRAINER)
NOTE = Permission("evidence.entry.note", dict.fromkeys(NOTERS, everything))
