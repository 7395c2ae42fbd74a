"""Where good agents part from weak ones, from what they chose."""

from collections.abc import Iterable
from fractions import Fraction

from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run, Scenario, Step
from hengcai.simulation.rules import ink
from hengcai.simulation.rules.parting import Attempt, Parting, parting
from hengcai.simulation.rules.scenario import INK, Choice, Node


def parting_of(scenario: Scenario) -> tuple[Parting, dict[str, Node]]:
    """Of each person the first run that came to an end: a second time one knows the story. With the nodes it tells of."""
    finished = Run.objects.filter(scenario=scenario, way=Run.Way.CHOICES, state=Run.State.FINISHED).exclude(exact="")
    first = {run.person_id: run for run in finished.order_by("-ended_at", "-pk")}
    picks: dict[int, dict[str, str]] = {run.pk: {} for run in first.values()}
    steps = list(Step.objects.filter(run__in=list(picks)).order_by("run", "number"))
    for one in steps:
        picks[one.run_id].setdefault(one.node, one.choice)
    attempts = [Attempt(Fraction(run.exact), picks[run.pk]) for run in first.values()]
    nodes = _nodes_met(steps) if scenario.kind == INK else {one.id: one for one in story_of(scenario).walked()}
    return parting([one for one in nodes.values() if one.choices], attempts), nodes


def _nodes_met(steps: Iterable[Step]) -> dict[str, Node]:
    """Of an ink story: every place where somebody chose, with every choice anybody was offered there."""
    found: dict[str, Node] = {}
    for one in steps:
        node = ink.node_shown(ink.read_kept(one.scene))
        before = found.get(one.node)
        choices = {choice.id: choice for choice in (*(before.choices if before else ()), *node.choices)}
        lines: tuple[Choice, ...] = tuple(choices.values())
        found[one.node] = Node(one.node, before.says if before else node.says[-1:], lines)
    return found
