"""What is in force, what a post asks for, and what a page of the library shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Prefetch, QuerySet

from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer
from hengcai.framework import permissions, rules
from hengcai.framework.definitions import export_definition, export_posts
from hengcai.framework.models import (
    Competency,
    CompetencyModel,
    Dimension,
    Framework,
    Indicator,
    ModelEntry,
    ModelPart,
    Post,
    Profile,
    Requirement,
    ServiceGroup,
    ServiceIndicator,
    ShownIndicator,
)

State = Framework.State


def framework_in_force() -> Framework | None:
    return Framework.objects.filter(state=State.PUBLISHED).first()


def the_framework() -> Framework:
    """The framework in force, or a refusal that says what to do."""
    framework = framework_in_force()
    if framework is None:
        raise NotNow("framework.none_in_force")
    return framework


def frameworks_seen_by(user: Doer) -> QuerySet[Framework]:
    """Newest first; drafts only for those who write or publish them."""
    return permissions.SEE.rows(Framework.objects.order_by("-number"), user)


def competencies_of(framework: Framework) -> QuerySet[Competency]:
    """The whole library in its order, with indicators, parts and shown indicators prefetched."""
    rows = Competency.objects.filter(framework=framework).select_related("dimension", "broad").order_by("order")
    parts = Competency.objects.order_by("order")
    return rows.prefetch_related(Prefetch("indicators", _own()), Prefetch("shown", _shown()), Prefetch("parts", parts))


def _own() -> QuerySet[Indicator]:
    return Indicator.objects.order_by("order")


def _shown() -> QuerySet[ShownIndicator]:
    return ShownIndicator.objects.select_related("indicator__competency").order_by("order")


def competency_map(framework: Framework) -> dict[str, Competency]:
    """By code, in the library's order."""
    return {one.code: one for one in Competency.objects.filter(framework=framework).order_by("order")}


def parts_of(framework: Framework) -> dict[str, list[str]]:
    """Broad competency → the competencies it is made of."""
    rows = Competency.objects.filter(framework=framework, broad__isnull=False).order_by("order")
    found: dict[str, list[str]] = {}
    for broad, code in rows.values_list("broad__code", "code"):
        found.setdefault(broad, []).append(code)
    return found


@dataclass(frozen=True)
class FormPart:
    """One heading of a post's rating form and the competencies under it."""

    part: ModelPart
    competencies: list[Competency]


def form_parts(framework: Framework, post: Post) -> list[FormPart]:
    """The rating form of a post: the parts of its model that hold for it. `shown` and `parts` are prefetched."""
    parts = ModelPart.objects.filter(model__framework=framework, model__code=post.model_code).order_by("order")
    return [
        FormPart(part, _entered(part))
        for part in _with_competencies(parts)
        if not part.posts or post.code in part.posts
    ]


def _with_competencies(parts: QuerySet[ModelPart]) -> QuerySet[ModelPart]:
    """Three queries more, however many parts there are."""
    shown = Prefetch("competency__shown", _shown())
    broad = Prefetch("competency__parts", Competency.objects.order_by("order"))
    entries = ModelEntry.objects.select_related("competency").order_by("order").prefetch_related(shown, broad)
    return parts.prefetch_related(Prefetch("entries", entries))


def _entered(part: ModelPart) -> list[Competency]:
    return [entry.competency for entry in part.entries.all()]


def model_competencies(framework: Framework, post: Post) -> list[Competency]:
    """What a post's rating form asks, in order; `competency.shown.all()` gives its indicators with their anchors."""
    return [competency for part in form_parts(framework, post) for competency in part.competencies]


def asked_competencies(framework: Framework, post: Post) -> list[Competency]:
    """The same competencies with code and name alone, in two small queries: for checks that show no anchors."""
    parts = ModelPart.objects.filter(model__framework=framework, model__code=post.model_code)
    chosen = [part.pk for part in parts.only("pk", "posts") if not part.posts or post.code in part.posts]
    entries = ModelEntry.objects.filter(part__in=chosen).order_by("part__order", "order").select_related("competency")
    return [entry.competency for entry in entries.only("part", "competency__code", "competency__name")]


def models_of(framework: Framework) -> list[CompetencyModel]:
    """Models with parts, entries and competencies prefetched."""
    rows = CompetencyModel.objects.filter(framework=framework).order_by("order")
    return list(rows.prefetch_related(Prefetch("parts", _with_competencies(ModelPart.objects.order_by("order")))))


@dataclass(frozen=True)
class PartInUse:
    part: ModelPart
    competencies: list[Competency]
    posts: list[Post]  # empty: all


def model_parts(model: CompetencyModel) -> list[PartInUse]:
    rows = _with_competencies(ModelPart.objects.filter(model=model).order_by("order"))
    posts = {post.code: post for post in Post.objects.order_by("order")}
    return [PartInUse(row, _entered(row), [posts[code] for code in row.posts if code in posts]) for row in rows]


def dimensions_of(framework: Framework) -> list[Dimension]:
    """With `competency_count` and `indicator_count`."""
    counts = {"competency_count": Count("competencies", distinct=True)}
    rows = Dimension.objects.filter(framework=framework).order_by("order").annotate(**counts)
    return list(rows.annotate(indicator_count=Count("competencies__indicators", distinct=True)))


def service_groups(framework: Framework) -> list[ServiceGroup]:
    indicators = Prefetch("indicators", ServiceIndicator.objects.order_by("order"))
    return list(ServiceGroup.objects.filter(framework=framework).order_by("order").prefetch_related(indicators))


def indicator_names() -> dict[str, Bilingual]:
    """Group and indicator → their names in the framework in force."""
    framework = framework_in_force()
    groups = service_groups(framework) if framework else []
    found = {group.code: group.name for group in groups}
    return found | {one.code: one.name for group in groups for one in group.indicators.all()}


def changes_between(old: Framework, new: Framework) -> list[rules.Change]:
    """What `new` says otherwise than `old`."""
    return rules.difference(export_definition(old), export_definition(new))


def definition_of(framework: Framework) -> dict[str, object]:
    return export_definition(framework)


def posts_definition() -> dict[str, object]:
    """All posts with the profile in force, as `load_posts` reads them."""
    rows = Profile.objects.filter(state=Profile.State.PUBLISHED).select_related("post").order_by("post__order")
    return export_posts(rows)


def posts_in_order() -> QuerySet[Post]:
    return Post.objects.order_by("order", "code")


def profiles_seen_by(user: Doer) -> QuerySet[Profile]:
    """By post, newest version first."""
    rows = Profile.objects.select_related("post", "framework").order_by("post__order", "post__code", "-number")
    return permissions.SEE.rows(rows, user)


def profile_in_force(post: Post) -> Profile | None:
    """With its requirements by rank, each with its competency."""
    rows = Profile.objects.filter(post=post, state=Profile.State.PUBLISHED).select_related("post", "framework")
    return rows.prefetch_related(Prefetch("requirements", requirements_by_rank())).first()


def requirements_by_rank() -> QuerySet[Requirement]:
    return Requirement.objects.select_related("competency").order_by("rank")


def required_levels(post: Post) -> dict[str, Decimal]:
    """Competency code → level the post asks for, by rank; empty without a profile in force."""
    return required_levels_of([post]).get(post.code, {})


def required_levels_of(posts: Iterable[Post]) -> dict[str, dict[str, Decimal]]:
    """Post code → competency code → level, for many posts in one query."""
    rows = Requirement.objects.filter(profile__state=Profile.State.PUBLISHED, profile__post__in=list(posts)).order_by(
        "rank"
    )
    found: dict[str, dict[str, Decimal]] = {}
    for post, competency, level in rows.values_list("profile__post__code", "competency__code", "required_level"):
        found.setdefault(post, {})[competency] = level
    return found


@dataclass(frozen=True)
class Uses:
    """Where a competency of the library is used; a part is asked for through the broad one it counts for."""

    parts: list[ModelPart]
    requirements: list[Requirement]


def uses_of(competency: Competency) -> Uses:
    """Models of the same version, and the profiles in force whichever version they rest on."""
    parts = (
        ModelPart.objects.filter(entries__competency=competency)
        .select_related("model")
        .order_by("model__order", "order")
    )
    codes = [competency.code, *([competency.broad.code] if competency.broad else [])]
    in_force = Requirement.objects.filter(competency__code__in=codes, profile__state=Profile.State.PUBLISHED)
    rows = in_force.select_related("profile__post", "competency").order_by("profile__post__order", "rank")
    return Uses(list(parts), list(rows))
