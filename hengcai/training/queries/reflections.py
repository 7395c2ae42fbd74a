"""复盘 notes one may read."""

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.training import permissions
from hengcai.training.models import Reflection, Seat, Session

ORDERS = Orders(
    {
        "about": ("about", "-pk"),
        "person": ("person__name", "-pk"),
        "made": ("-made_at", "-pk"),
        "next": ("next_on?", "-pk"),
    }
)


def reflections_seen_by(user: Doer) -> QuerySet[Reflection]:
    rows = Reflection.objects.select_related("person", "session__course", "contact", "replied_by")
    return permissions.SEE_REFLECTION.rows(rows, user).order_by("-made_at", "-pk")


def own_sessions(user: Doer) -> QuerySet[Session]:
    """Those one has or had a place in, the newest first."""
    sat = Seat.objects.filter(person__user=user.pk).exclude(state=Seat.State.CANCELLED).values("session")
    return Session.objects.filter(pk__in=sat).select_related("course").order_by("-starts_at", "-pk")
