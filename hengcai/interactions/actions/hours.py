"""When the centre serves customers."""

from collections.abc import Mapping, Sequence

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.interactions.models import ServiceWeek
from hengcai.interactions.rules.service_hours import Opening
from hengcai.people import permissions


@action(permissions.SETTLE_TIME)
def settle_service_hours(
    centre: Centre, *, by: User, week: Mapping[int, Sequence[Opening]], is_closed_on_holidays: bool
) -> ServiceWeek:
    if not any(week.values()):
        raise NotValid("openings.never")
    kept = ServiceWeek.objects.first() or ServiceWeek()
    kept.week = {str(day): [list(one) for one in openings] for day, openings in week.items()}
    kept.is_closed_on_holidays = is_closed_on_holidays
    kept.save()
    return kept
