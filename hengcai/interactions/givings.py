"""Who of an import could get an account, and who not."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hengcai.accounts.models import User
from hengcai.base import clock
from hengcai.interactions.lookups import slices
from hengcai.interactions.models import Brought, ImportRun
from hengcai.interactions.undoing import PERSON, USER, brought
from hengcai.people.models import Person

MOST_AT_ONCE = 2_000


@dataclass(frozen=True)
class WithoutAccount:
    """`free` get one; the sign-in names of `taken` belong to an account already; `more` come when asked again."""

    free: list[Person]
    taken: list[Person]
    more: int = 0


def without_account(run: ImportRun, *, prefix: str = "") -> WithoutAccount:
    today = clock.today()
    staying = Q(employments__left_on__isnull=True) | Q(employments__left_on__gte=today)
    rows = Brought.objects.filter(run=run, thing=PERSON).values("row")
    people = Person.objects.filter(staying, pk__in=rows, user__isnull=True, employments__isnull=False)
    found = list(people.order_by("name", "number").distinct())
    names = {one.pk: prefix + one.number for one in found}
    there: set[str] = set()
    for some in slices(list(names.values())):
        there.update(User.objects.filter(username__in=some).values_list("username", flat=True))
    free = [one for one in found if names[one.pk] not in there]
    taken = [one for one in found if names[one.pk] in there]
    return WithoutAccount(free[:MOST_AT_ONCE], taken, max(0, len(free) - MOST_AT_ONCE))


def never_signed_in(run: ImportRun) -> QuerySet[Person]:
    opened = Person.objects.filter(user__in=brought(run, USER), user__last_login__isnull=True)
    return opened.select_related("user").order_by("name", "number")
