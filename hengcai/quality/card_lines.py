"""A scorecard's definition as rows that two versions can be compared by."""

from collections.abc import Iterator, Mapping
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.base.differences import Line

PLAIN = ("kind", "channel", "pass_line", "excellence_line", "bonus_cap", "weight", "points", "competency",
         "indicator", "comment_below", "comment_if")  # fmt: skip


def lines_of(definition: Mapping[str, Any]) -> list[Line]:
    """From what `documents` writes; the card itself, then sections with their items in order."""
    found = [Line("card", "card", definition["name"], _fields(definition))]
    for section in definition["sections"]:
        found.append(Line("section", section["id"], section["name"], _fields(section)))
        found += [
            Line("item", item["id"], item["name"], {**_fields(item), "section": str(section["name"])})
            for item in section["items"]
        ]
    return found


def _fields(part: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    found |= _sides("name", part["name"])
    found |= {name: str(part[name]) for name in PLAIN if part.get(name) not in (None, "")}
    if "may_be_na" in part:
        found["may_be_na"] = "yes" if part["may_be_na"] else "no"
    if part.get("critical"):
        found |= {f"critical.{name}": str(value) for name, value in part["critical"].items()}
    found |= dict(_lists(part)) | _sides("guidance", part.get("guidance"))
    for level, text in (part.get("anchors") or {}).items():
        found |= _sides(f"anchors.{level}", text)
    for place, option in enumerate(part.get("options") or [], start=1):
        found |= _sides(f"options.{place}", option["name"]) | {f"options.{place}.points": str(option["points"])}
    return found


def _lists(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("level_shares", "red_lines", "posts"):
        if part.get(name):
            yield name, " · ".join(map(str, part[name]))
    if part.get("condition"):
        yield "condition", f"{part['condition']['item']}: {' / '.join(part['condition']['is'])}"


def _sides(name: str, text: Bilingual | None) -> dict[str, str]:
    return {f"{name}.{side}": one for side, one in (("zh", text.zh), ("en", text.en)) if one} if text else {}
