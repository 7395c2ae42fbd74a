from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from hengcai.base.bilingual import BilingualField
from hengcai.base.roles import ROLES

SYSTEM = "system"  # the user name of what the command line and the worker do
ROLE_CHOICES = [(role, role) for role in ROLES]


class Centre(models.Model):
    """The one contact centre of an installation and what it has settled for itself."""

    name = BilingualField()
    agent_word = BilingualField()  # 称谓: what an agent is called here
    is_demo = models.BooleanField(default=False)
    form_heads = models.JSONField(default=dict)  # form code → the centre's own head, labels and signature lines

    def __str__(self) -> str:
        return str(self.name)


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person who signs in. Roles are rows; a person may hold several."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=8, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    has_compact_rows = models.BooleanField(default=False)  # lists with as many rows on the screen as will go
    has_single_keys = models.BooleanField(default=True)  # pages may be worked by keys of one character

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name or self.username

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(grant.role for grant in self.role_grants.all())

    @cached_property
    def widened(self) -> Mapping[str, frozenset[str]]:
        """Permission code → further roles this centre lets in."""
        found: dict[str, set[str]] = {}
        for code, role in Widening.objects.values_list("permission", "role"):
            found.setdefault(code, set()).add(role)
        return {code: frozenset(roles) for code, roles in found.items()}

    @property
    def subject_id(self) -> Any:
        return self.pk


class RoleGrant(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=24, choices=ROLE_CHOICES)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="role_once_per_user")]


class Widening(models.Model):
    """A centre lets a further role use a permission, within the reach the permission already has."""

    permission = models.CharField(max_length=80)
    role = models.CharField(max_length=24, choices=ROLE_CHOICES)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["permission", "role"], name="widening_once")]


class ListChoice(models.Model):
    """How a user last narrowed and sorted one list; gone when the list is reset."""

    user = models.ForeignKey(User, models.CASCADE, related_name="list_choices")
    listing = models.CharField(max_length=40)
    query = models.CharField(max_length=1000)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "listing"], name="list_choice_once")]

    @property
    def subject_id(self) -> Any:
        return self.user_id


class DemoSignIn(models.Model):
    """A sign-in the demo shows on its sign-in page; a real installation has none."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True)
    role = models.CharField(max_length=24, choices=ROLE_CHOICES)
    order = models.SmallIntegerField()


def system_user() -> User:
    """The doer of what the command line does on the machine itself; cannot sign in."""
    user, made = User.objects.get_or_create(username=SYSTEM, defaults={"name": SYSTEM, "is_active": True})
    if made:
        user.set_unusable_password()
        user.save()
        RoleGrant.objects.bulk_create([RoleGrant(user=user, role=role) for role in ("admin", "appraisal_group", "hr")])
    return user
