"""The demo's simulations: the shipped scenarios, and agents who played two of them, some of them better than others."""

import random

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.people.models import Person
from hengcai.simulation.actions import choose, load_shipped_scenarios, start_run
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Scenario
from hengcai.simulation.rules import play

SEED, PLAYED = 2026, {"angry_caller": 30, "refund_refused": 12}
SIGNED_IN_AS = ("li", "wang")  # who find theirs unplayed


def leave_simulations(centre: Centre, *, by: User) -> None:
    load_shipped_scenarios(centre, by=by, today=clock.today())
    agents = Person.objects.filter(user__role_grants__role="agent").exclude(user__username__in=SIGNED_IN_AS)
    dice, people = random.Random(SEED), list(agents.select_related("user").distinct().order_by("pk"))
    for code, most in PLAYED.items():
        scenario = Scenario.objects.get(code=code, state=Scenario.State.PUBLISHED)
        for person in dice.sample(people, min(most, len(people))):
            _play(scenario, person, dice)


def _play(scenario: Scenario, person: Person, dice: random.Random) -> None:
    """Each knows their trade to their own degree, and takes the best choice that often."""
    skill, story, by = dice.uniform(0.2, 0.95), story_of(scenario), person.user
    if by is None:
        return
    state = play.begin(story)
    run = start_run(scenario, by=by, seed=dice.randrange(10**6))
    while not play.is_over(story, state):
        node = story.nodes[state.node]
        taken = node.best if node.best and dice.random() < skill else dice.choice(node.choices)
        choose(run, by=by, choice=taken.id, at_step=state.n_choices)
        state = play.choose(story, state, taken.id)
