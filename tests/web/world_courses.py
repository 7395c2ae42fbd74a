"""What the small centre holds of courses: a draft, one in use with two lessons, and each agent's way through it."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.training.actions import When, add_course, book_seat, enrol, plan_session, publish_course
from hengcai.training.models import Course
from tests import cast
from tests.training.courses.made import definition
from tests.web.world_rows import AGENTS, LED, World


def courses(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    made = add_course(cast.centre(), by=zhou, definition=definition())
    publish_course(made, by=zhou, today=today)
    world.add("course", {"zhou": made.pk})
    world.add("draft course", {"zhou": add_course(cast.centre(), by=zhou, definition=definition(code="draft")).pk})
    world.add("enrolment", {agent: enrol(made, by=world.users[agent]).pk for agent in AGENTS}, shared=LED)


def sessions(world: World) -> None:
    """One planned session of the course with a place for each agent, and one without anybody."""
    zhou, start = world.users["zhou"], clock.now() + timedelta(days=9)
    made = Course.objects.get(code="openings", state="published")
    held = plan_session(made, by=zhou, when=When(start, start + timedelta(hours=2), places=9, place="301"))
    seats = {agent: book_seat(held, by=world.users[agent]).pk for agent in AGENTS}
    world.add("session", {"zhou": held.pk})
    world.add("seat", seats, shared=LED)
