"""Who may be made the owner of a measure: of one about a person nobody who may not know of it."""

from django.db.models import Q, QuerySet

from hengcai.accounts.models import SYSTEM, User
from hengcai.base import clock
from hengcai.base.roles import HR, LEAD, TRAINER
from hengcai.improvement.permissions import SUPERVISORS
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day


def able_owners(person: Person | None) -> QuerySet[User]:
    """About a person: that person, their lead of today, and whoever reads every measure. Else anybody with a role."""
    rows = User.objects.filter(is_active=True).exclude(username=SYSTEM)
    if person is None:
        return rows.filter(role_grants__isnull=False).distinct().order_by("name", "pk")
    today = Placement.objects.filter(on_day(clock.today()), person=person)
    leads = Q(role_grants__role=LEAD, pk__in=today.values("lead__user"))
    wide = Q(role_grants__role__in=[TRAINER, HR, *SUPERVISORS])
    return rows.filter(leads | wide | Q(pk=person.user_id)).distinct().order_by("name", "pk")
