"""What may be given out."""

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hengcai.base.permissions import Doer
from hengcai.interactions.models import Contact
from hengcai.interactions.queries import ContactFilter
from hengcai.quality import permissions
from hengcai.quality.models import Assignment


def contacts_to_assign(
    user: Doer, narrowed: ContactFilter | None = None, *, only_new: bool = False
) -> QuerySet[Contact]:
    """The newest first, each with `given_count`; nothing for those who give out no work. Contacts without words
    are left out; `only_new` leaves out those that somebody has already."""
    if not permissions.GIVE.is_held_by(user):
        return Contact.objects.none()
    given = Assignment.objects.filter(contact=OuterRef("pk")).exclude(state=Assignment.State.WITHDRAWN)
    counted = given.order_by().values("contact").annotate(n=Count("pk")).values("n")
    rows = Contact.objects.filter((narrowed or ContactFilter()).condition(), turn_count__gt=0)
    rows = rows.filter(~Exists(given)) if only_new else rows
    rows = rows.annotate(given_count=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
    return rows.select_related("agent").order_by("-started_at", "-pk")
