from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.evidence import permissions
from hengcai.evidence.models import Evidence
from hengcai.people.models import Person

CHUNK = 500
Levels = dict[int, dict[str, list[Fraction]]]


def evidence_seen_by(user: Doer) -> QuerySet[Evidence]:
    """What counts now; superseded entries stay in the ledger only."""
    rows = Evidence.objects.filter(is_superseded=False).select_related("competency", "team", "post")
    return permissions.SEE.rows(rows, user)


def observed_values(persons: Iterable[Person | int], *, start: date, end: date) -> Iterator[tuple[int, str, str]]:
    """(person, competency code, exact level), one a contact, by day; both end days included."""
    return _values(persons, (start, end), Evidence.Kind.OBSERVED)


def rated_values(persons: Iterable[Person | int], *, start: date, end: date) -> Iterator[tuple[int, str, str]]:
    """The same of what appraisals published."""
    return _values(persons, (start, end), Evidence.Kind.RATED)


def observed_levels(persons: Iterable[Person | int], *, start: date, end: date) -> Levels:
    """Person → competency code → one exact level a contact, in the order of their days."""
    found: Levels = {}
    for person, code, text in observed_values(persons, start=start, end=end):
        found.setdefault(person, {}).setdefault(code, []).append(Fraction(text))
    return found


def _values(persons: Iterable[Person | int], period: tuple[date, date], kind: str) -> Iterator[tuple[int, str, str]]:
    for ids in _portions(persons):
        rows = Evidence.objects.filter(person__in=ids, on__range=period, kind=kind, is_superseded=False)
        fields = rows.order_by("on", "id").values_list("person_id", "competency__code", "exact")
        yield from fields.iterator(chunk_size=5000)


def _portions(persons: Iterable[Person | int]) -> Iterator[list[int]]:
    ids = sorted({one.pk if isinstance(one, Person) else one for one in persons})
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
