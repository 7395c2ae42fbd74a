"""Sitting a test: begun, answered question by question, handed in or ended by the clock, marked.

Every answer is in the database before the page is told so; the clock is the server's, so that neither a device's clock nor a
second page nor a lost connection gives or takes a minute."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hengcai.accounts.models import User
from hengcai.assessment import duties, permissions, states
from hengcai.assessment.listening import Granted, grant_play, of_sitting
from hengcai.assessment.marked import mark_sitting
from hengcai.assessment.models import Answer, BankQuestion, Sitting
from hengcai.assessment.rules.sitting_time import Window, end_of, takes_answers
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.base.lengths import check_signs

LONGEST_ANSWER, LONGEST_REASON, MOST_EXTRA = 20_000, 400, 240
Given = Mapping[int, str]
Seen = Mapping[int, int | None]


@dataclass(frozen=True)
class Kept:
    """That an answer is in the database, under which number, when; no row, so that the log has one entry a sitting."""

    number: int
    saved_at: datetime


@action(states.START)
def start_sitting(sitting: Sitting, *, by: User) -> Sitting:
    """From now on the clock runs; twice is once."""
    now = clock.now()
    if not Window(sitting.opens_at, sitting.closes_at).is_open(now):
        raise NotNow("exam.window_shut")
    sitting.started_at = now
    sitting.ends_at = end_of(now, sitting.exam.minutes, sitting.extra_minutes)
    sitting.save(update_fields=["started_at", "ends_at"])
    return sitting


@action(states.SAVE, once_a_day=True, unsaid={"response", "question", "seen"})
def save_answer(sitting: Sitting, *, by: User, question: int, response: str, seen: int | None = None) -> Kept:
    """`seen`: the number of the answer the page held; one that was saved elsewhere meanwhile is not overwritten."""
    _check_time(sitting)
    _check_answer(sitting, question, response)
    row = Answer.objects.filter(sitting=sitting, question=question).first()
    if row is not None and seen is not None and seen != row.number and response != row.response:
        raise NotNow("exam.answered_elsewhere")
    kept = _kept(sitting, question, response, row)
    return Kept(kept.number, kept.saved_at)


@action(states.SAVE, once_a_day=True, unsaid={"question"})
def hear_question(sitting: Sitting, *, by: User, question: BankQuestion) -> Granted:
    """One play of a listening question, counted for this sitting whatever page or device asks for it."""
    _check_time(sitting)
    if question.pk not in sitting.paper:
        raise NotValid("exam.not_asked")
    return grant_play(of_sitting(sitting.pk), question, limit=question.most_plays, user=by)


@action(states.SAVE, once_a_day=True, unsaid={"answers", "seen"})
def save_answers(sitting: Sitting, *, by: User, answers: Given, seen: Seen | None = None) -> None:
    """All that a page holds, as `submit_sitting` takes it, while the test goes on."""
    _check_time(sitting)
    _keep_all(sitting, answers, seen or {})


@action(permissions.SIT, unsaid={"answers", "seen"})
def submit_sitting(sitting: Sitting, *, by: User, answers: Given | None = None, seen: Seen | None = None) -> Sitting:
    """With what the page still held; an answer that came too late is left out, never the test as a whole, and so is one to a
    question that was answered elsewhere since the page had it (`seen`: question → number of the answer it held)."""
    states.SUBMIT.enter(sitting, by)  # no move of its own: marked at once, it is further on already
    if answers and takes_answers(_end(sitting), clock.now()):
        _keep_all(sitting, answers, seen or {})
    _end_now(sitting, Sitting.Ended.PERSON)
    return sitting


@action(permissions.RUN_SITTINGS)
def end_sittings(batch: Sequence[Sitting], *, by: User) -> int:
    """Those whose time is over, with all that was saved."""
    rows = Sitting.objects.select_for_update().filter(pk__in=[one.pk for one in batch], state=states.RUNNING)
    over = [one for one in rows.order_by("pk") if not takes_answers(_end(one), clock.now())]
    for one in over:
        _end_now(one, Sitting.Ended.CLOCK)
    return len(over)


@action(permissions.RUN_SITTINGS)
def miss_sittings(batch: Sequence[Sitting], *, by: User) -> int:
    """Those who did not begin in time."""
    rows = Sitting.objects.select_for_update(of=("self",)).select_related("person").order_by("pk")  # one may just begin
    gone = list(rows.filter(pk__in=[one.pk for one in batch], state=states.READY, closes_at__lte=clock.now()))
    for one in gone:
        one.state = states.MISSED
        one.save(update_fields=["state"])
    duties.over(gone)
    return len(gone)


@action(states.MORE_TIME)
def give_more_time(sitting: Sitting, *, by: User, minutes: int, because: str) -> Sitting:
    """Before it begins: an accommodation, with its reason."""
    return _lengthened(sitting, by, minutes, because)


@action(states.MORE_TIME_NOW)
def give_more_time_now(sitting: Sitting, *, by: User, minutes: int, because: str) -> Sitting:
    """While it runs, such as after an outage."""
    return _lengthened(sitting, by, minutes, because)


def _end(sitting: Sitting) -> datetime:
    """Before it has begun there is no time left."""
    return sitting.ends_at or sitting.opens_at


def _check_time(sitting: Sitting) -> None:
    if not takes_answers(_end(sitting), clock.now()):
        raise NotNow("exam.time_up")


def _check_answer(sitting: Sitting, question: int, response: str) -> None:
    if question not in sitting.paper:
        raise NotValid("exam.not_asked")
    if len(response) > LONGEST_ANSWER:
        raise NotValid("exam.answer_long", most=LONGEST_ANSWER)
    check_signs(response)


def _kept(sitting: Sitting, question: int, response: str, row: Answer | None) -> Answer:
    if row is None:
        return Answer.objects.create(sitting=sitting, question_id=question, response=response, saved_at=clock.now())
    if response != row.response:
        row.response, row.number, row.saved_at = response, row.number + 1, clock.now()
        row.save(update_fields=["response", "number", "saved_at"])
    return row


def _keep_all(sitting: Sitting, answers: Given, seen: Seen) -> None:
    rows = {one.question_id: one for one in sitting.answers.all()}
    for question, response in answers.items():
        _check_answer(sitting, question, response)
        row = rows.get(question)
        is_stale = row is not None and seen.get(question) not in (None, row.number)
        if (row is not None or response) and not is_stale:
            _kept(sitting, question, response, row)


def _end_now(sitting: Sitting, by: str) -> None:
    sitting.state, sitting.submitted_at, sitting.ended_by = states.HANDED_IN, min(clock.now(), _end(sitting)), by
    sitting.save(update_fields=["state", "submitted_at", "ended_by"])
    mark_sitting(sitting)
    duties.over([sitting])


def _lengthened(sitting: Sitting, by: User, minutes: int, because: str) -> Sitting:
    if sitting.person.user_id == by.pk:
        raise NotAllowed("exam.own_time")
    if not because.strip():
        raise NotValid("exam.extra_reason")
    if not 1 <= minutes <= MOST_EXTRA - sitting.extra_minutes:
        raise NotValid("exam.extra_wrong", most=MOST_EXTRA)
    sitting.extra_minutes += minutes
    sitting.extra_because = because.strip()[:LONGEST_REASON]
    if sitting.started_at:
        sitting.ends_at = end_of(sitting.started_at, sitting.exam.minutes, sitting.extra_minutes)
    sitting.save(update_fields=["extra_minutes", "extra_because", "ends_at"])
    return sitting
