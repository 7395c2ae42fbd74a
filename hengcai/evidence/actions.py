from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow
from hengcai.base.in_bulk import insert_values
from hengcai.evidence import permissions
from hengcai.evidence.models import Evidence
from hengcai.evidence.rules import level
from hengcai.framework.models import Competency

CHUNK = 500
PLACES = 6
COLUMNS = (
    "person_id", "competency_id", "kind", "value", "exact", "n", "source_kind", "source_id", "source_revision",
    "occasion_id", "on", "team_id", "post_id", "is_superseded",
)  # fmt: skip


class Observation(NamedTuple):
    """One level of one person in one competency, as another package hands it in; `exact` is a fraction or its text."""

    person_id: int
    competency: Competency
    kind: str
    exact: str | Fraction
    source_kind: str
    source_id: int
    source_revision: int
    on: date
    team_id: int | None
    post_id: int | None
    n: int = 1
    occasion_id: int | None = None


@dataclass(frozen=True)
class Source:
    kind: str
    id: int


@action(permissions.NOTE)
def note_evidence(batch: Sequence[Observation], *, by: User) -> None:
    """Appends; what earlier revisions of the same sources said is superseded, never changed."""
    for kind, revision, ids in _sources(batch):
        _give_way(kind, revision, ids)
    insert_values(Evidence, COLUMNS, map(_entry, batch))


@action(permissions.NOTE)
def supersede_sources(batch: Sequence[Source], *, by: User) -> int:
    """What these sources said counts no longer; how many entries that were."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for source in batch:
        by_kind[source.kind].append(source.id)
    rows = [_rows(kind, part) for kind, ids in by_kind.items() for part in _portions(ids)]
    return sum(part.filter(is_superseded=False).update(is_superseded=True) for part in rows)


@dataclass(frozen=True)
class TakenBack:
    """One revision of a source that is as if it had not been; what an `earlier` one said counts again."""

    kind: str
    id: int
    revision: int
    earlier: int | None = None


@action(permissions.NOTE)
def take_back(batch: Sequence[TakenBack], *, by: User) -> None:
    """Nothing is deleted: the entries of the revision stay, superseded."""
    for one in batch:
        rows = _rows(one.kind, [one.id])
        rows.filter(source_revision=one.revision).update(is_superseded=True)
        if one.earlier is not None:
            rows.filter(source_revision=one.earlier).update(is_superseded=False)


def supersede(source_kind: str, source_ids: Iterable[int], *, by: User) -> int:
    """The same for sources of one kind."""
    return supersede_sources([Source(source_kind, one) for one in source_ids], by=by)


def _sources(batch: Sequence[Observation]) -> Iterator[tuple[str, int, list[int]]]:
    """Source ids by kind and revision, in portions a database takes."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for one in batch:
        found[one.source_kind, one.source_revision].add(one.source_id)
    for (kind, revision), ids in found.items():
        for part in _portions(sorted(ids)):
            yield kind, revision, part


def _portions(ids: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), CHUNK):
        yield list(ids[start : start + CHUNK])


def _rows(kind: str, ids: Sequence[int]) -> QuerySet[Evidence]:
    return Evidence.objects.filter(source_kind=kind, source_id__in=ids)


def _give_way(kind: str, revision: int, ids: Sequence[int]) -> None:
    rows = _rows(kind, ids)
    if rows.filter(source_revision__gte=revision).exists():
        raise NotNow("evidence.noted_already")
    rows.filter(is_superseded=False).update(is_superseded=True)


@lru_cache(maxsize=8192)
def _read(exact: str | Fraction) -> tuple[str, str]:
    """Means of whole marks are few."""
    value = level(exact)
    return round_half_up(value, PLACES), str(value)


def _entry(one: Observation) -> tuple[object, ...]:
    value, exact = _read(one.exact)
    source = (one.source_kind, one.source_id, one.source_revision)
    where = (one.on, one.team_id, one.post_id)
    return one.person_id, one.competency.id, one.kind, value, exact, one.n, *source, one.occasion_id, *where, False
