from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow
from hengcai.evidence import permissions
from hengcai.evidence.models import Evidence
from hengcai.evidence.rules import Level, Observation, check_level

CHUNK = 500
PLACES = 6


@action(permissions.NOTE)
def note_evidence(batch: Sequence[Observation], *, by: User) -> list[Evidence]:
    """Appends; what earlier revisions of the same sources said is superseded, never changed."""
    for kind, revision, ids in _sources(batch):
        _supersede(kind, revision, ids)
    entries = [_entry(one, competency, level) for one in batch for competency, level in one.levels.items()]
    return Evidence.objects.bulk_create(entries, batch_size=CHUNK)


def _sources(batch: Sequence[Observation]) -> Iterator[tuple[str, int, list[int]]]:
    """Source ids by kind and revision, in portions a database takes."""
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for one in batch:
        found[one.source_kind, one.source_revision].append(one.source_id)
    for (kind, revision), ids in found.items():
        for start in range(0, len(ids), CHUNK):
            yield kind, revision, ids[start : start + CHUNK]


def _supersede(kind: str, revision: int, ids: list[int]) -> None:
    rows = Evidence.objects.filter(source_kind=kind, source_id__in=ids)
    if rows.filter(source_revision__gte=revision).exists():
        raise NotNow("evidence.noted_already")
    rows.filter(is_superseded=False).update(is_superseded=True)


def _entry(one: Observation, competency: int, level: Level) -> Evidence:
    check_level(level)
    return Evidence(
        person_id=one.person,
        competency_id=competency,
        kind=one.kind,
        value=Decimal(round_half_up(level.value, PLACES)),
        exact=str(level.value),
        n=level.n,
        source_kind=one.source_kind,
        source_id=one.source_id,
        source_revision=one.source_revision,
        on=one.on,
        team_id=one.team,
        post_id=one.post,
    )
