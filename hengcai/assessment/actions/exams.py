"""Tests put to people: announced with their papers drawn, closed, released, opened again for those who failed."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from hengcai.accounts.models import User
from hengcai.assessment import duties, permissions, states
from hengcai.assessment.actions.blueprints import parts_of
from hengcai.assessment.actions.sittings import miss_sittings
from hengcai.assessment.audience import Audience, agents_there
from hengcai.assessment.models import Blueprint, Exam, Sitting
from hengcai.assessment.proof import note_tested
from hengcai.assessment.rules.drawing import drawn
from hengcai.assessment.rules.sitting_time import Window
from hengcai.assessment.signals import results_told
from hengcai.assessment.stock import pool, to_resit
from hengcai.assessment.tested import tested
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person

LONGEST_NAME, MOST_DAYS, MOST_ATTEMPTS = 120, 366, 5
ENDED = (Sitting.State.MARKED, Sitting.State.MISSED)


@dataclass(frozen=True)
class Announcement:
    """Whom a test is put to, when they can begin, and what they are shown of it afterwards. `people`: ids; empty: by teams and
    posts of `audience`, or all agents."""

    name: str
    window: Window
    people: Collection[int] = ()
    audience: Audience = field(default_factory=Audience)
    most_attempts: int = 2
    resit_cap: Decimal = Decimal(60)
    shows: str = Exam.Shows.MARK
    is_instant: bool = False
    seed: str = ""


@action(states.ANNOUNCE, unsaid={"plan"})
def announce_exam(blueprint: Blueprint, *, by: User, plan: Announcement) -> Exam:
    """Papers are drawn now, so that nobody waits for one when all begin at once."""
    _check(plan)
    exam = Exam(
        blueprint=blueprint, name=plan.name.strip() or str(blueprint.title), seed=plan.seed or secrets.token_hex(8),
        opens_at=plan.window.opens_at, closes_at=plan.window.closes_at, minutes=blueprint.minutes,
        pass_percent=blueprint.pass_percent, most_attempts=plan.most_attempts, resit_cap=plan.resit_cap,
        shows=plan.shows, is_instant=plan.is_instant, made_by=by, made_at=clock.now(),
    )  # fmt: skip
    people = _asked(plan)
    if not people:
        raise NotValid("exam.nobody")
    exam.save()
    _seat(exam, people, attempt=1, window=plan.window)
    return exam


@action(states.CLOSE_EXAM)
def close_exam(exam: Exam, *, by: User) -> Exam:
    """Nobody begins any more; who is in the middle of it has all their minutes."""
    now = clock.now()
    exam.closes_at = min(exam.closes_at, now)
    exam.save(update_fields=["closes_at"])
    exam.sittings.filter(state=states.READY, closes_at__gt=now).update(closes_at=now)
    rows = exam.sittings.filter(state=states.READY, closes_at__lte=now).select_related("person")
    miss_sittings(list(rows), by=by)
    return exam


@action(states.RELEASE)
def release_exam(exam: Exam, *, by: User) -> Exam:
    """Everybody's results at once, when the last of them is there."""
    waiting = exam.sittings.exclude(state__in=ENDED).count()
    if waiting:
        raise NotNow("exam.not_all_marked", count=waiting)
    exam.released_at = clock.now()
    exam.save(update_fields=["released_at"])
    untold = exam.sittings.filter(told_at=None).select_related("person")
    told = list(untold)
    told_now = [one.pk for one in told]
    untold.update(told_at=exam.released_at)
    note_tested(tested(told), by=by)
    duties.results_told(exam, told)
    results_told.send(Exam, sittings=list(exam.sittings.filter(pk__in=told_now, state=Sitting.State.MARKED)))
    return exam


@action(states.OPEN_RESITS, unsaid={"window"})
def open_resits(exam: Exam, *, by: User, window: Window) -> list[Sitting]:
    """For those who failed or were absent and have a try left, each with a new paper."""
    _check_window(window)
    people = to_resit(exam)
    if not people:
        raise NotNow("exam.nobody_to_resit")
    made: list[Sitting] = []
    for attempt in sorted({one.attempt for one in people}):
        some = [one.person for one in people if one.attempt == attempt]
        made += _seat(exam, some, attempt=attempt + 1, window=window)
    exam.closes_at = max(exam.closes_at, window.closes_at)
    exam.save(update_fields=["closes_at"])
    return made


@action(states.WITHDRAW_EXAM)
def withdraw_exam(exam: Exam, *, by: User) -> Exam:
    """Only while nobody has begun; the papers go with it."""
    if exam.sittings.exclude(state__in=(states.READY, states.MISSED)).exists():
        raise NotNow("exam.begun")
    duties.called_off(list(exam.sittings.select_related("person")))
    exam.sittings.all().delete()
    return exam


@action(permissions.RUN_EXAMS)
def add_sitters(exam: Exam, *, by: User, people: Sequence[Person]) -> list[Sitting]:
    """Further people while it is open; who has a place keeps it."""
    if exam.state != Exam.State.OPEN or exam.closes_at <= clock.now():
        raise NotNow("exam.over")
    there = set(exam.sittings.values_list("person", flat=True))
    new = [one for one in people if one.pk not in there]
    return _seat(exam, new, attempt=1, window=Window(exam.opens_at, exam.closes_at))


def _seat(exam: Exam, people: Sequence[Person], *, attempt: int, window: Window) -> list[Sitting]:
    parts, some = parts_of(exam.blueprint), pool()
    rows = []
    for one in people:
        paper = drawn(parts, some, paper_seed(exam, one.pk, attempt))
        if paper is None:
            raise NotNow("exam.parts_short_now")
        rows.append(
            Sitting(exam=exam, person=one, attempt=attempt, paper=paper, opens_at=window.opens_at,
                    closes_at=window.closes_at)
        )  # fmt: skip
    made = Sitting.objects.bulk_create(rows, batch_size=500)
    duties.announced(exam, made)
    return made


def paper_seed(exam: Exam, person: int, attempt: int) -> str:
    """From which anyone draws this paper again."""
    return f"{exam.seed}|{person}|{attempt}"


def _asked(plan: Announcement) -> list[Person]:
    """Those of them who can sign in."""
    if plan.people:
        rows = Person.objects.filter(pk__in=plan.people)
    else:
        on = clock.today()
        rows = Person.objects.filter(pk__in=agents_there(plan.audience, on).values("person"))
    return list(rows.filter(user__is_active=True).select_related("user").order_by("pk"))


def _check(plan: Announcement) -> None:
    check_lengths(plan.name)
    if len(plan.name) > LONGEST_NAME or len(plan.seed) > 40:
        raise NotValid("exam.name_long", most=LONGEST_NAME)
    if not 1 <= plan.most_attempts <= MOST_ATTEMPTS:
        raise NotValid("exam.attempts_wrong", most=MOST_ATTEMPTS)
    if not 0 <= plan.resit_cap <= 100:
        raise NotValid("exam.pass_wrong")
    if plan.shows not in Exam.Shows.values:
        raise NotValid("exam.shows_wrong")
    _check_window(plan.window)


def _check_window(window: Window) -> None:
    now = clock.now()
    if window.closes_at <= max(now, window.opens_at):
        raise NotValid("exam.window_wrong")
    if _days(now, window.closes_at) > MOST_DAYS:
        raise NotValid("exam.window_long", most=MOST_DAYS)


def _days(first: datetime, last: datetime) -> int:
    return (last - first).days
