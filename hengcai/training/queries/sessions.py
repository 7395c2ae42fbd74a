"""Sessions as lists and pages show them: when, where, who has a place, what people thought of it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from statistics import fmean

from django.db.models import Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.measurement.intervals import mean_interval
from hengcai.measurement.results import Estimate
from hengcai.training import permissions, states
from hengcai.training.counting import counted
from hengcai.training.models import Opinion, Room, Seat, Session, Trainer
from hengcai.training.rules.opinions import shown

ORDERS = Orders(
    {"when": ("starts_at", "pk"), "course": ("course__code", "starts_at", "pk"), "state": ("state", "starts_at", "pk")}
)


@dataclass(frozen=True)
class Filters:
    state: str = ""
    course: str = ""
    is_mine: bool = False
    is_coming: bool = False

    def condition(self, user: Doer, now: datetime) -> Q:
        found = Q(state=self.state) if self.state else Q()
        found &= Q(course__code=self.course) if self.course else Q()
        if self.is_coming:
            found &= Q(state="planned", ends_at__gte=now)
        if self.is_mine:
            seats = Seat.objects.filter(person__user=user.pk).exclude(state="cancelled")
            found &= Q(pk__in=seats.values("session")) | permissions.taught_by(user)
        return found


def sessions_seen_by(user: Doer) -> QuerySet[Session]:
    """With the number of places taken and of people waiting."""
    rows = Session.objects.select_related("course", "room__site").prefetch_related("trainers__person")
    told = rows.annotate(
        n_taken=counted(Seat, "session", Q(state__in=("booked", "attended", "absent", "excused"))),
        n_came=counted(Seat, "session", Q(state="attended")),
        n_waiting=counted(Seat, "session", Q(state="waiting")),
    )
    return permissions.SEE_SESSIONS.rows(told, user).order_by("-starts_at", "-pk")


def session_to_print(user: Doer, number: int) -> Session | None:
    return sessions_seen_by(user).filter(pk=number).first()


def seats_seen_by(session: Session, user: Doer) -> list[Seat]:
    """Everybody's for whoever calls the roll, else one's own and one's people's."""
    rows = session.seats.exclude(state=Seat.State.CANCELLED).select_related("person").order_by("asked_at", "pk")
    if permissions.CALL_ROLL.allows(session, user):
        return list(rows)
    return list(permissions.SEE_SEATS.rows(rows, user))


def own_seat(session: Session, user: Doer) -> Seat | None:
    rows = session.seats.filter(person__user=user.pk).exclude(state=Seat.State.CANCELLED)
    return rows.select_related("opinion").first()


def moves_of(session: Session, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.SESSION_MOVES, session, user)]


def rooms() -> QuerySet[Room]:
    return Room.objects.filter(is_in_use=True).select_related("site").order_by("site__name", "name")


@dataclass(frozen=True)
class Taught:
    """A trainer with what they taught and what people thought of it; no mean below so many opinions."""

    trainer: Trainer
    sessions: int
    hours: Fraction
    opinions: int
    rating: Estimate | None


def trainers_seen_by(user: Doer) -> list[Taught]:
    rows = permissions.SEE_TRAINERS.rows(Trainer.objects.select_related("person").order_by("person__name", "pk"), user)
    held = list(rows.prefetch_related("sessions"))
    opinions = _opinions([one.pk for one in held])
    return [_taught(one, opinions[one.pk]) for one in held]


def _opinions(trainers: Sequence[int]) -> dict[int, list[int]]:
    """Trainer → marks of their teaching, in the order they were given."""
    rows = Opinion.objects.filter(seat__session__trainers__in=trainers).order_by("pk")
    found: dict[int, list[int]] = defaultdict(list)
    for trainer, mark in rows.values_list("seat__session__trainers", "teaching"):
        found[trainer].append(mark)
    return found


def _taught(trainer: Trainer, opinions: Sequence[int]) -> Taught:
    held = [one for one in trainer.sessions.all() if one.state == Session.State.HELD]
    hours = sum((Fraction(int((one.ends_at - one.starts_at).total_seconds()), 3600) for one in held), Fraction(0))
    told = shown(opinions)
    return Taught(trainer, len(held), hours, len(told or opinions), mean_interval(told) if told else None)


@dataclass(frozen=True)
class Thoughts:
    n: int
    content: float
    teaching: float
    use: float
    words: list[str]


def thoughts_on(session: Session) -> Thoughts | None:
    """Means and words in an order of their own; of the last few that make no whole handful, nothing."""
    told = shown(list(Opinion.objects.filter(seat__session=session).order_by("pk")))
    if not told:
        return None
    content, teaching, use = (fmean(getattr(one, name) for one in told) for name in ("content", "teaching", "use"))
    return Thoughts(len(told), content, teaching, use, sorted(one.words for one in told if one.words))
