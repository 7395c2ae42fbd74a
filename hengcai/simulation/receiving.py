"""A scenario file as it is sent in: YAML or JSON, Twee 3, ink as source or compiled. What it is shows in what it holds."""

import json
import re
from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation.engine.running import walked
from hengcai.simulation.exporting import LARGEST, definition_in
from hengcai.simulation.rules.ink_files import check_compiled
from hengcai.simulation.rules.ink_problems import strange_tags, title_told
from hengcai.simulation.rules.scenario import INK
from hengcai.simulation.rules.twee import HAN, Dropped, Taken, read_twee
from hengcai.simulation.rules.values import NAME

TWEE, SOURCE = (".twee", ".tw"), (".ink",)
PASSAGE = re.compile(r"^::\s*\S", re.MULTILINE)


def taken_from(content: bytes, *, name: str, code: str = "") -> Taken:
    """A draft's definition, and what of the file was not taken over."""
    if len(content) > LARGEST:
        raise NotValid("simulation.file_large")
    code = code or code_from(name)
    ending = "." + name.lower().rpartition(".")[2]
    if ending in SOURCE:
        return _source(_text(content), code)
    if ending in TWEE or (ending == ".txt" and PASSAGE.search(_text(content))):
        return read_twee(_text(content), code=code)
    found = definition_in(content)
    if isinstance(found, Mapping) and "inkVersion" in found:
        return _compiled(json.dumps(found, ensure_ascii=False, separators=(",", ":")), code)
    if not isinstance(found, dict):
        raise NotValid("simulation.unreadable", place=name[:60] or "file")
    return Taken({**found, **({"code": code} if code and not found.get("code") else {})}, ())


def code_from(name: str) -> str:
    """A code made of the file's name where that can be one."""
    stem = name.rsplit("/", 1)[-1].lower().partition(".")[0]
    found = re.sub(r"[^a-z0-9]+", "_", stem).strip("_")[:40]
    return found if NAME.fullmatch(found) else ""


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise NotValid("simulation.file_not_utf8", line=line) from error


def _source(text: str, code: str) -> Taken:
    """Compiled in its author's browser, on the page that opens next."""
    return Taken(_head(code, text, {"source": text}), ())


def _compiled(text: str, code: str) -> Taken:
    check_compiled(text)
    try:
        walk = walked(text)
    except NotNow as refused:
        raise NotValid(refused.code, **refused.facts) from refused
    dropped = tuple(Dropped(0, f"# {one}") for one in strange_tags(walk))
    return Taken(_head(code, text, {"compiled": text}, title=title_told(walk)), dropped)


def _head(code: str, text: str, ink: Mapping[str, str], *, title: str = "") -> dict[str, Any]:
    side = "zh" if HAN.search(text) else "en"
    return {
        "kind": INK, "code": code, "title": {side: title or code}, "brief": {}, "competencies": [], "nodes": {}, "ink": dict(ink)
    }  # fmt: skip
