"""The answer: put forward by one member, carried by more than half of them, two at least; then the arithmetic follows."""

from collections.abc import Sequence
from decimal import Decimal

from hengcai.accounts.models import User, system_user
from hengcai.appeals import duties, holding, permissions, states
from hengcai.appeals.effects import check_answer_effect, result_now
from hengcai.appeals.models import Appeal, Proposal, Vote
from hengcai.appeals.rules import appeals as rules
from hengcai.appeals.rules.panel import is_carried, is_fallen
from hengcai.appeals.signals import appeal_answered
from hengcai.appraisal.actions import rule_on_result
from hengcai.appraisal.rules.rulings import Ruled, part_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths

STATE = Proposal.State


@action(states.PROPOSE, unsaid={"outcome", "reasons", "ruled"})
def propose_answer(appeal: Appeal, *, by: User, outcome: str, reasons: str, ruled: Sequence[Ruled] = ()) -> Proposal:
    """Its writer agrees to it by writing it. One lies on the table at a time."""
    check_lengths(reasons)
    told = rules.check_answer(outcome, reasons)
    if appeal.proposals.filter(state=STATE.OPEN).exists():
        raise NotNow("appeals.one_on_the_table")
    check_answer_effect(appeal, outcome, ruled)
    made = Proposal.objects.create(
        appeal=appeal, outcome=outcome, reasons=told, rulings=[[one.part.key, str(one.value)] for one in ruled], by=by,
        at=clock.now(),
    )  # fmt: skip
    Vote.objects.create(proposal=made, user=by, agrees=True, at=made.at)
    duties.proposed(appeal, by.pk)
    return made


@action(permissions.HANDLE)
def agree_to_answer(appeal: Appeal, *, by: User, seen: int | None = None) -> Appeal:
    """The voice that makes more than half answers the appeal. `seen`: the proposal their page showed, where it was a page."""
    proposal = _voted(appeal, by, agrees=True, seen=seen)
    agreed = proposal.votes.filter(agrees=True, user__in=_members(appeal)).count()
    return answer_appeal(appeal, by=by) if is_carried(agreed, members=len(_members(appeal))) else appeal


@action(permissions.HANDLE, unsaid={"words"})
def disagree_with_answer(appeal: Appeal, *, by: User, words: str, seen: int | None = None) -> Appeal:
    """With the reason; where it cannot be carried any more it falls, and another may be put forward."""
    check_lengths(words)
    told = rules.check_text(words, "appeals.disagree_reason_missing")
    proposal = _voted(appeal, by, agrees=False, words=told, seen=seen)
    against = proposal.votes.filter(agrees=False, user__in=_members(appeal)).count()
    if is_fallen(against, members=len(_members(appeal))):
        proposal.state = STATE.FALLEN
        proposal.save(update_fields=["state"])
        duties.fell(appeal)
    return appeal


@action(states.ANSWER)
def answer_appeal(appeal: Appeal, *, by: User) -> Appeal:
    """What was carried: the answer in writing, and a new revision where it changes something."""
    proposal = _open(appeal)
    agreed = [one.user for one in proposal.votes.filter(agrees=True, user__in=_members(appeal)).select_related("user")]
    if not is_carried(len(agreed), members=len(_members(appeal))):
        raise NotNow("appeals.not_carried")
    ruled = ruled_in(proposal)
    check_answer_effect(appeal, proposal.outcome, ruled)
    appeal.outcome, appeal.reasons, appeal.answered_at = proposal.outcome, proposal.reasons, clock.now()
    if proposal.outcome != Appeal.Outcome.REJECTED:
        old, system = result_now(appeal), system_user()
        appeal.fresh = rule_on_result(old, by=system, ruled=ruled, decided_by=agreed, reason=proposal.reasons)
    appeal.save(update_fields=["outcome", "reasons", "answered_at", "fresh"])
    proposal.state = STATE.CARRIED
    proposal.save(update_fields=["state"])
    appeal.state = Appeal.State.ANSWERED
    duties.answered(appeal)
    holding.release(appeal)
    appeal_answered.send(Appeal, appeal=appeal, by=by)
    return appeal


def ruled_in(proposal: Proposal) -> list[Ruled]:
    found = [(part_of(key), Decimal(value)) for key, value in proposal.rulings]
    return [Ruled(part, value) for part, value in found if part]


def _members(appeal: Appeal) -> list[int]:
    return list(appeal.members.filter(left_at=None).values_list("user", flat=True))


def _open(appeal: Appeal) -> Proposal:
    found = appeal.proposals.filter(state=STATE.OPEN).first()
    if found is None:
        raise NotNow("appeals.nothing_on_the_table")
    return found


def _voted(appeal: Appeal, by: User, *, agrees: bool, words: str = "", seen: int | None = None) -> Proposal:
    """Once each, on what they have read; who wrote it has spoken."""
    if appeal.state != Appeal.State.HEARD:
        raise NotNow("appeals.nothing_on_the_table")
    proposal = _open(appeal)
    if seen is not None and seen != proposal.pk:
        raise NotNow("appeals.another_on_the_table")
    if proposal.votes.filter(user=by).exists():
        raise NotNow("appeals.voted_already")
    Vote.objects.create(proposal=proposal, user=by, agrees=agrees, words=words, at=clock.now())
    return proposal
