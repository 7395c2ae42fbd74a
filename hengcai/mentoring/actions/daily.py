"""What a day asks for by itself."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.mentoring import duties, permissions
from hengcai.mentoring.models import Pair, Permit
from hengcai.mentoring.rules.permits import months_later
from hengcai.people.queries import staff_on

AHEAD_MONTHS = 1  # from then on somebody may be examined anew


@action(permissions.SETTLE)
def look_after_mentoring(centre: Centre, *, by: User, today: date) -> Centre:
    """Pairs on or past their last day are to be ended, permits that run out within a month renewed. Twice is once."""
    over = Pair.objects.filter(state=Pair.State.RUNNING, last_on__lte=today).select_related("newcomer")
    duties.over(over)
    duties.running_out(_running_out(today))
    return centre


def _running_out(today: date) -> list[Permit]:
    """Of people still here, unless a newer one of the same kind stands or is being examined."""
    there = staff_on(today).values("pk")
    rows = Permit.objects.filter(person__in=there).exclude(state=Permit.State.FAILED).select_related("person")
    newest = {(one.person_id, one.post_id, one.skill_group): one for one in rows.order_by("attempt", "pk")}
    last = months_later(today, AHEAD_MONTHS)
    granted = [one for one in newest.values() if one.state == Permit.State.GRANTED]
    return [one for one in granted if one.valid_until and one.valid_until <= last]
