"""What the small centre holds of courses: a draft, one in use with two lessons, and each agent's way through it."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.training.actions import When, add_course, book_seat, enrol, plan_session, publish_course
from hengcai.training.models import Certificate, Course, Enrolment
from hengcai.training.receiving import receive_lesson_file
from tests import cast
from tests.training.courses.files import VTT, upload
from tests.training.courses.made import definition, pair
from tests.web.world_rows import AGENTS, LED, World


def courses(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    handed = {"code": "read", "kind": "file", "media": "page.pdf", "title": pair("一页", "A page"), "minutes": 2,
              "captions": {"zh": VTT}}  # fmt: skip
    lessons = [*definition()["lessons"], handed]
    made = add_course(cast.centre(), by=zhou, definition=definition(lessons=lessons))
    receive_lesson_file(made, upload(b"%PDF-1.4", "page.pdf"), name="page.pdf", by=zhou)
    publish_course(made, by=zhou, today=today)
    world.add("course", {"zhou": made.pk})
    world.add("draft course", {"zhou": add_course(cast.centre(), by=zhou, definition=definition(code="draft")).pk})
    ways = {agent: enrol(made, by=world.users[agent]) for agent in AGENTS}
    world.add("enrolment", {agent: way.pk for agent, way in ways.items()}, shared=LED)
    given = {agent: _certificate(made, world, agent) for agent in AGENTS}
    world.add("certificate", {agent: one.pk for agent, one in given.items()}, shared=LED)
    world.add("certificate key", {agent: one.key for agent, one in given.items()})


def sessions(world: World) -> None:
    """One planned session of the course with a place for each agent, and one without anybody."""
    zhou, start = world.users["zhou"], clock.now() + timedelta(days=9)
    made = Course.objects.get(code="openings", state="published")
    held = plan_session(made, by=zhou, when=When(start, start + timedelta(hours=2), places=9, place="301"))
    seats = {agent: book_seat(held, by=world.users[agent]).pk for agent in AGENTS}
    world.add("session", {"zhou": held.pk})
    world.add("seat", seats, shared=LED)


def _certificate(made: Course, world: World, agent: str) -> Certificate:
    """Of a way that was finished before; not signed here, where nobody reads it."""
    zhou, today = world.users["zhou"], clock.today()
    way = Enrolment.objects.create(
        course=made, person=world.users[agent].person, state="finished", origin="own", enrolled_by=zhou,
        enrolled_at=clock.now(), ended_on=today,
    )  # fmt: skip
    number = f"{today.year}-{way.pk:06d}"
    return Certificate.objects.create(enrolment=way, number=number, issued_on=today, issued_by=zhou, signed="x")
