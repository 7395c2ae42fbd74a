"""Typst sets the paper; a character the font lacks is printed as its code, never as a blank."""

import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from hengcai.base.apart import apart
from hengcai.base.errors import NotNow
from hengcai.insight.printing.paper import Paper
from hengcai.insight.printing.typesetting import typeset
from hengcai.insight.telling import plain

TEMPLATE = Path(__file__).with_name("paper.typ")


def as_pdf(paper: Paper) -> bytes:
    fonts = settings.FONTS
    if not (fonts / "regular.ttf").exists():
        raise NotNow("insight.fonts_missing", folder=fonts)
    inputs = {"paper": json.dumps(_covered(_plain(paper)), ensure_ascii=False)}
    return apart(typeset, str(TEMPLATE), inputs, [str(fonts)])


def _plain(paper: Paper) -> dict[str, Any]:
    facts = asdict(paper)
    facts["blocks"] = [{"kind": type(block).__name__, **asdict(block)} for block in paper.blocks]
    return facts


def _covered(value: Any) -> Any:
    """Every text with its uncovered characters written as 〔U+20BB7〕."""
    if isinstance(value, str):
        known = covered_characters()
        return "".join(c if ord(c) in known or c in "\n\t" else f"〔U+{ord(c):04X}〕" for c in plain(value))
    if isinstance(value, dict):
        return {key: _covered(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_covered(part) for part in value]
    return value if isinstance(value, bool | int | float) or value is None else _covered(str(value))


@lru_cache(maxsize=1)
def covered_characters() -> frozenset[int]:
    """The code points of the font, read from its character map (OpenType cmap, format 12 or 4)."""
    from hengcai.insight.printing.font import code_points

    return frozenset(code_points((settings.FONTS / "regular.ttf").read_bytes()))
