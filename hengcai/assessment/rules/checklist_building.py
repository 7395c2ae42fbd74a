"""How an editor changes a check-list's items, one at a time."""

from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotValid

Definition = Mapping[str, Any]


def with_item(definition: Definition, item: Mapping[str, Any], *, is_new: bool) -> dict[str, Any]:
    """In its place, or at the end."""
    code, items = item["id"], list(definition["items"])
    codes = [one["id"] for one in items]
    if is_new and code in codes:
        raise NotValid("checklist.item_known", item=code)
    if is_new:
        return {**definition, "items": [*items, dict(item)]}
    return {**definition, "items": [dict(item) if one["id"] == code else one for one in items]}


def without_item(definition: Definition, code: str) -> dict[str, Any]:
    return {**definition, "items": [one for one in definition["items"] if one["id"] != code]}


def with_item_up(definition: Definition, code: str) -> dict[str, Any]:
    """One place towards the beginning; the first stays where it is."""
    items = list(definition["items"])
    place = next((number for number, one in enumerate(items) if one["id"] == code), 0)
    if place:
        items[place - 1], items[place] = items[place], items[place - 1]
    return {**definition, "items": items}
