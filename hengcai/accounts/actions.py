from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hengcai.accounts import permissions
from hengcai.accounts.first_passwords import quick_hash
from hengcai.accounts.models import Centre, DemoSignIn, ListChoice, RoleGrant, User, Widening
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.permissions import REGISTRY
from hengcai.base.roles import ADMIN, ROLES


@dataclass(frozen=True)
class NewUser:
    """`password` is a first one: whoever signs in with it is asked for one of their own before anything else."""

    username: str
    name: str
    password: str = field(repr=False)


@action(permissions.MANAGE, unsaid={"password"})
def add_user(
    centre: Centre,
    *,
    by: User,
    username: str,
    name: str,
    roles: Iterable[str],
    password: str = "",
    is_first: bool = False,
) -> User:
    """Without a password the account cannot sign in until one is set; a first one must be changed at once."""
    _check_new(username)
    user = User(username=username.strip(), name=name.strip() or username.strip(), must_change_password=is_first)
    user.set_password(password) if password else user.set_unusable_password()
    user.save()
    _grant(user, roles)
    return user


@action(permissions.MANAGE, unsaid={"new"})
def add_users(centre: Centre, *, by: User, new: Sequence[NewUser], roles: Iterable[str]) -> list[User]:
    """Many at once, all with the same roles; a name that is taken refuses them all."""
    wanted = sorted(set(roles))
    _check_roles(wanted)
    for one in new:
        _check_new(one.username)
    made = [User(username=one.username.strip(), name=one.name, must_change_password=True) for one in new]
    for user, one in zip(made, new, strict=True):
        user.password = quick_hash(one.password)
    made = User.objects.bulk_create(made, batch_size=500)
    RoleGrant.objects.bulk_create([RoleGrant(user=user, role=role) for user in made for role in wanted], batch_size=500)
    return made


@action(permissions.MANAGE, unsaid={"passwords"})
def renew_passwords(users: Sequence[User], *, by: User, passwords: Mapping[int, str]) -> Sequence[User]:
    """New first passwords, for lists that were lost."""
    for user in users:
        user.password, user.must_change_password = quick_hash(passwords[user.pk]), True
    User.objects.bulk_update(users, ["password", "must_change_password"], batch_size=500)
    return users


@action(permissions.MANAGE)
def withdraw_users(users: Sequence[User], *, by: User) -> None:
    """Accounts opened by mistake and never used; what hangs on one keeps it."""
    if used := [user.username for user in users if user.last_login]:
        raise NotNow("accounts.in_use", usernames=used[:5])
    User.objects.filter(pk__in=[user.pk for user in users]).delete()


def _check_roles(roles: Iterable[str]) -> None:
    for role in set(roles) - set(ROLES):
        raise NotValid("accounts.role_unknown", role=role)


def _check_new(username: str) -> None:
    if not username.strip():
        raise NotValid("accounts.username_missing")
    if User.objects.filter(username=username.strip()).exists():
        raise NotValid("accounts.username_taken", username=username)


def _grant(user: User, roles: Iterable[str]) -> None:
    wanted = set(roles)
    _check_roles(wanted)
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


@action(permissions.MANAGE, unsaid={"password"})
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


@action(permissions.CHANGE_OWN, unsaid=["email"])
def choose_address(user: User, *, by: User, email: str) -> User:
    """Where one's own notices go."""
    user.email = email
    user.save(update_fields=["email"])
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
