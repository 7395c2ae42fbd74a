"""People and places that a file brought by mistake are taken out again, as if it had never come."""

from collections.abc import Sequence

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base.referring import IN_ONE_LIST, free_rows
from hengcai.framework.models import Post
from hengcai.people import permissions
from hengcai.people.models import Employment, Person, Placement, Site, Team


@action(permissions.IMPORT)
def withdraw_people(people: Sequence[Person], *, by: User) -> None:
    """With their employments and placements; whatever else refers to one of them refuses it."""
    keys = [person.pk for person in people]
    lots = [keys[start : start + IN_ONE_LIST] for start in range(0, len(keys), IN_ONE_LIST)]
    for model, name in ((Placement, "person"), (Employment, "person"), (Person, "pk")):
        for some in lots:
            model.objects.filter(**{f"{name}__in": some}).delete()


@action(permissions.IMPORT)
def withdraw_places(places: Sequence[Post | Team | Site], *, by: User) -> int:
    """Those nothing refers to by now; the others stay. How many went."""
    gone = 0
    for model in (Post, Team, Site):
        keys = [one.pk for one in places if isinstance(one, model)]
        free = free_rows(model, keys)
        gone += len(free)
        model.objects.filter(pk__in=free).delete()
    return gone
