"""Moves of people: proposed with reason and evidence, looked at where chance does not carry them, decided by the head."""

from collections.abc import Mapping
from typing import Any

from hengcai.accounts.models import User
from hengcai.appraisal.parsing import terms_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.consequences import permissions, plan_duties, states
from hengcai.consequences.chances import chances_of
from hengcai.consequences.models import Plan, Proposal
from hengcai.consequences.rules.pay import why_it_waits
from hengcai.consequences.rules.steps import check_move_against
from hengcai.consequences.rules.words import check_reason
from hengcai.consequences.steps import steps_of
from hengcai.consequences.working_out import decimal
from hengcai.people.models import Person

LONGEST_PLACE = 200


@action(permissions.PROPOSE_MOVE, unsaid={"reason"})
def propose_move(person: Person, *, by: User, kind: str, reason: str, where: str = "") -> Proposal:
    """One against the person only when all four steps are there; where they are not, the first missing one is named."""
    check_lengths(reason, where)
    if kind not in Proposal.Kind.values:
        raise NotValid("consequences.move_unknown")
    if len(where) > LONGEST_PLACE:
        raise NotValid("consequences.where_long", most=LONGEST_PLACE)
    told = check_reason(reason)
    open_states = (Proposal.State.WAITING, Proposal.State.PROPOSED)
    if Proposal.objects.filter(person=person, kind=kind, state__in=open_states).exists():
        raise NotNow("consequences.move_open_already")
    facts = _against(person) if kind in Proposal.AGAINST else {}
    made = Proposal.objects.create(
        person=person, kind=kind, reason=told, where=where.strip(), proposed_by=by, proposed_at=clock.now(), **facts
    )
    plan_duties.move_proposed(made)
    return made


def _against(person: Person) -> Mapping[str, Any]:
    found = steps_of(person)
    plan = Plan.objects.filter(person=person, state=Plan.State.FAILED).order_by("-ended_at").first()
    result = found.newest
    if result is None:
        check_move_against(found.standing, cycles=1)  # says which step is missing
        raise NotNow("consequences.step_missing.evidence")
    says = terms_of(result.participant.cycle.policy).consequences
    check_move_against(found.standing, cycles=says.cycles)
    if plan is None:
        raise NotNow("consequences.plan_not_ended")
    chance = chances_of([result])[result.pk]
    why = why_it_waits(chance, says.probability.value)
    return {
        "result": result, "plan": plan, "why": why, "chance": None if chance is None else decimal(chance),
        "bar": says.probability.text, "state": Proposal.State.WAITING if why else Proposal.State.PROPOSED,
    }  # fmt: skip


@action(states.CARRY_MOVE, unsaid={"reason"})
def carry_move(move: Proposal, *, by: User, reason: str) -> Proposal:
    """A person has looked, and takes it on themselves that it may be decided; not whoever proposed it."""
    if by.pk == move.proposed_by_id:
        raise NotNow("consequences.looked_by_proposer")
    _look(move, by=by, reason=reason)
    plan_duties.move_carried(move)
    return move


@action(states.DROP_MOVE, unsaid={"reason"})
def drop_move(move: Proposal, *, by: User, reason: str) -> Proposal:
    """It is not carried: nothing follows."""
    _look(move, by=by, reason=reason)
    _end(move, by=by, reason=reason)
    return move


@action(states.DECIDE_MOVE, unsaid={"reason"})
def decide_move(move: Proposal, *, by: User, reason: str) -> Proposal:
    """By the head, named, with a reason; a move against somebody has its steps checked once more."""
    if by.pk == move.proposed_by_id:
        raise NotNow("consequences.decided_by_proposer")
    if move.kind in Proposal.AGAINST:
        _check_same(move, _against(move.person))
    _end(move, by=by, reason=reason, state=Proposal.State.DECIDED)
    return move


@action(states.DECLINE_MOVE, unsaid={"reason"})
def decline_move(move: Proposal, *, by: User, reason: str) -> Proposal:
    _end(move, by=by, reason=reason)
    return move


def _check_same(move: Proposal, now: Mapping[str, Any]) -> None:
    """What it rests on is what was looked at."""
    if now["result"].pk != move.result_id or (now["why"] and move.looked_by_id is None):
        raise NotNow("consequences.move_overtaken")


def _look(move: Proposal, *, by: User, reason: str) -> None:
    check_lengths(reason)
    move.looked, move.looked_by, move.looked_at = check_reason(reason), by, clock.now()
    move.save(update_fields=["looked", "looked_by", "looked_at"])


def _end(move: Proposal, *, by: User, reason: str, state: str = Proposal.State.DECLINED) -> None:
    check_lengths(reason)
    move.decision, move.decided_by, move.decided_at, move.state = check_reason(reason), by, clock.now(), state
    move.save(update_fields=["decision", "decided_by", "decided_at", "state"])
    plan_duties.move_ended(move)
