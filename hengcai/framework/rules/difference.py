"""What changed between two versions of a library."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.framework.rules.texts import Definition

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
COMPETENCY_TEXTS = ("name", "definition", "good", "poor", "includes", "dimension")
INDICATOR_TEXTS = ("name", "look_for")


@dataclass(frozen=True)
class Change:
    """One text that came, went or was rewritten; `level` where it is an anchor."""

    kind: str
    what: str  # competency, indicator, anchor, or the name of the text
    competency: str
    indicator: str = ""
    level: int | None = None
    old: Any = None
    new: Any = None


def difference(old: Definition, new: Definition) -> list[Change]:
    """In the order of the new version; what is gone comes last."""
    before, after = _competencies(old), _competencies(new)
    changes: list[Change] = []
    for code, competency in after.items():
        if code not in before:
            changes.append(Change(ADDED, "competency", code, new=competency["name"]))
        else:
            changes += _within(code, before[code], competency)
    gone = [Change(REMOVED, "competency", code, old=before[code]["name"]) for code in before if code not in after]
    return changes + gone


def _competencies(definition: Definition) -> dict[str, Definition]:
    return {
        one["id"]: {**one, "dimension": document["dimension"]["id"]}
        for document in definition["library"]
        for one in document["competencies"]
    }


def _within(code: str, old: Definition, new: Definition) -> Iterator[Change]:
    for name in COMPETENCY_TEXTS:
        if old.get(name) != new.get(name):
            yield Change(CHANGED, name, code, old=old.get(name), new=new.get(name))
    yield from _anchors(code, "", old.get("anchors", {}), new.get("anchors", {}))
    yield from _indicators(code, _by_code(old.get("kbis", ())), _by_code(new.get("kbis", ())))


def _by_code(kbis: Iterable[Definition]) -> dict[str, Definition]:
    """Borrowed indicators of a broad competency go by where they come from."""
    return {kbi.get("use") or kbi["id"]: kbi for kbi in kbis}


def _indicators(code: str, old: dict[str, Definition], new: dict[str, Definition]) -> Iterator[Change]:
    for kbi, texts in new.items():
        if kbi not in old:
            yield Change(ADDED, "indicator", code, kbi, new=texts.get("name"))
            continue
        for name in INDICATOR_TEXTS:
            if old[kbi].get(name) != texts.get(name):
                yield Change(CHANGED, name, code, kbi, old=old[kbi].get(name), new=texts.get(name))
        yield from _anchors(code, kbi, old[kbi].get("anchors", {}), texts.get("anchors", {}))
    for kbi, texts in old.items():
        if kbi not in new:
            yield Change(REMOVED, "indicator", code, kbi, old=texts.get("name"))


def _anchors(code: str, kbi: str, old: Mapping[int, Any], new: Mapping[int, Any]) -> Iterator[Change]:
    for level in sorted(set(old) | set(new)):
        before, after = old.get(level), new.get(level)
        if before != after:
            kind = ADDED if before is None else REMOVED if after is None else CHANGED
            yield Change(kind, "anchor", code, kbi, level, before, after)
