"""The texts of a conversation within its line of JSON, covered in place: all else stays byte for byte what it was."""

import json
import re
from collections.abc import Iterator
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.masking.text import masked_turns

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")
_SIGN = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)
NAMES = ("customer_name",)


def masked_line(line: str) -> str:
    """One conversation a line; refuses a line that is no JSON object."""
    try:
        conversation = json.loads(line)
        if not isinstance(conversation, dict):
            raise ValueError("no object")
        spans = list(_texts(line))
    except (ValueError, RecursionError) as error:
        raise NotValid("mask.line_broken") from error
    turns = [turn for turn in _turns(conversation) if isinstance(turn, dict) and isinstance(turn.get("text"), str)]
    known = [str(conversation[name]) for name in NAMES if isinstance(conversation.get(name), str)]
    return _put_in(line, spans, masked_turns(turns, known=known))


def _turns(conversation: dict[str, Any]) -> list[Any]:
    turns = conversation.get("turns")
    return turns if isinstance(turns, list) else []


def _put_in(line: str, spans: list[tuple[int, int]], masked: list[str]) -> str:
    parts, at = [], 0
    for (start, end), text in zip(spans, masked, strict=True):
        parts += [line[at:start], _covered(line[start:end], text)]
        at = end
    return "".join([*parts, line[at:]])


def _covered(written: str, masked: str) -> str:
    """Each character as it was written, escapes and all, but for those that are covered."""
    signs = _SIGN.findall(written)
    return "".join("*" if shown == "*" else sign for sign, shown in zip(signs, masked, strict=True))


def _texts(line: str) -> Iterator[tuple[int, int]]:
    """Where the value of each `turns[].text` stands between its quotation marks; of keys told twice the last holds."""
    turns = dict(_members(line, _skip(line, 0))).get("turns")
    if turns is None or line[turns] != "[":
        return
    for start in _elements(line, turns):
        if line[start] == "{":
            text = dict(_members(line, start)).get("text")
            if text is not None and line[text] == '"':
                yield text + 1, _DECODER.raw_decode(line, text)[1] - 1


def _members(line: str, start: int) -> Iterator[tuple[str, int]]:
    """Each key of an object with the place its value begins."""
    at = _skip(line, start + 1)
    while line[at] != "}":
        key, at = _DECODER.raw_decode(line, at)
        value = _skip(line, _skip(line, at) + 1)
        yield key, value
        at = _next(line, value)


def _elements(line: str, start: int) -> Iterator[int]:
    at = _skip(line, start + 1)
    while line[at] != "]":
        yield at
        at = _next(line, at)


def _next(line: str, value: int) -> int:
    """Past a value, and past the comma behind it."""
    at = _skip(line, _DECODER.raw_decode(line, value)[1])
    return _skip(line, at + 1) if line[at] == "," else at


def _skip(line: str, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at
