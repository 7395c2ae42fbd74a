"""What a chunk of rows has to find in the database: its agents, their zones, contacts that are there already."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from hengcai.interactions.models import Contact
from hengcai.interactions.rules.matters import secret_of
from hengcai.people.models import Person, Placement

IN_ONE_LIST = 900
Key = TypeVar("Key", str, int)
FACTS_OF_A_PLACEMENT = ("person__number", "since", "until", "team__site__time_zone")
LISTED = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT jsonb_array_elements_text(%s::jsonb)",
}
Known = tuple[int, str]
"""A contact's primary key and the digest of its content."""


def slices(keys: Collection[Key]) -> Iterator[list[Key]]:
    """Lists short enough for any database's limit of parameters."""
    ordered = list(keys)
    for start in range(0, len(ordered), IN_ONE_LIST):
        yield ordered[start : start + IN_ONE_LIST]


def known_contacts(keys: Collection[str]) -> dict[str, Known]:
    """One statement, however many keys: they go in as one list."""
    quote, table = connection.ops.quote_name, Contact._meta.db_table
    names = ", ".join(map(quote, ("key", "id", "digest")))
    statement = f"SELECT {names} FROM {quote(table)} WHERE {quote('key')} IN ({LISTED[connection.vendor]})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(list(keys))])
        return {key: (pk, digest) for key, pk, digest in cursor.fetchall()}


def agents_by_number(numbers: Collection[str]) -> dict[str, int]:
    """By the number as it is folded; numbers are kept so."""
    found: dict[str, int] = {}
    for some in slices(numbers):
        found.update(Person.objects.filter(number__in=some).values_list("number", "pk"))
    return found


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def matter_secret() -> bytes:
    """The installation's own: without it nobody tells from a contact's key whose matter it was."""
    return secret_of(settings.SECRET_KEY)


class Zones:
    """The zone of an agent's site on a day; the centre's where the agent had no team then."""

    def __init__(self, numbers: Collection[str]) -> None:
        self._centre = zone_of(settings.TIME_ZONE)
        self._placed: dict[str, list[tuple[date, date | None, ZoneInfo]]] = defaultdict(list)
        elsewhere = Placement.objects.filter(team__isnull=False).exclude(team__site__time_zone=settings.TIME_ZONE)
        for some in slices(numbers):
            rows = elsewhere.filter(person__number__in=some)
            for number, since, until, zone in rows.values_list(*FACTS_OF_A_PLACEMENT):
                self._placed[number].append((since, until, zone_of(zone)))

    @property
    def elsewhere(self) -> Collection[str]:
        """Agents whose site was ever in another zone than the centre."""
        return self._placed.keys()

    def day_of(self, number: str, moment: datetime) -> date:
        for since, until, zone in self._placed.get(number, ()):
            day = moment.astimezone(zone).date()
            if since <= day and (until is None or day <= until):
                return day
        return moment.astimezone(self._centre).date()
