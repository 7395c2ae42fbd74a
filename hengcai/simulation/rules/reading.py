"""Between a scenario and what YAML and JSON hold. What cannot be read is refused; what does not add up is for `problems`."""

from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.simulation.rules import card
from hengcai.simulation.rules.scenario import (
    CHANNELS,
    ENDS,
    SPEAKERS,
    Choice,
    Condition,
    End,
    Line,
    Node,
    Scenario,
    Way,
)
from hengcai.simulation.rules.values import NAME, both, list_of, mapping_of, number_of, share_of, text_of

MOST_NODES, MOST_LINES, MOST_CHOICES, MOST_WAYS, MOST_COMPETENCIES = 60, 12, 4, 6, 6
CARD_PARTS = {"kind", "customer", "checklist", "turns"}
HEAD = {"code", "title", "channel", "minutes", "brief", "competencies", "start", "nodes", *CARD_PARTS}


def read_scenario(given: Any) -> Scenario:
    found = mapping_of(given, "scenario", HEAD)
    code, channel, minutes = str(found.get("code", "")), str(found.get("channel", "voice")), found.get("minutes", 8)
    if not NAME.fullmatch(code):
        raise NotValid("simulation.code_wrong")
    if channel not in CHANNELS:
        raise NotValid("simulation.channel_unknown", channel=channel)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= 120:
        raise NotValid("simulation.minutes_wrong")
    competencies = list_of(found.get("competencies"), "competencies", MOST_COMPETENCIES)
    nodes = found.get("nodes") or {}
    if not isinstance(nodes, Mapping) or len(nodes) > MOST_NODES:
        raise NotValid("simulation.nodes_wrong", most=MOST_NODES)
    return Scenario(
        code=code, title=text_of(found.get("title"), "title"), channel=channel, minutes=minutes, brief=text_of(found.get("brief"), "brief"),
        competencies=tuple(dict.fromkeys(str(one)[:60] for one in competencies)), start=str(found.get("start") or "")[:40],
        nodes={str(name): _node(str(name), one) for name, one in nodes.items()},
        **card.read(found),
    )  # fmt: skip


def written(scenario: Scenario) -> dict[str, Any]:
    """The same as plain values, in one order; read again it is equal."""
    return {
        "code": scenario.code, "title": both(scenario.title), "channel": scenario.channel, "minutes": scenario.minutes,
        "brief": both(scenario.brief), "competencies": list(scenario.competencies), "start": scenario.start,
        "nodes": {name: written_node(node) for name, node in scenario.nodes.items()},
        **card.written(scenario),
    }  # fmt: skip


def written_node(node: Node) -> dict[str, Any]:
    made: dict[str, Any] = {"says": [{"who": one.who, "text": both(one.text)} for one in node.says]}
    if node.choices:
        made["choices"] = [_written_choice(one) for one in node.choices]
    if node.goes:
        made["goes"] = [_written_way(one) for one in node.goes]
    if node.end:
        made["end"] = {"kind": node.end.kind, "text": both(node.end.text)}
    return made


def _written_choice(one: Choice) -> dict[str, Any]:
    marks = {name: str(share) for name, share in one.marks.items()}
    made = {"id": one.id, "text": both(one.text), "to": one.to, "marks": marks, "feedback": both(one.feedback)}
    return {**made, "sets": dict(one.sets)} if one.sets else made


def _written_way(one: Way) -> dict[str, Any]:
    if one.when is None:
        return {"to": one.to}
    when = {name: str(value) for name, value in vars(one.when).items() if value not in ("", None)}
    return {"when": when, "to": one.to}


def _node(name: str, given: Any) -> Node:
    if not NAME.fullmatch(name):
        raise NotValid("simulation.node_name", node=name[:40])
    found = mapping_of(given, name, {"says", "choices", "goes", "end"})
    return Node(
        id=name, says=tuple(_line(one, name) for one in list_of(found.get("says"), name, MOST_LINES)),
        choices=_choices(found.get("choices"), name),
        goes=tuple(_way(one, name) for one in list_of(found.get("goes"), name, MOST_WAYS)), end=_end(found.get("end"), name),
    )  # fmt: skip


def _line(given: Any, place: str) -> Line:
    found = mapping_of(given, place, {"who", "text"})
    if found.get("who") not in SPEAKERS:
        raise NotValid("simulation.speaker_unknown", node=place, who=str(found.get("who"))[:20])
    return Line(found["who"], text_of(found.get("text"), place))


def _choices(given: Any, place: str) -> tuple[Choice, ...]:
    rows = tuple(_choice(one, place) for one in list_of(given, place, MOST_CHOICES))
    if len({one.id for one in rows}) < len(rows):
        raise NotValid("simulation.choice_twice", node=place)
    return rows


def _choice(given: Any, place: str) -> Choice:
    found = mapping_of(given, place, {"id", "text", "to", "marks", "sets", "feedback"})
    code = str(found.get("id", ""))
    if not NAME.fullmatch(code):
        raise NotValid("simulation.choice_name", node=place, choice=code[:40])
    where = f"{place}/{code}"
    marks = mapping_of(found.get("marks") or {}, where)
    sets = mapping_of(found.get("sets") or {}, where)
    if not all(NAME.fullmatch(str(one)) and _is_step(value) for one, value in sets.items()):
        raise NotValid("simulation.flag_wrong", node=place, choice=code)
    return Choice(
        id=code, text=text_of(found.get("text"), where), to=str(found.get("to") or "")[:40],
        marks={str(name)[:60]: share_of(share, where) for name, share in marks.items()}, sets=dict(sets),
        feedback=text_of(found.get("feedback"), where),
    )  # fmt: skip


def _is_step(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 9


def _way(given: Any, place: str) -> Way:
    found = mapping_of(given, place, {"when", "to"})
    return Way(str(found.get("to") or "")[:40], _condition(found["when"], place) if found.get("when") else None)


def _condition(given: Any, place: str) -> Condition:
    found = mapping_of(given, place, {"flag", "score", "at_least", "below"})
    bounds = {name: number_of(found[name], place) for name in ("at_least", "below") if found.get(name) is not None}
    flag, score = str(found.get("flag") or "")[:40], str(found.get("score") or "")[:60]
    if not bounds or bool(flag) is bool(score):
        raise NotValid("simulation.condition_wrong", node=place)
    return Condition(flag, score, bounds.get("at_least"), bounds.get("below"))


def _end(given: Any, place: str) -> End | None:
    if not given:
        return None
    found = mapping_of(given, place, {"kind", "text"})
    if found.get("kind") not in ENDS:
        raise NotValid("simulation.end_unknown", node=place)
    return End(found["kind"], text_of(found.get("text"), place))
