from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.permissions import led_by


def teams_led(user: Doer) -> Q:
    return Q(pk__in=led_by(user).filter(placements__until__isnull=True).values("placements__team"))


SEE_TEAM = Permission(
    "insight.team.see", {LEAD: teams_led, **dict.fromkeys((GROUP, HR, HEAD, TRAINER, QUALITY_SUPERVISOR), everything)}
)
SEE_FORM = Permission("insight.form.see", dict.fromkeys(ROLES, everything))
