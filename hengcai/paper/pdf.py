"""Typst sets the paper; a character that no font here has is printed as its code, never as a blank."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings

from hengcai.base.apart import apart
from hengcai.base.errors import NotNow
from hengcai.paper.blocks import Paper
from hengcai.paper.characters import covered, named
from hengcai.paper.telling import plain
from hengcai.paper.typesetting import typeset

TEMPLATE = Path(__file__).with_name("paper.typ")


def as_pdf(paper: Paper) -> bytes:
    _need_fonts()
    facts = _plain(paper)
    found = covered(_texts(facts))
    inputs = {**_written(facts, found.missing), "fonts": found.families}
    folders = [str(settings.FONTS), *found.folders]
    return apart(typeset, str(TEMPLATE), {"paper": json.dumps(inputs, ensure_ascii=False)}, folders)


def missing_characters(paper: Paper) -> list[str]:
    """What would be printed as codes, for whoever prints it to know before: each with its code."""
    _need_fonts()
    return [named(character) for character in sorted(covered(_texts(_plain(paper))).missing)]


def _need_fonts() -> None:
    if not (settings.FONTS / "regular.ttf").exists():
        raise NotNow("paper.fonts_missing", folder=settings.FONTS)


def _plain(paper: Paper) -> dict[str, Any]:
    """As typst reads it: numbers stay numbers, all else is text."""
    facts = asdict(paper)
    facts["blocks"] = [{"kind": type(block).__name__, **asdict(block)} for block in paper.blocks]
    return dict(_as_texts(facts))


def _as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_texts(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_as_texts(part) for part in value]
    return value if isinstance(value, bool | int | float) or value is None else plain(str(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _written(value: Any, missing: frozenset[str]) -> Any:
    """Every text with its missing characters written as 〔U+20BB7〕."""
    if isinstance(value, str):
        return "".join(f"〔U+{ord(one):04X}〕" if one in missing else one for one in value) if missing else value
    if isinstance(value, dict):
        return {key: _written(part, missing) for key, part in value.items()}
    return [_written(part, missing) for part in value] if isinstance(value, list) else value
