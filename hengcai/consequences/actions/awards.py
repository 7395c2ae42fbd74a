"""An award: nominated, checked for red lines, up for public notice, objections answered, granted by the head."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.appraisal.models import Result
from hengcai.appraisal.parsing import terms_of
from hengcai.appraisal.rules.year import months_of_service
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths
from hengcai.consequences import award_duties, permissions, states
from hengcai.consequences.models import Nomination, Objection
from hengcai.consequences.rules import awards as rules
from hengcai.consequences.rules.words import check_reason
from hengcai.people.models import Employment, Person
from hengcai.people.queries.calendar import the_calendar
from hengcai.quality.models import Case


@action(permissions.NOMINATE, unsaid={"reason"})
def nominate(person: Person, *, by: User, kind: str, result: Result, reason: str) -> Nomination:
    """By somebody else, on a published result of the person that meets what the award asks for."""
    check_lengths(reason)
    told = check_reason(reason)
    cycle = result.participant.cycle
    if result.participant.person_id != person.pk or not result.is_current or cycle.state != cycle.State.PUBLISHED:
        raise NotNow("consequences.award_result")
    _check(kind, result)
    if Nomination.objects.filter(kind=kind, result=result).exclude(state=Nomination.State.DECLINED).exists():
        raise NotNow("consequences.nominated_already")
    made = Nomination.objects.create(
        kind=kind, person=person, result=result, reason=told, nominated_by=by, nominated_at=clock.now()
    )
    award_duties.nominated(made)
    return made


@action(states.OPEN_NOTICE)
def open_notice(nomination: Nomination, *, by: User, today: date) -> Nomination:
    """公示: from today for so many working days, the last of them included; names only."""
    _check(nomination.kind, nomination.result)
    days = terms_of(nomination.result.participant.cycle.policy).windows.notice
    nomination.notice_from, nomination.notice_by = today, by
    nomination.notice_until = the_calendar().add(today, days).date
    nomination.save(update_fields=["notice_from", "notice_until", "notice_by"])
    award_duties.up(nomination)
    return nomination


@action(permissions.OBJECT, unsaid={"words"})
def object_to_award(nomination: Nomination, *, by: User, words: str, today: date) -> Objection:
    """By anybody, while it is up; once to each revision of the result it rests on."""
    check_lengths(words)
    told = rules.check_objection(nomination.state, until=nomination.notice_until, today=today, words=words)
    now = Result.objects.get(participant=nomination.result.participant_id, is_current=True).revision
    rules.check_first_objection(objected=nomination.objections.filter(by=by, revision=now).exists())
    made = Objection.objects.create(nomination=nomination, by=by, at=clock.now(), words=told, revision=now)
    award_duties.objected(nomination)
    return made


@action(permissions.ANSWER_OBJECTION, unsaid={"words"})
def answer_objection(nomination: Nomination, *, by: User, objection: Objection, words: str) -> Objection:
    """In writing, to whoever objected; once."""
    check_lengths(words)
    if objection.nomination_id != nomination.pk or objection.answered_at is not None:
        raise NotNow("consequences.objection_answered")
    if objection.by_id == by.pk:
        raise NotNow("consequences.objection_own")
    objection.answer, objection.answered_by, objection.answered_at = check_reason(words), by, clock.now()
    objection.save(update_fields=["answer", "answered_by", "answered_at"])
    award_duties.answered(nomination)
    return objection


@action(states.GRANT)
def grant_award(nomination: Nomination, *, by: User, today: date) -> Nomination:
    """By the head, after the notice; red lines are looked for once more."""
    _check(nomination.kind, nomination.result)
    rules.check_grant(
        until=nomination.notice_until, today=today, is_nominator=nomination.nominated_by_id == by.pk,
        open_objections=nomination.objections.filter(answered_at=None).count(),
    )  # fmt: skip
    _decide(nomination, by, "", Nomination.State.GRANTED)
    return nomination


@action(states.DECLINE_AWARD, unsaid={"reason"})
def decline_award(nomination: Nomination, *, by: User, reason: str) -> Nomination:
    check_lengths(reason)
    _decide(nomination, by, check_reason(reason), Nomination.State.DECLINED)
    return nomination


def _check(kind: str, result: Result) -> None:
    """By what holds now, the result as corrected since; only confirmed red lines of its own period count."""
    cycle, person = result.participant.cycle, result.participant.person_id
    band = Result.objects.get(participant=result.participant_id, is_current=True).band
    hired = Employment.objects.filter(person=person, left_on=None).order_by("-hired_on").first()
    months = months_of_service(hired.hired_on, cycle.period_end) if hired else 0
    red = Case.objects.filter(
        agent=person, state=Case.State.CONFIRMED, evaluation__contact_on__range=(cycle.period_start, cycle.period_end)
    )
    rules.check_criteria(kind, cycle_kind=cycle.kind, band=band, months=months, red_lines=red.count())


def _decide(nomination: Nomination, by: User, words: str, state: str) -> None:
    nomination.decided_by, nomination.decided_at, nomination.decision = by, clock.now(), words
    nomination.state, nomination.unsettled = state, False
    nomination.save(update_fields=["decided_by", "decided_at", "decision", "state", "unsettled"])
    award_duties.ended(nomination)
