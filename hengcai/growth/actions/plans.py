"""The development plan: written in the talk, agreed, signed by both with their own passwords, looked back on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.growth import duties, permissions, states
from hengcai.growth.models import Goal, Plan
from hengcai.people.models import Person

MOST_GOALS = 5


@dataclass(frozen=True)
class GoalPlan:
    what: str
    due_on: date
    competency: int | None = None
    how: str = ""
    support: str = ""


@action(permissions.OPEN_PLAN)
def open_growth_plan(person: Person, *, by: User, year: int) -> Plan:
    """Whoever opens it leads the talk and signs beside."""
    if not 2000 <= year <= 2100:
        raise NotValid("growth.year_unlikely", value=year)
    if Plan.objects.filter(person=person, year=year).exclude(state=Plan.State.CLOSED).exists():
        raise NotNow("growth.plan_there", year=year)
    return Plan.objects.create(person=person, year=year, superior=by)


@action(states.EDIT)
def edit_growth_plan(
    plan: Plan, *, by: User, wish: str, strengths: str, goals: Sequence[GoalPlan], edit_count: int
) -> Plan:
    if plan.edit_count != edit_count:
        raise NotNow("growth.edited_meanwhile")
    if len(goals) > MOST_GOALS:
        raise NotValid("growth.goals_many", most=MOST_GOALS)
    check_lengths(wish, strengths, *(text for one in goals for text in (one.what, one.how, one.support)))
    plan.wish, plan.strengths, plan.edit_count = wish.strip(), strengths.strip(), edit_count + 1
    plan.save(update_fields=["wish", "strengths", "edit_count"])
    plan.goals.all().delete()
    Goal.objects.bulk_create([
        Goal(plan=plan, competency_id=one.competency, what=one.what.strip(), how=one.how.strip(),
             support=one.support.strip(), due_on=one.due_on)
        for one in goals
    ])  # fmt: skip
    return plan


@action(states.AGREE)
def agree_growth_plan(plan: Plan, *, by: User, today: date) -> Plan:
    """From here on its texts stand."""
    goals = list(plan.goals.all())
    if not goals:
        raise NotNow("growth.goals_missing")
    if any(not one.what for one in goals):
        raise NotValid("growth.goal_empty")
    plan.agreed_on = today
    plan.save(update_fields=["agreed_on"])
    duties.agreed(plan)
    return plan


@action(states.BACK)
def take_growth_plan_back(plan: Plan, *, by: User) -> Plan:
    """To change it; signatures fall away."""
    plan.agreed_on = plan.person_signed_at = plan.superior_signed_at = None
    plan.save(update_fields=["agreed_on", "person_signed_at", "superior_signed_at"])
    duties.ended(plan)
    return plan


@action(permissions.SIGN_PLAN, unsaid={"password"})
def sign_growth_plan(plan: Plan, *, by: User, password: str, edit_count: int) -> Plan:
    """Either of the two, and only what their page showed; with the second signature it is sealed."""
    if plan.state != Plan.State.AGREED:
        raise NotNow("growth.not_to_sign")
    field = "person_signed_at" if by.pk == plan.person.user_id else "superior_signed_at"
    if getattr(plan, field) is not None:
        raise NotNow("growth.signed_already")
    if edit_count != plan.edit_count:
        raise NotNow("growth.changed_since_shown")
    confirm_password(by, password)
    setattr(plan, field, clock.now())
    plan.save(update_fields=[field])
    duties.signed(plan, by.pk)
    return seal_growth_plan(plan, by=by) if plan.person_signed_at and plan.superior_signed_at else plan


@action(states.SEAL)
def seal_growth_plan(plan: Plan, *, by: User) -> Plan:
    if not (plan.person_signed_at and plan.superior_signed_at):
        raise NotNow("growth.signature_missing")
    return plan


@action(permissions.RUN_PLAN)
def note_goal(plan: Plan, *, by: User, goal: Goal, outcome: str, done_on: date | None) -> Goal:
    """What became of one goal, once the plan stands."""
    check_lengths(outcome)
    if goal.plan_id != plan.pk or plan.state not in (Plan.State.AGREED, Plan.State.SIGNED):
        raise NotNow("growth.goal_not_now")
    if done_on and done_on > clock.today():
        raise NotValid("growth.day_to_come")
    goal.outcome, goal.done_on = outcome.strip(), done_on
    goal.save(update_fields=["outcome", "done_on"])
    return goal


@action(states.CLOSE)
def close_growth_plan(plan: Plan, *, by: User, ending: str, today: date) -> Plan:
    check_lengths(ending)
    if not ending.strip():
        raise NotValid("growth.reason_missing")
    plan.ending, plan.closed_on = ending.strip(), today
    plan.save(update_fields=["ending", "closed_on"])
    duties.ended(plan)
    return plan
