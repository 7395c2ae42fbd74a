"""What the small centre holds of the growth path: a ladder in force and a draft, each agent's way and plan."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.growth import actions
from hengcai.growth.actions.plans import GoalPlan
from hengcai.growth.models import ReserveMember
from tests import cast
from tests.web.world_coaching import COACHES
from tests.web.world_rows import AGENTS, LED, World


def growth(world: World) -> None:
    today = clock.today()
    made = actions.load_preset(cast.centre(), by=world.users["zheng"], code="frontline")
    actions.publish_ladder(made, by=world.users["qian"], today=today)
    draft = actions.load_preset(cast.centre(), by=world.users["zheng"], code="leading")
    people = {agent: world.people[agent].pk for agent in AGENTS}
    actions.count_outlooks(made, by=world.users["wu"], persons=sorted(people.values()), today=today)
    world.add("ladder", {"": made.pk})
    world.add("draft ladder", {"": draft.pk})
    world.add("growing person", people, shared=LED)
    world.add("growth plan", {agent: _plan(world, agent).pk for agent in AGENTS}, shared=LED)
    step = made.steps.get(order=1)
    for agent in AGENTS:
        ReserveMember.objects.create(
            person=world.people[agent], step=step, since=today, because="踏实", by=world.users["wu"]
        )


def _plan(world: World, agent: str):
    made = actions.open_growth_plan(world.people[agent], by=world.users[COACHES[agent]], year=2026)
    goal = GoalPlan("能独立处理投诉", clock.today() + timedelta(days=90))
    return actions.edit_growth_plan(made, by=made.superior, wish="", strengths="", goals=[goal], edit_count=0)
