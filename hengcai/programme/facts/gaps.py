"""Gaps of people by the newest published quarter: rated level, its interval, and what their post asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from django.db.models import Count, Max

from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.queries.results import exact_level, shown_levels, shown_margins
from hengcai.framework.asked import profiles_of
from hengcai.framework.models import Post


@dataclass(frozen=True)
class Gap:
    """`low` and `high` are of the level, None where it has no interval; `required` is the post's."""

    person: int
    post: str
    competency: str
    level: Fraction
    required: Fraction
    low: float | None = None
    high: float | None = None

    @property
    def size(self) -> Fraction:
        return self.required - self.level

    @property
    def is_certain(self) -> bool:
        """Even the upper end of what the level may be lies below the requirement."""
        return self.high is not None and self.high < self.required


def newest_quarter() -> Cycle | None:
    return Cycle.objects.filter(kind="quarter", state=Cycle.State.PUBLISHED).order_by("-period_end", "-pk").first()


Required = tuple[tuple[int, str, tuple[tuple[str, Fraction], ...]], ...]  # post, its code, what it asks for


def gaps_of(cycle: Cycle) -> tuple[Gap, ...]:
    """Only where the level lies below, as whoever leads may read it. Everybody's, kept until a result of the cycle is corrected
    or a post asks for something else: reading thousands of exact levels takes longer than a page."""
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True, status="scored")
    told = rows.aggregate(newest=Max("pk"), n=Count("pk"), at=Max("computed_at"), margins=Max("level_margins__pk"))
    return _kept(cycle.pk, _required(cycle), tuple(str(told[name]) for name in sorted(told)))


def _required(cycle: Cycle) -> Required:
    posts = {one.pk: one for one in Post.objects.all()}
    profiles = profiles_of(posts.values(), cycle.framework)
    return tuple((key, posts[key].code, tuple(one.required.items())) for key, one in sorted(profiles.items()))


@lru_cache(maxsize=4)
def _kept(cycle: int, required: Required, _as_of: tuple[str, ...]) -> tuple[Gap, ...]:
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True, status="scored")
    asked = {key: (code, dict(wanted)) for key, code, wanted in required}
    rows = rows.select_related("participant__cycle__policy", "level_margins").order_by("pk")
    return tuple(gap for row in rows for gap in _gaps(row, *asked[row.participant.post_id]))


def _gaps(result: Result, post: str, required: Mapping[str, Fraction]) -> Iterator[Gap]:
    levels = shown_levels(result, to_rated=False)
    margins = shown_margins(result, to_rated=False)
    for code, wanted in required.items():
        level = exact_level(levels, code)
        if level is None or level >= wanted:
            continue
        margin = margins.get(code)
        low, high = (margin.low, margin.high) if margin else (None, None)
        yield Gap(result.participant.person_id, post, code, level, wanted, low, high)
