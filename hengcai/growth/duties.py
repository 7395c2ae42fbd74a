"""What the growth path asks of whom: a re-rating by its day, a plan to sign."""

from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, LEAD
from hengcai.growth.models import Plan
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.calendar import the_calendar

PLAN, SIGN = "growth.plan", "growth.sign"
SIGN_DAYS = 5  # working days
register(Kind(SIGN, PLAN, "see-growth-plan", "list-growth-plans", "list-growth-plans", up=(LEAD, GROUP, HEAD)))


def agreed(plan: Plan) -> None:
    due = the_calendar().add(plan.agreed_on or clock.today(), SIGN_DAYS).date
    users = [user for user in (plan.person.user_id, plan.superior_id) if user]
    open_duties(SIGN, [Owed(user, plan.pk, due, str(plan.year)) for user in users])


def signed(plan: Plan, user: int) -> None:
    settle_duties(SIGN, [plan.pk], users=[user])


def ended(plan: Plan) -> None:
    settle_duties(SIGN, [plan.pk])
