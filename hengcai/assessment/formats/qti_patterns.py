"""Answers with `*` as regular expressions of XML Schema, which QTI's patternMatch takes, and back."""

import re

_SPECIAL = frozenset("\\.?*+{}()[]|^$-")
_CLASS = re.compile(r"\[(\\?.)(\\?.)\]", re.DOTALL)


def pattern_of(value: str) -> str:
    """Letters in either case; `*` is any text, `\\*` the sign itself."""
    told, place = [], 0
    while place < len(value):
        sign = value[place]
        if value.startswith("\\*", place):
            told.append("\\*")
            place += 1
        elif sign == "*":
            told.append(".*")
        else:
            told.append(_either_case(sign))
        place += 1
    return "".join(told)


def _either_case(sign: str) -> str:
    lower, upper = sign.lower(), sign.upper()
    if lower != upper and len(lower) == len(upper) == 1:
        return f"[{lower}{upper}]" if sign == lower else f"[{upper}{lower}]"
    return f"\\{sign}" if sign in _SPECIAL else sign


def value_of(pattern: str) -> str | None:
    """None for one that says more than an answer of ours can."""
    told, place = [], 0
    while place < len(pattern):
        if pattern.startswith(".*", place):
            told.append("*")
            place += 2
        elif (match := _CLASS.match(pattern, place)) and match[1].lower() == match[2].lower():
            told.append(match[1])
            place = match.end()
        elif pattern[place] == "\\" and pattern[place + 1 : place + 2] in _SPECIAL:
            told.append("\\*" if pattern[place + 1] == "*" else pattern[place + 1])
            place += 2
        elif pattern[place] in _SPECIAL:
            return None
        else:
            told.append(pattern[place])
            place += 1
    return "".join(told)
