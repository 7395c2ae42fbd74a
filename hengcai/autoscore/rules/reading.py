"""A rule file read: every fault with its line and column, nothing understood half."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from hengcai.autoscore.rules.conditions import (
    ANYONE,
    AllOf,
    AnyOf,
    Before,
    Condition,
    Count,
    Every,
    Example,
    Field,
    Item,
    Near,
    Not,
    Pace,
    Reply,
    RuleFile,
    Say,
    Silence,
    TalkOver,
    Turns,
    Within,
)
from hengcai.autoscore.rules.conversation import AGENT, CUSTOMER, SPEAKERS
from hengcai.autoscore.rules.words import Atom, pattern_atom, word_atom
from hengcai.base.errors import NotValid
from hengcai.base.yaml_parts import PlacedPart, parse_yaml, read_yaml

LANGUAGES = ("zh", "en")
COLUMNS = frozenset((
    "agent", "started_at", "channel", "ended_at", "language", "direction", "queue", "skill_group", "customer", "customer_name",
    "matter", "csat", "csat_source", "recommend", "complaint", "resolved_first_contact", "recording", "flags",
))  # fmt: skip
"""Of a contact: what `field` may ask for."""
DEEPEST, MOST_TURNS, MOST_WORDS, LONGEST_WORD = 20, 100_000, 5_000, 200
WHO = (*SPEAKERS, ANYONE)
SIDES = (AGENT, CUSTOMER)


@dataclass(frozen=True)
class Context:
    """What conditions of one file refer to."""

    language: str
    vocabulary: Mapping[str, tuple[str, ...]]


def read_rules(path: Path) -> RuleFile:
    return rules_of(PlacedPart.of(read_yaml(path)))


def rules_in(text: str, *, file: str) -> RuleFile:
    return rules_of(PlacedPart.of(parse_yaml(text, file=file)))


def rules_of(part: PlacedPart) -> RuleFile:
    found = part.whole_mapping(needed=("name", "version", "language", "items"), optional=("vocabulary", "description"))
    language = _one_of(found["language"], LANGUAGES)
    context = Context(language, _vocabulary(found.get("vocabulary")))
    items, ids = [], set()
    for one in found["items"].items():
        item = _item(one, context)
        if item.id in ids:
            raise one.refuse("autoscore.item_twice", id=item.id)
        ids.add(item.id)
        items.append(item)
    if not items:
        raise found["items"].refuse("autoscore.no_items")
    return RuleFile(part.file, _names(found["name"])["zh"], found["version"].text(), language, tuple(items))


def _vocabulary(part: PlacedPart | None) -> dict[str, tuple[str, ...]]:
    return {} if part is None else {name: _words(one) for name, one in part.mapping().items()}


def _words(part: PlacedPart) -> tuple[str, ...]:
    words = []
    for one in part.items():
        word = one.text()
        if not word.strip() or len(word) > LONGEST_WORD:
            raise one.refuse("autoscore.word_wrong", most=LONGEST_WORD)
        words.append(word)
    if not words or len(words) > MOST_WORDS:
        raise part.refuse("autoscore.words_count", most=MOST_WORDS)
    return tuple(words)


def _item(part: PlacedPart, context: Context) -> Item:
    found = part.whole_mapping(
        needed=("id", "name", "rule"), optional=("indicator", "applies", "score", "examples", "description")
    )
    applies = _condition(found["applies"], context) if "applies" in found else None
    if applies is not None:
        _check_can_apply(applies, found["applies"], context)
    hit, miss = _scores(found.get("score"))
    examples = tuple(_example(one) for one in found["examples"].items()) if "examples" in found else ()
    indicator = found["indicator"].text() if "indicator" in found else ""
    rule = _condition(found["rule"], context)
    return Item(found["id"].text(), _names(found["name"]), indicator, applies, rule, hit, miss, examples)


def _check_can_apply(applies: Condition, part: PlacedPart, context: Context) -> None:
    if isinstance(applies, Field):
        for name, values in applies.wanted:
            if name == "language" and context.language not in values:
                raise part.refuse("autoscore.never_applies", language=context.language)


def _names(part: PlacedPart) -> dict[str, str]:
    if part.is_text():
        return {"zh": part.text(), "en": part.text()}
    found = {name: one.text() for name, one in part.mapping(known=LANGUAGES).items()}
    if not found:
        raise part.refuse("autoscore.no_name")
    first = next(iter(found.values()))
    return {language: found.get(language, first) for language in LANGUAGES}


def _scores(part: PlacedPart | None) -> tuple[str, str]:
    if part is None:
        return "1", "0"
    found = part.mapping(known=("hit", "miss"))
    return (_score(found["hit"]) if "hit" in found else "1"), (_score(found["miss"]) if "miss" in found else "0")


def _score(part: PlacedPart) -> str:
    text = part.text()
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise part.refuse("autoscore.score_wrong", value=text[:40]) from None
    if not value.is_finite() or len(text) > 20:
        raise part.refuse("autoscore.score_wrong", value=text[:40])
    return text


def _condition(part: PlacedPart, context: Context, *, depth: int = 0) -> Condition:
    """Exactly one of the known ways to ask."""
    if depth > DEEPEST:
        raise part.refuse("autoscore.too_deep", most=DEEPEST)
    found = part.mapping(known=READERS)
    if len(found) != 1:
        raise part.refuse("autoscore.one_condition", known=", ".join(READERS))
    ((name, one),) = found.items()
    return READERS[name](one, context, depth + 1)


def _say(part: PlacedPart, context: Context, _depth: int) -> Say:
    found = part.mapping(known=("words", "pattern", "who", "within", "whole_word"))
    if ("words" in found) == ("pattern" in found):
        raise part.refuse("autoscore.words_or_pattern")
    who = _one_of(found["who"], WHO) if "who" in found else ANYONE
    within = _within(found["within"]) if "within" in found else None
    return Say(_atoms(found, context), who, within)


def _atoms(found: Mapping[str, PlacedPart], context: Context) -> tuple[Atom, ...]:
    if "pattern" in found:
        part = found["pattern"]
        try:
            return (pattern_atom(part.text(), language=context.language),)
        except NotValid as refusal:
            raise part.refuse(refusal.code, **refusal.facts) from None
    whole = _truth(found["whole_word"]) if "whole_word" in found else False
    words = _words_or_name(found["words"], context)
    return tuple(word_atom(word, language=context.language, whole_word=whole) for word in words)


def _words_or_name(part: PlacedPart, context: Context) -> tuple[str, ...]:
    if not part.is_text():
        return _words(part)
    name = part.text()
    if not name.startswith("$"):
        return (name,)
    if name[1:] not in context.vocabulary:
        raise part.refuse("autoscore.vocabulary_unknown", name=name)
    return context.vocabulary[name[1:]]


def _within(part: PlacedPart) -> Within:
    found = part.mapping(known=("first", "last", "turns"))
    if len(found) != 1:
        raise part.refuse("autoscore.one_within")
    if "first" in found:
        return Within(first=_number(found["first"], least=1))
    if "last" in found:
        return Within(last=_number(found["last"], least=1))
    both = [_number(one, least=1) for one in found["turns"].pair()]
    if both[0] > both[1]:
        raise found["turns"].refuse("autoscore.turns_order")
    return Within(turns=(both[0], both[1]))


def _some(part: PlacedPart, context: Context, depth: int) -> tuple[Condition, ...]:
    found = tuple(_condition(one, context, depth=depth) for one in part.items())
    if not found:
        raise part.refuse("autoscore.empty_list")
    return found


def _any(part: PlacedPart, context: Context, depth: int) -> AnyOf:
    return AnyOf(_some(part, context, depth))


def _all(part: PlacedPart, context: Context, depth: int) -> AllOf:
    return AllOf(_some(part, context, depth))


def _not(part: PlacedPart, context: Context, depth: int) -> Not:
    return Not(_condition(part, context, depth=depth))


def _near(part: PlacedPart, context: Context, depth: int) -> Near:
    found = part.whole_mapping(needed=("of",), optional=("turns", "characters"))
    a, b = (_condition(one, context, depth=depth) for one in found["of"].pair())
    return Near(a, b, **_reach(part, found))


def _before(part: PlacedPart, context: Context, depth: int) -> Before:
    found = part.whole_mapping(needed=("first", "then"), optional=("turns", "characters"))
    first, then = (_condition(found[name], context, depth=depth) for name in ("first", "then"))
    return Before(first, then, **_reach(part, found))


def _reach(part: PlacedPart, found: Mapping[str, PlacedPart]) -> dict[str, int]:
    names = [name for name in ("turns", "characters") if name in found]
    if len(names) != 1:
        raise part.refuse("autoscore.one_reach")
    return {names[0]: _number(found[names[0]], least=0)}


def _every(part: PlacedPart, context: Context, depth: int) -> Every:
    found = part.whole_mapping(needed=("of", "followed_by", "turns"))
    of, then = (_condition(found[name], context, depth=depth) for name in ("of", "followed_by"))
    return Every(of, then, _number(found["turns"], least=0))


def _count(part: PlacedPart, context: Context, depth: int) -> Count:
    found = part.whole_mapping(needed=("of",), optional=("at_least", "at_most"))
    return Count(_condition(found["of"], context, depth=depth), **_bounds(part, found))


def _turns(part: PlacedPart, _context: Context, _depth: int) -> Turns:
    found = part.mapping(known=("who", "at_least", "at_most"))
    who = _one_of(found["who"], WHO) if "who" in found else ANYONE
    return Turns(who, **_bounds(part, found))


def _bounds(part: PlacedPart, found: Mapping[str, PlacedPart]) -> dict[str, int]:
    told = {name: _number(found[name], least=0) for name in ("at_least", "at_most") if name in found}
    if not told:
        raise part.refuse("autoscore.one_bound")
    if len(told) == 2 and told["at_least"] > told["at_most"]:
        raise part.refuse("autoscore.bounds_order")
    return told


def _silence(part: PlacedPart, _context: Context, _depth: int) -> Silence:
    found = part.whole_mapping(needed=("over",), optional=("after",))
    return Silence(_seconds(found["over"]), _one_of(found["after"], SIDES) if "after" in found else "")


def _reply(part: PlacedPart, _context: Context, _depth: int) -> Reply:
    found = part.whole_mapping(needed=("who", "over"))
    return Reply(_one_of(found["who"], SIDES), _seconds(found["over"]))


def _talk_over(part: PlacedPart, _context: Context, _depth: int) -> TalkOver:
    return TalkOver(_seconds(part.whole_mapping(needed=("over",))["over"]))


def _pace(part: PlacedPart, _context: Context, _depth: int) -> Pace:
    found = part.whole_mapping(needed=("who",), optional=("over", "under"))
    told = {name: _seconds(found[name]) for name in ("over", "under") if name in found}
    if not told:
        raise part.refuse("autoscore.one_pace")
    return Pace(_one_of(found["who"], SIDES), **told)


def _field(part: PlacedPart, _context: Context, _depth: int) -> Field:
    wanted = []
    for name, values in part.mapping().items():
        if name not in COLUMNS:
            raise values.refuse("autoscore.column_unknown", name=name, known=", ".join(sorted(COLUMNS)))
        some = tuple(_value(one) for one in values.items()) if values.is_list() else (_value(values),)
        if not some:
            raise values.refuse("autoscore.empty_list")
        wanted.append((name, some))
    if not wanted:
        raise part.refuse("autoscore.empty_list")
    return Field(tuple(wanted))


def _value(part: PlacedPart) -> str:
    truth = part.truth()
    return part.text().strip() if truth is None else ("true" if truth else "false")


READERS: dict[str, Callable[[PlacedPart, Context, int], Condition]] = {
    "say": _say, "any": _any, "all": _all, "not": _not, "near": _near, "before": _before, "every": _every, "count": _count,
    "silence": _silence, "reply": _reply, "talk_over": _talk_over, "pace": _pace, "turns": _turns, "field": _field,
}  # fmt: skip


def _one_of(part: PlacedPart, known: tuple[str, ...]) -> str:
    value = part.text()
    if value not in known:
        raise part.refuse("autoscore.value_unknown", value=value[:40], known=", ".join(known))
    return value


def _truth(part: PlacedPart) -> bool:
    found = part.truth()
    if found is None:
        raise part.refuse("autoscore.truth_wrong")
    return found


def _number(part: PlacedPart, *, least: int) -> int:
    return part.whole_number(least=least, most=MOST_TURNS)


def _seconds(part: PlacedPart) -> float:
    text = part.text()
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise part.refuse("autoscore.number_wrong", value=text[:40]) from None
    if not (value.is_finite() and 0 <= value <= 10**6):
        raise part.refuse("autoscore.number_wrong", value=text[:40])
    return float(value)


def _example(part: PlacedPart) -> Example:
    """As a contact: any of its columns beside the turns."""
    found = part.whole_mapping(needed=("hit", "turns"), optional=COLUMNS)
    row: dict[str, object] = {name: _plain(one.node) for name, one in found.items() if name not in ("hit", "turns")}
    row["turns"] = [_example_turn(one) for one in found["turns"].items()]
    return Example(_hit(found["hit"]), row, part.line, part.column)


def _hit(part: PlacedPart) -> bool | None:
    truth = part.truth()
    if truth is None and not (isinstance(part.node, yaml.ScalarNode) and part.node.tag == "tag:yaml.org,2002:null"):
        raise part.refuse("autoscore.hit_wrong")
    return truth


def _example_turn(part: PlacedPart) -> dict[str, object]:
    """`{agent: words}`, with `start` and `end` where times matter."""
    found = part.mapping(known=(*SPEAKERS, "start", "end"))
    spoken = [name for name in SPEAKERS if name in found]
    if len(spoken) != 1:
        raise part.refuse("autoscore.example_turn")
    row: dict[str, object] = {"speaker": spoken[0], "text": found[spoken[0]].text()}
    return row | {name: _seconds(found[name]) for name in ("start", "end") if name in found}


def _plain(node: Any) -> Any:
    """A value of an example as JSON would have it."""
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return node.value
