from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.plain import plain_row
from hengcai.evidence import permissions
from hengcai.evidence.models import Evidence
from hengcai.framework.models import Framework
from hengcai.framework.scales import Reader, read_on
from hengcai.people.models import Person

CHUNK = 500
NOT_PUBLISHED = "not_published"
Noted = tuple[str, int, int]
"""Kind, id and revision of a source."""


def evidence_seen_by(user: Doer) -> QuerySet[Evidence]:
    """What counts now; superseded entries stay in the ledger only."""
    rows = Evidence.objects.filter(is_superseded=False).select_related("competency", "team", "post")
    return permissions.SEE.rows(rows, user)


def ledger_held(person: Person, *, but: Collection[Noted]) -> Iterator[dict[str, Any]]:
    """The whole ledger of one person, superseded entries too; of sources in `but` it says only that there is one."""
    rows = Evidence.objects.filter(person=person).order_by("on", "pk")
    rows = rows.select_related("competency__framework", "team", "post")
    for one in rows.iterator(chunk_size=CHUNK):
        is_held_back = (one.source_kind, one.source_id, one.source_revision) in but
        where = {"team": one.team and one.team.name, "post": one.post and one.post.code}
        level = {"level": None if is_held_back else one.exact, "n": one.n, "superseded": one.is_superseded}
        source = {"source": one.source_kind, "revision": one.source_revision}
        head = {"on": one.on, "kind": one.kind, "competency": one.competency.code}
        head["framework"] = one.competency.framework.number
        yield plain_row({**head, **level, **source, **where, "withheld": NOT_PUBLISHED if is_held_back else None})


def observed_values(
    persons: Iterable[Person | int], *, start: date, end: date, framework: Framework, read: Reader | None = None
) -> Iterator[tuple[int, str, str]]:
    """(person, competency code, exact level), one a contact, by day; both end days included.

    Levels read on the scale of `framework`, whichever version they were given under; `read`: where that is at hand.
    """
    read = read or read_on(framework)
    for ids in _portions(persons):
        rows = Evidence.objects.filter(person__in=ids, on__range=(start, end), is_superseded=False)
        yield from one_an_occasion(rows.filter(kind=Evidence.Kind.OBSERVED), read)


def one_an_occasion(rows: QuerySet[Evidence], read: Reader) -> Iterator[tuple[int, str, str]]:
    """(person, competency code, exact level) by day; what several raters saw on one occasion is their mean."""
    ordered = rows.order_by("on", "occasion_id", "person_id", "competency__code", "id")
    fields = ordered.values_list("person_id", "competency__code", "occasion_id", "competency__framework", "exact")
    for (person, code, occasion), some in groupby(fields.iterator(chunk_size=5000), key=itemgetter(0, 1, 2)):
        levels = [read(version, exact) for *_occasion, version, exact in some]
        for level in levels if occasion is None or len(levels) == 1 else [_mean(levels)]:  # without one it is its own
            yield person, code, level


def _mean(levels: Sequence[str]) -> str:
    return str(sum(map(Fraction, levels), Fraction(0)) / len(levels))


def _portions(persons: Iterable[Person | int]) -> Iterator[list[int]]:
    ids = sorted({one.pk if isinstance(one, Person) else one for one in persons})
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
