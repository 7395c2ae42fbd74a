"""Who may be given work."""

from django.db.models import QuerySet

from hengcai.accounts.models import RoleGrant, User
from hengcai.quality import permissions


def able_analysts() -> QuerySet[User]:
    """By name."""
    able = RoleGrant.objects.filter(role__in=list(permissions.OPEN.reach)).values("user")
    never = RoleGrant.objects.filter(role__in=permissions.OPEN.never).values("user")
    return User.objects.filter(is_active=True, pk__in=able).exclude(pk__in=never).order_by("name", "pk")
