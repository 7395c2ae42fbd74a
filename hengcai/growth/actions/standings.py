"""Steps given, kept or taken; what was seen; the reserve. Each with its reason, by a person, never by the arithmetic."""

from datetime import date, timedelta

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.days import months_after
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.growth import duties, permissions
from hengcai.growth.actions.outlooks import kept
from hengcai.growth.models import Ladder, Proof, ReserveMember, Standing, Step
from hengcai.growth.reading import Reader
from hengcai.growth.rules.readiness import MET, RE_RATE_MONTHS
from hengcai.people.models import Person

OUTCOME = Standing.Outcome
A_DAY = timedelta(days=1)


@action(permissions.RATE)
def rate_standing(person: Person, *, by: User, step: Step, because: str, today: date) -> Standing:
    """The half-yearly re-rating, or the first. One rung up at a time, and only where everything it asks for is met; a step
    down only after half a year on the present one."""
    _check_reason(because)
    if step.ladder.state != Ladder.State.PUBLISHED:
        raise NotNow("growth.ladder_not_in_force")
    reader = Reader(step.ladder, [person.pk], today=today)
    there, lines = reader.standings.get(person.pk), reader.lines(person.pk, step)
    outcome, missing = _outcome(there, step, today), sum(one.state != MET for one in lines)
    if outcome in (OUTCOME.FIRST, OUTCOME.RAISED) and missing:
        raise NotNow("growth.not_ready", count=missing)
    if there is not None:
        there.until = max(there.since, today - A_DAY)
        there.save(update_fields=["until"])
    made = Standing.objects.create(
        person=person, code=step.ladder.code, step=step, outcome=outcome, because=because.strip(), by=by,
        since=there.since if there is not None and outcome == OUTCOME.KEPT else today, at=clock.now(),
        re_rate_on=months_after(today, RE_RATE_MONTHS), facts=[kept(one) for one in lines],
    )  # fmt: skip
    duties.re_ratings(step.ladder, today)
    return made


def _outcome(there: Standing | None, step: Step, today: date) -> Standing.Outcome:
    if there is None:
        if step.order != 1:
            raise NotNow("growth.first_step_first")
        return OUTCOME.FIRST
    rise = step.order - there.step.order
    if rise > 1:
        raise NotNow("growth.one_step_at_a_time")
    if rise < 0 and today < there.re_rate_on:
        raise NotNow("growth.too_early_to_lower", day=there.re_rate_on)
    return OUTCOME.KEPT if not rise else OUTCOME.RAISED if rise > 0 else OUTCOME.LOWERED


@action(permissions.NOTE_PROOF)
def note_proof(person: Person, *, by: User, step: Step, place: int, seen_on: date, words: str = "") -> Proof:
    """What a step asks to be shown, seen on a day; noted twice it is corrected."""
    check_lengths(words)
    if not 0 <= place < len(step.proofs):
        raise NotValid("growth.proof_unknown")
    if seen_on > clock.today():
        raise NotValid("growth.day_to_come")
    facts = {"seen_on": seen_on, "words": words.strip(), "by": by}
    return Proof.objects.update_or_create(person=person, step=step, place=place, defaults=facts)[0]


@action(permissions.KEEP_RESERVE)
def keep_in_reserve(person: Person, *, by: User, step: Step, because: str, today: date) -> ReserveMember:
    _check_reason(because)
    if ReserveMember.objects.filter(person=person, step=step, until=None).exists():
        raise NotNow("growth.in_reserve_already")
    return ReserveMember.objects.create(person=person, step=step, since=today, because=because.strip(), by=by)


@action(permissions.END_RESERVE)
def end_reserve(member: ReserveMember, *, by: User, because: str, today: date) -> ReserveMember:
    _check_reason(because)
    if member.until is not None:
        raise NotNow("growth.reserve_ended")
    member.until, member.ended_because = max(member.since, today), because.strip()
    member.save(update_fields=["until", "ended_because"])
    return member


def _check_reason(because: str) -> None:
    check_lengths(because)
    if not because.strip():
        raise NotValid("growth.reason_missing")
