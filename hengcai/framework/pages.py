"""What the pages lay out: counts and shares worked out once, beside the rows they belong to."""

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Prefetch

from hengcai.framework import rules
from hengcai.framework.models import (
    Competency,
    CompetencyModel,
    Dimension,
    Framework,
    Indicator,
    Profile,
    Requirement,
    ServiceGroup,
    ServiceIndicator,
)
from hengcai.framework.queries import competency_map, requirements_by_rank


@dataclass(frozen=True)
class Overview:
    """A version at a glance: names and counts only, for texts are long."""

    dimensions: list[Dimension]  # with competencies prefetched, each with indicator_count and part_count
    models: list[CompetencyModel]  # each with part_count and competency_count
    groups: list[ServiceGroup]
    competency_count: int
    indicator_count: int
    service_count: int


def overview(framework: Framework) -> Overview:
    dimensions, groups = _dimensions(framework), _groups(framework)
    competencies = [one for dimension in dimensions for one in dimension.competencies.all()]
    return Overview(
        dimensions,
        _models(framework),
        groups,
        len(competencies),
        sum(one.indicator_count for one in competencies),  # type: ignore[attr-defined]
        sum(len(group.indicators.all()) for group in groups),
    )


def _dimensions(framework: Framework) -> list[Dimension]:
    counts = {"indicator_count": Count("indicators", distinct=True), "part_count": Count("parts", distinct=True)}
    named = Competency.objects.order_by("order").annotate(**counts).only("dimension", "code", "name")
    rows = Dimension.objects.filter(framework=framework).order_by("order")
    return list(rows.prefetch_related(Prefetch("competencies", named)))


def _models(framework: Framework) -> list[CompetencyModel]:
    rows = CompetencyModel.objects.filter(framework=framework).order_by("order")
    counted = rows.annotate(part_count=Count("parts", distinct=True))
    return list(counted.annotate(competency_count=Count("parts__entries__competency", distinct=True)))


def _groups(framework: Framework) -> list[ServiceGroup]:
    named = ServiceIndicator.objects.order_by("order").only("group", "name", "kind")
    rows = ServiceGroup.objects.filter(framework=framework).order_by("order")
    return list(rows.prefetch_related(Prefetch("indicators", named)))


@dataclass(frozen=True)
class ProfileLine:
    row: Requirement
    share: Fraction  # of the profile's whole weight
    ways: list[str]


def profile_lines(profile: Profile) -> list[ProfileLine]:
    """By rank, each with the share its weight has."""
    rows = list(requirements_by_rank().filter(profile=profile))
    whole = sum((Fraction(row.weight) for row in rows), Fraction(0))
    return [ProfileLine(row, Fraction(row.weight) / whole, row.assessed_by) for row in rows]


@dataclass(frozen=True)
class NamedChange:
    change: rules.Change
    indicator: object  # its name, empty where the change is about the competency


@dataclass(frozen=True)
class ChangedCompetency:
    """All that changed about one competency, under its name."""

    code: str
    name: object
    changes: list[NamedChange]


def grouped(changes: list[rules.Change], *, old: Framework, new: Framework) -> list[ChangedCompetency]:
    names = {**_names(old), **_names(new)}
    found: dict[str, list[NamedChange]] = {}
    for change in changes:
        place = change.indicator if "." in change.indicator else f"{change.competency}.{change.indicator}"
        indicator = names.get(place, change.indicator) if change.indicator else ""
        found.setdefault(change.competency, []).append(NamedChange(change, indicator))
    return [ChangedCompetency(code, names.get(code, code), listed) for code, listed in found.items()]


def _names(framework: Framework) -> dict[str, object]:
    """Of competencies by code, of indicators by `competency.code`."""
    indicators = Indicator.objects.filter(competency__framework=framework).select_related("competency")
    named: dict[str, object] = {f"{one.competency.code}.{one.code}": one.name for one in indicators}
    return {**named, **{code: one.name for code, one in competency_map(framework).items()}}


@dataclass(frozen=True)
class ProfileCard:
    """A post in the list of profiles."""

    profile: Profile
    count: int
    first: list[Requirement]  # the three most important


def profile_cards(profiles: list[Profile]) -> list[ProfileCard]:
    rows = requirements_by_rank().filter(profile__in=profiles)
    found: dict[int, list[Requirement]] = {}
    for row in rows:
        found.setdefault(row.profile_id, []).append(row)
    return [ProfileCard(one, len(found.get(one.pk, [])), found.get(one.pk, [])[:3]) for one in profiles]
