"""Who takes packages in, who learns with them, who reads what they reported."""

from hengcai.base.permissions import Permission, everything
from hengcai.base.roles import HEAD, HR, LEAD, ROLES, TRAINER
from hengcai.people.permissions import either, led, own

WRITERS = (TRAINER, HR)
WATCHERS = (*WRITERS, HEAD)
OWN, LED = own("enrolment__person"), led("enrolment__person")

SEE = Permission("courseware.package.see", dict.fromkeys(WATCHERS, everything))
ADD = Permission("courseware.package.add", dict.fromkeys(WRITERS, everything))
PLAY = Permission("courseware.run.play", dict.fromkeys(ROLES, OWN))
SEE_RUNS = Permission(
    "courseware.run.see",
    {**dict.fromkeys(ROLES, OWN), LEAD: either(OWN, LED), **dict.fromkeys(WATCHERS, everything)},
)
