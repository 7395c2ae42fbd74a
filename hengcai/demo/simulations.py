"""The demo's simulations: the shipped scenarios; agents who played two of them and an ink story, some of them better than
others; and role plays with a trainer's check-list."""

import random

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.people.models import Person
from hengcai.simulation.actions import choose, hand_in_sheet, load_shipped_scenarios, start_role_play, start_run
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.queries.runs import scene_of
from hengcai.simulation.rules import play

SEED, PLAYED = 2026, {"angry_caller": 30, "refund_refused": 12}
INK_PLAYED, OBSERVED, PATIENCE = 12, 3, 20
SIGNED_IN_AS = ("li", "wang")  # who find theirs unplayed
NOTES = (
    {"seconds": 42, "text": "先复述了前两次报障，客户语气缓下来"},
    {"seconds": 168, "text": "没有追问楼道施工，是客户自己说的"},
)
COMMENT = "派上门很果断。下次先问一句“今天几点前要用”，安排才有先后。"


def leave_simulations(centre: Centre, *, by: User) -> None:
    load_shipped_scenarios(centre, by=by, today=clock.today())
    agents = Person.objects.filter(user__role_grants__role="agent").exclude(user__username__in=SIGNED_IN_AS)
    dice, people = random.Random(SEED), list(agents.select_related("user").distinct().order_by("pk"))
    for code, most in PLAYED.items():
        scenario = _published(code)
        for person in dice.sample(people, min(most, len(people))):
            _play(scenario, person, dice)
    for person in dice.sample(people, min(INK_PLAYED, len(people))):
        _play_ink(_published("auto_renewal"), person, dice)
    for person in dice.sample(people, min(OBSERVED, len(people))):
        _observe(_published("broadband_down_again"), person, by, dice)


def _published(code: str) -> Scenario:
    return Scenario.objects.get(code=code, state=Scenario.State.PUBLISHED)


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


def _play_ink(scenario: Scenario, person: Person, dice: random.Random) -> None:
    skill, by = dice.uniform(0.2, 0.95), person.user
    if by is None:
        return
    run = start_run(scenario, by=by, seed=dice.randrange(10**6))
    while run.state == Run.State.PLAYING and run.n_choices < PATIENCE:
        scene = scene_of(run)
        best = max(scene.choices, key=lambda one: one.worth)
        taken = best if dice.random() < skill else dice.choice(scene.choices)
        run = choose(run, by=by, choice=taken.id, at_step=run.n_choices)


def _observe(scenario: Scenario, person: Person, by: User, dice: random.Random) -> None:
    """Ticked by who runs the trainings; what is noted is what one notes."""
    if person.user_id == by.pk:
        return
    run = start_role_play(scenario, by=by, person=person)
    marks = {one.id: dice.choice(("2", "2", "1", "0")) for one in story_of(scenario).checklist}
    hand_in_sheet(run, by=by, marks={**marks, "visit": "2"}, notes=list(NOTES), comment=COMMENT, edit_count=0)
