"""An improvement plan from its draft to its re-test; each of the two signs with their own password."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import User
from hengcai.appraisal.models import FairScore, Result
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths
from hengcai.consequences import permissions, plan_duties, states
from hengcai.consequences.models import Plan
from hengcai.consequences.rules import plans as rules
from hengcai.consequences.rules.plans import PlanText
from hengcai.consequences.rules.steps import TRAINED, check_before
from hengcai.consequences.rules.words import check_reason
from hengcai.consequences.steps import is_below, result_now, steps_of
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day

UNSIGNED = ("lead_signed_at", "person_signed_at", "refused_at")


@action(permissions.DRAFT_PLAN, unsaid={"text"})
def draft_improvement(person: Person, *, by: User, text: PlanText, today: date) -> Plan:
    """Only where the standard was known and a result lies below the bar; the evidence stands on it."""
    found = steps_of(person)
    check_before(TRAINED, found.standing)
    if Plan.objects.filter(person=person).exclude(state__in=Plan.ENDED).exists():
        raise NotNow("consequences.plan_open_already")
    result = found.newest
    assert result is not None  # noqa: S101 - the evidence is there
    place = Placement.objects.filter(on_day(today), person=person).first()
    made = Plan(person=person, placement=place, lead=by, result=result, drafted_at=clock.now())
    _write(made, text, today)
    return made


@action(states.EDIT_PLAN, unsaid={"text"})
def edit_improvement(plan: Plan, *, by: User, text: PlanText, edit_count: int, today: date) -> Plan:
    """Until it is offered. An older page overwrites nothing."""
    if edit_count != plan.edit_count:
        raise NotNow("consequences.plan_stale")
    _write(plan, text, today)
    return plan


@action(states.OFFER_PLAN)
def offer_improvement(plan: Plan, *, by: User, today: date) -> Plan:
    """They have spoken: what stands on it now lies before both to be signed."""
    texts = {name: getattr(plan, name) for name in rules.WRITTEN}
    rules.check_offer(texts, starts_on=plan.starts_on, today=today)
    rules.check_ground(is_below=is_below(result_now(plan)))
    plan_duties.offered(plan)
    return plan


@action(permissions.SIGN_PLAN, unsaid={"password"})
def sign_improvement(plan: Plan, *, by: User, password: str, edit_count: int) -> Plan:
    """The person or whoever answers for the support, each with their password, and only what their page showed. The second
    signature starts it."""
    field = "person_signed_at" if plan.person.user_id == by.pk else "lead_signed_at"
    is_newest = edit_count == plan.edit_count
    rules.check_signing(plan.state, is_signed=getattr(plan, field) is not None, is_newest=is_newest)
    confirm_password(by, password)
    rules.check_ground(is_below=is_below(result_now(plan)))
    setattr(plan, field, clock.now())
    plan.save(update_fields=[field])
    plan_duties.signed(plan, by.pk)
    return seal_improvement(plan, by=by) if _is_signed(plan) else plan


@action(states.SEAL_PLAN)
def seal_improvement(plan: Plan, *, by: User) -> Plan:
    """Both have signed."""
    if not _is_signed(plan):
        raise NotNow("consequences.plan_not_signed")
    plan.state = Plan.State.RUNNING
    plan.save(update_fields=["state"])
    plan_duties.running(plan)
    return plan


@action(states.REFUSE_PLAN, unsaid={"words"})
def refuse_improvement(plan: Plan, *, by: User, words: str) -> Plan:
    """The person does not sign, and says why; the words stay on it whatever becomes of it."""
    check_lengths(words)
    rules.check_refusing(is_signed=plan.person_signed_at is not None)
    plan.refusal, plan.refused_at = check_reason(words), clock.now()
    plan.save(update_fields=["refusal", "refused_at"])
    plan_duties.not_signed(plan)
    return plan


@action(states.REDRAFT_PLAN)
def redraft_improvement(plan: Plan, *, by: User) -> Plan:
    """After a refusal: written anew, signed anew. What was said against it stays."""
    for name in UNSIGNED:
        setattr(plan, name, None)
    plan.save(update_fields=list(UNSIGNED))
    return plan


@action(states.START_UNSIGNED, unsaid={"because"})
def start_unsigned(plan: Plan, *, by: User, because: str) -> Plan:
    """The support is given all the same; who started it without the signature, and why, stands on it."""
    check_lengths(because)
    rules.check_ground(is_below=is_below(result_now(plan)))
    plan.started_unsigned_because, plan.started_unsigned_by = check_reason(because), by
    plan.save(update_fields=["started_unsigned_because", "started_unsigned_by"])
    plan_duties.running(plan)
    return plan


@action(states.SUCCEED_PLAN, unsaid={"words"})
def succeed_improvement(plan: Plan, *, by: User, retest: Result, words: str) -> Plan:
    """The re-test lies above the bar. It closes with its measured change, and with it everything that hung on it."""
    _end(plan, by=by, retest=retest, words=words, wants_success=True)
    plan.state = Plan.State.SUCCEEDED
    plan.save(update_fields=["state"])
    return plan


@action(states.FAIL_PLAN, unsaid={"words"})
def fail_improvement(plan: Plan, *, by: User, retest: Result, words: str) -> Plan:
    """The re-test lies below the bar too. What follows from that is another decision, by somebody else."""
    _end(plan, by=by, retest=retest, words=words, wants_success=False)
    return plan


@action(states.CALL_OFF_PLAN, unsaid={"words"})
def call_off_improvement(plan: Plan, *, by: User, words: str) -> Plan:
    """It was not needed, or not right. It is no step of anything then."""
    check_lengths(words)
    plan.ending, plan.ended_by, plan.ended_at = check_reason(words), by, clock.now()
    plan.save(update_fields=["ending", "ended_by", "ended_at"])
    plan_duties.ended(plan)
    return plan


def _write(plan: Plan, text: PlanText, today: date) -> None:
    check_lengths(*text.texts)
    plan.starts_on, plan.ends_on = rules.check_days(text, today=today)
    plan.gap, plan.goals, plan.support = text.gap.strip(), text.goals.strip(), text.support.strip()
    plan.other_post, plan.edit_count = text.other_post.strip(), plan.edit_count + 1
    plan.save()


def _end(plan: Plan, *, by: User, retest: Result, words: str, wants_success: bool) -> None:
    check_lengths(words)
    cycle = retest.participant.cycle
    is_own = retest.participant.person_id == plan.person_id and retest.is_current and retest.final is not None
    is_after = is_own and cycle.state == cycle.State.PUBLISHED and cycle.period_end > plan.starts_on
    is_after = is_after and cycle.purpose == cycle.Purpose.RETEST
    rules.check_outcome(is_below=is_below(retest), wants_success=wants_success, is_after=is_after)
    plan.retest, plan.ending, plan.ended_by, plan.ended_at = retest, check_reason(words), by, clock.now()
    plan.change = _change(plan.result, retest)
    if not wants_success:
        plan.state = Plan.State.FAILED
    plan.save(update_fields=["retest", "ending", "ended_by", "ended_at", "change"])
    plan_duties.ended(plan)


def _change(before: Result, after: Result) -> dict[str, str]:
    rows = FairScore.objects.filter(result__in=[before, after], basis=FairScore.Basis.FINAL, low__isnull=False)
    spans = {one.result_id: (Fraction(one.low or 0), Fraction(one.high or 0)) for one in rows}
    found = rules.change_of(
        Fraction(before.final or Decimal(0)), Fraction(after.final or Decimal(0)),
        spans=[spans.get(before.pk), spans.get(after.pk)],
    )  # fmt: skip
    return {"before": str(found.before), "after": str(found.after), "verdict": found.verdict}


def _is_signed(plan: Plan) -> bool:
    return plan.lead_signed_at is not None and plan.person_signed_at is not None
