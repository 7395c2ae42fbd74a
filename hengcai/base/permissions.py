"""One row condition serves lists and single checks alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from django.db.models import Model, Q, QuerySet

from hengcai.base.errors import NotAllowed

Row = TypeVar("Row", bound=Model)


class Doer(Protocol):
    """Whoever acts: the signed-in user, or the system itself."""

    pk: Any
    is_active: bool

    @property
    def roles(self) -> frozenset[str]: ...

    @property
    def widened(self) -> Mapping[str, frozenset[str]]: ...


Reach = Callable[[Any], Q]


def everything(_user: Doer) -> Q:
    """The reach of roles that answer for the whole centre."""
    return Q()


REGISTRY: dict[str, "Permission"] = {}


@dataclass(frozen=True, eq=False)
class Permission:
    """Who may do what: for each role, the rows it reaches.

    `never` names roles that bind whoever holds them, whatever else they hold. A centre may let a
    further role in (`widened`); that role then has the widest reach a role here has, never more.
    """

    code: str
    reach: Mapping[str, Reach]
    never: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if REGISTRY.setdefault(self.code, self) is not self:
            raise ValueError(f"permission declared twice: {self.code}")

    def reaches(self, user: Doer) -> list[Reach]:
        roles = user.roles
        if not user.is_active or roles & self.never:
            return []
        held = [reach for role, reach in self.reach.items() if role in roles]
        if not held and roles & user.widened.get(self.code, frozenset()):
            return list(self.reach.values())
        return held

    def is_held_by(self, user: Doer) -> bool:
        return bool(self.reaches(user))

    def condition(self, user: Doer) -> Q | None:
        """The rows this user reaches; None when not even the role is there."""
        reaches = self.reaches(user)
        if not reaches:
            return None
        union = Q(pk__in=[])
        for reach in reaches:
            rows = reach(user)
            if not rows:
                return Q()
            union |= rows
        return union

    def rows(self, queryset: QuerySet[Row], user: Doer) -> QuerySet[Row]:
        condition = self.condition(user)
        if condition is None:
            return queryset.none()
        return queryset.filter(condition) if condition else queryset

    def allows(self, thing: Model, user: Doer) -> bool:
        """What `enter` asks of one row, as an answer: a query only where not all rows are reached."""
        condition = self.condition(user)
        return condition is not None and (not condition or _all_within(thing, condition))

    def enter(self, thing: Any, user: Doer) -> None:
        if not self.is_held_by(user):
            raise NotAllowed("permission.role", permission=self.code)
        if not isinstance(thing, Model) and not thing:
            return  # a page that reads its own rows asks for the role alone
        condition = self.condition(user)
        if condition and not _all_within(thing, condition):
            raise NotAllowed("permission.reach", permission=self.code)


def _all_within(thing: Any, condition: Q) -> bool:
    """A batch is entered whole or not at all."""
    if isinstance(thing, Model):
        return thing._meta.model._default_manager.filter(condition, pk=thing.pk).exists()
    things: Iterable[Model] = list(thing)
    by_model: dict[type[Model], set[Any]] = {}
    for one in things:
        by_model.setdefault(one._meta.model, set()).add(one.pk)
    return all(_count(model, keys, condition) == len(keys) for model, keys in by_model.items())


def _count(model: type[Model], keys: set[Any], condition: Q) -> int:
    ordered, total = sorted(keys), 0
    for start in range(0, len(ordered), 500):
        part = model._default_manager.filter(pk__in=ordered[start : start + 500]).filter(condition)
        total += part.values("pk").distinct().count()
    return total
