"""A scorecard as a file or form hands it in (the shape of seeds/scorecards/*.yaml), read and refused place by place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.interactions.models import Contact
from hengcai.quality.rules import card as rules
from hengcai.quality.rules.checks import CODE, code_faults

HEAD = (
    "id", "name", "channel", "kind", "pass_line", "excellence_line", "bonus_cap",
    "level_shares", "red_lines", "posts", "sections",
)  # fmt: skip
SECTION = ("id", "name", "weight", "items")
ITEM = (
    "id", "kind", "name", "guidance", "weight", "competency", "indicator", "may_be_na", "condition", "comment_below",
    "comment_if", "anchors", "options", "points", "critical",
)  # fmt: skip
WEIGHT_PLACES, POINT_PLACES, LARGEST, LONGEST_WORD = 3, 2, 1000, 40


@dataclass(frozen=True)
class ItemTexts:
    guidance: Bilingual
    anchors: Mapping[str, Bilingual]
    options: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Definition:
    code: str
    name: Bilingual
    channel: str
    red_lines: tuple[str, ...]
    posts: tuple[str, ...]
    card: rules.Card
    texts: Mapping[str, ItemTexts]


def read_definition(definition: Mapping[str, Any]) -> Definition:
    """Whether it adds up and everything has its name is judged at publishing; here every part must be what it says."""
    head = _mapping(definition, "", HEAD, needed=("id", "name", "channel", "kind", "sections"))
    card = _card(head)
    for fault in code_faults(card):
        raise fault
    items = [item for section in head["sections"] for item in section["items"]]
    return Definition(
        code=_code(head["id"], "id"),
        name=_text(head["name"], "name"),
        channel=_one_of(head["channel"], "channel", tuple(Contact.Channel.values)),
        red_lines=tuple(_code(code, "red_lines") for code in _list(head.get("red_lines", []), "red_lines")),
        posts=tuple(_word(code, "posts") for code in _list(head.get("posts", []), "posts")),
        card=card,
        texts={item["id"]: _item_texts(item) for item in items},
    )


def _card(head: Mapping[str, Any]) -> rules.Card:
    shares = [
        _number(share, "level_shares", WEIGHT_PLACES) for share in _list(head.get("level_shares", []), "level_shares")
    ]
    kind = _one_of(head["kind"], "kind", rules.CARD_KINDS)
    pass_line = "60" if kind == rules.WEIGHTED else "85"
    return rules.Card(
        kind=kind,
        pass_line=_number(head.get("pass_line", pass_line), "pass_line"),
        excellence_line=_number(head.get("excellence_line", "90"), "excellence_line"),
        bonus_cap=_number(head.get("bonus_cap", "5"), "bonus_cap"),
        level_shares=tuple(shares) or rules.DEFAULT_SHARES,
        sections=tuple(
            _section(one, f"sections[{at}]") for at, one in enumerate(_list(head["sections"], "sections"), 1)
        ),
    )


def _section(value: Any, key: str) -> rules.Section:
    part = _mapping(value, key, SECTION, needed=SECTION)
    items = tuple(_item(one, f"{key}.items[{at}]") for at, one in enumerate(_list(part["items"], f"{key}.items"), 1))
    weight = _number(part["weight"], f"{key}.weight", WEIGHT_PLACES)
    return rules.Section(_code(part["id"], f"{key}.id"), weight, items, _text(part["name"], f"{key}.name"))


def _item(value: Any, key: str) -> rules.Item:
    part = _mapping(value, key, ITEM, needed=("id", "kind", "name"))
    critical = _mapping(part.get("critical") or {}, f"{key}.critical", ("scope", "class"))
    below = part.get("comment_below")
    return rules.Item(
        code=_code(part["id"], f"{key}.id"),
        kind=_one_of(part["kind"], f"{key}.kind", rules.ITEM_KINDS),
        weight=_number(part.get("weight", "0"), f"{key}.weight", WEIGHT_PLACES),
        may_be_na=_flag(part.get("may_be_na", True), f"{key}.may_be_na"),
        options=_options(part.get("options") or [], f"{key}.options"),
        points=_number(part.get("points", "0"), f"{key}.points"),
        critical_scope=_one_of(critical.get("scope", ""), f"{key}.critical", ("", *rules.CRITICAL_SCOPES)),
        critical_class=_one_of(critical.get("class", ""), f"{key}.critical", ("", *rules.CRITICAL_CLASSES)),
        condition=_condition(part.get("condition"), f"{key}.condition"),
        comment_below=None if below is None else int(_number(below, f"{key}.comment_below", 0)),
        comment_if=_word(part.get("comment_if", ""), f"{key}.comment_if"),
        competency=_word(part.get("competency", ""), f"{key}.competency"),
        indicator=_word(part.get("indicator", ""), f"{key}.indicator"),
        name=_text(part["name"], f"{key}.name"),
    )


def _options(value: Any, key: str) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for one in _list(value, key):
        part = _mapping(one, key, ("id", "name", "points"), needed=("id", "name", "points"))
        code = _code(part["id"], key)
        if code in found:
            raise NotValid("quality.option_twice", key=key, option=code)
        found[code] = _number(part["points"], key)
    return found


def _condition(value: Any, key: str) -> rules.Condition | None:
    if not value:
        return None
    part = _mapping(value, key, ("item", "is"), needed=("item", "is"))
    return rules.Condition(_code(part["item"], key), tuple(_word(one, key) for one in _list(part["is"], key)))


def _item_texts(item: Mapping[str, Any]) -> ItemTexts:
    key = f"{item['id']}.anchors"
    anchors = {_word(level, key): text for level, text in _mapping(item.get("anchors") or {}, key).items()}
    if not set(anchors) <= set(rules.LEVELS):
        raise NotValid("quality.definition_shape", key=key)
    options = [
        {"id": one["id"], "name": _text(one["name"], f"{item['id']}.options"), "points": str(one["points"])}
        for one in item.get("options") or []
    ]
    guidance = _text(item["guidance"], f"{item['id']}.guidance") if item.get("guidance") else Bilingual()
    rungs = {level: _text(text, key) for level, text in sorted(anchors.items())}
    return ItemTexts(guidance, {level: text for level, text in rungs.items() if text}, options)


def _mapping(value: Any, key: str, known: Sequence[str] = (), *, needed: Sequence[str] = ()) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise NotValid("quality.definition_shape", key=key)
    for name in value:
        if known and name not in known:
            raise NotValid("quality.definition_key", key=f"{key}.{name}".lstrip("."), known=known)
    for name in needed:
        if name not in value:
            raise NotValid("quality.definition_missing", key=f"{key}.{name}".lstrip("."))
    return value


def _list(value: Any, key: str) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise NotValid("quality.definition_shape", key=key)
    return value


def _text(value: Any, key: str) -> Bilingual:
    if isinstance(value, Bilingual):
        return value
    sides = _mapping(value, key, ("zh", "en"))
    if not all(isinstance(text, str) and _is_storable(text) for text in sides.values()):
        raise NotValid("quality.definition_shape", key=key)
    return Bilingual(**{side: text.strip() for side, text in sides.items()})


def _word(value: Any, key: str) -> str:
    """Text, or a whole number read as text; `no` without quotes is a truth value to YAML and is refused."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NotValid("quality.definition_word", key=key)
    text = str(value)
    if len(text) > LONGEST_WORD or not _is_storable(text):
        raise NotValid("quality.definition_word", key=key)
    return text


def _is_storable(text: str) -> bool:
    """Not every text is one to a database or a page."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)


def _code(value: Any, key: str) -> str:
    code = _word(value, key)
    if not CODE.fullmatch(code):
        raise NotValid("quality.code_malformed", item=code)
    return code


def _one_of(value: Any, key: str, known: Sequence[str]) -> str:
    if value not in known:
        raise NotValid("quality.definition_choice", key=key, value=str(value), known=known)
    return str(value)


def _flag(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise NotValid("quality.definition_shape", key=key)
    return value


def _number(value: Any, key: str, places: int = POINT_PLACES) -> Fraction:
    """Quoted decimals; an unquoted fraction has lost its exact text already."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise NotValid("quality.definition_number", key=key, value=str(value))
    try:
        number = exact(str(value))
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "key": key}) from None
    if number >= LARGEST or (number * 10**places).denominator != 1:
        raise NotValid("quality.definition_number", key=key, value=str(value))
    return number
