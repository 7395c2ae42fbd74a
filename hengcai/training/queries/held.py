"""What is held on one person of needs surveys, courses and sessions."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.training.models import (
    Certificate,
    Enrolment,
    Interviewee,
    Opinion,
    Post,
    PostReport,
    Progress,
    Qualified,
    Reflection,
    Seat,
)

Row = dict[str, Any]


def interviews_held(person: Person) -> Iterator[Row]:
    """That they were drawn, and what was written down of what they said."""
    rows = Interviewee.objects.filter(person=person).select_related("project", "interview")
    for one in rows.order_by("pk"):
        found = getattr(one, "interview", None)
        said = {"held_on": found.held_on, "notes": mask(found.notes), "signed_at": found.signed_at} if found else {}
        themes = [{**theme, "words": mask(theme["words"])} for theme in found.themes] if found else []
        yield plain_row(
            {
                "survey": one.project.name,
                "stratum": one.stratum,
                "left_out": mask(one.left_out_because),
                **said,
                "themes": themes,
            }
        )


def enrolments_held(person: Person) -> Iterator[Row]:
    rows = Enrolment.objects.filter(person=person).select_related("course").order_by("enrolled_at", "pk")
    for one in rows:
        yield plain_row({
            "course": one.course.code, "version": one.course.number, "state": one.state, "origin": one.origin,
            "because": mask(one.because), "enrolled_at": one.enrolled_at, "due_on": one.due_on, "ended_on": one.ended_on,
        })  # fmt: skip


def progress_held(person: Person) -> Iterator[Row]:
    rows = Progress.objects.filter(enrolment__person=person).select_related("lesson__course")
    for one in rows.order_by("enrolment", "lesson__order"):
        yield plain_row({
            "course": one.lesson.course.code, "version": one.lesson.course.number, "lesson": one.lesson.code,
            "seconds": one.seconds, "reached": one.place, "furthest": one.furthest, "opened_at": one.opened_at,
            "tries": one.tries, "points": one.points, "out_of": one.out_of,
            "answers": {name: mask(text) for name, text in one.answers.items()}, "done_at": one.done_at, "seen_at": one.seen_at,
        })  # fmt: skip


def places_held(person: Person) -> Iterator[Row]:
    """Seats in sessions, given up ones too."""
    rows = Seat.objects.filter(person=person).select_related("session__course").order_by("asked_at", "pk")
    for one in rows:
        yield plain_row({
            "course": one.session.course.code, "starts_at": one.session.starts_at, "ends_at": one.session.ends_at,
            "state": one.state, "asked_at": one.asked_at, "came_at": one.came_at, "how": one.how, "note": mask(one.note),
        })  # fmt: skip


def opinions_held(person: Person) -> Iterator[Row]:
    """What they said of sessions: theirs alone, shown to nobody with a name."""
    rows = Opinion.objects.filter(seat__person=person).select_related("seat__session__course").order_by("pk")
    for one in rows:
        yield plain_row({
            "course": one.seat.session.course.code, "starts_at": one.seat.session.starts_at, "content": one.content,
            "teaching": one.teaching, "use": one.use, "words": mask(one.words),
        })  # fmt: skip


def qualifications_held(person: Person) -> Iterator[Row]:
    """As a trainer, each entry of the history."""
    for one in Qualified.objects.filter(trainer__person=person).order_by("pk"):
        yield plain_row({
            "level": one.level, "courses": one.courses, "since": one.since, "until": one.until, "proof": mask(one.proof),
            "entered_at": one.entered_at,
        })  # fmt: skip


def certificates_held(person: Person) -> Iterator[Row]:
    rows = Certificate.objects.filter(enrolment__person=person).select_related("enrolment__course").order_by("pk")
    for one in rows:
        yield plain_row({
            "number": one.number, "course": one.enrolment.course.code, "issued_on": one.issued_on, "expires_on": one.expires_on,
            "revoked_on": one.revoked_on, "revoked_because": mask(one.revoked_because), "signed": one.signed,
        })  # fmt: skip


def posts_held(person: Person) -> Iterator[Row]:
    """What they wrote in discussions."""
    rows = Post.objects.filter(by=person.user_id).select_related("thread") if person.user_id else Post.objects.none()
    for one in rows.order_by("at", "pk"):
        yield plain_row({
            "course": one.thread.code, "session": one.thread.session_id, "discussion": mask(one.thread.title), "at": one.at,
            "words": mask(one.words), "state": one.state, "hidden_because": mask(one.hidden_because),
        })  # fmt: skip


def post_reports_held(person: Person) -> Iterator[Row]:
    """What they reported."""
    if person.user_id:
        for one in PostReport.objects.filter(by=person.user_id).order_by("at", "pk"):
            yield plain_row(
                {"post": one.post_id, "at": one.at, "reason": mask(one.reason), "settled_at": one.settled_at}
            )


def reflections_held(person: Person) -> Iterator[Row]:
    rows = Reflection.objects.filter(person=person).select_related("session__course", "contact")
    for one in rows.order_by("made_at", "pk"):
        course = one.session.course.code if one.session else ""
        yield plain_row({
            "made_at": one.made_at, "course": course, "contact": one.contact.key if one.contact else "",
            "about": mask(one.about), "happened": mask(one.happened), "otherwise": mask(one.otherwise),
            "next_step": mask(one.next_step), "next_on": one.next_on, "done_on": one.done_on, "reply": mask(one.reply),
            "replied_at": one.replied_at,
        })  # fmt: skip
