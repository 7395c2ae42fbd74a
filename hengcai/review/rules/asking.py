"""A question as it is put: nothing in it tells what is right."""

from collections.abc import Mapping
from typing import Any

KEPT = ("id", "kind", "language", "text", "points", "shuffle")


def without_key(question: Mapping[str, Any]) -> dict[str, Any]:
    """`lefts` and `rights` of a matching stand each in an order of their own."""
    found = {name: question[name] for name in KEPT if name in question}
    if question.get("options"):
        found["options"] = [_option(one) for one in question["options"]]
    if question.get("pairs"):
        rights = [one["right"] for one in question["pairs"]] + list(question.get("distractors", []))
        found["lefts"], found["rights"] = [one["left"] for one in question["pairs"]], sorted(rights, key=str)
    if question.get("gaps"):
        found["gaps"] = [_gap(one) for one in question["gaps"]]
    return found


def _gap(one: Mapping[str, Any]) -> dict[str, Any]:
    options = [_option(option) for option in one.get("options", [])]
    return {"id": one["id"], **({"options": options} if options else {})}


def _option(one: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": one["id"], "text": one["text"]}
