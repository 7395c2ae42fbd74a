"""The rows a reader may see, and the few lists forms choose from."""

from datetime import date

from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.base.ids import folded, shown
from hengcai.base.permissions import Doer
from hengcai.framework.models import Post
from hengcai.people import permissions
from hengcai.people.models import Person, Placement, Site, Team
from hengcai.people.permissions import on_day


def people_seen_by(user: Doer) -> QuerySet[Person]:
    return permissions.SEE.rows(Person.objects.select_related("user"), user)


def teams_seen_by(user: Doer) -> QuerySet[Team]:
    return permissions.SEE_TEAMS.rows(Team.objects.select_related("site").order_by("site__name", "name"), user)


def may_manage(user: Doer) -> bool:
    return permissions.MANAGE.is_held_by(user)


def sites() -> QuerySet[Site]:
    return Site.objects.order_by("name")


def posts() -> QuerySet[Post]:
    return Post.objects.order_by("order", "code")


def leads_on(day: date) -> QuerySet[Person]:
    """Everybody who leads somebody that day, by name."""
    there = Placement.objects.filter(on_day(day), lead__isnull=False)
    return Person.objects.filter(pk__in=there.values("lead")).order_by("name", "number")


def person_meant(text: str) -> Person | None:
    """By number, or by a name only one person has."""
    by_number = Person.objects.filter(number=folded(text)).first()
    named = list(Person.objects.filter(name=shown(text))[:2]) if by_number is None else []
    return by_number or (named[0] if len(named) == 1 else None)


def account_named(username: str) -> User | None:
    return User.objects.exclude(username="system").filter(username=username).first()
