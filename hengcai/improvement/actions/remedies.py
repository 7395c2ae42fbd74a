"""A corrective measure from the finding to its check in a later sample."""

from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.improvement import duties, permissions, states
from hengcai.improvement.checking import outcome_of
from hengcai.improvement.deadlines import day_to_check, working_day
from hengcai.improvement.models import Delay, Remedy, RemedyFile
from hengcai.improvement.owners import able_owners
from hengcai.improvement.rules import remedies as rules
from hengcai.improvement.rules.outcomes import IMPROVED
from hengcai.improvement.rules.remedies import Plan
from hengcai.people.models import Person, Team
from hengcai.quality.models import Item, Scorecard
from hengcai.quality.rules.measures import NEITHER, SHARES

STATE = Remedy.State
FIGURES = tuple(code for code, sense in SHARES.items() if sense != NEITHER)  # of which better and worse can be said
MOST_FILES = 10


@dataclass(frozen=True)
class Subject:
    """Whom it is about, who answers for it, and where it was found."""

    owner: User
    person: Person | None = None
    team: Team | None = None
    source: str = Remedy.Source.HAND
    source_id: int | None = None


@action(permissions.RAISE, unsaid={"plan", "subject"})
def raise_remedy(centre: Centre, *, by: User, plan: Plan, subject: Subject, today: date) -> Remedy:
    """A finding becomes a measure; its owner is told at once."""
    check_lengths(*plan.texts)
    due_on = rules.check_plan(plan, today=today, figures=FIGURES)
    rules.check_subject(plan.about, has_person=subject.person is not None, has_team=subject.team is not None)
    _check_reach(subject, by)
    _check_owner(subject.owner, subject.person)
    due_on = working_day(due_on)
    made = Remedy.objects.create(
        about=plan.about, source=subject.source, source_id=subject.source_id, person=subject.person, team=subject.team,
        finding=plan.finding.strip(), action=plan.action.strip(), item=_item(plan.item), figure=plan.figure,
        owner=subject.owner, opened_by=by, opened_at=clock.now(), due_on=due_on,
        check_on=working_day(plan.check_on) if plan.check_on and plan.check_on > due_on else day_to_check(due_on),
    )  # fmt: skip
    duties.raised(made)
    return made


@action(states.FINISH, unsaid={"proof"})
def finish_remedy(remedy: Remedy, *, by: User, proof: str, today: date) -> Remedy:
    """Its owner: what was done, and by what one sees it."""
    check_lengths(proof)
    remedy.proof, remedy.done_on = rules.check_words(proof, "improvement.proof_missing"), today
    remedy.returned = ""
    if remedy.check_on <= today:
        remedy.check_on = day_to_check(today)
    remedy.save(update_fields=["proof", "done_on", "returned", "check_on"])
    duties.done(remedy)
    return remedy


@action(permissions.DO)
def add_proof_file(remedy: Remedy, *, by: User, place: str, name: str, media_type: str, size: int) -> RemedyFile:
    """One that was received, beside the words; until it is checked."""
    if remedy.state not in (STATE.OPEN, STATE.DONE):
        raise NotNow("improvement.no_more_files")
    if remedy.files.count() >= MOST_FILES:
        raise NotValid("improvement.too_many_files", most=MOST_FILES)
    facts = {"place": place, "name": name[:200], "media_type": media_type, "size": size}
    return RemedyFile.objects.create(remedy=remedy, by=by, at=clock.now(), **facts)


@action(states.RETURN, unsaid={"words"})
def return_remedy(remedy: Remedy, *, by: User, words: str, due_on: date | None, today: date) -> Remedy:
    """The proof does not show it: back to its owner, with a day."""
    return _again(remedy, words, due_on, today)


@action(states.CHECK, unsaid={"words"})
def check_remedy(remedy: Remedy, *, by: User, words: str, today: date) -> Remedy:
    """What is seen now, and what the sample since allows to be said; both are kept. The answer is the sample's."""
    check_lengths(words)
    remedy.checked, remedy.checked_at = rules.check_words(words, "improvement.checked_missing"), clock.now()
    found = outcome_of(remedy)
    remedy.checked_by, remedy.verdict, remedy.outcome = by, found.verdict, found.kept()
    remedy.save(update_fields=["checked", "checked_at", "checked_by", "verdict", "outcome"])
    duties.ended(remedy)
    return remedy


@action(states.GO_ON, unsaid={"words"})
def go_on_with_remedy(remedy: Remedy, *, by: User, words: str, due_on: date | None, today: date) -> Remedy:
    """It did not help, or one cannot tell: its owner goes on, with what is to be done now."""
    if remedy.verdict == IMPROVED:
        raise NotNow("improvement.improved_already")
    return _again(remedy, words, due_on, today)


@action(permissions.STEER, unsaid={"reason"})
def put_off_remedy(remedy: Remedy, *, by: User, to: date | None, reason: str, today: date) -> Remedy:
    """The day it is due, or once it is done that of the check; never an earlier one."""
    check_lengths(reason)
    field = {STATE.OPEN: "due_on", STATE.DONE: "check_on"}.get(Remedy.State(remedy.state))
    if field is None:
        raise NotNow("improvement.not_to_put_off")
    was = getattr(remedy, field)
    day = working_day(rules.check_later(wished=to, present=was, today=today))
    told = rules.check_words(reason, "improvement.reason_missing")
    Delay.objects.create(remedy=remedy, was_on=was, now_on=day, reason=told, by=by, at=clock.now())
    setattr(remedy, field, day)
    if remedy.check_on <= remedy.due_on:
        remedy.check_on = day_to_check(remedy.due_on)
    remedy.save(update_fields=["due_on", "check_on"])
    duties.put_off(remedy)
    return remedy


@action(permissions.STEER, unsaid={"reason"})
def hand_over_remedy(remedy: Remedy, *, by: User, to: User, reason: str) -> Remedy:
    """To another owner who may know of it, while it is open."""
    check_lengths(reason)
    rules.check_words(reason, "improvement.reason_missing")
    if remedy.state != STATE.OPEN:
        raise NotNow("improvement.not_to_hand_over")
    is_able = able_owners(remedy.person).filter(pk=to.pk).exists()
    rules.check_handing(is_same=to.pk == remedy.owner_id, is_able=is_able, name=to.name)
    remedy.owner = to
    remedy.save(update_fields=["owner"])
    duties.handed_over(remedy)
    return remedy


@action(states.CLOSE, unsaid={"words"})
def close_remedy(remedy: Remedy, *, by: User, words: str) -> Remedy:
    """With what stays of it: the new way is the rule now, or it is given up."""
    return _ended(remedy, by, words)


@action(states.DROP, unsaid={"words"})
def drop_remedy(remedy: Remedy, *, by: User, words: str) -> Remedy:
    """It is not needed any more, and why."""
    return _ended(remedy, by, words)


def _ended(remedy: Remedy, by: User, words: str) -> Remedy:
    check_lengths(words)
    remedy.ending, remedy.closed_at = rules.check_words(words, "improvement.ending_missing"), clock.now()
    remedy.closed_by = by
    remedy.save(update_fields=["ending", "closed_at", "closed_by"])
    duties.ended(remedy)
    return remedy


def _again(remedy: Remedy, words: str, due_on: date | None, today: date) -> Remedy:
    check_lengths(words)
    remedy.returned = rules.check_words(words, "improvement.reason_missing")
    remedy.due_on = working_day(rules.check_day(due_on, today))
    remedy.check_on, remedy.done_on, remedy.state = day_to_check(remedy.due_on), None, STATE.OPEN
    remedy.save(update_fields=["returned", "due_on", "check_on", "done_on", "state"])
    duties.again(remedy)
    return remedy


def _check_reach(subject: Subject, by: User) -> None:
    """Leads raise measures about their own people and teams alone; nobody about themselves."""
    if subject.person:
        permissions.RAISE_ON_PERSON.enter(subject.person, by)
    elif subject.team:
        permissions.RAISE_ON_TEAM.enter(subject.team, by)
    else:
        permissions.RAISE_ON_CENTRE.enter([], by)


def _check_owner(owner: User, person: Person | None) -> None:
    if not able_owners(person).filter(pk=owner.pk).exists():
        raise NotNow("improvement.owner_unable", name=owner.name)


def _item(key: int | None) -> Item | None:
    """Of a scorecard that is or was in force."""
    if key is None:
        return None
    rows = Item.objects.exclude(section__scorecard__state=Scorecard.State.DRAFT).exclude(kind=Item.Kind.NOTE)
    found = rows.filter(pk=key).first()
    if found is None:
        raise NotValid("improvement.item_unknown")
    return found
