"""Between a scenario and what YAML and JSON hold. What cannot be read is refused; what does not add up is for `problems`."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
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
    Text,
    Way,
)

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_NODES, MOST_LINES, MOST_CHOICES, MOST_WAYS, MOST_COMPETENCIES = 60, 12, 4, 6, 6
LONGEST = 2000
HEAD = {"code", "title", "channel", "minutes", "brief", "competencies", "start", "nodes"}
SHARE = re.compile(r"[0-9]{1,4}(/[0-9]{1,4}|\.[0-9]{1,4})?")


def read_scenario(given: Any) -> Scenario:
    found = _mapping(given, "scenario", HEAD)
    code, channel, minutes = str(found.get("code", "")), str(found.get("channel", "voice")), found.get("minutes", 8)
    if not NAME.fullmatch(code):
        raise NotValid("simulation.code_wrong")
    if channel not in CHANNELS:
        raise NotValid("simulation.channel_unknown", channel=channel)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= 120:
        raise NotValid("simulation.minutes_wrong")
    competencies = _list(found.get("competencies"), "competencies", MOST_COMPETENCIES)
    nodes = found.get("nodes") or {}
    if not isinstance(nodes, Mapping) or len(nodes) > MOST_NODES:
        raise NotValid("simulation.nodes_wrong", most=MOST_NODES)
    return Scenario(
        code=code, title=_text(found.get("title"), "title"), channel=channel, minutes=minutes, brief=_text(found.get("brief"), "brief"),
        competencies=tuple(dict.fromkeys(str(one)[:60] for one in competencies)), start=str(found.get("start") or "")[:40],
        nodes={str(name): _node(str(name), one) for name, one in nodes.items()},
    )  # fmt: skip


def written(scenario: Scenario) -> dict[str, Any]:
    """The same as plain values, in one order; read again it is equal."""
    return {
        "code": scenario.code, "title": both(scenario.title), "channel": scenario.channel, "minutes": scenario.minutes,
        "brief": both(scenario.brief), "competencies": list(scenario.competencies), "start": scenario.start,
        "nodes": {name: written_node(node) for name, node in scenario.nodes.items()},
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


def both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


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
    found = _mapping(given, name, {"says", "choices", "goes", "end"})
    return Node(
        id=name, says=tuple(_line(one, name) for one in _list(found.get("says"), name, MOST_LINES)),
        choices=_choices(found.get("choices"), name),
        goes=tuple(_way(one, name) for one in _list(found.get("goes"), name, MOST_WAYS)), end=_end(found.get("end"), name),
    )  # fmt: skip


def _line(given: Any, place: str) -> Line:
    found = _mapping(given, place, {"who", "text"})
    if found.get("who") not in SPEAKERS:
        raise NotValid("simulation.speaker_unknown", node=place, who=str(found.get("who"))[:20])
    return Line(found["who"], _text(found.get("text"), place))


def _choices(given: Any, place: str) -> tuple[Choice, ...]:
    rows = tuple(_choice(one, place) for one in _list(given, place, MOST_CHOICES))
    if len({one.id for one in rows}) < len(rows):
        raise NotValid("simulation.choice_twice", node=place)
    return rows


def _choice(given: Any, place: str) -> Choice:
    found = _mapping(given, place, {"id", "text", "to", "marks", "sets", "feedback"})
    code = str(found.get("id", ""))
    if not NAME.fullmatch(code):
        raise NotValid("simulation.choice_name", node=place, choice=code[:40])
    where = f"{place}/{code}"
    marks = _mapping(found.get("marks") or {}, where)
    sets = _mapping(found.get("sets") or {}, where)
    if not all(NAME.fullmatch(str(one)) and _is_step(value) for one, value in sets.items()):
        raise NotValid("simulation.flag_wrong", node=place, choice=code)
    return Choice(
        id=code, text=_text(found.get("text"), where), to=str(found.get("to") or "")[:40],
        marks={str(name)[:60]: _share(share, where) for name, share in marks.items()}, sets=dict(sets),
        feedback=_text(found.get("feedback"), where),
    )  # fmt: skip


def _is_step(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 9


def _way(given: Any, place: str) -> Way:
    found = _mapping(given, place, {"when", "to"})
    return Way(str(found.get("to") or "")[:40], _condition(found["when"], place) if found.get("when") else None)


def _condition(given: Any, place: str) -> Condition:
    found = _mapping(given, place, {"flag", "score", "at_least", "below"})
    bounds = {name: _number(found[name], place) for name in ("at_least", "below") if found.get(name) is not None}
    flag, score = str(found.get("flag") or "")[:40], str(found.get("score") or "")[:60]
    if not bounds or bool(flag) is bool(score):
        raise NotValid("simulation.condition_wrong", node=place)
    return Condition(flag, score, bounds.get("at_least"), bounds.get("below"))


def _end(given: Any, place: str) -> End | None:
    if not given:
        return None
    found = _mapping(given, place, {"kind", "text"})
    if found.get("kind") not in ENDS:
        raise NotValid("simulation.end_unknown", node=place)
    return End(found["kind"], _text(found.get("text"), place))


def _share(given: Any, place: str) -> Fraction:
    found = str(given).strip()
    if not SHARE.fullmatch(found) or found.endswith("/0") or Fraction(found) > 1:
        raise NotValid("simulation.share_wrong", place=place, share=found[:20])
    return Fraction(found)


def _number(given: Any, place: str) -> Fraction:
    found = str(given).strip()
    if not SHARE.fullmatch(found.removeprefix("-")) or found.endswith("/0"):
        raise NotValid("simulation.condition_wrong", node=place)
    return Fraction(found)


def _text(given: Any, place: str) -> Text:
    if not given:
        return Text()
    found = _mapping(given, place, {"zh", "en"})
    sides = {name: str(found.get(name) or "").strip() for name in ("zh", "en")}
    check_lengths(*sides.values())
    if max(map(len, sides.values())) > LONGEST:
        raise NotValid("simulation.text_long", place=place, most=LONGEST)
    return Text(**sides)


def _mapping(given: Any, place: str, known: set[str] | None = None) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise NotValid("simulation.unreadable", place=place)
    if unknown := [str(one) for one in given if known is not None and one not in known]:
        raise NotValid("simulation.key_unknown", place=place, key=unknown[0][:40])
    return given


def _list(given: Any, place: str, most: int) -> Sequence[Any]:
    if given is None:
        return []
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        raise NotValid("simulation.unreadable", place=place)
    if len(given) > most:
        raise NotValid("simulation.too_many", place=place, most=most)
    return given
