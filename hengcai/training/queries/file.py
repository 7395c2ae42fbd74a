"""The training file 培训档案: all of a person's courses with hours and marks, and the sessions they came to or missed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from hengcai.base.bilingual import encode
from hengcai.base.days import day_of
from hengcai.base.permissions import Doer
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.training import permissions
from hengcai.training.models import Certificate, Course, Enrolment, Seat, Session

Row = dict[str, Any]
CAME_OR_NOT = (Seat.State.ATTENDED, Seat.State.ABSENT, Seat.State.EXCUSED)


@dataclass(frozen=True)
class Taken:
    """One way through a course, in the version it was learned in; points exact, over the lessons that asked something."""

    enrolment: Enrolment
    points: Fraction
    out_of: Fraction

    @property
    def share(self) -> Fraction | None:
        return self.points / self.out_of if self.out_of else None

    @property
    def certificate(self) -> Certificate | None:
        """The one that holds, else the newest."""
        rows = sorted(self.enrolment.certificates.all(), key=lambda one: (one.revoked_on is None, one.pk))
        return rows[-1] if rows else None

    @property
    def is_finished(self) -> bool:
        return bool(self.enrolment.state == Enrolment.State.FINISHED)


@dataclass(frozen=True)
class Sat:
    """A place in a session that was held: came, missed or excused."""

    seat: Seat

    @property
    def session(self) -> Session:
        return self.seat.session

    @property
    def hours(self) -> Fraction:
        return hours_between(self.session.starts_at, self.session.ends_at)

    @property
    def has_come(self) -> bool:
        return bool(self.seat.state == Seat.State.ATTENDED)


@dataclass(frozen=True)
class Trained:
    """A course somebody has been through, by learning or by sitting in it: what a change may be set beside."""

    course: Course
    first_on: date
    last_on: date


@dataclass(frozen=True)
class TrainingFile:
    person: Person
    taken: list[Taken]
    sat: list[Sat]

    @property
    def hours(self) -> Fraction:
        """学时 of the courses finished."""
        return sum((Fraction(one.enrolment.course.hours) for one in self.taken if one.is_finished), Fraction(0))

    @property
    def class_hours(self) -> Fraction:
        """In the classroom; part of a course's hours where the course is finished, so the two are never added up."""
        return sum((one.hours for one in self.sat if one.has_come), Fraction(0))

    @property
    def trained(self) -> list[Trained]:
        found: dict[str, Trained] = {}
        for one in sorted(self._ends(), key=lambda one: one.last_on):
            found[one.course.code] = one
        return list(found.values())

    def _ends(self) -> Iterator[Trained]:
        for one in self.taken:
            if one.is_finished and one.enrolment.ended_on:
                begun = day_of(one.enrolment.enrolled_at, settings.TIME_ZONE)
                yield Trained(one.enrolment.course, begun, one.enrolment.ended_on)
        for came in self.sat:
            if came.has_come:
                day = day_of(came.session.starts_at, settings.TIME_ZONE)
                yield Trained(came.session.course, day, day)


def hours_between(starts_at: datetime, ends_at: datetime) -> Fraction:
    return Fraction(int((ends_at - starts_at).total_seconds()), 3600)


def people_with_file(user: Doer) -> QuerySet[Person]:
    return permissions.SEE_FILE.rows(Person.objects.select_related("user"), user)


def file_of(person: Person) -> TrainingFile:
    rows = _enrolments().filter(person=person).order_by("-enrolled_at", "-pk")
    seats = _seats().filter(person=person).order_by("-session__starts_at", "-pk")
    return TrainingFile(person, [_taken(one) for one in rows], [Sat(one) for one in seats])


def file_to_print(user: Doer, number: str) -> TrainingFile | None:
    person = people_with_file(user).filter(number=number).first()
    return file_of(person) if person else None


def given_to(person: Person) -> list[Row]:
    """What was given and taken: courses finished, sessions they came to; as plain values, oldest first."""
    found = file_of(person)
    courses = [
        {"kind": "course", "on": one.enrolment.ended_on, "hours": one.enrolment.course.hours,
         "what": encode(one.enrolment.course.title), "by": "", "signed_at": None}
        for one in found.taken
        if one.is_finished
    ]  # fmt: skip
    sessions = [
        {"kind": "session", "on": day_of(one.session.starts_at, settings.TIME_ZONE), "hours": as_text(one.hours),
         "what": encode(one.session.course.title), "by": ", ".join(trainers_of(one.session)), "signed_at": one.seat.came_at}
        for one in found.sat
        if one.has_come
    ]  # fmt: skip
    return [plain_row(one) for one in sorted([*courses, *sessions], key=lambda one: str(one["on"]))]


def trainers_of(session: Session) -> list[str]:
    return [one.person.name for one in session.trainers.all()]


def as_text(value: Fraction) -> str:
    """Hours to two places, without trailing zeros."""
    text = f"{float(value):.2f}"
    return text.rstrip("0").rstrip(".")


TRAINING_COLUMNS = (
    "person", "name", "course", "title_zh", "title_en", "version", "state", "origin", "enrolled_on", "due_on", "ended_on",
    "hours", "lessons", "lessons_done", "points", "out_of", "times_finished", "attended", "absent", "excused", "class_hours",
)  # fmt: skip


def training_rows(user: Doer) -> Iterator[Row]:
    """One row a person and course: the newest way through it, and all its sessions."""
    seen = people_with_file(user).values("pk")
    taken: dict[tuple[int, str], list[Taken]] = defaultdict(list)
    for one in _enrolments().filter(person__in=seen).order_by("-enrolled_at", "-pk"):
        taken[one.person_id, one.course.code].append(_taken(one))
    sat: dict[tuple[int, str], list[Sat]] = defaultdict(list)
    for seat in _seats().filter(person__in=seen).order_by("-session__starts_at", "-pk"):
        sat[seat.person_id, seat.session.course.code].append(Sat(seat))
    people = {one.pk: one for one in Person.objects.filter(pk__in={key for key, _code in (*taken, *sat)})}
    for key in sorted({*taken, *sat}, key=lambda one: (people[one[0]].number, one[1])):
        yield _row(people[key[0]], taken[key], sat[key])


def _row(person: Person, taken: list[Taken], sat: list[Sat]) -> Row:
    course = taken[0].enrolment.course if taken else sat[0].session.course
    counted = {state.value: sum(one.seat.state == state for one in sat) for state in CAME_OR_NOT}
    came = sum((one.hours for one in sat if one.has_come), Fraction(0))
    return plain_row({
        "person": person.number, "name": person.name, "course": course.code, "title_zh": course.title.zh,
        "title_en": course.title.en, "version": course.number, **_way(taken), "hours": course.hours,
        "times_finished": sum(one.is_finished for one in taken), **counted, "class_hours": as_text(came),
    })  # fmt: skip


def _way(taken: list[Taken]) -> Row:
    if not taken:
        return {}
    one, newest = taken[0], taken[0].enrolment
    return {
        "state": newest.state, "origin": newest.origin, "enrolled_on": day_of(newest.enrolled_at, settings.TIME_ZONE),
        "due_on": newest.due_on, "ended_on": newest.ended_on, "lessons": newest.n_lessons, "lessons_done": newest.n_done,  # type: ignore[attr-defined]
        "points": str(one.points) if one.out_of else "", "out_of": str(one.out_of) if one.out_of else "",
    }  # fmt: skip


def _enrolments() -> QuerySet[Enrolment]:
    rows = Enrolment.objects.select_related("course", "enrolled_by").prefetch_related("progress", "certificates")
    return rows.annotate(
        n_lessons=Count("course__lessons", distinct=True),
        n_done=Count("progress", filter=Q(progress__done_at__isnull=False), distinct=True),
    )


def _seats() -> QuerySet[Seat]:
    rows = Seat.objects.filter(state__in=CAME_OR_NOT).select_related("session__course", "session__room__site")
    return rows.prefetch_related("session__trainers__person")


def _taken(enrolment: Enrolment) -> Taken:
    asked = [one for one in enrolment.progress.all() if one.out_of]
    return Taken(enrolment, _sum(one.points for one in asked), _sum(one.out_of for one in asked))


def _sum(texts: Iterable[str]) -> Fraction:
    return sum(map(Fraction, texts), Fraction(0))
