"""Sessions from plan to attendance: places, waiting list, codes, make-up. Nobody is twice at once, no room and no trainer."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.days import EARLIEST, LATEST, day_of
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person, Site
from hengcai.training import duties, permissions, states
from hengcai.training.models import Course, Opinion, Room, Seat, Session, Trainer
from hengcai.training.rules.seats import BOOKED, EARLY, Span, clash, moving_up, standing, takes_code

LONGEST_DAY, MOST_PLACES = timedelta(hours=12), 500
TAKEN = (Seat.State.BOOKED, Seat.State.ATTENDED)
MARKS = (Seat.State.ATTENDED, Seat.State.ABSENT, Seat.State.EXCUSED)


@dataclass(frozen=True)
class When:
    """`room` or, elsewhere, `place`; `trainers` are rows of 内训师."""

    starts_at: datetime
    ends_at: datetime
    places: int
    room: Room | None = None
    place: str = ""
    trainers: Sequence[Trainer] = ()
    note: str = ""


@dataclass(frozen=True)
class Qualification:
    """`courses`: codes; none: all. `proof`: what it rests on, such as an assessment and its day."""

    level: str
    since: date
    until: date | None = None
    courses: Collection[str] = ()
    proof: str = ""


@dataclass(frozen=True)
class Thought:
    content: int
    teaching: int
    use: int
    words: str = ""


@action(permissions.PLAN_SESSIONS)
def add_room(centre: Centre, *, by: User, site: Site, name: str, places: int) -> Room:
    check_lengths(name)
    if not name.strip() or not 1 <= places <= MOST_PLACES:
        raise NotValid("training.room_wrong", most=MOST_PLACES)
    if Room.objects.filter(site=site, name=name.strip()).exists():
        raise NotValid("training.room_known", name=name.strip())
    return Room.objects.create(site=site, name=name.strip()[:80], places=places)


@action(permissions.QUALIFY)
def qualify_trainer(person: Person, *, by: User, given: Qualification) -> Trainer:
    """Anew or changed; what they taught and how they were qualified before stays."""
    if given.level not in Trainer.Level.values or (given.until and given.until < given.since):
        raise NotValid("training.trainer_wrong")
    known = set(Course.objects.filter(code__in=given.courses).values_list("code", flat=True))
    for code in sorted(set(given.courses) - known):
        raise NotValid("training.course_unknown_code", code=code)
    check_lengths(given.proof)
    values = {
        "level": given.level, "courses": sorted(given.courses), "since": given.since, "until": given.until,
        "proof": given.proof.strip()[:400], "entered_by": by,
    }  # fmt: skip
    found, _made = Trainer.objects.update_or_create(person=person, defaults=values)
    found.history.create(**values, entered_at=clock.now())
    return found


@action(permissions.PLAN_SESSIONS)
def plan_session(course: Course, *, by: User, when: When, makes_up: Session | None = None) -> Session:
    """Of a course in use. A make-up session is of the same course."""
    if course.state != states.IN_USE:
        raise NotNow("training.course_not_in_use")
    if makes_up is not None and makes_up.course.code != course.code:
        raise NotValid("training.makes_up_another")
    session = Session(course=course, planned_by=by, code=f"{secrets.randbelow(10**6):06}", makes_up=makes_up)
    return _write(session, when)


@action(states.MOVE_SESSION)
def change_session(session: Session, *, by: User, when: When) -> Session:
    """Whoever has a place is told; more places let the waiting move up, fewer take none away."""
    taken = session.seats.filter(state__in=TAKEN).count()
    if when.places < taken:
        raise NotValid("training.places_taken", n=taken)
    for person in _locked(session.seats.filter(state=Seat.State.BOOKED).values_list("person", flat=True)):
        _check_free(person, Span(when.starts_at, when.ends_at), but=session)
    session.revision += 1
    _write(session, when)
    _move_up(session)
    duties.session_changed(session, _seated(session))
    return session


@action(states.CANCEL_SESSION)
def cancel_session(session: Session, *, by: User) -> Session:
    session.revision += 1
    session.save(update_fields=["revision"])
    duties.session_over(session)
    return session


@action(states.BOOK)
def book_seat(session: Session, *, by: User) -> Seat:
    """For oneself; twice is once. Where all places are taken, on the waiting list."""
    person = Person.objects.filter(user=by).first()
    if person is None:
        raise NotNow("training.no_person")
    return _seat(session, _locked([person.pk])[0], by)


@action(states.SEAT_OTHERS)
def seat_people(session: Session, *, by: User, people: Sequence[Person]) -> list[Seat]:
    """Those whom the doer may send to courses."""
    for person in people:
        permissions.ASSIGN.enter(person, by)
    held = {one.pk: one for one in _locked([person.pk for person in people])}
    made = [_seat(session, held[person.pk], by) for person in people]
    duties.session_changed(session, [one for one in made if one.state == Seat.State.BOOKED])
    return made


@action(permissions.CANCEL_SEAT)
def cancel_seat(seat: Seat, *, by: User) -> Seat:
    """The longest waiting moves up."""
    if seat.state not in (Seat.State.BOOKED, Seat.State.WAITING) or seat.session.state != Session.State.PLANNED:
        raise NotNow("training.seat_fixed")
    seat.state = Seat.State.CANCELLED
    seat.save(update_fields=["state"])
    duties.seat_given_up(seat)
    _move_up(seat.session)
    return seat


@action(permissions.COME)
def check_in(seat: Seat, *, by: User, code: str) -> Seat:
    """By the code shown in the room, round the start."""
    session = seat.session
    if seat.state != Seat.State.BOOKED or session.state != Session.State.PLANNED:
        raise NotNow("training.seat_fixed")
    if not takes_code(Span(session.starts_at, session.ends_at), clock.now()):
        raise NotNow("training.code_not_now")
    if not secrets.compare_digest(code.strip().encode(), session.code.encode()):
        raise NotValid("training.code_wrong")
    return _came(seat, Seat.State.ATTENDED, Seat.How.CODE)


@action(states.CALL_ROLL)
def call_roll(session: Session, *, by: User, marks: Mapping[int, str]) -> Session:
    """Seat → attended, absent or excused; afterwards the session is held. Who has no mark and no code was absent."""
    seats = {one.pk: one for one in session.seats.filter(state__in=(*TAKEN, *MARKS))}
    if set(marks) - set(seats) or set(marks.values()) - {str(one) for one in MARKS}:
        raise NotValid("training.marks_wrong")
    if clock.now() < session.starts_at - EARLY:
        raise NotNow("training.roll_not_yet")
    for key, seat in seats.items():
        wanted = marks.get(key) or (Seat.State.ATTENDED if seat.state == Seat.State.ATTENDED else Seat.State.ABSENT)
        if wanted != seat.state:
            _came(seat, wanted, Seat.How.LIST)
    session.seats.filter(state=Seat.State.WAITING).update(state=Seat.State.CANCELLED)
    duties.session_over(session)
    return session


@action(permissions.COME, unsaid={"thought"})
def give_opinion(seat: Seat, *, by: User, thought: Thought) -> Opinion:
    """Once, by who was there."""
    if seat.state != Seat.State.ATTENDED:
        raise NotNow("training.not_there")
    marks = (thought.content, thought.teaching, thought.use)
    if any(not 1 <= mark <= 5 for mark in marks):
        raise NotValid("training.opinion_wrong")
    check_lengths(thought.words)
    if Opinion.objects.filter(seat=seat).exists():
        raise NotNow("training.opinion_given")
    facts = {"content": marks[0], "teaching": marks[1], "use": marks[2]}
    return Opinion.objects.create(seat=seat, words=thought.words.strip()[:400], **facts)


def _write(session: Session, when: When) -> Session:
    span = Span(when.starts_at, when.ends_at)
    _check_when(span, when)
    _check_room(session, when, span)
    _check_trainers(session, when, span)
    for name in ("starts_at", "ends_at", "places", "room"):
        setattr(session, name, getattr(when, name))
    session.place, session.note = when.place.strip()[:200], when.note.strip()[:400]
    session.save()
    session.trainers.set(when.trainers)
    return session


def _check_when(span: Span, when: When) -> None:
    check_lengths(when.place, when.note)
    in_reach = EARLIEST.year < span.starts_at.year <= LATEST.year
    if not in_reach or not timedelta() < span.ends_at - span.starts_at <= LONGEST_DAY:
        raise NotValid("training.session_times")
    most = min(when.room.places, MOST_PLACES) if when.room else MOST_PLACES
    if not 1 <= when.places <= most:
        raise NotValid("training.session_places", most=most)


def _check_room(session: Session, when: When, span: Span) -> None:
    if when.room is None:
        return
    if _across(Session.objects.filter(room=when.room).exclude(pk=session.pk), span):
        raise NotValid("training.room_taken", name=when.room.name)


def _check_trainers(session: Session, when: When, span: Span) -> None:
    day = day_of(span.starts_at, settings.TIME_ZONE)
    for one in when.trainers:
        name = one.person.name
        if (
            one.since > day
            or (one.until and one.until < day)
            or (one.courses and session.course.code not in one.courses)
        ):
            raise NotValid("training.trainer_unqualified", name=name)
        if _across(one.sessions.exclude(pk=session.pk), span):
            raise NotValid("training.trainer_taken", name=name)


def _across(rows: QuerySet[Session], span: Span) -> bool:
    found = rows.filter(state=Session.State.PLANNED, starts_at__lt=span.ends_at, ends_at__gt=span.starts_at)
    return found.exists()


def _locked(people: Collection[int]) -> list[Person]:
    """Always in the same order, after the session: whoever books two sessions at once gets one after the other."""
    return list(Person.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk"))


def _check_free(person: Person, span: Span, *, but: Session) -> None:
    rows = Session.objects.filter(
        Q(seats__person=person, seats__state__in=TAKEN), state=Session.State.PLANNED, ends_at__gt=span.starts_at
    ).exclude(pk=but.pk)
    taken = [Span(*row) for row in rows.values_list("starts_at", "ends_at")]
    if clash(span, taken):
        raise NotValid("training.person_taken", name=person.name)


def _seat(session: Session, person: Person, by: User) -> Seat:
    held = session.seats.exclude(state=Seat.State.CANCELLED).filter(person=person).first()
    if held is not None:
        return held
    if clock.now() >= session.starts_at:
        raise NotNow("training.session_begun")
    _check_free(person, Span(session.starts_at, session.ends_at), but=session)
    state = standing(booked=session.seats.filter(state__in=TAKEN).count(), places=session.places)
    return Seat.objects.create(session=session, person=person, state=state, asked_at=clock.now(), by=by)


def _move_up(session: Session) -> None:
    """Who has meanwhile taken a place elsewhere at that time is passed over and goes on waiting."""
    _locked(session.seats.filter(state=Seat.State.WAITING).values_list("person", flat=True))
    busy = Seat.objects.filter(
        state__in=TAKEN, session__state=Session.State.PLANNED, session__starts_at__lt=session.ends_at,
        session__ends_at__gt=session.starts_at,
    ).exclude(session=session)  # fmt: skip
    free = session.seats.filter(state=Seat.State.WAITING).exclude(person__in=busy.values("person"))
    waiting = list(free.order_by("asked_at", "pk").select_related("person"))
    booked = session.seats.filter(state__in=TAKEN).count()
    lucky = set(moving_up([one.pk for one in waiting], booked=booked, places=session.places))
    rows = [one for one in waiting if one.pk in lucky]
    Seat.objects.filter(pk__in=lucky).update(state=BOOKED)
    duties.session_changed(session, rows)


def _came(seat: Seat, state: str, how: str) -> Seat:
    seat.state, seat.how = state, how
    seat.came_at = clock.now() if state == Seat.State.ATTENDED else None
    seat.save(update_fields=["state", "how", "came_at"])
    return seat


def _seated(session: Session) -> list[Seat]:
    return list(session.seats.filter(state=Seat.State.BOOKED).select_related("person"))
