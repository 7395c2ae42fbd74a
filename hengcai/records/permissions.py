"""Who reads a record, who holds the interview, who answers, who keeps the archive. Nobody does any of it for themselves."""

from django.db.models import Q

from hengcai.appraisal.permissions import not_oneself
from hengcai.base.permissions import Doer, Permission, Reach, everything
from hengcai.base.roles import ADMIN, GROUP, HEAD, HR, LEAD, ROLES
from hengcai.people.permissions import either, led, led_then, own

OFFICE = (GROUP, HR, HEAD)


def of_others(reach: Reach) -> Reach:
    return lambda user: reach(user) & not_oneself("person")(user)


def another(user: Doer) -> Q:
    """Of people: everybody but oneself."""
    return ~Q(user=user.pk)


def led_another(user: Doer) -> Q:
    return led()(user) & another(user)


LED = of_others(either(led("person"), led_then("placement")))
LED_TODAY = of_others(led("person"))
OTHERS = not_oneself("person")

SEE = Permission("records.record.see", {LEAD: LED, **dict.fromkeys(OFFICE, OTHERS)})
SEE_OWN = Permission("records.record.see_own", dict.fromkeys(ROLES, own("person")))
OPEN = Permission("records.record.open", dict.fromkeys(OFFICE, everything))
ANSWER = Permission("records.record.answer", dict.fromkeys(ROLES, own("person")))
LEAD_INTERVIEW = Permission("records.interview.lead", {LEAD: LED_TODAY, **dict.fromkeys((HR, HEAD), OTHERS)})
ENTER_PAPER = Permission("records.paper.enter", {LEAD: LED_TODAY, **dict.fromkeys((HR, HEAD), OTHERS)})
CHECK_PAPER = Permission("records.paper.check", dict.fromkeys((HR, HEAD), OTHERS))
HOLD_BACK = Permission("records.record.hold", dict.fromkeys(OFFICE, everything))
ARCHIVE = Permission("records.record.archive", dict.fromkeys((GROUP, HR), everything))
CHECK_ARCHIVE = Permission("records.archive.check", dict.fromkeys((*OFFICE, ADMIN), everything))
ERASE = Permission("records.record.erase", {HR: OTHERS})
SEE_BUNDLE = Permission("records.bundle.see", dict.fromkeys((HR, HEAD), another))
NOTE_TRAINING = Permission("records.training.note", {LEAD: led_another, HR: another})
