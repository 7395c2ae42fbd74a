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
from hengcai.simulation import inkplay, permissions
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Step
from hengcai.simulation.rules import ink, play
from hengcai.simulation.rules.scenario import INK, Choice, Line, Node, choice_of
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


@dataclass(frozen=True)
class BestRun:
    """Of one scenario: the best finished run, and how many there were."""

    run: Run
    finished: int


def best_runs_of(person: Person, user: Doer) -> list[BestRun]:
    """As far as the reader sees them, the newest first."""
    rows = runs_seen_by(user).filter(person=person, state=Run.State.FINISHED, share__isnull=False)
    found: dict[str, list[Run]] = {}
    for one in rows:
        found.setdefault(one.scenario.code, []).append(one)
    return [BestRun(max(runs, key=lambda one: (one.share, one.pk)), len(runs)) for runs in found.values()]


def sees_others(user: Doer) -> bool:
    """Whether a list of runs may hold other people's."""
    return bool({LEAD, *permissions.READERS} & user.roles)


def runs_played_by(user: Doer) -> QuerySet[Run]:
    return permissions.PLAY.rows(Run.objects.select_related("scenario", "person").order_by("-started_at", "-pk"), user)


@dataclass(frozen=True)
class Scene:
    """Where somebody stands: what was said since the last choice, what they said then, what they may choose now."""

    node: Node
    n_choices: int
    lines: tuple[Line, ...]
    said: Choice | None
    choices: tuple[Choice, ...]


def scene_of(run: Run) -> Scene:
    if run.scenario.kind == INK:
        return ink_scene_of(run)
    story, steps = story_of(run.scenario), list(run.steps.order_by("number"))
    state = play.replay(story, [one.choice for one in steps])
    said = choice_of(story.nodes[steps[-1].node], steps[-1].choice) if steps else None
    return scene_at(story, state, seed=run.seed, said=said)


def scene_at(story: Story, state: play.State, *, seed: int, said: Choice | None = None) -> Scene:
    lines = tuple(line for name in state.heard for line in story.nodes[name].says)
    node = story.nodes[state.node]
    return Scene(node, state.n_choices, lines, said, tuple(play.shuffled(node, seed)))


def ink_scene_of(run: Run) -> Scene:
    """As it was told when the last choice was made."""
    node = ink.node_shown(inkplay.place_of(run).scene)
    last = run.steps.order_by("-number").first()
    said = _ink_choice(last) if last else None
    return Scene(node, run.n_choices, node.says, said, tuple(play.shuffled(node, run.seed)))


def _ink_choice(step: Step) -> Choice | None:
    return choice_of(ink.node_shown(ink.read_kept(step.scene)), step.choice)


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
    steps: tuple[Walked, ...]
    last: tuple[Line, ...]
    end: Node
    scores: dict[str, Fraction]
    total: Fraction | None


def debrief_of(run: Run) -> Debrief:
    """Rebuilt from what was stored."""
    steps = list(run.steps.order_by("number"))
    if run.scenario.kind == INK:
        return _ink_debrief(run, steps)
    return debriefed(story_of(run.scenario), [one.choice for one in steps])


def debriefed(story: Story, codes: Iterable[str]) -> Debrief:
    state, steps = play.begin(story), []
    for number, code in enumerate(codes, start=1):
        node = story.nodes[state.node]
        lines = tuple(line for name in state.heard for line in story.nodes[name].says)
        steps.append(_walked(number, node, lines, code))
        state = play.choose(story, state, code)
    last = tuple(line for name in state.heard for line in story.nodes[name].says)
    found = play.scores(state)
    return Debrief(tuple(steps), last, story.nodes[state.node], found, play.total(found))


def _ink_debrief(run: Run, rows: list[Step]) -> Debrief:
    nodes = [ink.node_shown(ink.read_kept(one.scene)) for one in rows]
    steps = [
        _walked(at, node, node.says, one.choice)
        for at, (node, one) in enumerate(zip(nodes, rows, strict=True), start=1)
    ]
    end = ink.node_shown(inkplay.place_of(run).scene)
    found = ink.scores(inkplay.taken_of(rows))
    return Debrief(tuple(steps), end.says, end, found, play.total(found))


def _walked(number: int, node: Node, lines: tuple[Line, ...], code: str) -> Walked:
    chosen = next(one for one in node.choices if one.id == code)
    best = node.best
    return Walked(number, node.id, lines, chosen, best if best and best.worth > chosen.worth else None)


@dataclass(frozen=True)
class Practised:
    """What one finished run says of one competency: a share of what was chosen, or ticked by an observer; never a level."""

    person: int
    competency: str
    share: Fraction
    scenario: str
    run: int
    ended_at: datetime
    way: str


def practised(people: Iterable[Person]) -> list[Practised]:
    """For those who put it beside other evidence: every finished run of these people, oldest first."""
    rows = Run.objects.filter(person__in=people, state=Run.State.FINISHED).select_related("scenario")
    return [
        Practised(one.person_id, code, Fraction(share), one.scenario.code, one.pk, one.ended_at, one.way)
        for one in rows.order_by("ended_at", "pk")
        if one.ended_at
        for code, share in one.scores.items()
    ]
