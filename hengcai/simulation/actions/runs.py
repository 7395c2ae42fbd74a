"""Playing: begun, chosen step by step, finished or given up. Every choice of every run is kept."""

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.people.models import Person
from hengcai.simulation import inkplay, permissions, states
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario, Step
from hengcai.simulation.rules import ink, play
from hengcai.simulation.rules.scenario import CARD, INK

LARGEST_SEED = 2**31 - 1
MOST_STEPS, LONGEST_NODE = 200, 120
SIX = 10**6


@action(permissions.START)
def start_run(scenario: Scenario, *, by: User, seed: int | None = None) -> Run:
    """The one that is being played already, or a new one; for people of the centre, since a run is somebody's."""
    person = Person.objects.filter(user=by.pk).first()
    if person is None:
        raise NotNow("simulation.nobody")
    if scenario.kind == CARD:
        raise NotNow("simulation.no_choices")
    rows = Run.objects.filter(scenario=scenario, person=person, way=Run.Way.CHOICES)
    going = rows.filter(state=Run.State.PLAYING).first()
    if going is not None:
        return going
    drawn = random.randrange(LARGEST_SEED) if seed is None else seed  # noqa: S311 - an order, no secret
    return Run.objects.create(
        scenario=scenario, person=person, seed=drawn, started_at=clock.now(), **_first_place(scenario, person, drawn)
    )


@action(permissions.PLAY, once_a_day=True, unsaid={"choice", "at_step"})
def choose(run: Run, *, by: User, choice: str, at_step: int) -> Run:
    """`at_step`: how many choices had been made when the page was shown. An older page chooses nothing.
    The last choice finishes the run."""
    if run.state != Run.State.PLAYING:
        raise NotNow("simulation.run_over")
    if run.way != Run.Way.CHOICES:
        raise NotNow("simulation.no_choices")
    steps = list(run.steps.order_by("number"))
    if at_step != len(steps):
        raise NotNow("simulation.moved_on")
    return _chosen_in_ink(run, steps, choice, by) if run.scenario.kind == INK else _chosen(run, steps, choice, by)


def _chosen(run: Run, steps: list[Step], choice: str, by: User) -> Run:
    story = story_of(run.scenario)
    state = play.replay(story, [one.choice for one in steps])
    reached = play.choose(story, state, choice)
    run.steps.create(number=len(steps), node=state.node, choice=choice, at=clock.now())
    run.n_choices = reached.n_choices
    run.save(update_fields=["n_choices"])
    return finish_run(run, by=by) if play.is_over(story, reached) else run


def _chosen_in_ink(run: Run, steps: list[Step], choice: str, by: User) -> Run:
    """What was shown is kept beside the choice: a later engine may draw otherwise."""
    if len(steps) >= MOST_STEPS:
        raise NotNow("simulation.too_long", most=MOST_STEPS)
    here = inkplay.place_of(run)
    taken = [*inkplay.taken_of(steps), ink.Taken(here.scene.offers, choice)]
    there = inkplay.after(run, here, choice, taken)
    run.steps.create(
        number=len(steps),
        node=here.scene.node[-LONGEST_NODE:],
        choice=choice,
        scene=ink.kept(here.scene),
        at=clock.now(),
    )
    run.n_choices, run.place = len(taken), there.kept()
    run.save(update_fields=["n_choices", "place"])
    return finish_run(run, by=by) if there.scene.end else run


def _first_place(scenario: Scenario, person: Person, seed: int) -> dict[str, Any]:
    if scenario.kind != INK:
        return {}
    earlier = Run.objects.filter(scenario__code=scenario.code, person=person, state=Run.State.FINISHED)
    place = inkplay.begun(scenario, seed=seed, earlier=earlier)
    if place.scene.end:
        raise NotNow("simulation.nothing_to_choose")
    return {"place": place.kept()}


@action(states.FINISH)
def finish_run(run: Run, *, by: User) -> Run:
    """Once its choices have come to an end: the scores are noted, exactly."""
    if run.way != Run.Way.CHOICES:
        raise NotNow("simulation.no_choices")
    run.end, found = _ended_in_ink(run) if run.scenario.kind == INK else _ended(run)
    whole = play.total(found)
    run.scores = {code: str(share) for code, share in found.items()}
    run.exact, run.share = (str(whole), _decimal(whole)) if whole is not None else ("", None)
    run.ended_at = clock.now()
    run.save(update_fields=["end", "scores", "exact", "share", "ended_at"])
    return run


def _ended(run: Run) -> tuple[str, dict[str, Fraction]]:
    story = story_of(run.scenario)
    state = play.replay(story, run.steps.order_by("number").values_list("choice", flat=True))
    if not play.is_over(story, state):
        raise NotNow("simulation.not_over")
    return state.node, play.scores(state)


def _ended_in_ink(run: Run) -> tuple[str, dict[str, Fraction]]:
    end = inkplay.place_of(run).scene.end
    if end is None:
        raise NotNow("simulation.not_over")
    return end.kind, ink.scores(inkplay.taken_of(run.steps.order_by("number")))


@action(states.LEAVE)
def leave_run(run: Run, *, by: User) -> Run:
    """Given up, so that it can be begun anew; it is kept and counts nowhere."""
    if run.way == Run.Way.LIVE:
        raise NotNow("simulation.observed")
    run.ended_at = clock.now()
    run.save(update_fields=["ended_at"])
    return run


def _decimal(share: Fraction) -> Decimal:
    """For sorting; what it exactly is stands beside it."""
    return Decimal(round(share * SIX)) / SIX
