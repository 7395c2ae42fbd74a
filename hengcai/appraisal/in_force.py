"""Which version of a policy holds on which day."""

from datetime import date

from hengcai.appraisal.models import Cycle, Policy
from hengcai.appraisal.parsing import policy_kind

STATE = Policy.State
HOLDING = (STATE.ANNOUNCED, STATE.PUBLISHED, STATE.RETIRED)


def policy_on(kind: str, day: date) -> Policy | None:
    """The version in force that day, whether it has begun or is announced. Before the centre's first version that first
    one: something has to hold, and nothing else was known."""
    rows = Policy.objects.filter(kind=kind, state__in=HOLDING).exclude(in_force_from=None)
    held = rows.filter(in_force_from__lte=day).order_by("-in_force_from").first()
    return held or rows.exclude(state=STATE.ANNOUNCED).order_by("in_force_from").first()


def cycles_reached(policy: Policy, day: date) -> list[Cycle]:
    """Cycles whose rules are fixed already, though their last day would fall under a version in force from `day`."""
    rows = Cycle.objects.filter(period_end__gte=day).exclude(state=Cycle.State.DRAFT)
    return [one for one in rows.order_by("-period_end") if policy_kind(one.kind) == policy.kind]
