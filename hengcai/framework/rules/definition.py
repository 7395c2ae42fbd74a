"""Checks a whole library: dimensions with competencies, models chosen from them, service indicators."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.framework.rules.anchors import check_anchors
from hengcai.framework.rules.level_map import check_level_map
from hengcai.framework.rules.texts import (
    Definition,
    check_behaviours,
    check_count,
    check_text,
    check_texts,
    code,
    items,
    mapping,
    part,
    repeated,
)

KINDS = ("rated", "counted")
UNITS = ("share", "hours", "count", "seconds", "number")
COUNTED_TEXTS = ("numerator", "denominator", "exclusions", "source")


def normalised(definition: Any) -> Definition:
    """Files of the same dimension joined, level keys as numbers (JSON makes them text)."""
    whole = mapping(definition, "definition")
    joined: dict[str, Definition] = {}
    for document in items(whole, "library", "definition"):
        dimension = part(document, "dimension", "library")
        found = joined.setdefault(code(dimension, "dimension"), {"dimension": dimension, "competencies": []})
        found["competencies"].extend(_levelled(items(document, "competencies", "library")))
    groups = [
        {**mapping(group, "groups"), "indicators": _levelled(items(group, "indicators", "groups"))}
        for group in items(whole, "groups", "definition")
    ]
    models = items(whole, "models", "definition")
    found = {"library": list(joined.values()), "models": models, "groups": groups}
    return {**found, "level_map": _as_text(whole["level_map"])} if whole.get("level_map") else found


def _as_text(levels: Any) -> Any:
    """Levels of a file are written with or without quotation marks."""
    if not isinstance(levels, dict):
        return levels
    return {_plain(old): _plain(new) for old, new in levels.items()}


def _plain(level: Any) -> Any:
    return str(level) if type(level) is int else level


def _levelled(things: list[Any]) -> list[Any]:
    found = []
    for thing in things:
        changed = dict(mapping(thing, "library"))
        if isinstance(changed.get("anchors"), dict):
            changed["anchors"] = {_level(key): text for key, text in changed["anchors"].items()}
        if isinstance(changed.get("kbis"), list):
            changed["kbis"] = _levelled(changed["kbis"])
        found.append(changed)
    return found


def _level(key: Any) -> Any:
    return int(key) if isinstance(key, str) and key.isascii() and key.isdigit() else key


def check_definition(definition: Definition) -> None:
    """Refuses with the first thing that is wrong."""
    for refusal in problems(definition):
        raise refusal


def problems(definition: Definition) -> Iterator[NotValid]:
    """One refusal for each competency, model or service indicator that is wrong; takes a normalised definition."""
    competencies = [one for document in definition["library"] for one in document["competencies"]]
    known = {one.get("id"): one for one in competencies}
    yield from _twice((one.get("id") for one in competencies), "library")
    yield from _twice((model.get("id") for model in definition["models"]), "models")
    yield from _each(definition["library"], lambda one: check_texts(one["dimension"], ["name"], one["dimension"]["id"]))
    yield from _each(competencies, lambda one: _check_competency(one, known))
    yield from _twice(_included(competencies), "includes")
    yield from _each(definition["models"], lambda model: _check_model(model, set(known)))
    yield from _twice((group.get("id") for group in definition["groups"]), "groups")
    yield from _twice((one.get("id") for group in definition["groups"] for one in group["indicators"]), "groups")
    yield from _each(definition["groups"], _check_group)
    yield from _each([definition.get("level_map")], check_level_map)


def _each(things: Iterable[Any], check: Callable[[Any], None]) -> Iterator[NotValid]:
    for thing in things:
        try:
            check(thing)
        except NotValid as refusal:
            yield refusal


def _twice(codes: Iterable[Any], where: str) -> Iterator[NotValid]:
    for one in repeated(codes):
        yield NotValid("framework.id_twice", where=where, id=one)


def _included(competencies: Iterable[Definition]) -> Iterator[str]:
    """A part that stood in two broad competencies would be counted for both."""
    for one in competencies:
        yield from one.get("includes") or ()


def _check_competency(competency: Definition, known: dict[str, Definition]) -> None:
    where = code(competency, "library")
    check_competency_texts(competency, where)
    if competency.get("includes"):
        _check_broad(competency, known, where)
    elif "kbis" in competency:
        kbis = items(competency, "kbis", where)
        check_count(len(kbis), f"{where}.kbis")
        for refusal in _twice((code(kbi, f"{where}.kbis") for kbi in kbis), where):
            raise refusal
        for kbi in kbis:
            check_indicator_texts(kbi, f"{where}.{kbi['id']}")
    else:
        check_anchors(part(competency, "anchors", where), f"{where}.anchors")


def check_competency_texts(competency: Any, where: str) -> None:
    """Name, definition and both lists of behaviours; anchors where it carries its own."""
    check_texts(competency, ["name", "definition"], where)
    check_behaviours(competency, "good", where)
    check_behaviours(competency, "poor", where)
    if competency.get("anchors"):
        check_anchors(competency["anchors"], f"{where}.anchors")


def check_indicator_texts(kbi: Any, where: str) -> None:
    check_texts(kbi, ["name", "look_for"], where)
    check_anchors(part(kbi, "anchors", where), f"{where}.anchors")


def _check_broad(competency: Definition, known: dict[str, Definition], where: str) -> None:
    """Its indicators are borrowed from the competencies it includes, and from nowhere else."""
    included = items(competency, "includes", where)
    for one in included:
        if one not in known or known[one].get("includes"):
            raise NotValid("framework.includes_unknown", where=where, id=one)
    uses = [str(part(kbi, "use", f"{where}.kbis")) for kbi in items(competency, "kbis", where)]
    check_count(len(uses), f"{where}.kbis")
    for refusal in _twice(uses, where):
        raise refusal
    for use in uses:
        owner, _, wanted = use.partition(".")
        if owner not in included:
            raise NotValid("framework.use_outside", where=where, use=use)
        if wanted not in {kbi.get("id") for kbi in known[owner].get("kbis", ())}:
            raise NotValid("framework.use_unknown", where=where, use=use)


def _check_model(model: Any, known: set[str]) -> None:
    where = code(model, "models")
    check_texts(model, ["name", "purpose"], where)
    parts = items(model, "parts", where)
    for refusal in _twice((code(one, where) for one in parts), where):
        raise refusal
    for one in parts:
        check_text(part(one, "name", where), f"{where}.{one['id']}.name")
        for competency in items(one, "competencies", f"{where}.{one['id']}"):
            if competency not in known:
                raise NotValid("framework.competency_unknown", where=f"{where}.{one['id']}", id=competency)


def _check_group(group: Any) -> None:
    check_text(part(group, "name", code(group, "groups")), f"{group['id']}.name")
    for indicator in group["indicators"]:
        where = f"{group['id']}.{code(indicator, group['id'])}"
        check_texts(indicator, ["name", "definition"], where)
        _check_kind(indicator, where)


def _check_kind(indicator: Definition, where: str) -> None:
    kind = part(indicator, "kind", where)
    if kind not in KINDS:
        raise NotValid("framework.kind_unknown", where=where, kind=kind, known=KINDS)
    if kind == "rated":
        return check_anchors(part(indicator, "anchors", where), f"{where}.anchors")
    if part(indicator, "unit", where) not in UNITS:
        raise NotValid("framework.unit_unknown", where=where, unit=indicator["unit"], known=UNITS)
    return check_texts(indicator, COUNTED_TEXTS, where)
