"""Where people stood on a day: one by one, all of them, and for very many days at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from hengcai.people.models import Employment, Person, Placement
from hengcai.people.permissions import on_day
from hengcai.people.rules.history import place_on

MANY = 500


@dataclass(frozen=True, slots=True)
class DayPlace:
    """Ids of where somebody stood on a day."""

    placement: int
    team: int | None
    post: int | None
    lead: int | None
    until: date | None


def placement_on(person: Person, day: date) -> Placement | None:
    return placements_on(day).filter(person=person).first()


def placements_on(day: date) -> QuerySet[Placement]:
    """One row a person, with team, site, post and lead."""
    rows = Placement.objects.filter(on_day(day))
    return rows.select_related("person", "team__site", "post", "lead").order_by("person__name", "person__number")


def lead_users(persons: Iterable[int], day: date) -> dict[int, int]:
    """Person → sign-in of whoever leads them that day; without a sign-in none."""
    rows = Placement.objects.filter(on_day(day), person__in=list(persons), lead__user__is_active=True)
    return dict(rows.values_list("person", "lead__user"))


def employed_on(day: date) -> Q:
    """Employments that hold on a day; both ends included."""
    return Q(hired_on__lte=day) & (Q(left_on__isnull=True) | Q(left_on__gte=day))


def staff_on(day: date) -> QuerySet[Person]:
    there = Employment.objects.filter(employed_on(day), person=OuterRef("pk"))
    return Person.objects.filter(Exists(there)).order_by("name", "number")


def team_of_day(person_ids: Sequence[int], days: Sequence[date]) -> list[DayPlace | None]:
    """For each pair of person and day where they stood, None where nothing is noted.

    One reading of the placements and one halving a pair: made for hundreds of thousands of pairs.
    """
    wanted = set(person_ids)
    histories = _histories(wanted)
    found: list[DayPlace | None] = []
    for person, day in zip(person_ids, days, strict=True):
        beginnings, places = histories.get(person, ([], []))
        at = place_on(beginnings, day)
        place = places[at] if at is not None else None
        found.append(place if place and (place.until is None or day <= place.until) else None)
    return found


def _histories(wanted: set[int]) -> dict[int, tuple[list[date], list[DayPlace]]]:
    histories: dict[int, tuple[list[date], list[DayPlace]]] = {}
    for person, since, place in _places(wanted):
        beginnings, places = histories.setdefault(person, ([], []))
        beginnings.append(since)
        places.append(place)
    return histories


def _places(wanted: set[int]) -> Iterable[tuple[int, date, DayPlace]]:
    rows = Placement.objects.order_by("person", "since")
    if len(wanted) <= MANY:
        rows = rows.filter(person__in=wanted)
    columns = rows.values_list("person", "since", "pk", "team", "post", "lead", "until")
    for person, since, pk, team, post, lead, until in columns.iterator(chunk_size=5000):
        if person in wanted:
            yield person, since, DayPlace(pk, team, post, lead, until)
