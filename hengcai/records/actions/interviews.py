"""The feedback interview: appointed, filled in together, held; or not held, and why."""

from datetime import date, datetime

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths
from hengcai.records import duties, permissions, states
from hengcai.records.deadlines import adder, windows_of
from hengcai.records.models import Interview, Record
from hengcai.records.rules import answers
from hengcai.records.rules import interviews as rules
from hengcai.records.rules.interviews import Talk


@action(permissions.LEAD_INTERVIEW)
def appoint_interview(record: Record, *, by: User, at: datetime | None, place: str = "") -> Interview:
    """A day and an hour; the person is told, and told again when it is another."""
    check_lengths(place)
    _check_open(record)
    held = _interview(record, by)
    held.appointed_at, held.place = rules.check_appointment(at, now=clock.now()), place.strip()[:120]
    held.save()
    duties.appointed(record, held.appointed_at)
    return held


@action(permissions.LEAD_INTERVIEW, once_a_day=True, unsaid={"talk"})
def save_interview(record: Record, *, by: User, talk: Talk, edit_count: int) -> Interview:
    """Saved as it is typed. An older page overwrites nothing."""
    check_lengths(*talk.texts)
    rules.check_talk(talk)
    _check_open(record)
    held = _interview(record, by)
    if edit_count != held.edit_count:
        raise NotNow("records.stale")
    held.strengths, held.gaps, held.own_words = talk.strengths.strip(), talk.gaps.strip(), talk.own_words.strip()
    held.plan, held.edit_count, held.saved_at = talk.steps, held.edit_count + 1, clock.now()
    held.led_by = by
    held.save()
    return held


@action(states.HOLD_INTERVIEW)
def hold_interview(record: Record, *, by: User, held_on: date, today: date, edit_count: int | None = None) -> Record:
    """They have spoken: what stands on the form now lies before the person to be signed. `edit_count`: of the form that was
    read, where it was not saved in the same breath."""
    held = Interview.objects.filter(record=record).first()
    if held is None:
        raise NotNow("records.talk_not_saved")
    if edit_count is not None and edit_count != held.edit_count:
        raise NotNow("records.stale")
    rules.check_held({"strengths": held.strengths, "gaps": held.gaps}, held.plan, held_on=held_on, today=today)
    held.held_on, held.led_by = held_on, by
    held.save(update_fields=["held_on", "led_by"])
    return _to_answer(record, today)


@action(states.SKIP_INTERVIEW, unsaid={"because"})
def skip_interview(record: Record, *, by: User, because: str, today: date) -> Record:
    """Somebody away for months, or who will not come: said on the record, which then waits for the answer alone."""
    check_lengths(because)
    held = _interview(record, by)
    held.not_held_because = rules.check_not_held(because)
    held.save()
    return _to_answer(record, today)


def _to_answer(record: Record, today: date) -> Record:
    """From here on the person has the whole time to answer, and to appeal."""
    told = answers.Days(record.interview_by, record.appeal_by, record.sign_by)
    days = answers.after_interview(told, today, windows=windows_of(record.cycle.policy), add=adder())
    record.appeal_by, record.sign_by = days.appeal_by, days.sign_by
    record.save(update_fields=["appeal_by", "sign_by"])
    duties.interviewed(record)
    return record


def _check_open(record: Record) -> None:
    if record.state != Record.State.NOTIFIED:
        raise NotNow("records.interview_over")


def _interview(record: Record, by: User) -> Interview:
    found = Interview.objects.select_for_update().filter(record=record).first()
    return found or Interview(record=record, led_by=by)
