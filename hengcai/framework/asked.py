"""What posts ask for: their forms' competencies and the profiles that held, for many posts in one reading each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from hengcai.framework.models import Competency, CompetencyModel, Framework, ModelEntry, Post, Requirement
from hengcai.framework.queries import framework_in_force, required_levels


@dataclass(frozen=True)
class Profile:
    """`number` is the version; 0 where the post has none."""

    number: int = 0
    required: Mapping[str, Fraction] = field(default_factory=dict)


def profiles_of(posts: Iterable[Post], framework: Framework) -> dict[int, Profile]:
    """Under this framework; the newest where there were several."""
    wanted = [post.pk for post in posts]
    rows = Requirement.objects.filter(profile__post__in=wanted, profile__framework=framework)
    rows = rows.exclude(profile__state="draft").order_by("profile__number")
    found: dict[int, dict[int, dict[str, Fraction]]] = {post: {} for post in wanted}
    columns = rows.values_list("profile__post", "profile__number", "competency__code", "required_level")
    for post, number, code, level in columns:
        found[post].setdefault(number, {})[code] = Fraction(level)
    return {
        post: Profile(max(versions), versions[max(versions)]) if versions else Profile()
        for post, versions in found.items()
    }


def competencies_of(framework: Framework, posts: Iterable[Post]) -> dict[int, list[Competency]]:
    """What each post's rating form asks, in its order."""
    wanted = list(posts)
    entries = ModelEntry.objects.filter(
        part__model__framework=framework, part__model__code__in={post.model_code for post in wanted}
    )
    rows = list(entries.select_related("part__model", "competency").order_by("part__order", "order"))
    return {post.pk: [row.competency for row in rows if _asks(row, post)] for post in wanted}


def _asks(entry: ModelEntry, post: Post) -> bool:
    part = entry.part
    return part.model.code == post.model_code and (not part.posts or post.code in part.posts)


def required_in_force(post: Post) -> dict[str, Fraction]:
    return {code: Fraction(level) for code, level in required_levels(post).items()}


def posts_with_forms(framework: Framework | None = None) -> list[Post]:
    """Those the framework, else the one in force, has a rating form for."""
    models = CompetencyModel.objects.filter(framework=framework or framework_in_force()).values("code")
    return list(Post.objects.filter(model_code__in=models).order_by("order", "code"))
