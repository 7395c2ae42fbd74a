"""A pair from its plan to both signatures."""

from dataclasses import dataclass
from datetime import date

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.mentoring import duties, permissions, states
from hengcai.mentoring.models import Goal, Limit, Listening, Pair
from hengcai.people.models import Person

MOST_NEWCOMERS, LONGEST_DAYS, MOST_CALLS = 20, 400, 200


@dataclass(frozen=True)
class Heard:
    """`contact`: its number in the contact system. `has_critical`: a fault with which nobody works alone yet."""

    held_on: date
    seen: str
    next_step: str
    calls: int = 1
    contact: str = ""
    has_critical: bool = False


@action(permissions.SETTLE)
def settle_limit(centre: Centre, *, by: User, newcomers: int) -> Limit:
    if not 1 <= newcomers <= MOST_NEWCOMERS:
        raise NotValid("mentoring.limit_wrong", most=MOST_NEWCOMERS)
    return Limit.objects.update_or_create(pk=1, defaults={"newcomers": newcomers})[0]


@action(permissions.SETTLE)
def settle_roster(centre: Centre, *, by: User, roster: str) -> Limit:
    """What the roster makes of people on shift without the permit their role asks for: nothing, a word, or not counted."""
    if roster not in Limit.Roster.values:
        raise NotValid("mentoring.roster_wrong")
    return Limit.objects.update_or_create(pk=1, defaults={"roster": roster})[0]


@action(permissions.PAIR_PEOPLE)
def open_pair(newcomer: Person, *, by: User, mentor: Person, first_on: date, last_on: date) -> Pair:
    """A mentor has no more newcomers at a time than the centre lets; a newcomer has one mentor."""
    if not 0 <= (last_on - first_on).days <= LONGEST_DAYS or mentor.pk == newcomer.pk:
        raise NotValid("mentoring.pair_wrong", most=LONGEST_DAYS)
    Person.objects.select_for_update().get(pk=mentor.pk)
    still = Pair.objects.exclude(state=Pair.State.ENDED)
    if still.filter(newcomer=newcomer).exists():
        raise NotNow("mentoring.has_mentor")
    most = newcomers_at_most()
    if still.filter(mentor=mentor).count() >= most:
        raise NotNow("mentoring.mentor_full", most=most)
    return Pair.objects.create(mentor=mentor, newcomer=newcomer, first_on=first_on, last_on=last_on, opened_by=by)


def newcomers_at_most() -> int:
    return limits().newcomers


def limits() -> Limit:
    """As the centre settled them, else as they come."""
    return Limit.objects.first() or Limit()


@action(permissions.RUN_PAIR)
def add_goal(pair: Pair, *, by: User, due_on: date, what: str) -> Goal:
    check_lengths(what)
    _still(pair)
    if not what.strip() or len(what.strip()) > 200 or not pair.first_on <= due_on <= pair.last_on:
        raise NotValid("mentoring.goal_wrong")
    return Goal.objects.create(pair=pair, due_on=due_on, what=what.strip())


@action(permissions.RUN_PAIR)
def reach_goal(pair: Pair, *, by: User, goal: Goal, today: date) -> Goal:
    """Or takes it back, where it had been."""
    _still(pair)
    if goal.pair_id != pair.pk:
        raise NotValid("mentoring.goal_wrong")
    goal.reached_on = None if goal.reached_on else today
    goal.save(update_fields=["reached_on"])
    return goal


@action(states.START_PAIR)
def start_pair(pair: Pair, *, by: User) -> Pair:
    duties.started(pair, clock.today())
    return pair


@action(states.NOTE_LISTENING, unsaid={"heard"})
def note_listening(pair: Pair, *, by: User, heard: Heard, today: date) -> Listening:
    """By whichever of the two listened. What the mentor saw is for the newcomer to sign."""
    check_lengths(heard.seen, heard.next_step, heard.contact)
    if not heard.seen.strip() or not heard.next_step.strip() or len(heard.next_step) > 400:
        raise NotValid("mentoring.sheet_empty")
    if not pair.first_on <= heard.held_on <= today or not 1 <= heard.calls <= MOST_CALLS or len(heard.contact) > 80:
        raise NotValid("mentoring.sheet_wrong", most=MOST_CALLS)
    listener = "mentor" if pair.mentor.user_id == by.pk else "newcomer"
    sheet = Listening.objects.create(
        pair=pair, listener=listener, held_on=heard.held_on, calls=heard.calls, contact=heard.contact.strip(),
        seen=heard.seen.strip(), next_step=heard.next_step.strip(), written_by=by,
        has_critical=heard.has_critical and listener == "mentor",
    )  # fmt: skip
    duties.heard(sheet)
    return sheet


@action(permissions.SIGN_SHEET, unsaid={"password"})
def sign_listening(sheet: Listening, *, by: User, password: str) -> Listening:
    """The newcomer has read what the mentor saw."""
    if sheet.signed_at is not None or sheet.listener != Listening.Listener.MENTOR:
        raise NotNow("mentoring.sheet_fixed")
    confirm_password(by, password)
    sheet.signed_at = clock.now()
    sheet.save(update_fields=["signed_at"])
    duties.sheet_signed(sheet.pair)
    return sheet


@action(states.END_PAIR, unsaid={"summary"})
def end_pair(pair: Pair, *, by: User, summary: str, today: date) -> Pair:
    """What it came to, for both to sign."""
    check_lengths(summary)
    if not summary.strip():
        raise NotValid("mentoring.summary_missing")
    pair.summary, pair.ended_on = summary.strip(), today
    pair.save(update_fields=["summary", "ended_on"])
    duties.ended(pair)
    return pair


@action(states.SIGN_PAIR, unsaid={"password"})
def sign_pair(pair: Pair, *, by: User, password: str) -> Pair:
    """Each of the two with their own sign-in and their password given once more."""
    field = "mentor_signed_at" if pair.mentor.user_id == by.pk else "newcomer_signed_at"
    if getattr(pair, field) is not None:
        raise NotNow("mentoring.signed_already")
    confirm_password(by, password)
    setattr(pair, field, clock.now())
    pair.save(update_fields=[field])
    duties.signed(pair, by.pk)
    return pair


def _still(pair: Pair) -> None:
    if pair.state == Pair.State.ENDED:
        raise NotNow("mentoring.pair_ended")
