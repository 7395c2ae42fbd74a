"""Confirmed or disputed by the agent; decided by somebody who took no part in it, blind first."""

from collections.abc import Mapping
from datetime import date

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.interactions.models import Transcript
from hengcai.quality import duties, permissions, states
from hengcai.quality.actions.evaluations import change_by_decision
from hengcai.quality.cards import card_of, items_of, marks_of
from hengcai.quality.deadlines import last_day_to_decide
from hengcai.quality.dispute_models import GivenBack
from hengcai.quality.models import Dispute, DisputedItem, Evaluation
from hengcai.quality.rules import disputes as rules
from hengcai.quality.rules.disputes import Ruling, Wish


@action(permissions.ANSWER)
def confirm_evaluation(evaluation: Evaluation, *, by: User, today: date) -> Evaluation:
    """The agent agrees. Twice is once."""
    if evaluation.confirmed_at:
        return evaluation
    _check_open(evaluation, today)
    evaluation.confirmed_at = clock.now()
    evaluation.save(update_fields=["confirmed_at"])
    duties.answered(evaluation)
    return evaluation


@action(permissions.ANSWER)
def dispute_evaluation(evaluation: Evaluation, *, by: User, wishes: Mapping[str, Wish], today: date) -> Dispute:
    """The agent contests some of the marks, each with the mark they ask for and why."""
    _check_open(evaluation, today)
    card, marks = card_of(evaluation.scorecard), marks_of(evaluation.answers.select_related("item"))
    rules.check_wishes(card, marks, wishes, turn_count=_turn_count(evaluation))
    check_lengths(*(wish.words for wish in wishes.values()))
    dispute = Dispute.objects.create(
        evaluation=evaluation, raised_by=by, raised_at=clock.now(), due_on=last_day_to_decide(today)
    )
    ids = {item.code: item.pk for item in items_of(evaluation.scorecard)}
    DisputedItem.objects.bulk_create([
        DisputedItem(
            dispute=dispute, item_id=ids[code], first=marks[code].value, wished=wish.value, words=wish.words.strip(),
            turn=wish.turn,
        )
        for code, wish in wishes.items()
    ])  # fmt: skip
    duties.disputed(dispute)
    return dispute


@action(permissions.SUPPORT)
def add_opinion(dispute: Dispute, *, by: User, opinion: str) -> Dispute:
    """The lead's, until it is decided; a later one takes the place of the earlier."""
    if dispute.state in Dispute.ENDED:
        raise NotNow("quality.dispute_decided")
    if not opinion.strip():
        raise NotValid("quality.opinion_missing")
    check_lengths(opinion)
    dispute.opinion, dispute.opinion_by, dispute.opinion_at = opinion.strip(), by, clock.now()
    dispute.save(update_fields=["opinion", "opinion_by", "opinion_at"])
    duties.supported(dispute)
    return dispute


@action(states.TAKE)
def take_dispute(dispute: Dispute, *, by: User) -> Dispute:
    """An analyst who took no part in it will decide."""
    return _taken(dispute, by, why="")


@action(states.TAKE_OVER)
def take_over_dispute(dispute: Dispute, *, by: User, reason: str) -> Dispute:
    """Where no analyst can decide, or the one who took it does not come to it: by the supervisor, with the reason."""
    if not reason.strip():
        raise NotValid("quality.take_over_reason_missing")
    check_lengths(reason)
    return _taken(dispute, by, why=reason.strip())


@action(states.MARK_BLIND)
def mark_blind(dispute: Dispute, *, by: User, values: Mapping[str, str]) -> Dispute:
    """The decider's own marks, given before they see any other; from now on they see everything and change none."""
    found = _items(dispute)
    rules.check_blind(card_of(dispute.evaluation.scorecard), found, values)
    for code, one in found.items():
        one.blind = values[code]
    DisputedItem.objects.bulk_update(found.values(), ["blind"])
    dispute.marked_at = clock.now()
    dispute.save(update_fields=["marked_at"])
    return dispute


@action(states.DECIDE)
def decide_dispute(dispute: Dispute, *, by: User, rulings: Mapping[str, Ruling]) -> Dispute:
    """Item by item, with reasons. A changed mark makes a new revision; the old one stays as it was."""
    found, evaluation = _items(dispute), dispute.evaluation
    card, marks = card_of(evaluation.scorecard), marks_of(evaluation.answers.select_related("item"))
    wishes = {code: Wish(one.wished, one.words, one.turn) for code, one in found.items()}
    values = rules.decided_values(card, marks, wishes, rulings)
    check_lengths(*(ruling.reasons for ruling in rulings.values()))
    for code, one in found.items():
        one.outcome, one.reasons, one.decided = rulings[code].outcome, rulings[code].reasons.strip(), values[code]
    DisputedItem.objects.bulk_update(found.values(), ["outcome", "reasons", "decided"])
    if any(one.decided != one.first for one in found.values()):
        decided = rules.decided_marks(card, marks, values)
        reason = "\n".join(one.reasons for one in found.values() if one.decided != one.first)
        dispute.outcome = change_by_decision(evaluation, by=by, marks=decided, reason=reason)
    dispute.decided_at = clock.now()
    dispute.save(update_fields=["outcome", "decided_at"])
    duties.decided(dispute)
    return dispute


@action(states.GIVE_BACK)
def give_back_dispute(dispute: Dispute, *, by: User, reason: str) -> Dispute:
    """Whoever took it does not decide it; somebody else begins anew, blind, by the same day."""
    if not reason.strip():
        raise NotValid("quality.give_back_reason_missing")
    check_lengths(reason)
    GivenBack.objects.create(dispute=dispute, by=by, reason=reason.strip(), at=clock.now())
    if not duties.deciders(dispute):
        raise NotNow("quality.nobody_else_decides")
    dispute.items.update(blind="")
    dispute.decider = dispute.taken_at = dispute.marked_at = None
    dispute.taken_over = ""
    dispute.save(update_fields=["decider", "taken_at", "marked_at", "taken_over"])
    duties.given_back(dispute)
    return dispute


@action(states.WITHDRAW_DISPUTE)
def withdraw_dispute(dispute: Dispute, *, by: User) -> Dispute:
    """The agent lets it be; the marks stand as they are, and it cannot be raised again."""
    dispute.withdrawn_at = clock.now()
    dispute.save(update_fields=["withdrawn_at"])
    duties.decided(dispute)
    return dispute


def _check_open(evaluation: Evaluation, today: date) -> None:
    """Once, in time, and of the version that counts."""
    if Dispute.objects.filter(evaluation=evaluation).exists():
        raise NotNow("quality.disputed_already")
    if evaluation.confirmed_at:
        raise NotNow("quality.confirmed_already")
    if not evaluation.is_current:
        raise NotNow("quality.newer_on_its_way")
    rules.check_window(evaluation.dispute_closes_on, today)


def _turn_count(evaluation: Evaluation) -> int:
    transcript = Transcript.objects.filter(contact=evaluation.assignment.contact_id).first()
    return len(transcript.turns) if transcript else 0


def _taken(dispute: Dispute, by: User, *, why: str) -> Dispute:
    dispute.decider, dispute.taken_at, dispute.taken_over = by, clock.now(), why
    dispute.save(update_fields=["decider", "taken_at", "taken_over"])
    duties.taken(dispute, by=by)
    return dispute


def _items(dispute: Dispute) -> dict[str, DisputedItem]:
    rows = dispute.items.select_related("item").order_by("item__section__order", "item__order", "pk")
    return {one.item.code: one for one in rows}
