"""Turns the rows of a version back into the definition they were made from."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from hengcai.base.bilingual import encode
from hengcai.framework.models import (
    Competency,
    CompetencyModel,
    Dimension,
    Framework,
    Indicator,
    ModelEntry,
    ModelPart,
    Profile,
    Requirement,
    ServiceGroup,
    ServiceIndicator,
    ShownIndicator,
)
from hengcai.framework.rules.texts import Definition


def export_definition(framework: Framework) -> Definition:
    """Library, models and service indicators, equal to what `load_definition` reads."""
    return {"library": _library(framework), "models": _models(framework), "groups": _groups(framework)}


def export_posts(profiles: Iterable[Profile]) -> Definition:
    """Posts with these profiles, equal to what `load_posts` reads."""
    return {"posts": [_post(profile) for profile in profiles]}


def _library(framework: Framework) -> list[Definition]:
    shown = ShownIndicator.objects.select_related("indicator__competency").order_by("order")
    own = Indicator.objects.order_by("order")
    parts = Competency.objects.order_by("order")
    competencies = (
        Competency.objects.filter(framework=framework)
        .order_by("order")
        .prefetch_related(Prefetch("indicators", own), Prefetch("shown", shown), Prefetch("parts", parts))
    )
    documents = {one.pk: _document(one) for one in Dimension.objects.filter(framework=framework).order_by("order")}
    for competency in competencies:
        documents[competency.dimension_id]["competencies"].append(competency_definition(competency))
    return list(documents.values())


def _document(dimension: Dimension) -> Definition:
    return {"dimension": {"id": dimension.code, "name": encode(dimension.name)}, "competencies": []}


def competency_definition(competency: Competency) -> Definition:
    """One competency; its indicators, parts and shown indicators should be prefetched."""
    found: Definition = {"id": competency.code, **_texts(competency, "name", "definition", "good", "poor")}
    parts = competency.parts.all()
    if parts:
        uses = [shown.indicator for shown in competency.shown.all()]
        found["includes"] = [part.code for part in parts]
        found["kbis"] = [{"use": f"{one.competency.code}.{one.code}"} for one in uses]
    elif competency.anchors:
        found["anchors"] = _levels(competency.anchors)
    else:
        found["kbis"] = [indicator_definition(one) for one in competency.indicators.all()]
    return found


def indicator_definition(indicator: Indicator) -> Definition:
    texts = _texts(indicator, "name", "look_for")
    return {"id": indicator.code, **texts, "anchors": _levels(indicator.anchors)}


def _texts(row: Any, *names: str) -> Definition:
    return {name: encode(getattr(row, name)) for name in names}


def _levels(anchors: Any) -> Definition:
    return {int(level): text for level, text in sorted(encode(anchors).items())}  # type: ignore[misc]


def _models(framework: Framework) -> list[Definition]:
    entries = ModelEntry.objects.select_related("competency").order_by("order")
    parts = ModelPart.objects.order_by("order").prefetch_related(Prefetch("entries", entries))
    rows = CompetencyModel.objects.filter(framework=framework).order_by("order")
    return [_model(model) for model in rows.prefetch_related(Prefetch("parts", parts))]


def _model(model: CompetencyModel) -> Definition:
    return {"id": model.code, **_texts(model, "name", "purpose"), "parts": [_part(part) for part in model.parts.all()]}


def _part(part: ModelPart) -> Definition:
    found: Definition = {"id": part.code, "name": encode(part.name)}
    if part.posts:
        found["posts"] = part.posts
    found["competencies"] = [entry.competency.code for entry in part.entries.all()]
    return found


def _groups(framework: Framework) -> list[Definition]:
    indicators = ServiceIndicator.objects.order_by("order")
    rows = ServiceGroup.objects.filter(framework=framework).order_by("order")
    return [
        {"id": row.code, "name": encode(row.name), "indicators": [_service(one) for one in row.indicators.all()]}
        for row in rows.prefetch_related(Prefetch("indicators", indicators))
    ]


def _service(indicator: ServiceIndicator) -> Definition:
    found = {"id": indicator.code, "name": encode(indicator.name), "kind": indicator.kind}
    found["definition"] = encode(indicator.definition)
    if indicator.kind == ServiceIndicator.Kind.RATED:
        return {**found, "anchors": _levels(indicator.detail)}
    return {**found, **encode(indicator.detail)}


def _post(profile: Profile) -> Definition:
    post = profile.post
    lines = profile.requirements.select_related("competency").order_by("rank")
    names = {"id": post.code, "name": encode(post.name), "model": post.model_code, "frontline": post.is_frontline}
    return {**names, "profile": [requirement_definition(line) for line in lines]}


def requirement_definition(line: Requirement) -> Definition:
    found: Definition = {
        "competency": line.competency.code,
        "required": _decimal(line.required_level),
        "rank": line.rank,
        "weight": _decimal(line.weight),
        "need": line.need,
        "assessed_by": line.assessed_by,
    }
    return {**found, "why": encode(line.why)} if line.why else found


def _decimal(value: Decimal) -> str:
    return format(value.normalize(), "f")
