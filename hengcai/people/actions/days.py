"""The centre's own calendar, a day at a time."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.errors import NotValid
from hengcai.base.workdays import FIRST_YEAR, LAST_YEAR, own_day
from hengcai.people import permissions
from hengcai.people.models import OwnDay

LONGEST_NAME = 80


@action(permissions.SETTLE_TIME)
def settle_day(centre: Centre, *, by: User, day: date, kind: str, name: str = "") -> OwnDay:
    """What the day is here, whatever stood there before."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotValid("workday.out_of_range", value=day.isoformat(), first=FIRST_YEAR, last=LAST_YEAR)
    known, named = own_day(kind, name)
    if named and len(named) > LONGEST_NAME:
        raise NotValid("people.text_too_long", longest=LONGEST_NAME)
    settled, _is_new = OwnDay.objects.update_or_create(
        date=day, defaults={"kind": known, "name": named or "", "brought_by": None}
    )
    return settled


@action(permissions.SETTLE_TIME)
def remove_day(day: OwnDay, *, by: User) -> None:
    """From now on it is again what the calendar says."""
    day.delete()
