"""What the small centre holds of discussions and notes: a thread of the course, a note of each agent."""

from hengcai.training.actions import Thoughts, add_reflection, open_course_thread
from hengcai.training.models import Course
from tests.web.world_rows import AGENTS, LED, World


def talk(world: World) -> None:
    made = Course.objects.get(code="openings", state="published")
    thread = open_course_thread(made, by=world.users["zhou"], title="一个问题", words="谁遇到过？")
    world.add("thread", {"zhou": thread.pk})
    notes = {
        agent: add_reflection(
            world.people[agent], by=world.users[agent], thoughts=Thoughts("一通电话", "没听完。", "听完再说。")
        ).pk
        for agent in AGENTS
    }
    world.add("reflection", notes, shared=LED)
