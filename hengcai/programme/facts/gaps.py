"""Gaps of people by the newest published quarter: rated level, its interval, and what their post asks for."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

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


def gaps_of(cycle: Cycle, *, persons: Collection[int] | None = None) -> list[Gap]:
    """Only where the level lies below, as whoever leads may read it; a few queries whatever the number of people."""
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True, status="scored")
    rows = rows.select_related("participant__cycle__policy", "level_margins")
    if persons is not None:
        rows = rows.filter(participant__person__in=persons)
    posts = {one.pk: one for one in Post.objects.all()}
    profiles = profiles_of(posts.values(), cycle.framework)
    required = {key: profile.required for key, profile in profiles.items()}
    return [
        gap
        for row in rows
        for gap in _gaps(row, posts[row.participant.post_id].code, required[row.participant.post_id])
    ]


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
