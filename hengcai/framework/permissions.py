from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import GROUP, HEAD, HR, ROLES


def ever_in_force(_user: Doer) -> Q:
    """Published and retired versions: a draft is nobody's yardstick yet."""
    return ~Q(state="draft")


SEE = Permission(
    "framework.see", {**dict.fromkeys(ROLES, ever_in_force), **dict.fromkeys((GROUP, HR, HEAD), everything)}
)
EDIT = Permission("framework.edit", {GROUP: everything, HR: everything})
PUBLISH = Permission("framework.publish", {GROUP: everything, HEAD: everything})
