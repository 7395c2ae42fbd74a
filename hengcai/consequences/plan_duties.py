"""Improvement plans and moves as duties: both sign, whoever answers for it looks at the end, the head decides."""

from hengcai.accounts.queries import holders_of
from hengcai.base import clock
from hengcai.base.permissions import Permission
from hengcai.base.roles import HEAD, HR
from hengcai.consequences import permissions
from hengcai.consequences.models import Plan, Proposal
from hengcai.consequences.terms import terms_in_force
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.queries.calendar import the_calendar

PLAN, MOVE = "consequences.plan", "consequences.move"
SIGN, END, CARRY, SETTLE = "improvement.sign", "improvement.end", "move.carry", "move.settle"
RECONSIDER = "improvement.reconsider"
DAYS = 5  # working days in which both sign, and in which the head decides
register(
    Kind(
        SIGN,
        PLAN,
        "see-improvement-plan",
        "list-improvement-plans",
        "list-improvement-plans",
        up=(HR,),
        is_discreet=True,
    ),
    Kind(
        END,
        PLAN,
        "see-improvement-plan",
        "list-improvement-plans",
        "list-improvement-plans",
        up=(HR, HEAD),
        is_discreet=True,
    ),
    Kind(
        RECONSIDER,
        PLAN,
        "see-improvement-plan",
        "list-improvement-plans",
        "list-improvement-plans",
        up=(HR,),
        is_discreet=True,
    ),
    Kind(CARRY, MOVE, "see-move", "list-moves", "list-moves", up=(HEAD,), is_discreet=True),
    Kind(SETTLE, MOVE, "see-move", "list-moves", "list-moves", is_discreet=True),
)


def offered(plan: Plan) -> None:
    due = the_calendar().add(clock.today(), DAYS).date
    open_duties(SIGN, [Owed(user, plan.pk, due) for user in (plan.person.user_id, plan.lead_id) if user])


def signed(plan: Plan, user: int) -> None:
    settle_duties(SIGN, [plan.pk], users=[user])


def not_signed(plan: Plan) -> None:
    settle_duties(SIGN, [plan.pk])


def running(plan: Plan) -> None:
    """From its last day the re-test is due."""
    settle_duties(SIGN, [plan.pk])
    due = the_calendar().add(plan.ends_on, terms_in_force().windows.answer).date
    open_duties(END, [Owed(plan.lead_id, plan.pk, due)])


def overtaken(plan: Plan) -> None:
    """Its result has been lifted: whoever runs it says within days whether it goes on."""
    due = the_calendar().add(clock.today(), DAYS).date
    open_duties(RECONSIDER, [Owed(plan.lead_id, plan.pk, due)])


def ended(plan: Plan) -> None:
    settle_duties((SIGN, END, RECONSIDER), [plan.pk])


def move_proposed(move: Proposal) -> None:
    if move.state == Proposal.State.WAITING:
        _ask(CARRY, permissions.LOOK_AT_MOVE, move, but=move.proposed_by_id)
    else:
        move_carried(move)


def move_carried(move: Proposal) -> None:
    settle_duties(CARRY, [move.pk])
    _ask(SETTLE, permissions.DECIDE_MOVE, move, but=move.proposed_by_id)


def move_ended(move: Proposal) -> None:
    settle_duties((CARRY, SETTLE), [move.pk])


def _ask(kind: str, permission: Permission, move: Proposal, *, but: int) -> None:
    """Never the one it is about, nor whoever proposed it."""
    users = holders_of(permission).exclude(pk__in=[user for user in (but, move.person.user_id) if user])
    due = the_calendar().add(clock.today(), terms_in_force().windows.answer).date
    open_duties(kind, [Owed(user, move.pk, due) for user in users.values_list("pk", flat=True)])
