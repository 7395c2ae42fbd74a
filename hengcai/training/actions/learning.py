"""Enrolling and learning: lesson by lesson, kept as it goes; the course is finished when every lesson is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import encode
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.people.models import Person
from hengcai.review.cards import LESSON, add_card
from hengcai.training import duties, permissions, states
from hengcai.training.marking import marked
from hengcai.training.models import Course, Enrolment, Lesson, Progress
from hengcai.training.reading import file_of
from hengcai.training.rules.pace import clocked, is_through, met

LESSON_PASS = Fraction(3, 5)
LONGEST_REASON = 400


@dataclass(frozen=True)
class Order:
    """What somebody is told to learn: until when (None: no last day), and why, in words they read."""

    due_on: date | None = None
    because: str = ""
    origin: str = Enrolment.Origin.ASSIGNED


@dataclass(frozen=True)
class Stop:
    """Where a learner stands in a lesson: seconds since the last report, and second or thousandth of it."""

    seconds: int
    place: int


@action(states.ENROL)
def enrol(course: Course, *, by: User) -> Enrolment:
    """Oneself; twice is once."""
    person = Person.objects.filter(user=by).first()
    if person is None:
        raise NotNow("training.no_person")
    return _enrolled(course, [person], by, Order(origin=Enrolment.Origin.OWN))[0]


@action(permissions.ASSIGN)
def assign_course(batch: Sequence[Person], *, by: User, course: Course, order: Order, today: date) -> list[Enrolment]:
    """To each of them; who learns it already keeps their way, with the earlier of both last days."""
    if course.state != Course.State.PUBLISHED:
        raise NotNow("training.course_not_in_use")
    if order.due_on and order.due_on < today:
        raise NotValid("training.due_past")
    check_lengths(order.because)
    if len(order.because) > LONGEST_REASON:
        raise NotValid("training.because_long", most=LONGEST_REASON)
    return _enrolled(course, batch, by, order)


@action(states.STUDY, once_a_day=True, unsaid={"stop"})
def keep_place(enrolment: Enrolment, *, by: User, lesson: Lesson, stop: Stop) -> Progress:
    """Called while somebody reads, watches or listens. Of what two tabs or two devices report at once the clock lets
    through the time that passed, once; the first report of a lesson starts its time."""
    elapsed = _elapsed(enrolment, lesson)
    row = _progress(enrolment, lesson)
    file = file_of(lesson, enrolment.course)
    length = file.seconds if file and file.is_media else 0
    now = met(row.met, told=stop.seconds, place=stop.place, elapsed=elapsed, length=length)
    row.seconds, row.place, row.furthest, row.seen_at = now.seconds, now.place, now.furthest, clock.now()
    row.save(update_fields=["seconds", "place", "furthest", "seen_at"])
    return row


@action(states.STUDY, once_a_day=True)
def open_lesson_file(enrolment: Enrolment, *, by: User, lesson: Lesson) -> Progress:
    """Before the file of a lesson is handed out."""
    row = _progress(enrolment, lesson)
    row.opened_at = row.opened_at or clock.now()
    row.save(update_fields=["opened_at"])
    return row


@action(permissions.LEARN, unsaid={"answers"})
def finish_lesson(
    enrolment: Enrolment, *, by: User, lesson: Lesson, answers: Mapping[str, str], today: date
) -> Progress:
    """Where it asks questions, done from three fifths of their points on; below, it may be tried again."""
    states.STUDY.enter(enrolment, by)  # no move of its own: with the last lesson the course ends
    row = _progress(enrolment, lesson)
    if row.done_at is not None:
        return row
    if lesson.kind == "scorm":
        raise NotNow("training.lesson_by_package")
    _check_met(row, lesson)
    if lesson.asks:
        _mark(row, lesson, answers)
    if not lesson.asks or _share(row) >= LESSON_PASS:
        row.done_at = clock.now()
    row.seen_at = clock.now()
    row.save()
    if row.done_at and _is_whole(enrolment):
        finish_course(enrolment, by=by, today=today)
    return row


@action(permissions.LEARN)
def finish_by_package(
    enrolment: Enrolment, *, by: User, lesson: Lesson, share: Fraction | None, is_done: bool, today: date
) -> Progress:
    """What the SCORM package of a lesson reported: its own claim, kept as that. Done stays done."""
    states.STUDY.enter(enrolment, by)
    row = _progress(enrolment, lesson)
    if row.done_at is not None:
        return row
    if share is not None:
        row.points, row.out_of = str(share), "1"
    row.done_at = clock.now() if is_done else None
    row.seen_at = clock.now()
    row.save()
    if is_done and _is_whole(enrolment):
        finish_course(enrolment, by=by, today=today)
    return row


@action(states.FINISH)
def finish_course(enrolment: Enrolment, *, by: User, today: date) -> Enrolment:
    """Every lesson is done."""
    if not _is_whole(enrolment):
        raise NotNow("training.lessons_open")
    return _end(enrolment, today)


@action(states.WITHDRAW)
def withdraw_enrolment(enrolment: Enrolment, *, by: User, today: date) -> Enrolment:
    """No longer asked for; what was learned stays."""
    return _end(enrolment, today)


def _end(enrolment: Enrolment, today: date) -> Enrolment:
    enrolment.ended_on = today
    enrolment.save(update_fields=["ended_on"])
    duties.ended(enrolment)
    return enrolment


def _enrolled(course: Course, people: Sequence[Person], by: User, order: Order) -> list[Enrolment]:
    open_now = Enrolment.objects.filter(course=course, person__in=people, state=states.LEARNING)
    held = {one.person_id: one for one in open_now.select_related("person")}
    for one in held.values():
        _bring_forward(one, order.due_on)
    new = [
        Enrolment(
            course=course, person=person, origin=order.origin, because=order.because.strip(), enrolled_by=by,
            enrolled_at=clock.now(), due_on=order.due_on,
        )
        for person in {one.pk: one for one in people}.values() if person.pk not in held
    ]  # fmt: skip
    rows = [*held.values(), *Enrolment.objects.bulk_create(new, batch_size=500)]
    duties.assigned(course, rows)
    return rows


def _bring_forward(enrolment: Enrolment, due_on: date | None) -> None:
    if due_on and (enrolment.due_on is None or due_on < enrolment.due_on):
        enrolment.due_on = due_on
        enrolment.save(update_fields=["due_on"])


def _progress(enrolment: Enrolment, lesson: Lesson) -> Progress:
    if lesson.course_id != enrolment.course_id:
        raise NotValid("training.lesson_of_another")
    row, _made = Progress.objects.get_or_create(enrolment=enrolment, lesson=lesson, defaults={"seen_at": clock.now()})
    return row


def _elapsed(enrolment: Enrolment, lesson: Lesson) -> float:
    """Seconds since this person reported anything last; none before the first report of a lesson."""
    Person.objects.select_for_update().get(pk=enrolment.person_id)  # reports of two courses one after the other
    if not Progress.objects.filter(enrolment=enrolment, lesson=lesson).exists():
        return 0
    last = Progress.objects.filter(enrolment__person=enrolment.person_id).aggregate(last=Max("seen_at"))["last"]
    return float((clock.now() - last).total_seconds())


def _check_met(row: Progress, lesson: Lesson) -> None:
    file = file_of(lesson, row.enrolment.course)
    if file is None:
        return
    if not file.is_media:
        if row.opened_at is None:
            raise NotValid("training.file_not_opened")
    elif not is_through(row.met, length=file.seconds, has_text=bool(lesson.part.get("transcript"))):
        raise NotValid("training.media_not_through", reached=clocked(row.furthest), length=clocked(file.seconds))


def _mark(row: Progress, lesson: Lesson, answers: Mapping[str, str]) -> None:
    asked = [one for one in row.enrolment.course.quiz if one["id"] in lesson.asks]
    for one in asked:
        if not answers.get(one["id"], "").strip():
            raise NotValid("training.answer_missing", number=asked.index(one) + 1)
    check_lengths(*(answers[one["id"]] for one in asked))
    told = marked(asked, answers)
    _learn_again(row, asked, answers)
    row.answers = {one["id"]: answers[one["id"]][:2000] for one in asked}
    row.points, row.out_of = str(sum(told.points)), str(sum(told.out_of))
    row.tries += 1


def _learn_again(row: Progress, asked: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> None:
    """What was not wholly right comes back in today's review, the same card in every version of the course."""
    course, person = row.enrolment.course, row.enrolment.person
    for one in asked:
        told = marked([one], answers)
        if told.points and told.points[0] < told.out_of[0]:
            reference = f"{course.code}/{one['id']}"[:120]
            add_card(person, kind=LESSON, reference=reference, question=encode(one), learned_on=clock.today())


def _share(row: Progress) -> Fraction:
    most = Fraction(row.out_of or 0)
    return Fraction(row.points) / most if most else Fraction(1)


def _is_whole(enrolment: Enrolment) -> bool:
    """A course without lessons here is finished in the classroom."""
    lessons = Lesson.objects.filter(course=enrolment.course_id)
    done = Progress.objects.filter(enrolment=enrolment, done_at__isnull=False).values("lesson")
    return lessons.exists() and not lessons.exclude(pk__in=done).exists()
