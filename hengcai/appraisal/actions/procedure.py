"""A policy's way into force, one step after the other: none may be left out, and each is kept with who took it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from hengcai.accounts.models import User
from hengcai.accounts.queries import holders_of
from hengcai.appraisal import permissions, policy_duties, states
from hengcai.appraisal.in_force import cycles_reached
from hengcai.appraisal.models import Attendee, ChangeReason, Policy, PolicyComment, Procedure
from hengcai.appraisal.policy_changes import changes_of, unexplained
from hengcai.appraisal.policy_checks import check_unchanged, read_policy
from hengcai.appraisal.rules import procedure as rules
from hengcai.appraisal.rules.procedure import Meeting, Notice, Present
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.jobs.worker import call_off, enqueue
from hengcai.people.models import Person

JOB = "begin-policy"
STATE = Policy.State


@action(permissions.DRAFT_POLICY)
def explain_change(policy: Policy, *, by: User, place: str, reason: str) -> ChangeReason:
    """Why one thing differs from the version before; until it is decided."""
    if policy.state not in (STATE.DRAFT, STATE.DISCUSSED):
        raise NotNow("policy.frozen")
    check_lengths(reason)
    if place not in {one.place for one in changes_of(policy)}:
        raise NotValid("policy.change_unknown", value=place)
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    facts = {"reason": reason.strip(), "by": by, "at": clock.now()}
    return ChangeReason.objects.update_or_create(policy=policy, place=place, defaults=facts)[0]


@action(states.DISCUSS_POLICY)
def discuss_policy(
    policy: Policy, *, by: User, closes_on: date, today: date, invitation: str = "", edit_count: int | None = None
) -> Policy:
    """征求意见: staff read it, comment by article until `closes_on`, that day included."""
    check_unchanged(policy, edit_count)
    check_lengths(invitation)
    read_policy(policy.kind, policy.text)
    rules.check_discussion(closes_on=closes_on, today=today, unexplained=len(unexplained(policy)))
    Procedure.objects.create(
        policy=policy, invitation=invitation.strip(), discussed_text=policy.text, discussed_by=by,
        discussed_at=clock.now(), closes_on=closes_on,
    )  # fmt: skip
    policy_duties.discussed(policy, closes_on, today)
    return policy


@action(states.DECIDE_POLICY)
def decide_policy(
    policy: Policy, *, by: User, meeting: Meeting, today: date, alone_because: str = "", edit_count: int | None = None
) -> Policy:
    """讨论决定: minutes, who was present and for whom, votes. From now on the text stands still."""
    check_unchanged(policy, edit_count)
    check_lengths(meeting.minutes, alone_because)
    read_policy(policy.kind, policy.text)
    one = policy.procedure
    open_comments = PolicyComment.objects.filter(policy=policy, answer="").count()
    rules.check_meeting(meeting, closes_on=one.closes_on, today=today, unanswered=open_comments)
    rules.check_explained(len(unexplained(policy)))
    others = holders_of(permissions.APPROVE_POLICY).exclude(pk__in=policy.drafters.values("pk")).exclude(pk=by.pk)
    is_drafter = policy.drafters.filter(pk=by.pk).exists()
    rules.check_second(is_drafter=is_drafter, others=others.count(), reason=alone_because)
    _keep_meeting(one, meeting)
    one.alone_because = alone_because.strip() if is_drafter else ""
    one.decided_by, one.decided_at, one.text_hash = by, clock.now(), rules.text_hash(policy.text)
    one.save()
    policy_duties.discussion_over(policy)
    return policy


@action(states.ANNOUNCE_POLICY)
def announce_policy(policy: Policy, *, by: User, notice: Notice, today: date) -> Policy:
    """公示: what was put up, where and when, and from which day it holds. Everybody is asked to sign for it."""
    check_lengths(notice.text, notice.place)
    one = policy.procedure
    rules.check_notice(notice, decided_on=one.decided_on or today, today=today)
    _check_day_free(policy, notice.in_force_from)
    one.notice, one.place, one.announced_on = notice.text.strip(), notice.place.strip()[:200], notice.posted_on
    one.announced_by, one.announced_at, one.promised_from = by, clock.now(), notice.in_force_from
    one.save()
    policy.in_force_from = notice.in_force_from
    policy.save(update_fields=["in_force_from"])
    policy_duties.ask_to_sign(policy, today)
    enqueue(JOB, policy.pk, by=by.pk, total_count=1, not_before=_midnight(notice.in_force_from))
    return policy


@action(states.WITHDRAW_POLICY)
def withdraw_policy(policy: Policy, *, by: User, reason: str) -> Policy:
    """Given up before it was in force. A new version may be drafted from its text."""
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    check_lengths(reason)
    one = policy.procedure
    one.withdrawn_by, one.withdrawn_at, one.withdrawn_because = by, clock.now(), reason.strip()
    one.save()
    policy.in_force_from = None
    policy.save(update_fields=["in_force_from"])
    policy_duties.discussion_over(policy)
    policy_duties.no_longer_signed([policy.pk])
    call_off(JOB, policy.pk)
    return policy


def _keep_meeting(one: Procedure, meeting: Meeting) -> None:
    one.decided_on, one.minutes = meeting.held_on, meeting.minutes.strip()
    one.votes_for, one.votes_against = meeting.votes_for, meeting.votes_against
    one.votes_abstained = meeting.votes_abstained
    numbers = [present.number for present in meeting.present if present.number]
    people = {person.number: person for person in Person.objects.filter(number__in=numbers)}
    Attendee.objects.bulk_create([_attendee(one, present, people) for present in meeting.present])


def _attendee(one: Procedure, present: Present, people: dict[str, Person]) -> Attendee:
    if present.number and present.number not in people:
        raise NotValid("appraisal.person_unknown", number=present.number)
    person = people.get(present.number)
    return Attendee(procedure=one, name=present.name.strip(), capacity=present.capacity, person=person)


def _check_day_free(policy: Policy, day: date) -> None:
    """One version a kind and day, later than the one it follows, and under no cycle whose rules are fixed."""
    held = Policy.objects.filter(kind=policy.kind, in_force_from__gte=day).exclude(pk=policy.pk)
    other = held.order_by("-in_force_from").first()
    if other is not None:
        raise NotNow("policy.day_taken", number=other.number, begins=other.in_force_from)
    if reached := cycles_reached(policy, day):
        raise NotNow("policy.cycle_open", cycle=reached[0].code, ends=reached[0].period_end)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZoneInfo(str(settings.TIME_ZONE)))
