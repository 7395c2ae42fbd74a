"""What is wrong with a scenario, by node and choice: a draft may hold it, a published one may not."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.card import faults_of_card, faults_of_checklist
from hengcai.simulation.rules.scenario import CARD, INK, Node, Scenario

FEWEST_ENDS, FEWEST_CHOICES = 3, 2
ARROW = " → "


@dataclass(frozen=True)
class Problem:
    """A refusal's code and facts; `node` and `choice` say where."""

    code: str
    node: str = ""
    choice: str = ""
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def told(self) -> dict[str, object]:
        return {**self.facts, "node": self.node, "choice": self.choice}


def problems_of(scenario: Scenario, *, known: Collection[str] | None = None) -> list[Problem]:
    """`known`: the competencies there are; without it none is asked for. Whole paths are judged once every step is."""
    found = [*_of_head(scenario, known)]
    if scenario.kind == CARD:
        return [*found, *(Problem(code, facts=facts) for code, facts in faults_of_card(scenario))]
    found += [Problem(code, facts=facts) for code, facts in faults_of_checklist(scenario)]
    if scenario.kind == INK:
        return found
    found += _of_ends(scenario)
    for node in scenario.walked():
        found += [*_of_node(scenario, node), *_of_texts(node)]
    if any(one.code in _BROKEN for one in found):
        return found
    return [*found, *_of_paths(scenario)]


def check_scenario(scenario: Scenario, *, known: Collection[str] | None = None) -> None:
    """Refused by the first thing that is wrong."""
    for one in problems_of(scenario, known=known):
        raise NotValid(one.code, **one.told)


def _of_head(scenario: Scenario, known: Collection[str] | None) -> Iterator[Problem]:
    if not scenario.competencies:
        yield Problem("simulation.competency_missing")
    for code in scenario.competencies:
        if known is not None and code not in known:
            yield Problem("simulation.competency_unknown", facts={"competency": code})
    if not scenario.title.is_whole or not scenario.brief.is_whole:
        yield Problem("simulation.head_untold")


def _of_ends(scenario: Scenario) -> Iterator[Problem]:
    if scenario.start not in scenario.nodes:
        yield Problem("simulation.start_missing")
    n_ends = sum(1 for node in scenario.nodes.values() if node.end)
    if n_ends < FEWEST_ENDS:
        yield Problem("simulation.few_ends", facts={"found": n_ends, "least": FEWEST_ENDS})


def _of_node(scenario: Scenario, node: Node) -> Iterator[Problem]:
    kinds = sum(map(bool, (node.choices, node.goes, node.end)))
    if kinds == 0:
        yield Problem("simulation.dead_end", node.id)
    if kinds > 1:
        yield Problem("simulation.mixed", node.id)
    if node.choices and len(node.choices) < FEWEST_CHOICES:
        yield Problem("simulation.few_choices", node.id, facts={"least": FEWEST_CHOICES})
    for one in node.choices:
        if one.to not in scenario.nodes:
            yield Problem("simulation.target_unknown", node.id, one.id, {"to": one.to})
        for code in one.marks:
            if code not in scenario.competencies:
                yield Problem("simulation.mark_unknown", node.id, one.id, {"competency": code})
    yield from _of_ways(scenario, node)


def _of_ways(scenario: Scenario, node: Node) -> Iterator[Problem]:
    for way in node.goes:
        if way.to not in scenario.nodes:
            yield Problem("simulation.way_unknown", node.id, facts={"to": way.to})
        if way.when and way.when.flag and way.when.flag not in _flags(scenario):
            yield Problem("simulation.flag_unset", node.id, facts={"flag": way.when.flag})
        if way.when and way.when.score and way.when.score not in scenario.competencies:
            yield Problem("simulation.mark_unknown", node.id, facts={"competency": way.when.score})
    if node.goes and (node.goes[-1].when is not None or any(way.when is None for way in node.goes[:-1])):
        yield Problem("simulation.no_default", node.id)


def _flags(scenario: Scenario) -> set[str]:
    return {flag for node in scenario.nodes.values() for one in node.choices for flag in one.sets}


def _of_texts(node: Node) -> Iterator[Problem]:
    if not all(line.text.is_whole for line in node.says) or (node.end and not node.end.text.is_whole):
        yield Problem("simulation.untold", node.id)
    if node.choices and not node.says:
        yield Problem("simulation.nothing_said", node.id)
    for one in node.choices:
        if not one.text.is_whole or not one.feedback.is_whole:
            yield Problem("simulation.choice_untold", node.id, one.id)


_BROKEN = {
    "simulation.start_missing", "simulation.target_unknown", "simulation.way_unknown", "simulation.dead_end", "simulation.mixed",
}  # fmt: skip


def _of_paths(scenario: Scenario) -> Iterator[Problem]:
    reached = _reached(scenario, lambda _node: True)
    for node in scenario.nodes.values():
        if node.id not in reached:
            yield Problem("simulation.unreachable", node.id)
    stuck = _stuck(scenario)
    yield from (Problem("simulation.no_way_out", node) for node in reached if node in stuck)
    for code in scenario.competencies:
        if path := _unmarked(scenario, code):
            yield Problem("simulation.unmarked", path[-1], facts={"competency": code, "path": ARROW.join(path)})


def _reached(scenario: Scenario, enters: Callable[[Node], bool]) -> dict[str, str]:
    """Each node one comes to → the one it was first come to from."""
    found, ahead = {scenario.start: ""}, [scenario.start]
    while ahead:
        node = scenario.nodes[ahead.pop(0)]
        for to in node.targets if enters(node) else ():
            if to not in found:
                found[to] = node.id
                ahead.append(to)
    return found


def _stuck(scenario: Scenario) -> set[str]:
    """From where nobody can be sure to reach an end: where one chooses, one good choice is enough; where it goes on by
    itself, every way must lead out, since what was set decides and not the player."""
    out: set[str] = set()
    while True:
        more = {one.id for one in scenario.nodes.values() if one.id not in out and _leads_out(one, out)}
        if not more:
            return set(scenario.nodes) - out
        out |= more


def _leads_out(node: Node, out: set[str]) -> bool:
    if node.end:
        return True
    if node.choices:
        return any(one.to in out for one in node.choices)
    return all(way.to in out for way in node.goes)


def _unmarked(scenario: Scenario, code: str) -> list[str]:
    """The shortest path to an end on which nothing is marked for this competency; none where every path is."""
    bare = {
        node.id: [*(one.to for one in node.choices if code not in one.marks), *(way.to for way in node.goes)]
        for node in scenario.nodes.values()
    }
    came, ahead = {scenario.start: ""}, [scenario.start]
    while ahead:
        here = ahead.pop(0)
        if scenario.nodes[here].end:
            return _back(came, here)
        for to in bare[here]:
            if to not in came:
                came[to] = here
                ahead.append(to)
    return []


def _back(came: dict[str, str], here: str) -> list[str]:
    path = [here]
    while came[path[0]]:
        path.insert(0, came[path[0]])
    return path


def fewest_choices(scenario: Scenario) -> int:
    """How many choices the shortest path to an end takes."""
    distance, ahead = {scenario.start: 0}, [scenario.start]
    while ahead:
        ahead.sort(key=lambda name: distance[name])
        node = scenario.nodes[ahead.pop(0)]
        if node.end:
            return distance[node.id]
        for to in node.targets:
            further = distance[node.id] + bool(node.choices)
            if to not in distance or further < distance[to]:
                distance[to] = further
                ahead.append(to)
    return 0
