"""What the growth path asks of whom: a re-rating by its day, a plan to sign."""

from datetime import date

from hengcai.accounts.queries import holders_of
from hengcai.base import clock
from hengcai.base.roles import GROUP, HEAD, LEAD
from hengcai.growth import permissions
from hengcai.growth.models import Ladder, Plan
from hengcai.growth.reading import to_re_rate
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.calendar import the_calendar

PLAN, SIGN = "growth.plan", "growth.sign"
LADDER, RE_RATE = "growth.ladder", "growth.re_rate"
SIGN_DAYS, AHEAD_DAYS = 5, 10  # working days
register(Kind(RE_RATE, LADDER, "list-re-ratings", "list-growth", "list-growth", up=(HEAD,)))
register(Kind(SIGN, PLAN, "see-growth-plan", "list-growth-plans", "list-growth-plans", up=(LEAD, GROUP, HEAD)))


def agreed(plan: Plan) -> None:
    due = the_calendar().add(plan.agreed_on or clock.today(), SIGN_DAYS).date
    users = [user for user in (plan.person.user_id, plan.superior_id) if user]
    open_duties(SIGN, [Owed(user, plan.pk, due, str(plan.year)) for user in users])


def signed(plan: Plan, user: int) -> None:
    settle_duties(SIGN, [plan.pk], users=[user])


def ended(plan: Plan) -> None:
    settle_duties(SIGN, [plan.pk])


def re_ratings(ladder: Ladder, today: date) -> None:
    """One reminder a ladder, two weeks before the first of them: with HR and the group, by that day. It goes with the last."""
    horizon = the_calendar().add(today, AHEAD_DAYS).date
    first = to_re_rate(ladder, until=horizon, today=today).values_list("re_rate_on", flat=True).first()
    others = Ladder.objects.filter(code=ladder.code).exclude(pk=ladder.pk).values_list("pk", flat=True)
    settle_duties(RE_RATE, [*others, *([] if first else [ladder.pk])])
    if first:
        users = holders_of(permissions.COUNT).values_list("pk", flat=True)
        open_duties(RE_RATE, [Owed(user, ladder.pk, first, f"{first:%Y-%m}") for user in users])
