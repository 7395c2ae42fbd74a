from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.accounts import permissions
from hengcai.accounts.models import Centre, DemoSignIn, ListChoice, RoleGrant, User, Widening
from hengcai.base.bilingual import Bilingual
from hengcai.base.permissions import REGISTRY, Doer, Permission
from hengcai.base.plain import plain_row
from hengcai.base.roles import ROLES
from hengcai.base.sorting import Orders

USER_ORDERS = Orders({
    "username": ("username",), "name": ("name", "username"), "last": ("last_login?", "username"),
})  # fmt: skip


def users_managed_by(user: Doer) -> QuerySet[User]:
    rows = User.objects.exclude(username="system").prefetch_related("role_grants").order_by("username")
    return permissions.MANAGE.rows(rows, user)


def the_centre() -> Centre:
    """Made with neutral words on first use."""
    defaults = {"name": Bilingual("客服中心", "Contact centre"), "agent_word": Bilingual("客服代表", "agent")}
    return Centre.objects.get_or_create(pk=1, defaults=defaults)[0]


def list_choice(user: User, listing: str) -> str:
    """The query string this list was last narrowed and sorted by; empty when it is as it comes."""
    return ListChoice.objects.filter(user=user, listing=listing).values_list("query", flat=True).first() or ""


def account_held(user: User) -> dict[str, Any]:
    """What is held on somebody as one who signs in; never the password."""
    lists = dict(user.list_choices.order_by("listing").values_list("listing", "query"))
    names = ("username", "name", "email", "language", "is_active", "last_login", "has_compact_rows", "has_single_keys")
    facts = {name: getattr(user, name) for name in names}
    return plain_row({**facts, "roles": sorted(user.roles), "lists": lists})


def demo_sign_ins() -> QuerySet[DemoSignIn]:
    return DemoSignIn.objects.select_related("user").order_by("order")


@dataclass(frozen=True)
class Right:
    """One line of the role table, printed from the registry itself."""

    code: str
    roles: frozenset[str]
    never: frozenset[str]


def rights() -> list[Right]:
    return [Right(code, frozenset(p.reach), p.never) for code, p in sorted(REGISTRY.items())]


def holders_of(permission: Permission) -> QuerySet[User]:
    """People who could sign in and use it today, through a role of its own or one the centre lets in."""
    widened = Widening.objects.filter(permission=permission.code).values("role")
    granted = RoleGrant.objects.filter(user=OuterRef("pk"))
    bound = Exists(granted.filter(role__in=permission.never))
    held = Exists(granted.filter(Q(role__in=permission.reach) | Q(role__in=widened)))
    return User.objects.filter(held, ~bound, is_active=True).exclude(username="system")


def has_administrator() -> bool:
    return User.objects.exclude(username="system").filter(role_grants__role=ROLES[8], is_active=True).exists()
