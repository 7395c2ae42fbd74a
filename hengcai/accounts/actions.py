from collections.abc import Iterable

from hengcai.accounts import permissions
from hengcai.accounts.models import Centre, DemoSignIn, ListChoice, RoleGrant, User, Widening
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.base.permissions import REGISTRY
from hengcai.base.roles import ADMIN, ROLES


@action(permissions.MANAGE)
def add_user(centre: Centre, *, by: User, username: str, name: str, roles: Iterable[str], password: str = "") -> User:
    """Without a password the account cannot sign in until one is set."""
    _check_new(username)
    user = User(username=username.strip(), name=name.strip() or username.strip())
    user.set_password(password) if password else user.set_unusable_password()
    user.save()
    _grant(user, roles)
    return user


def _check_new(username: str) -> None:
    if not username.strip():
        raise NotValid("accounts.username_missing")
    if User.objects.filter(username=username.strip()).exists():
        raise NotValid("accounts.username_taken", username=username)


def _grant(user: User, roles: Iterable[str]) -> None:
    wanted = set(roles)
    for role in wanted - set(ROLES):
        raise NotValid("accounts.role_unknown", role=role)
    user.role_grants.exclude(role__in=wanted).delete()
    held = set(user.role_grants.values_list("role", flat=True))
    RoleGrant.objects.bulk_create([RoleGrant(user=user, role=role) for role in sorted(wanted - held)])
    user.__dict__.pop("roles", None)


@action(permissions.MANAGE)
def set_roles(user: User, *, by: User, roles: Iterable[str]) -> User:
    wanted = set(roles)
    if ADMIN not in wanted:
        _keep_an_admin(user)
    _grant(user, wanted)
    return user


@action(permissions.MANAGE)
def set_active(user: User, *, by: User, is_active: bool) -> User:
    if not is_active:
        _keep_an_admin(user)
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    return user


def _keep_an_admin(user: User) -> None:
    others = (
        RoleGrant.objects.filter(role=ADMIN, user__is_active=True).exclude(user=user).exclude(user__username="system")
    )
    if user.role_grants.filter(role=ADMIN).exists() and not others.exists():
        raise NotValid("accounts.last_admin")


@action(permissions.MANAGE)
def set_password(user: User, *, by: User, password: str) -> User:
    """By the administrator; the person is asked to change it. The password itself is not logged."""
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    return user


@action(permissions.CHANGE_OWN)
def choose_language(user: User, *, by: User, language: str) -> User:
    user.language = language
    user.save(update_fields=["language"])
    return user


@action(permissions.CHANGE_OWN)
def choose_rows(user: User, *, by: User, is_compact: bool) -> User:
    """Lists with low rows, more of them on the screen."""
    user.has_compact_rows = is_compact
    user.save(update_fields=["has_compact_rows"])
    return user


@action(permissions.CHANGE_OWN, once_a_day=True, unsaid=["query"])
def remember_list(user: User, *, by: User, listing: str, query: str) -> User:
    """How the user narrowed and sorted a list; an empty query forgets it. Whom they looked for is not logged."""
    if query:
        ListChoice.objects.update_or_create(user=user, listing=listing, defaults={"query": query})
    else:
        ListChoice.objects.filter(user=user, listing=listing).delete()
    return user


@action(permissions.CHANGE_OWN)
def choose_keys(user: User, *, by: User, has_single_keys: bool) -> User:
    """Keys of one character are in the way of somebody who speaks to the machine, or writes by hand on it."""
    user.has_single_keys = has_single_keys
    user.save(update_fields=["has_single_keys"])
    return user


@action(permissions.MANAGE)
def widen(centre: Centre, *, by: User, permission: str, roles: Iterable[str]) -> None:
    """Lets further roles use a permission within its own reach; an empty list takes them all back."""
    if permission not in REGISTRY:
        raise NotValid("accounts.permission_unknown", permission=permission)
    Widening.objects.filter(permission=permission).delete()
    Widening.objects.bulk_create([Widening(permission=permission, role=role) for role in sorted(set(roles))])


@action(permissions.SETTLE)
def settle_centre(
    centre: Centre, *, by: User, name: object, agent_word: object, form_heads: dict[str, object]
) -> Centre:
    centre.name, centre.agent_word, centre.form_heads = name, agent_word, form_heads
    centre.save()
    return centre


@action(permissions.MANAGE)
def show_sign_in(user: User, *, by: User, role: str, order: int) -> DemoSignIn:
    """Puts this sign-in on the sign-in page; the demo alone does so."""
    return DemoSignIn.objects.create(user=user, role=role, order=order)
