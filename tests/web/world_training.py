"""What the small centre holds of a needs survey: one that Zhou runs alone, a task of it, and each agent as if drawn."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.training.actions import Plan, add_task, open_project
from hengcai.training.models import Interviewee
from tests import cast
from tests.web.world_rows import AGENTS, World


def training(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    made = open_project(cast.centre(), by=zhou, plan=Plan("调研", [], today - timedelta(days=30), today), today=today)
    world.add("running needs survey", {"zhou": made.pk})
    world.add("needs task", {"zhou": add_task(made, by=zhou, what="发问卷", owner=zhou, due_on=today).pk})
    world.add("interviewee", {
        agent: Interviewee.objects.create(project=made, person=world.people[agent], stratum="high", place=place).pk
        for place, agent in enumerate(AGENTS)
    })  # fmt: skip
