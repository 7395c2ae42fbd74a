"""Ink as files hold it: the source, or what the compiler made of it."""

import json
from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_signs
from hengcai.simulation.rules.values import mapping_of

LONGEST_SOURCE, LONGEST_COMPILED = 200_000, 1_000_000
EXTERNAL = '"x()"'  # how the compiled form calls a function of whoever plays it
VERSIONS = range(19, 22)  # of the compiled form the engine reads


def read_ink(given: Any) -> dict[str, str]:
    """What may be stored; the engine itself says whether it can be played."""
    found = mapping_of(given, "ink", {"source", "compiled"})
    source, compiled = str(found.get("source") or ""), str(found.get("compiled") or "")
    if len(source) > LONGEST_SOURCE or len(compiled) > LONGEST_COMPILED:
        raise NotValid("simulation.ink_large")
    check_signs(source)
    check_signs(compiled)
    if compiled:
        check_compiled(compiled)
    return {"source": source, "compiled": compiled}


def check_compiled(text: str) -> None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotValid("simulation.ink_not_compiled") from error
    if not isinstance(found, Mapping) or not isinstance(found.get("root"), list):
        raise NotValid("simulation.ink_not_compiled")
    if found.get("inkVersion") not in VERSIONS:
        raise NotValid("simulation.ink_version", version=str(found.get("inkVersion"))[:20])
    if EXTERNAL in text:
        raise NotValid("simulation.ink_external")
