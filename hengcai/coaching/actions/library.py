"""Cases of the library: made from a published evaluation, shown with consent or without a name, taken out again."""

from datetime import date

from django.db import transaction

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.coaching import duties, keeping, permissions, states
from hengcai.coaching.library_models import BriefedCase, Briefing, LibraryCase
from hengcai.coaching.rules import library as rules
from hengcai.coaching.rules.library import Draft
from hengcai.coaching.rules.sessions import check_words
from hengcai.interactions.models import Contact
from hengcai.jobs.worker import enqueue_once
from hengcai.quality.models import Evaluation

STATE, SOUND = LibraryCase.State, LibraryCase.Sound


@action(permissions.MAKE_CASE, unsaid={"draft"})
def make_case(evaluation: Evaluation, *, by: User, draft: Draft) -> LibraryCase:
    """A draft, seen by whoever keeps the library."""
    contact = evaluation.assignment.contact
    case = LibraryCase(
        evaluation=evaluation, agent=evaluation.agent, channel=contact.channel, made_by=by, made_at=clock.now()
    )
    return _written(case, contact, draft, by)


@action(states.EDIT_CASE, unsaid={"draft"})
def edit_case(case: LibraryCase, *, by: User, draft: Draft) -> LibraryCase:
    return _written(case, case.evaluation.assignment.contact, draft, by)


@action(states.ASK)
def ask_consent(case: LibraryCase, *, by: User) -> LibraryCase:
    """Of the agent a model case is of; without an account there is nobody to ask."""
    if case.kind != rules.MODEL:
        raise NotNow("coaching.case_needs_no_consent")
    if case.agent.user_id is None:
        raise NotNow("coaching.case_nobody_to_ask")
    case.asked_at = clock.now()
    case.save(update_fields=["asked_at"])
    duties.asked(case)
    return case


@action(states.SHOW)
def show_case(case: LibraryCase, *, by: User) -> LibraryCase:
    """A warning, which names nobody."""
    if case.kind != rules.WARNING:
        raise NotNow("coaching.case_needs_consent")
    case.shown_at = clock.now()
    case.save(update_fields=["shown_at"])
    return case


@action(states.GIVE, unsaid={"words"})
def give_consent(case: LibraryCase, *, by: User, words: str = "") -> LibraryCase:
    """In the agent's own login; from now on everybody may see it."""
    case.shown_at = clock.now()
    case.save(update_fields=["shown_at"])
    return _answered(case, words)


@action(states.DECLINE, unsaid={"words"})
def decline_consent(case: LibraryCase, *, by: User, words: str = "") -> LibraryCase:
    """Without having to say why."""
    return _answered(case, words)


@action(states.TAKE_BACK, unsaid={"words"})
def take_back_consent(case: LibraryCase, *, by: User, words: str = "") -> LibraryCase:
    """At any time: the case is gone for everybody, its sound is deleted."""
    case.withdrawn_at = clock.now()
    case.save(update_fields=["withdrawn_at"])
    _forgotten(case)
    return _answered(case, words)


@action(states.WITHDRAW, unsaid={"reason"})
def withdraw_case(case: LibraryCase, *, by: User, reason: str) -> LibraryCase:
    check_lengths(reason)
    case.reason, case.withdrawn_at = check_words(reason, "coaching.case_reason_missing"), clock.now()
    case.save(update_fields=["reason", "withdrawn_at"])
    duties.answered(case)
    _forgotten(case)
    return case


@action(permissions.KEEP_CASE)
def keep_case_sound(case: LibraryCase, *, by: User, is_ready: bool) -> LibraryCase:
    """Made by the worker, or found not to be possible."""
    case.sound = SOUND.READY if is_ready else SOUND.FAILED
    case.save(update_fields=["sound"])
    return case


@action(permissions.BRIEF)
def brief_case(_centre: Centre, *, by: User, case: LibraryCase, on: date, today: date) -> Briefing:
    """Puts a case on one's own list of that day; twice is once."""
    if case.state != STATE.SHOWN:
        raise NotNow("coaching.case_not_shown")
    if on < today:
        raise NotValid("coaching.briefing_past")
    briefing, _made = Briefing.objects.get_or_create(on=on, by=by)
    rules.check_open(is_held=briefing.held_at is not None)
    count = briefing.cases.count()
    if briefing.cases.filter(case=case).exists():
        return briefing
    if count >= rules.MOST_BRIEFED:
        raise NotNow("coaching.briefing_full", most=rules.MOST_BRIEFED)
    BriefedCase.objects.create(briefing=briefing, case=case, order=count)
    return briefing


@action(permissions.CHANGE_BRIEFING)
def unbrief_case(briefing: Briefing, *, by: User, case: LibraryCase) -> Briefing:
    rules.check_open(is_held=briefing.held_at is not None)
    briefing.cases.filter(case=case).delete()
    return briefing


def _written(case: LibraryCase, contact: Contact, draft: Draft, by: User) -> LibraryCase:
    check_lengths(draft.lesson)
    lines = rules.check_draft(draft, names=keeping.names_of(case), turn_count=keeping.turn_count(contact))
    case.kind, case.title, case.lesson = draft.kind, draft.title.strip(), draft.lesson.strip()
    case.tags, case.competency_id = rules.tags_of(draft.tags), draft.competency
    case.sound = SOUND.NONE
    keeping.keep_words(case, contact, lines)
    case.save()
    if draft.has_sound:
        _want_sound(case, by)
    return case


def _want_sound(case: LibraryCase, by: User) -> None:
    if keeping.recording_of(case) is None:
        raise NotNow("coaching.case_no_sound")
    case.sound = SOUND.WAITING
    case.save(update_fields=["sound"])
    enqueue_once(keeping.MAKE_SOUND, case.pk, by=by.pk)


def _answered(case: LibraryCase, words: str) -> LibraryCase:
    check_lengths(words)
    case.answer, case.answered_at = words.strip(), clock.now()
    case.save(update_fields=["answer", "answered_at"])
    duties.answered(case)
    return case


def _forgotten(case: LibraryCase) -> None:
    """From every briefing too; the copy of its sound goes once this is certain."""
    BriefedCase.objects.filter(case=case).delete()
    transaction.on_commit(lambda: keeping.forget_sound(case))
