"""Runs: what is being played, what was chosen and what it came to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from django.db.models import Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.roles import LEAD
from hengcai.base.sorting import Orders
from hengcai.people.models import Person
from hengcai.simulation import permissions
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario, Step
from hengcai.simulation.rules import play
from hengcai.simulation.rules.parting import Attempt, Parting, parting
from hengcai.simulation.rules.scenario import Choice, Line, Node, choice_of
from hengcai.simulation.rules.scenario import Scenario as Story

ORDERS = Orders(
    {
        "started": ("-started_at", "-pk"),
        "person": ("person__name", "person__number", "-started_at", "-pk"),
        "scenario": ("scenario__code", "-scenario__number", "-started_at", "-pk"),
        "state": ("state", "-started_at", "-pk"),
        "share": ("-share?", "-pk"),
    }
)


@dataclass(frozen=True)
class RunFilter:
    scenario: int | None = None
    code: str = ""
    state: str = ""

    def condition(self) -> Q:
        asked = {"scenario": self.scenario, "scenario__code": self.code, "state": self.state}
        return Q(**{name: value for name, value in asked.items() if value})


def runs_seen_by(user: Doer) -> QuerySet[Run]:
    rows = Run.objects.select_related("scenario", "person").order_by("-started_at", "-pk")
    return permissions.SEE_RUNS.rows(rows, user)


def sees_others(user: Doer) -> bool:
    """Whether a list of runs may hold other people's."""
    return bool({LEAD, *permissions.READERS} & user.roles)


def runs_played_by(user: Doer) -> QuerySet[Run]:
    return permissions.PLAY.rows(Run.objects.select_related("scenario", "person").order_by("-started_at", "-pk"), user)


@dataclass(frozen=True)
class Scene:
    """Where somebody stands: what was said since the last choice, what they said then, what they may choose now."""

    story: Story
    state: play.State
    lines: tuple[Line, ...]
    said: Choice | None
    choices: tuple[Choice, ...]

    @property
    def node(self) -> Node:
        return self.story.nodes[self.state.node]


def scene_of(run: Run) -> Scene:
    story, steps = story_of(run.scenario), list(run.steps.order_by("number"))
    state = play.replay(story, [one.choice for one in steps])
    said = choice_of(story.nodes[steps[-1].node], steps[-1].choice) if steps else None
    return scene_at(story, state, seed=run.seed, said=said)


def scene_at(story: Story, state: play.State, *, seed: int, said: Choice | None = None) -> Scene:
    lines = tuple(line for name in state.heard for line in story.nodes[name].says)
    return Scene(story, state, lines, said, tuple(play.shuffled(story.nodes[state.node], seed)))


@dataclass(frozen=True)
class Walked:
    """One step of the debrief: what was said, what was chosen, what would have been better."""

    number: int
    node: str
    lines: tuple[Line, ...]
    choice: Choice
    better: Choice | None  # none where what was chosen is worth as much as the best


@dataclass(frozen=True)
class Debrief:
    story: Story
    steps: tuple[Walked, ...]
    last: tuple[Line, ...]
    end: Node
    scores: dict[str, Fraction]
    total: Fraction | None


def debrief_of(run: Run) -> Debrief:
    """Rebuilt from the stored choices."""
    return debriefed(story_of(run.scenario), [one.choice for one in run.steps.order_by("number")])


def debriefed(story: Story, codes: Iterable[str]) -> Debrief:
    state, steps = play.begin(story), []
    for number, code in enumerate(codes, start=1):
        node = story.nodes[state.node]
        lines = tuple(line for name in state.heard for line in story.nodes[name].says)
        chosen = next(one for one in node.choices if one.id == code)
        best = node.best
        steps.append(Walked(number, node.id, lines, chosen, best if best and best.worth > chosen.worth else None))
        state = play.choose(story, state, code)
    last = tuple(line for name in state.heard for line in story.nodes[name].says)
    found = play.scores(state)
    return Debrief(story, tuple(steps), last, story.nodes[state.node], found, play.total(found))


@dataclass(frozen=True)
class Practised:
    """What one finished run says of one competency: a share of what the choices were worth, never a level."""

    person: int
    competency: str
    share: Fraction
    scenario: str
    run: int
    ended_at: datetime


def practised(people: Iterable[Person]) -> list[Practised]:
    """For those who put it beside other evidence: every finished run of these people, oldest first."""
    rows = Run.objects.filter(person__in=people, state=Run.State.FINISHED).select_related("scenario")
    return [
        Practised(one.person_id, code, Fraction(share), one.scenario.code, one.pk, one.ended_at)
        for one in rows.order_by("ended_at", "pk")
        if one.ended_at
        for code, share in one.scores.items()
    ]


def parting_of(scenario: Scenario) -> Parting:
    """Of each person the first run that came to an end: a second time one knows the story."""
    finished = Run.objects.filter(scenario=scenario, state=Run.State.FINISHED).exclude(exact="")
    first = {run.person_id: run for run in finished.order_by("-ended_at", "-pk")}
    picks: dict[int, dict[str, str]] = {run.pk: {} for run in first.values()}
    for run, node, choice in (
        Step.objects.filter(run__in=finished).order_by("number").values_list("run", "node", "choice")
    ):
        if run in picks:
            picks[run].setdefault(node, choice)
    attempts = [Attempt(Fraction(run.exact), picks[run.pk]) for run in first.values()]
    return parting(story_of(scenario), attempts)
