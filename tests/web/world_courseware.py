"""What the small centre holds of SCORM packages: one that a course plays, and each agent amid it."""

from hengcai.base import clock
from hengcai.courseware.actions import open_run
from hengcai.training.actions import enrol
from tests.courseware.made import old_files, playing, received
from tests.web.world_rows import AGENTS, LED, World


def courseware(world: World) -> None:
    made = received(old_files())
    course = playing(made, code="packaged")
    ways = {agent: enrol(course, by=world.users[agent]) for agent in AGENTS}
    lesson = course.lessons.get()
    runs = {
        agent: open_run(way, by=world.users[agent], lesson=lesson, part="I1", today=clock.today())
        for agent, way in ways.items()
    }
    world.add("package", {"zhou": made.pk})
    world.add("package way", {agent: way.pk for agent, way in ways.items()}, shared=LED)
    world.add("package run", {agent: run.pk for agent, run in runs.items()}, shared=LED)
