"""Training sessions, places in them, attendance; trainers and rooms."""

from datetime import date, datetime
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import AwareDatetime, Field

from hengcai.accounts.queries import the_centre
from hengcai.api.fields import Day, Key, Names, Text, names
from hengcai.api.paging import PLACE, Page, Sorted, sorted_page
from hengcai.api.rights import let_in
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.people.queries import sites
from hengcai.people.queries.seen import people_seen_by
from hengcai.training import actions, permissions
from hengcai.training.models import Seat, Trainer
from hengcai.training.queries.catalogue import courses_seen_by
from hengcai.training.queries.learning import assignable_by
from hengcai.training.queries.sessions import (
    ORDERS,
    Filters,
    moves_of,
    rooms,
    seats_seen_by,
    sessions_seen_by,
    trainers_seen_by,
)

router, of_trainers, of_rooms = Router(), Router(), Router()


class TrainingSessionsWanted(Sorted):
    state: Text = ""
    course: Text = ""
    is_mine: bool = False
    is_coming: bool = False


class TrainingSessionChangeIn(Schema):
    """`room` or, elsewhere, `place`; `trainers` by their number in the list of trainers."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    places: int = Field(ge=1, le=500)
    room: Key | None = None
    place: Text = ""
    trainers: list[Key] = []
    note: Text = ""


class TrainingSessionIn(TrainingSessionChangeIn):
    course: Key


class SeatPeopleIn(Schema):
    people: list[Key]


class RollIn(Schema):
    """Seat → attended, absent or excused."""

    marks: dict[str, Text]


class CheckInIn(Schema):
    code: Text


class SessionOpinionIn(Schema):
    content: int = Field(ge=1, le=5)
    teaching: int = Field(ge=1, le=5)
    use: int = Field(ge=1, le=5)
    words: Text = ""


class TrainerIn(Schema):
    """`person`: employee number. `courses`: codes; none: all."""

    person: Text
    level: Text
    since: Day
    until: Day | None = None
    courses: list[Text] = []
    proof: Text = ""


class RoomIn(Schema):
    """`site`: its name."""

    site: Text
    name: Text
    places: int = Field(ge=1, le=500)


class TrainingSeatOut(Schema):
    id: int
    person: str
    number: str
    state: str


class TrainingSessionOut(Schema):
    id: int
    course: str
    title: Names
    state: str
    starts_at: datetime
    ends_at: datetime
    room: str
    place: str
    places: int
    taken: int
    waiting: int
    trainers: list[str]


class WholeTrainingSessionOut(TrainingSessionOut):
    """Seats as far as the role reaches."""

    seats: list[TrainingSeatOut]
    moves: list[str]


class TrainerOut(Schema):
    id: int
    person: str
    number: str
    level: str
    courses: list[str]
    since: date
    until: date | None
    sessions: int
    hours: str
    opinions: int
    rating: dict[str, Any] | None


class RoomOut(Schema):
    id: int
    site: str
    name: str
    places: int


@router.get("", response=Page[TrainingSessionOut])
def sessions(request, wanted: Query[TrainingSessionsWanted]):
    """Training sessions, the latest first."""
    let_in(permissions.SEE_SESSIONS, request.user)
    narrowed = Filters(**wanted.dict(exclude=PLACE)).condition(request.user, clock.now())
    return sorted_page(sessions_seen_by(request.user).filter(narrowed), _head, wanted, ORDERS)


@router.post("", response=WholeTrainingSessionOut)
def plan_session(request, body: TrainingSessionIn):
    """Plans a session of a course in use."""
    let_in(permissions.PLAN_SESSIONS, request.user)
    course = get_object_or_404(courses_seen_by(request.user), pk=body.course)
    return _whole(actions.plan_session(course, by=request.user, when=_when(body)), request)


@router.get("/{int:pk}", response=WholeTrainingSessionOut)
def session(request, pk: int):
    """One session with the seats one may see."""
    return _whole(_found(request, pk), request)


@router.put("/{int:pk}", response=WholeTrainingSessionOut)
def change_session(request, pk: int, body: TrainingSessionChangeIn):
    """Moves the session or changes its places; whoever has a place is told."""
    let_in(permissions.PLAN_SESSIONS, request.user)
    return _whole(actions.change_session(_found(request, pk), by=request.user, when=_when(body)), request)


@router.post("/{int:pk}/cancel", response=WholeTrainingSessionOut)
def cancel_session(request, pk: int):
    """Cancels the session for everyone."""
    return _whole(actions.cancel_session(_found(request, pk), by=request.user), request)


@router.post("/{int:pk}/book", response=TrainingSeatOut)
def book_seat(request, pk: int):
    """Books a place for the person signed in, or puts them on the waiting list."""
    return _seat(actions.book_seat(_found(request, pk), by=request.user))


@router.post("/{int:pk}/people", response=list[TrainingSeatOut])
def seat_people(request, pk: int, body: SeatPeopleIn):
    """Books places for people the doer may send to courses."""
    let_in(permissions.SEAT_OTHERS, request.user)
    people = list(assignable_by(request.user, localdate()).filter(pk__in=body.people))
    if not people or len(people) < len(set(body.people)):
        raise NotValid("training.nobody_chosen")
    return [_seat(one) for one in actions.seat_people(_found(request, pk), by=request.user, people=people)]


@router.post("/{int:pk}/roll", response=WholeTrainingSessionOut)
def call_roll(request, pk: int, body: RollIn):
    """Records who attended and closes the session."""
    found = _found(request, pk)
    let_in(permissions.CALL_ROLL, request.user)
    marks = {int(key): value for key, value in body.marks.items() if key.isascii() and key.isdigit()}
    return _whole(actions.call_roll(found, by=request.user, marks=marks), request)


@router.post("/seats/{int:pk}/check-in", response=TrainingSeatOut)
def check_in(request, pk: int, body: CheckInIn):
    """Checks in by the code shown in the room."""
    return _seat(actions.check_in(_seat_found(request, pk), by=request.user, code=body.code))


@router.post("/seats/{int:pk}/cancel", response=TrainingSeatOut)
def cancel_seat(request, pk: int):
    """Gives a place back; the longest waiting moves up."""
    return _seat(actions.cancel_seat(_seat_found(request, pk), by=request.user))


@router.post("/seats/{int:pk}/opinion", response=TrainingSeatOut)
def give_opinion(request, pk: int, body: SessionOpinionIn):
    """Gives feedback on a session attended; shown without names, five people’s together."""
    seat = _seat_found(request, pk)
    actions.give_opinion(seat, by=request.user, thought=actions.Thought(**body.dict()))
    return _seat(seat)


@of_trainers.get("", response=list[TrainerOut])
def trainers(request):
    """Internal trainers with what they taught and how their teaching was rated."""
    let_in(permissions.SEE_TRAINERS, request.user)
    return [_trainer(one) for one in trainers_seen_by(request.user)]


@of_trainers.post("", response=list[TrainerOut])
def qualify_trainer(request, body: TrainerIn):
    """Qualifies somebody as a trainer, or changes their qualification."""
    let_in(permissions.QUALIFY, request.user)
    person = get_object_or_404(people_seen_by(request.user), number=body.person)
    given = actions.Qualification(**body.dict(exclude={"person"}))
    actions.qualify_trainer(person, by=request.user, given=given)
    return [_trainer(one) for one in trainers_seen_by(request.user)]


@of_rooms.get("", response=list[RoomOut])
def training_rooms(request):
    """Rooms in use."""
    let_in(permissions.PLAN_SESSIONS, request.user)
    return [_room(one) for one in rooms()]


@of_rooms.post("", response=RoomOut)
def add_room(request, body: RoomIn):
    """Adds a room of a site."""
    let_in(permissions.PLAN_SESSIONS, request.user)
    site = get_object_or_404(sites(), name=body.site)
    return _room(actions.add_room(the_centre(), by=request.user, site=site, name=body.name, places=body.places))


def _found(request, pk):
    let_in(permissions.SEE_SESSIONS, request.user)
    return get_object_or_404(sessions_seen_by(request.user), pk=pk)


def _seat_found(request, pk):
    let_in(permissions.SEE_SEATS, request.user)
    rows = permissions.SEE_SEATS.rows(Seat.objects.select_related("session", "person"), request.user)
    return get_object_or_404(rows, pk=pk)


def _when(body):
    room = get_object_or_404(rooms(), pk=body.room) if body.room else None
    trainers = [get_object_or_404(Trainer.objects.select_related("person"), pk=key) for key in body.trainers]
    return actions.When(
        body.starts_at, body.ends_at, places=body.places, room=room, place=body.place, trainers=trainers, note=body.note
    )


def _head(one) -> dict[str, Any]:
    return {
        "id": one.pk, "course": one.course.code, "title": names(one.course.title), "state": one.state,
        "starts_at": one.starts_at, "ends_at": one.ends_at, "room": f"{one.room.site.name} {one.room.name}" if one.room else "",
        "place": one.place, "places": one.places, "taken": one.n_taken, "waiting": one.n_waiting,
        "trainers": [trainer.person.name for trainer in one.trainers.all()],
    }  # fmt: skip


def _whole(one, request):
    found = sessions_seen_by(request.user).get(pk=one.pk)
    seats = [_seat(seat) for seat in seats_seen_by(found, request.user)]
    return {**_head(found), "seats": seats, "moves": moves_of(found, request.user)}


def _seat(one):
    return {"id": one.pk, "person": one.person.name, "number": one.person.number, "state": one.state}


def _trainer(one):
    told = one.trainer
    return {
        "id": told.pk, "person": told.person.name, "number": told.person.number, "level": told.level, "courses": told.courses,
        "since": told.since, "until": told.until, "sessions": one.sessions, "hours": str(one.hours), "opinions": one.opinions,
        "rating": None if one.rating is None else dict(one.rating.as_json()),
    }  # fmt: skip


def _room(one):
    return {"id": one.pk, "site": one.site.name, "name": one.name, "places": one.places}
