"""What stands behind a result's levels: who gave which, with which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from hengcai.appraisal.models import Rating, RatingTask, Result
from hengcai.appraisal.queries.peer_words import PEER, words_of
from hengcai.appraisal.rules import veil
from hengcai.base.masking.text import mask

SOURCES = (RatingTask.Source.SUPERIOR, RatingTask.Source.PRACTICAL)
"""Those whose words stand beside the level they gave; peers' stand together, in an order of their own."""


@dataclass(frozen=True)
class Given:
    """One level and what its rater wrote about it; None is 'not observed'."""

    source: str
    code: str
    level: Decimal | None
    reason: str
    comment: str


@dataclass(frozen=True)
class Grounds:
    """`general`: source and what it wrote of the person as a whole; `of_peers`: theirs, for the person alone."""

    given: Sequence[Given] = ()
    general: Sequence[tuple[str, str]] = ()
    of_peers: Sequence[str] = ()

    def on(self, code: str) -> list[Given]:
        return [one for one in self.given if one.code == code]


def grounds_of(result: Result, *, to_rated: bool) -> Grounds:
    """Raters are never named; where peers count, a superior's line on what peers rate too stays out for the person."""
    sources = (*SOURCES, PEER) if to_rated else SOURCES
    rows = Rating.objects.filter(task__participant=result.participant_id, task__source__in=sources)
    rows = rows.filter(task__state=RatingTask.State.SENT).select_related("task__rater", "competency")
    found = list(rows.order_by("-task__source", "task_id", "competency__order", "pk"))
    ratings = [one for one in found if one.task.source != PEER]
    peers = [one for one in found if one.task.source == PEER]
    is_pooled = to_rated and veil.is_pooled(result.detail)
    given = [
        _given(one)
        for one in ratings
        if veil.is_rating_shown(one.task.source, one.competency.code, is_pooled=is_pooled)
    ]
    tasks = {one.task_id: one.task for one in ratings}.values()
    general = [(task.source, mask(task.comment)) for task in tasks if task.comment.strip()]
    return Grounds(given, general, words_of(result.participant, peers) if to_rated else ())


def _given(one: Rating) -> Given:
    return Given(one.task.source, one.competency.code, one.level, mask(one.reason), mask(one.comment))
