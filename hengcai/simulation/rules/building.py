"""How an editor changes a scenario's definition: its head, or one node at a time."""

from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.simulation.rules.scenario import BRANCHING, INK
from hengcai.simulation.rules.values import NAME

Definition = Mapping[str, Any]
FIRST = "opening"


def begun(head: Mapping[str, Any], *, kind: str = BRANCHING) -> dict[str, Any]:
    """A new branching one has the one node it begins with; an ink story and a role card have none."""
    if kind == BRANCHING:
        return {**head, "start": FIRST, "nodes": {FIRST: {"says": []}}}
    return {**head, "kind": kind, "nodes": {}, **({"ink": {"source": ""}} if kind == INK else {})}


def with_node(definition: Definition, name: str, node: Mapping[str, Any], *, is_new: bool) -> dict[str, Any]:
    """In its place, or at the end."""
    if is_new and name in definition["nodes"]:
        raise NotValid("simulation.node_known", node=name)
    if not NAME.fullmatch(name):
        raise NotValid("simulation.node_name", node=name[:40])
    return {**definition, "nodes": {**definition["nodes"], name: dict(node)}}


def without_node(definition: Definition, name: str) -> dict[str, Any]:
    """What led there leads nowhere afterwards, and is listed as such."""
    if name not in definition["nodes"]:
        raise NotValid("simulation.node_there", node=name)
    if name == definition.get("start"):
        raise NotValid("simulation.node_start", node=name)
    return {**definition, "nodes": {key: node for key, node in definition["nodes"].items() if key != name}}
