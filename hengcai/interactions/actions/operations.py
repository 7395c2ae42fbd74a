"""The months' operational figures, made anew."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.interactions import permissions
from hengcai.interactions.operating import count_months
from hengcai.interactions.operation_models import OperationFigure
from hengcai.interactions.rules.operations import RECOUNTED_MONTHS, SPANS, shown_months


@action(permissions.COUNT_OPERATIONS)
def count_operations(centre: Centre, *, by: User, today: date) -> Centre:
    """The newest months, and of the others shown those that were never counted; older ones stay as they were."""
    months = shown_months(today)
    held = set(OperationFigure.objects.filter(month__in=months).values_list("month", flat=True))
    for month in months:
        if month not in held or month in months[-RECOUNTED_MONTHS:]:
            found = [one for months in SPANS for one in count_months(month, months)]
            OperationFigure.objects.filter(month=month).delete()
            OperationFigure.objects.bulk_create(found, batch_size=500)
    return centre
