"""What the small centre holds of courses: a draft, one in use with two lessons, and each agent's way through it."""

from hengcai.base import clock
from hengcai.training.actions import add_course, enrol, publish_course
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
