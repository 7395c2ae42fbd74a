from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from django.db.models import QuerySet

from hengcai.base.permissions import Doer
from hengcai.evidence import permissions
from hengcai.evidence.models import Evidence
from hengcai.people.models import Person

CHUNK = 500
Period = tuple[date, date]  # both days included


def evidence_seen_by(user: Doer) -> QuerySet[Evidence]:
    rows = Evidence.objects.filter(is_superseded=False).select_related("competency", "team", "post")
    return permissions.SEE.rows(rows, user)


def observed_levels(persons: Iterable[Person | int], period: Period) -> dict[int, dict[str, list[Fraction]]]:
    """Person → competency code → one exact value a contact, in the order of the days they fell on."""
    return _levels(persons, period, Evidence.Kind.OBSERVED)


def rated_levels(persons: Iterable[Person | int], period: Period) -> dict[int, dict[str, list[Fraction]]]:
    """The same of what appraisals published."""
    return _levels(persons, period, Evidence.Kind.RATED)


def _levels(persons: Iterable[Person | int], period: Period, kind: str) -> dict[int, dict[str, list[Fraction]]]:
    found: dict[int, dict[str, list[Fraction]]] = {}
    for ids in _portions(persons):
        rows = Evidence.objects.filter(person__in=ids, on__range=period, kind=kind, is_superseded=False)
        for person, code, text in (
            rows.order_by("on", "id").values_list("person", "competency__code", "exact").iterator()
        ):
            found.setdefault(person, {}).setdefault(code, []).append(Fraction(text))
    return found


def _portions(persons: Iterable[Person | int]) -> Iterator[list[int]]:
    ids = sorted({one.pk if isinstance(one, Person) else one for one in persons})
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
