"""Corrections of results that are out: opened by what changed under them, read by whom they are about."""

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.appraisal import duties, permissions
from hengcai.appraisal.actions.results import correct_result
from hengcai.appraisal.models import Correction, Cycle, Result
from hengcai.appraisal.rules import corrections as rules
from hengcai.appraisal.standing import overtaken
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.models import Dispute


@action(permissions.RUN_CYCLE)
def open_corrections(cycle: Cycle, *, by: User) -> list[Correction]:
    """For every result of a published cycle that rests on what was changed since; what is open stays as it is."""
    if cycle.state != Cycle.State.PUBLISHED:
        raise NotNow("appraisal.not_published")
    due_on = the_calendar().add(clock.today(), settings.DECISION_DAYS).date
    made = [
        Correction.objects.create(old=one, dispute=_changed_by(one), opened_at=clock.now(), due_on=due_on)
        for one in overtaken(cycle).filter(correction=None)
    ]
    duties.to_correct(made)
    return made


@action(permissions.CORRECT_RESULT)
def propose_correction(result: Result, *, by: User, reason: str) -> Correction:
    """By one person with the reason, which the one it is about reads; nothing is changed before a second one confirms."""
    check_lengths(reason)
    told = rules.check_reason(reason)
    if result.participant.cycle.state != Cycle.State.PUBLISHED or not result.is_current:
        raise NotNow("appraisal.not_published")
    one, _is_new = Correction.objects.select_for_update().get_or_create(old=result, defaults={"opened_at": clock.now()})
    if one.state != Correction.State.OPEN:
        raise NotNow("appraisal.correction_proposed")
    one.state, one.reason, one.proposed_by, one.proposed_at = Correction.State.PROPOSED, told, by, clock.now()
    one.save()
    duties.correction_proposed(one)
    return one


@action(permissions.CONFIRM_CORRECTION)
def confirm_correction(correction: Correction, *, by: User) -> Correction:
    """The second person's word: the result gets its new revision, and its person is told."""
    _check_proposed(correction)
    rules.check_second(correction.proposed_by_id, by.pk)
    return _made(correction, by)


@action(permissions.CONFIRM_CORRECTION)
def confirm_correction_alone(correction: Correction, *, by: User, reason: str) -> Correction:
    """For a centre in which nobody else has the right: said as such, with its reason, in the audit log and to readers."""
    check_lengths(reason)
    _check_proposed(correction)
    others = holders_of(permissions.CONFIRM_CORRECTION).exclude(pk=by.pk).exclude(pk=correction.subject_id).count()
    rules.check_alone(correction.proposed_by_id, by.pk, others=others, reason=reason)
    correction.alone_because = reason.strip()
    correction.save(update_fields=["alone_because"])
    return _made(correction, by)


@action(permissions.CONFIRM_CORRECTION)
def decline_correction(correction: Correction, *, by: User) -> Correction:
    """By the second person, or by whoever proposed it. What a dispute opened stays to be corrected."""
    _check_proposed(correction)
    correction.state, correction.reason = Correction.State.OPEN, ""
    correction.proposed_by = correction.proposed_at = None
    correction.save()
    if correction.due_on is None:
        duties.correction_dropped(correction)
        Correction.objects.filter(pk=correction.pk).delete()
    else:
        duties.to_correct([correction])
    return correction


@action(permissions.READ_CORRECTION)
def read_correction(correction: Correction, *, by: User) -> Correction:
    """The person says that they have read what was changed and why. Twice is once."""
    if correction.state == Correction.State.MADE:
        correction.state, correction.read_at = Correction.State.READ, clock.now()
        correction.save(update_fields=["state", "read_at"])
        duties.correction_read(correction)
    return correction


def _changed_by(result: Result) -> Dispute | None:
    """The newest decision under it."""
    cycle = result.participant.cycle
    if cycle.kind == Cycle.Kind.YEAR:
        return None
    rows = Dispute.objects.filter(
        outcome__published_at__gt=result.computed_at, evaluation__agent=result.participant.person_id,
        evaluation__contact_on__range=(cycle.period_start, cycle.period_end),
    )  # fmt: skip
    return rows.order_by("-decided_at").first()


def _check_proposed(correction: Correction) -> None:
    if correction.state != Correction.State.PROPOSED:
        raise NotNow("appraisal.correction_not_proposed")


def _made(correction: Correction, by: User) -> Correction:
    correct_result(correction.old, by=by, reason=correction.reason)
    correction.refresh_from_db()
    return correction
