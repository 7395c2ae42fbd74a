"""A scenario as a drawing: nodes in layers by the longest way there, each layer in the order of what leads there."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.simulation.rules.scenario import Node, Scenario

WIDE, HIGH, BETWEEN, BELOW, EDGE, SIDE = 148, 44, 20, 56, 12, 40


@dataclass(frozen=True)
class Box:
    node: Node
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.x + WIDE // 2


@dataclass(frozen=True)
class Arrow:
    """`kind`: good for the best choice of a node, auto where it goes on by itself, else plain."""

    start: str
    to: str
    path: str
    kind: str


@dataclass(frozen=True)
class Picture:
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int


def drawn(scenario: Scenario) -> Picture:
    layers = _layers(scenario)
    widest = max(map(len, layers), default=0)
    width = 2 * (EDGE + SIDE) + max(widest * (WIDE + BETWEEN) - BETWEEN, 0)
    boxes: dict[str, Box] = {}
    for depth, layer in enumerate(layers):
        left = (width - (len(layer) * (WIDE + BETWEEN) - BETWEEN)) // 2
        for place, node in enumerate(layer):
            boxes[node.id] = Box(node, left + place * (WIDE + BETWEEN), EDGE + depth * (HIGH + BELOW))
    arrows = tuple(one for node in scenario.nodes.values() for one in _arrows(node, boxes))
    height = 2 * EDGE + max(len(layers) * (HIGH + BELOW) - BELOW, 0)
    return Picture(tuple(boxes.values()), arrows, width, height)


def _layers(scenario: Scenario) -> list[list[Node]]:
    """Those nothing leads to lie together at the foot."""
    depth = _depths(scenario)
    foot = max(depth.values(), default=-1) + 1
    layers: list[list[Node]] = [[] for _layer in range(foot + 1)]
    for node in scenario.walked():
        layers[depth.get(node.id, foot)].append(node)
    rank: dict[str, float] = {}
    for layer in layers:
        layer.sort(key=lambda node: (_pull(scenario, node, rank), node.id))
        rank |= {node.id: (place + 0.5) / len(layer) for place, node in enumerate(layer)}
    return [layer for layer in layers if layer]


def _depths(scenario: Scenario) -> dict[str, int]:
    """How many steps the longest way there takes, so that every arrow leads down; what leads back counts for none."""
    order, onward = _unrolled(scenario)
    found = dict.fromkeys(order, 0)
    for name in order:
        for to in onward[name]:
            found[to] = max(found[to], found[name] + 1)
    return found


def _unrolled(scenario: Scenario) -> tuple[list[str], dict[str, list[str]]]:
    """The nodes one can come to, each before what it leads on to, and where each leads on without leading back."""
    order: list[str] = []
    onward: dict[str, list[str]] = {}
    open_now: set[str] = set()

    def enter(name: str) -> None:
        open_now.add(name)
        onward[name] = []
        for to in dict.fromkeys(scenario.nodes[name].targets):
            if to not in scenario.nodes or to in open_now:
                continue
            onward[name].append(to)
            if to not in onward:
                enter(to)
        open_now.remove(name)
        order.append(name)

    if scenario.start in scenario.nodes:
        enter(scenario.start)
    return order[::-1], onward


def _pull(scenario: Scenario, node: Node, rank: Mapping[str, float]) -> float:
    """Where those that lead here stand, on the whole."""
    above = [rank[one.id] for one in scenario.nodes.values() if node.id in one.targets and one.id in rank]
    return sum(above) / len(above) if above else 0.5


def _arrows(node: Node, boxes: Mapping[str, Box]) -> list[Arrow]:
    kinds: dict[str, str] = {}
    for way in node.goes:
        kinds[way.to] = "auto"
    for choice in node.choices:
        kinds.setdefault(choice.to, "plain")
    if node.best is not None:
        kinds[node.best.to] = "good"
    start = boxes[node.id]
    return [Arrow(node.id, to, _path(start, boxes[to]), kind) for to, kind in kinds.items() if to in boxes]


def _path(start: Box, end: Box) -> str:
    """Down from box to box; what does not lead down goes round at the side."""
    if end.y > start.y:
        y1, y2 = start.y + HIGH, end.y
        half = (y1 + y2) // 2
        return f"M{start.middle} {y1}C{start.middle} {half} {end.middle} {half} {end.middle} {y2}"
    x1, y1, y2 = start.x + WIDE, start.y + HIGH // 2, end.y + HIGH // 2
    return f"M{x1} {y1}C{x1 + SIDE} {y1} {end.x + WIDE + SIDE} {y2} {end.x + WIDE} {y2}"
