"""The rows a reader may see, and the few lists forms choose from."""

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.framework.models import Post
from hengcai.people import permissions
from hengcai.people.models import Person, Site, Team


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
