"""Who stands above and below somebody on a day."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day
from hengcai.people.rules import lines


def line_upwards(person: Person, day: date) -> list[Person]:
    """The lead, the lead's lead and so on."""
    above = lines.line_upwards(person.pk, _leads(day))
    found = Person.objects.in_bulk([int(str(pk)) for pk in above])
    return [found[pk] for pk in above if isinstance(pk, int)]


def line_downwards(person: Person, day: date) -> dict[int, int]:
    """Ids of everyone below, each with how many steps below."""
    return {int(str(pk)): steps for pk, steps in lines.line_downwards(person.pk, _leads(day)).items()}


def led_directly(person: Person, day: date) -> QuerySet[Person]:
    there = Placement.objects.filter(on_day(day), lead=person)
    return Person.objects.filter(pk__in=there.values("person")).order_by("name", "number")


def _leads(day: date) -> dict[Any, Any]:
    rows = Placement.objects.filter(on_day(day), lead__isnull=False)
    return dict(rows.values_list("person", "lead"))
