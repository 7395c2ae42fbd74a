"""What the small centre holds of training plans: a draft of Zhou's with a need of each agent."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.programme.actions import Frame, draft_training_plan
from hengcai.programme.models import Need
from tests import cast
from tests.web.world_rows import AGENTS, LED, World


def programme(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    frame = Frame("月度计划", "month", today, today + timedelta(days=20))
    made = draft_training_plan(cast.centre(), by=zhou, frame=frame)
    facts = {"competency": "problem_solving", "level": "2", "required": "4", "is_certain": False, "weight": 20}
    needs = {agent: Need.objects.create(plan=made, person=world.people[agent], **facts).pk for agent in AGENTS}
    world.add("training plan", {"zhou": made.pk})
    world.add("training need", needs, shared=LED)
