"""Playing: begun, chosen step by step, finished or given up. Every choice of every run is kept."""

import random
from decimal import Decimal
from fractions import Fraction

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.people.models import Person
from hengcai.simulation import permissions, states
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario
from hengcai.simulation.rules import play

LARGEST_SEED = 2**31 - 1
SIX = 10**6


@action(permissions.START)
def start_run(scenario: Scenario, *, by: User, seed: int | None = None) -> Run:
    """The one that is being played already, or a new one; for people of the centre, since a run is somebody's."""
    person = Person.objects.filter(user=by.pk).first()
    if person is None:
        raise NotNow("simulation.nobody")
    going = Run.objects.filter(scenario=scenario, person=person, state=Run.State.PLAYING).first()
    if going is not None:
        return going
    drawn = random.randrange(LARGEST_SEED) if seed is None else seed  # noqa: S311 - an order, no secret
    return Run.objects.create(scenario=scenario, person=person, seed=drawn, started_at=clock.now())


@action(permissions.PLAY, once_a_day=True, unsaid={"choice", "at_step"})
def choose(run: Run, *, by: User, choice: str, at_step: int) -> Run:
    """`at_step`: how many choices had been made when the page was shown. An older page chooses nothing.
    The last choice finishes the run."""
    if run.state != Run.State.PLAYING:
        raise NotNow("simulation.run_over")
    story, steps = story_of(run.scenario), list(run.steps.order_by("number"))
    if at_step != len(steps):
        raise NotNow("simulation.moved_on")
    state = play.replay(story, [one.choice for one in steps])
    reached = play.choose(story, state, choice)
    run.steps.create(number=len(steps), node=state.node, choice=choice, at=clock.now())
    run.n_choices = reached.n_choices
    run.save(update_fields=["n_choices"])
    return finish_run(run, by=by) if play.is_over(story, reached) else run


@action(states.FINISH)
def finish_run(run: Run, *, by: User) -> Run:
    """Once its choices have come to an end: the scores are noted, exactly."""
    story = story_of(run.scenario)
    state = play.replay(story, run.steps.order_by("number").values_list("choice", flat=True))
    if not play.is_over(story, state):
        raise NotNow("simulation.not_over")
    found = play.scores(state)
    whole = play.total(found)
    run.end, run.scores = state.node, {code: str(share) for code, share in found.items()}
    run.exact, run.share = (str(whole), _decimal(whole)) if whole is not None else ("", None)
    run.ended_at = clock.now()
    run.save(update_fields=["end", "scores", "exact", "share", "ended_at"])
    return run


@action(states.LEAVE)
def leave_run(run: Run, *, by: User) -> Run:
    """Given up, so that it can be begun anew; it is kept and counts nowhere."""
    run.ended_at = clock.now()
    run.save(update_fields=["ended_at"])
    return run


def _decimal(share: Fraction) -> Decimal:
    """For sorting; what it exactly is stands beside it."""
    return Decimal(round(share * SIX)) / SIX
