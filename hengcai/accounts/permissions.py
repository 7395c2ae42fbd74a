from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import ADMIN, HEAD, ROLES


def oneself(user: Doer) -> Q:
    return Q(pk=user.pk)


MANAGE = Permission("accounts.user.manage", {ADMIN: everything})
CHANGE_OWN = Permission("accounts.user.change_own", dict.fromkeys(ROLES, oneself))
SETTLE = Permission("accounts.centre.settle", {ADMIN: everything, HEAD: everything})
SEE_RIGHTS = Permission("accounts.rights.see", dict.fromkeys(ROLES, everything))
