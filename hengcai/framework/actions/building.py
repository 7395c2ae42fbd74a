"""Writes the rows of a version from a checked definition, a handful of statements for the whole library."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from hengcai.base.bilingual import decode, encode
from hengcai.framework.models import (
    Competency,
    CompetencyModel,
    Dimension,
    Framework,
    Indicator,
    ModelEntry,
    ModelPart,
    ServiceGroup,
    ServiceIndicator,
    ShownIndicator,
)
from hengcai.framework.rules.texts import Definition

Competencies = Mapping[str, Competency]


def build(definition: Definition, *, reason: str) -> Framework:
    """A new draft with all its rows; takes a normalised and checked definition."""
    framework = _next(reason, definition.get("level_map", {}))
    competencies = _build_library(framework, definition["library"])
    _build_models(framework, definition["models"], competencies)
    _build_groups(framework, definition["groups"])
    return framework


def _next(reason: str, level_map: Mapping[str, str]) -> Framework:
    highest = Framework.objects.aggregate(highest=Max("number"))["highest"] or 0
    return Framework.objects.create(number=highest + 1, reason=reason, level_map=level_map)


def _build_library(framework: Framework, library: list[Definition]) -> Competencies:
    dimensions = Dimension.objects.bulk_create(
        Dimension(framework=framework, code=one["dimension"]["id"], name=decode(one["dimension"]["name"]), order=order)
        for order, one in enumerate(library, start=1)
    )
    pairs = [(row, one) for row, document in zip(dimensions, library, strict=True) for one in document["competencies"]]
    rows = Competency.objects.bulk_create(
        _competency(row, one, order) for order, (row, one) in enumerate(pairs, start=1)
    )
    competencies = {row.code: row for row in rows}
    _tell_parts(competencies, [one for _row, one in pairs])
    _build_indicators(competencies, [one for _row, one in pairs])
    return competencies


def _competency(dimension: Dimension, one: Definition, order: int) -> Competency:
    texts = {name: decode(one[name]) for name in ("name", "definition", "good", "poor")}
    anchors = levels(one.get("anchors", {}))
    code, framework = one["id"], dimension.framework
    return Competency(framework=framework, dimension=dimension, code=code, order=order, anchors=anchors, **texts)


def levels(anchors: Mapping[int, Any]) -> dict[str, Any]:
    """Level keys become text, as JSON holds them."""
    return {str(level): decode(text) for level, text in sorted(anchors.items())}


def plain(texts: Mapping[str, Any]) -> Definition:
    """Texts as the rules read them: plain mappings, levels as numbers."""
    found: Definition = {name: encode(value) for name, value in texts.items() if name != "anchors"}
    if texts.get("anchors"):
        found["anchors"] = {int(level): encode(text) for level, text in texts["anchors"].items()}
    return found


def _tell_parts(competencies: Competencies, definitions: list[Definition]) -> None:
    parts = []
    for one in definitions:
        for code in one.get("includes", ()):
            competencies[code].broad = competencies[one["id"]]
            parts.append(competencies[code])
    Competency.objects.bulk_update(parts, ["broad"])


def _build_indicators(competencies: Competencies, definitions: list[Definition]) -> None:
    own = [(one["id"], kbi, order) for one in definitions for order, kbi in _numbered(one) if "use" not in kbi]
    rows = Indicator.objects.bulk_create(_indicator(competencies[code], kbi, order) for code, kbi, order in own)
    found = {f"{code}.{kbi['id']}": row for (code, kbi, _order), row in zip(own, rows, strict=True)}
    ShownIndicator.objects.bulk_create(
        ShownIndicator(
            competency=competencies[one["id"]],
            indicator=found[kbi.get("use") or f"{one['id']}.{kbi['id']}"],
            order=order,
        )
        for one in definitions
        for order, kbi in _numbered(one)
    )


def _numbered(one: Definition) -> list[tuple[int, Definition]]:
    return list(enumerate(one.get("kbis", ()), start=1))


def _indicator(competency: Competency, kbi: Definition, order: int) -> Indicator:
    name, look_for = decode(kbi["name"]), decode(kbi["look_for"])
    anchors = levels(kbi["anchors"])
    return Indicator(competency=competency, code=kbi["id"], name=name, look_for=look_for, anchors=anchors, order=order)


def _build_models(framework: Framework, models: list[Definition], competencies: Competencies) -> None:
    rows = CompetencyModel.objects.bulk_create(
        CompetencyModel(framework=framework, code=one["id"], order=order, **_names(one, "name", "purpose"))
        for order, one in enumerate(models, start=1)
    )
    pairs = [(row, order, part) for row, one in zip(rows, models, strict=True) for order, part in _parts(one)]
    parts = ModelPart.objects.bulk_create(
        ModelPart(model=row, code=part["id"], order=order, posts=part.get("posts", []), **_names(part, "name"))
        for row, order, part in pairs
    )
    ModelEntry.objects.bulk_create(
        ModelEntry(part=row, competency=competencies[code], order=order)
        for row, (_model, _order, part) in zip(parts, pairs, strict=True)
        for order, code in enumerate(part["competencies"], start=1)
    )


def _parts(model: Definition) -> list[tuple[int, Definition]]:
    return list(enumerate(model["parts"], start=1))


def _names(one: Definition, *names: str) -> dict[str, Any]:
    return {name: decode(one[name]) for name in names}


def _build_groups(framework: Framework, groups: list[Definition]) -> None:
    rows = ServiceGroup.objects.bulk_create(
        ServiceGroup(framework=framework, code=one["id"], name=decode(one["name"]), order=order)
        for order, one in enumerate(groups, start=1)
    )
    ServiceIndicator.objects.bulk_create(
        _service(row, one, order)
        for row, group in zip(rows, groups, strict=True)
        for order, one in enumerate(group["indicators"], start=1)
    )


def _service(group: ServiceGroup, one: Definition, order: int) -> ServiceIndicator:
    rated = one["kind"] == ServiceIndicator.Kind.RATED
    rest = {key: decode(value) for key, value in one.items() if key not in ("id", "name", "kind", "definition")}
    detail = levels(one["anchors"]) if rated else rest
    texts = _names(one, "name", "definition")
    return ServiceIndicator(group=group, code=one["id"], kind=one["kind"], detail=detail, order=order, **texts)
