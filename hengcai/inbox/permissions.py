"""Everybody sees their own duties, leads those of their people, whoever answers for the centre all of them."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import ADMIN, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, ROLES
from hengcai.inbox.kinds import discreet
from hengcai.inbox.models import Duty
from hengcai.people.permissions import led


def own(user: Doer) -> Q:
    return Q(user=user.pk)


def own_or_gone_up(user: Doer) -> Q:
    return own(user) | Q(pk__in=Duty.went_up_to.through.objects.filter(user=user.pk).values("duty"))


def of_led(user: Doer) -> Q:
    """Not what would tell a lead who rates whom."""
    return led("user__person")(user) & ~Q(kind__in=discreet())


SEE = Permission("inbox.duty.see", dict.fromkeys(ROLES, own_or_gone_up))
WATCH = Permission(
    "inbox.duty.watch", {LEAD: of_led, **dict.fromkeys((QUALITY_SUPERVISOR, GROUP, HR, HEAD), everything)}
)
CHOOSE_CHANNELS = Permission("inbox.channel.choose", dict.fromkeys(ROLES, lambda user: Q(pk=user.pk)))
SETTLE_CHANNELS = Permission("inbox.channel.settle", {ADMIN: everything})
RUN = Permission("inbox.round.run", dict.fromkeys((GROUP, QUALITY_SUPERVISOR, HEAD), everything))
