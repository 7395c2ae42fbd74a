"""Who does not score whom, as its readers may see it."""

from django.db.models import Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.quality import permissions
from hengcai.quality.assigning_models import Exclusion

NEWEST = ("-entered_at", "-pk")
EXCLUSION_ORDERS = Orders({
    "analyst": ("analyst__name", *NEWEST), "agent": ("person__name_key", "person__number", *NEWEST),
    "reason": ("reason", *NEWEST), "entered": ("entered_at", "pk"),
})  # fmt: skip


def exclusions_seen_by(user: Doer, *, with_ended: bool = False) -> QuerySet[Exclusion]:
    """Those that hold, the newest first; an analyst reads their own."""
    rows = Exclusion.objects.select_related("analyst", "person", "entered_by", "ended_by")
    held = Q() if with_ended else Q(ended_at=None)
    return permissions.SEE_EXCLUSIONS.rows(rows.filter(held), user).order_by(*NEWEST)
