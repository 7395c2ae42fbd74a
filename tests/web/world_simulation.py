"""What the small centre holds of simulations: a draft, one that is played, and of each agent a run amid it and one done."""

from hengcai.simulation.actions import add_scenario, choose, start_run
from tests import cast
from tests.simulation.stories import definition, published
from tests.web.world_rows import AGENTS, LED, World


def simulation(world: World) -> None:
    by = world.users["zhou"]
    draft = add_scenario(cast.centre(), by=by, definition=definition(code="draft"))
    shown = published(definition())
    world.add("draft scenario", {"zhou": draft.pk})
    world.add("published scenario", {"zhou": shown.pk})
    finished = {name: _finished(shown, world.users[name]) for name in AGENTS}
    playing = {name: start_run(shown, by=world.users[name], seed=1).pk for name in AGENTS}
    world.add("finished run", finished, shared=LED)
    world.add("playing run", playing)


def _finished(scenario, user):
    run = start_run(scenario, by=user, seed=1)
    for step in range(2):
        choose(run, by=user, choice="a", at_step=step)
    return run.pk
