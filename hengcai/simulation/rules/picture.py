"""A scenario as a drawing: nodes in layers by how far they lie from the start, each layer in the order of what leads there."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.simulation.rules.scenario import Node, Scenario

WIDE, HIGH, BETWEEN, BELOW, EDGE = 148, 44, 20, 56, 12


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
    width = 2 * EDGE + max(widest * (WIDE + BETWEEN) - BETWEEN, 0)
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
    found, ahead = {scenario.start: 0} if scenario.start in scenario.nodes else {}, [scenario.start]
    while ahead:
        node = scenario.nodes.get(ahead.pop(0))
        for to in node.targets if node else ():
            if to in scenario.nodes and to not in found and node:
                found[to] = found[node.id] + 1
                ahead.append(to)
    return found


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
    return f"M{x1} {y1}C{x1 + 40} {y1} {end.x + WIDE + 40} {y2} {end.x + WIDE} {y2}"
