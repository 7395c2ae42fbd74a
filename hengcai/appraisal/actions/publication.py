"""A cycle's results on their way out: one person proposes, another confirms, ten minutes to take it back, then all see."""

from datetime import date, datetime

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.appraisal import duties, states
from hengcai.appraisal.ledger import current_results, observations
from hengcai.appraisal.models import Cycle, Publication
from hengcai.appraisal.rules import publication as rules
from hengcai.appraisal.signals import cycle_published
from hengcai.appraisal.standing import in_the_way, stale_count
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.evidence.actions import note_evidence
from hengcai.jobs.worker import call_off, enqueue

JOB = "publish-cycle"
OUTCOME = Publication.Outcome


@action(states.PROPOSE)
def propose_publication(cycle: Cycle, *, by: User, reason: str = "", today: date) -> Cycle:
    """What stands in the way is kept with the proposal; whoever confirms reads it and why it may go out all the same."""
    check_lengths(reason)
    _check_computed(cycle)
    found = in_the_way(cycle, today=today)
    rules.check_proposal(found, reason=reason)
    standing = {one.kind: one.count for one in found}
    Publication.objects.create(
        cycle=cycle, reason=reason.strip(), standing=standing, proposed_by=by, proposed_at=clock.now()
    )
    duties.ended_wholly(cycle)
    return cycle


@action(states.DECLINE)
def decline_publication(cycle: Cycle, *, by: User, reason: str = "") -> Cycle:
    """By anybody who may propose, the proposer too; the results are preliminary again."""
    _end(cycle, OUTCOME.DECLINED, by=by, reason=reason)
    return cycle


@action(states.CONFIRM)
def confirm_publication(cycle: Cycle, *, by: User, today: date) -> Cycle:
    """The second person's word. Nobody sees anything for ten minutes more."""
    one = _open(cycle)
    rules.check_second(one.proposed_by_id, by.pk)
    _confirm(one, by=by, today=today)
    return cycle


@action(states.CONFIRM_ALONE)
def confirm_publication_alone(cycle: Cycle, *, by: User, reason: str, today: date) -> Cycle:
    """For a centre in which nobody else has the right: said as such, with its reason, in the audit log and to readers."""
    check_lengths(reason)
    one = _open(cycle)
    others = holders_of(states.PROPOSE.may).exclude(pk=by.pk).count()
    rules.check_alone(one.proposed_by_id, by.pk, others=others, reason=reason)
    one.alone_because = reason.strip()
    _confirm(one, by=by, today=today)
    return cycle


@action(states.TAKE_BACK)
def take_back_publication(cycle: Cycle, *, by: User, reason: str) -> Cycle:
    """Harmless by its order: nothing was shown, noted or told yet."""
    if clock.now() >= _effective(cycle):
        raise NotNow("appraisal.too_late_to_take_back")
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    _end(cycle, OUTCOME.TAKEN_BACK, by=by, reason=reason)
    call_off(JOB, cycle.pk)
    return cycle


@action(states.PUBLISH)
def publish_cycle(cycle: Cycle, *, by: User) -> Cycle:
    """When the ten minutes are over: everybody sees their own result, rated levels go to the ledger. Once."""
    if clock.now() < _effective(cycle):
        raise NotNow("appraisal.publishing_waits")
    cycle.published_at = clock.now()
    cycle.save(update_fields=["published_at"])
    if cycle.has_forms:
        note_evidence(list(observations(cycle, current_results(cycle))), by=by)
    _end(cycle, OUTCOME.PUBLISHED, by=by)
    call_off(JOB, cycle.pk)
    duties.cycle_out(cycle)
    cycle_published.send(Cycle, cycle=cycle, by=by)
    return cycle


def _check_computed(cycle: Cycle) -> None:
    waiting = cycle.participants.exclude(results__is_current=True).count()
    if waiting:
        raise NotNow("appraisal.not_computed", count=waiting)
    stale = stale_count(cycle)
    if stale:
        raise NotNow("appraisal.sent_since_computed", count=stale)


def _confirm(one: Publication, *, by: User, today: date) -> None:
    _check_computed(one.cycle)
    rules.check_nothing_new(one.standing, in_the_way(one.cycle, today=today))
    one.confirmed_by, one.confirmed_at = by, clock.now()
    one.effective_at = one.confirmed_at + rules.TAKE_BACK
    one.save()
    enqueue(JOB, one.cycle_id, by=by.pk, total_count=1, not_before=one.effective_at)


def _open(cycle: Cycle) -> Publication:
    return Publication.objects.select_related("cycle").get(cycle=cycle, outcome=OUTCOME.OPEN)


def _effective(cycle: Cycle) -> datetime:
    """A cycle that is publishing was confirmed."""
    return _open(cycle).effective_at or clock.now()


def _end(cycle: Cycle, outcome: Publication.Outcome, *, by: User, reason: str = "") -> None:
    check_lengths(reason)
    one = _open(cycle)
    one.outcome, one.ended_by, one.ended_at, one.ended_because = outcome, by, clock.now(), reason.strip()
    one.save()
    if outcome != OUTCOME.PUBLISHED:
        duties.asked_late_of(cycle)
