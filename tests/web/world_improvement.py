"""What the small centre holds of improvement: a measure about each agent, with their lead as its owner."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.improvement.actions import raise_remedy
from hengcai.improvement.actions.remedies import Subject
from hengcai.improvement.rules.remedies import Plan
from tests import cast
from tests.web.world_coaching import COACHES
from tests.web.world_rows import AGENTS, LED, World


def improvement(world: World) -> None:
    found = {agent: _remedy(world, agent).pk for agent in AGENTS}
    world.add("open remedy", found, shared=LED)


def _remedy(world: World, agent: str):
    today = clock.today()
    plan = Plan("person", "抢话", "听完再答", today + timedelta(days=14))
    subject = Subject(world.users[COACHES[agent]], world.people[agent])
    return raise_remedy(cast.centre(), by=world.users["feng"], plan=plan, subject=subject, today=today)
