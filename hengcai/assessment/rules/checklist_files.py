"""Between a check-list and what YAML, JSON and forms hold. What cannot be read is refused with its place."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hengcai.assessment.rules.checklists import (
    ANCHORED,
    ITEM_KINDS,
    KINDS,
    LEVEL,
    LEVELS,
    PASS_PERCENT,
    TICK,
    Checklist,
    Item,
    Text,
)
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths

NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_ITEMS, MOST_MINUTES, MOST_WEIGHT, LONGEST = 40, 180, 100, 1200
HEAD = {"code", "title", "kind", "minutes", "pass_percent", "time_binds", "task", "setup", "items"}
ITEM = {"id", "text", "kind", "weight", "critical", "may_skip", "competency", "anchors"}


def read_checklist(given: Any) -> Checklist:
    found = _mapping(given, "checklist", HEAD)
    code, kind, minutes = str(found.get("code", "")), str(found.get("kind", "")), found.get("minutes")
    if not NAME.fullmatch(code):
        raise NotValid("checklist.code_wrong")
    if kind not in KINDS:
        raise NotValid("checklist.kind_wrong", kind=kind[:20])
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 1 <= minutes <= MOST_MINUTES:
        raise NotValid("checklist.minutes_wrong", most=MOST_MINUTES)
    return Checklist(
        code=code, title=_text(found.get("title"), "title"), kind=kind, minutes=minutes,
        pass_percent=_pass(found.get("pass_percent")), is_time_binding=bool(found.get("time_binds", False)),
        task=_text(found.get("task"), "task"), setup=_text(found.get("setup"), "setup"), items=_items(found.get("items")),
    )  # fmt: skip


def written(checklist: Checklist) -> dict[str, Any]:
    """The same as plain values, in one order; read again it is equal."""
    return {
        "code": checklist.code, "title": both(checklist.title), "kind": checklist.kind, "minutes": checklist.minutes,
        "pass_percent": number_text(checklist.pass_percent), "time_binds": checklist.is_time_binding,
        "task": both(checklist.task), "setup": both(checklist.setup), "items": [written_item(one) for one in checklist.items],
    }  # fmt: skip


def written_item(one: Item) -> dict[str, Any]:
    return {
        "id": one.id, "text": both(one.text), "kind": one.kind, "weight": number_text(one.weight), "critical": one.is_critical,
        "may_skip": one.may_skip, "competency": one.competency,
        "anchors": {name: both(text) for name, text in one.anchors.items()},
    }  # fmt: skip


def both(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def number_text(value: Fraction) -> str:
    """Decimal, as it was read: such numbers have few places."""
    places = 0
    while (value * 10**places).denominator > 1:
        places += 1
    whole = str(value * 10**places).rjust(places + 1, "0")
    return f"{whole[:-places]}.{whole[-places:]}" if places else whole


def problems(checklist: Checklist) -> list[tuple[str, dict[str, Any]]]:
    """What a draft lacks to be published, as refusals with what they name."""
    found: list[tuple[str, dict[str, Any]]] = []
    if not checklist.items:
        found.append(("checklist.empty", {}))
    texts = {name: getattr(checklist, name) for name in ("title", "task", "setup")}
    found += [("checklist.side_missing", {"place": name}) for name, text in texts.items() if not text.is_whole]
    for one in checklist.items:
        needed = ANCHORED[TICK] if one.kind == TICK else ("1", "3", "5")
        whole = [one.text, *(one.anchors.get(name, Text()) for name in needed), *one.anchors.values()]
        if not all(text.is_whole for text in whole):
            found.append(("checklist.side_missing", {"place": one.id}))
    return found


def _items(given: Any) -> tuple[Item, ...]:
    rows = given or []
    if not isinstance(rows, Sequence) or isinstance(rows, str | bytes) or len(rows) > MOST_ITEMS:
        raise NotValid("checklist.items_wrong", most=MOST_ITEMS)
    made = tuple(_item(one) for one in rows)
    if len({one.id for one in made}) < len(made):
        raise NotValid("checklist.item_twice")
    return made


def _item(given: Any) -> Item:
    found = _mapping(given, "items", ITEM)
    code, kind = str(found.get("id", "")), str(found.get("kind") or TICK)
    if not NAME.fullmatch(code):
        raise NotValid("checklist.item_code", item=code[:40])
    if kind not in ITEM_KINDS:
        raise NotValid("checklist.item_kind", item=code, kind=kind[:20])
    is_critical, may_skip = bool(found.get("critical", False)), bool(found.get("may_skip", False))
    if is_critical and (kind == LEVEL or may_skip):
        raise NotValid("checklist.critical_wrong", item=code)
    anchors = _mapping(found.get("anchors") or {}, code, set(ANCHORED[kind]))
    return Item(
        id=code, text=_text(found.get("text"), code), kind=kind, weight=_weight(found.get("weight", "1"), code),
        is_critical=is_critical, may_skip=may_skip, competency=str(found.get("competency") or "")[:60],
        anchors={name: _text(anchors[name], code) for name in (*ANCHORED[TICK], *LEVELS) if name in anchors},
    )  # fmt: skip


def _weight(given: Any, item: str) -> Fraction:
    value = exact(str(given))
    if not 0 < value <= MOST_WEIGHT or value * 100 % 1:
        raise NotValid("checklist.weight_wrong", item=item, most=MOST_WEIGHT)
    return value


def _pass(given: Any) -> Fraction:
    value = PASS_PERCENT if given in (None, "") else exact(str(given))
    if not 0 < value <= 100 or value * 100 % 1:
        raise NotValid("checklist.pass_wrong")
    return value


def _text(given: Any, place: str) -> Text:
    if not given:
        return Text()
    found = _mapping(given, place, {"zh", "en"})
    sides = {name: str(found.get(name) or "").strip() for name in ("zh", "en")}
    check_lengths(*sides.values())
    if max(map(len, sides.values())) > LONGEST:
        raise NotValid("checklist.text_long", place=place, most=LONGEST)
    return Text(**sides)


def _mapping(given: Any, place: str, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise NotValid("checklist.unreadable", place=place)
    if unknown := [str(one) for one in given if one not in known]:
        raise NotValid("checklist.key_unknown", place=place, key=unknown[0][:40])
    return given
