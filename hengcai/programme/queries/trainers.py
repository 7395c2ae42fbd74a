"""An internal trainer's own page: what they teach, who came, what people thought and knew, what it changed, what waits."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.measurement.results import Estimate
from hengcai.programme import permissions
from hengcai.programme.facts.levels import Learning, Reaction, learning_of, reaction_in
from hengcai.programme.models import Revision
from hengcai.programme.queries.effects import Brief, briefs_of
from hengcai.training.models import Course, Opinion, Progress, Qualified, Seat, Session, Trainer


@dataclass(frozen=True)
class Taught:
    """One course as this trainer taught it. `effects` are the course's own, whoever taught it."""

    course: Course
    sessions: int
    hours: Fraction
    came: int
    expected: int
    reaction: Reaction
    marks: Learning
    effects: list[Brief]

    @property
    def attendance(self) -> Estimate | None:
        from hengcai.measurement.intervals import share_interval

        return share_interval(self.came, self.expected) if self.expected else None


@dataclass(frozen=True)
class TrainerPage:
    trainer: Trainer
    taught: list[Taught]
    reaction: Reaction
    history: list[Qualified]
    revisions: list[Revision]
    coming: list[Session]

    @property
    def hours(self) -> Fraction:
        return sum((one.hours for one in self.taught), Fraction(0))

    @property
    def sessions(self) -> int:
        return sum(one.sessions for one in self.taught)

    @property
    def came(self) -> int:
        return sum(one.came for one in self.taught)


def trainers_open_to(user: Doer) -> QuerySet[Trainer]:
    rows = Trainer.objects.select_related("person", "entered_by")
    return permissions.SEE_TRAINER.rows(rows, user).order_by("person__name", "pk")


def own_trainer(user: Doer) -> Trainer | None:
    return trainers_open_to(user).filter(person__user=user.pk).first()


def page_of(trainer: Trainer) -> TrainerPage:
    """A dozen queries, however much was taught."""
    held = list(trainer.sessions.filter(state=Session.State.HELD).select_related("course").order_by("starts_at", "pk"))
    sheets = _sheets(trainer)
    return TrainerPage(
        trainer, _taught(held, sheets), reaction_in([one for _code, one in sheets]),
        list(trainer.history.select_related("entered_by").order_by("-since", "-pk")), _waiting(trainer), _coming(trainer),
    )  # fmt: skip


def _taught(held: Sequence[Session], sheets: Sequence[tuple[str, tuple[int, ...]]]) -> list[Taught]:
    by_course: dict[str, list[Session]] = defaultdict(list)
    for one in held:
        by_course[one.course.code].append(one)
    seats, marks, effects = _seats(held), _marks(held), briefs_of(by_course)
    return [
        _line(
            code,
            sessions,
            seats,
            reaction_in([sheet for of, sheet in sheets if of == code]),
            marks[code],
            effects[code],
        )
        for code, sessions in sorted(by_course.items())
    ]


def _line(code: str, sessions: Sequence[Session], seats: dict[int, tuple[int, int]], *known: Any) -> Taught:
    hours = sum((_hours(one) for one in sessions), Fraction(0))
    counts = [seats.get(one.pk, (0, 0)) for one in sessions]
    came, expected = (sum(side) for side in zip(*counts, strict=True))
    reaction, marks, effects = known
    return Taught(sessions[-1].course, len(sessions), hours, came, expected, reaction, learning_of(marks), effects)


def _hours(session: Session) -> Fraction:
    return Fraction(int((session.ends_at - session.starts_at).total_seconds()), 3600)


def _sheets(trainer: Trainer) -> list[tuple[str, tuple[int, ...]]]:
    """(course, marks) in the order they were given."""
    rows = Opinion.objects.filter(seat__session__trainers=trainer).order_by("pk")
    names = ("seat__session__course__code", "content", "teaching", "use")
    return [(code, tuple(marks)) for code, *marks in rows.values_list(*names)]


def _seats(held: Sequence[Session]) -> dict[int, tuple[int, int]]:
    """Session → (came, were to come); who was excused is not counted."""
    rows = Seat.objects.filter(session__in=[one.pk for one in held], state__in=("attended", "absent")).values("session")
    counted = rows.annotate(came=Count("pk", filter=Q(state="attended")), expected=Count("pk"))
    return {one["session"]: (one["came"], one["expected"]) for one in counted}


def _marks(held: Sequence[Session]) -> dict[str, list[tuple[int, str, str]]]:
    """Course → points in its questions of those who came to these sessions."""
    came = Seat.objects.filter(session__in=[one.pk for one in held], state="attended").values("person")
    codes = {one.course.code for one in held}
    rows = Progress.objects.filter(enrolment__course__code__in=codes, enrolment__person__in=came).exclude(out_of="")
    found: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    names = ("enrolment__course__code", "enrolment__person", "points", "out_of")
    for code, person, points, most in rows.values_list(*names):
        found[code].append((person, points, most))
    return found


def _waiting(trainer: Trainer) -> list[Revision]:
    rows = Revision.objects.filter(owner=trainer.person.user_id, state__in=Revision.RUNNING).select_related("course")
    return list(rows.order_by("due_on", "pk")) if trainer.person.user_id else []


def _coming(trainer: Trainer) -> list[Session]:
    rows = trainer.sessions.filter(state=Session.State.PLANNED).select_related("course", "room")
    return list(rows.order_by("starts_at", "pk")[:10])
