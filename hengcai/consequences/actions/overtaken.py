"""An improvement plan whose result has been corrected: without its ground it is withdrawn, or waits for whoever runs it."""

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.consequences import plan_duties
from hengcai.consequences.actions.differences import FOLLOWING
from hengcai.consequences.models import Plan
from hengcai.consequences.steps import is_below

STATE = Plan.State


@action(FOLLOWING)
def follow_correction(plan: Plan, *, by: User, fresh: Result) -> Plan:
    """Above the bar now: one that has not begun is withdrawn, one that runs waits for a word. Still below: it rests on the new
    figure, and what was signed on the old one is signed anew."""
    if is_below(fresh):
        _rest_on(plan, fresh)
    elif plan.state == STATE.RUNNING:
        plan.overtaken_by = fresh
        plan_duties.overtaken(plan)
    else:
        plan.overtaken_by, plan.state, plan.ended_by, plan.ended_at = fresh, STATE.CALLED_OFF, by, clock.now()
        plan_duties.ended(plan)
    plan.save()
    return plan


def _rest_on(plan: Plan, fresh: Result) -> None:
    plan.result, plan.overtaken_by = fresh, None
    if plan.state == STATE.OFFERED:
        plan.lead_signed_at = plan.person_signed_at = None
        plan.edit_count += 1
        plan_duties.offered(plan)
