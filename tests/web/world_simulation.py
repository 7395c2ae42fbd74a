"""What the small centre holds of simulations: drafts of each kind, one that is played, and of each agent a run amid it, one
done, a conversation and a role play that is watched."""

from django.test import override_settings

from hengcai.simulation.actions import add_scenario, choose, start_role_play, start_run, start_talk
from tests import cast
from tests.simulation.cards import card_definition, published_card
from tests.simulation.ink_stories import ink_definition
from tests.simulation.stories import definition, published
from tests.web.world_rows import AGENTS, LED, World


def simulation(world: World) -> None:
    by = world.users["zhou"]
    for name, made in {
        "draft scenario": definition(code="draft"),
        "draft ink": ink_definition(code="draft_ink"),
        "draft card": card_definition(code="draft_card"),
    }.items():
        world.add(name, {"zhou": add_scenario(cast.centre(), by=by, definition=made).pk})
    shown, card = published(definition()), published_card()
    world.add("published scenario", {"zhou": shown.pk})
    world.add("role card", {"zhou": card.pk})
    finished = {name: _finished(shown, world.users[name]) for name in AGENTS}
    playing = {name: start_run(shown, by=world.users[name], seed=1).pk for name in AGENTS}
    world.add("finished run", finished, shared=LED)
    world.add("playing run", playing)
    with override_settings(MODEL_URL="http://127.0.0.1:9/v1", MODEL_NAME="none"):
        talks = {name: start_talk(card, by=world.users[name], language="zh").pk for name in AGENTS}
    world.add("talk run", talks)
    watched = {name: start_role_play(card, by=by, person=world.people[name]).pk for name in AGENTS}
    world.add("watched run", watched, shared=LED)


def _finished(scenario, user):
    run = start_run(scenario, by=user, seed=1)
    for step in range(2):
        choose(run, by=user, choice="a", at_step=step)
    return run.pk
