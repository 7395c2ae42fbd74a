"""How far everybody's next step is, counted anew."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.growth import duties, permissions
from hengcai.growth.models import Ladder, Outlook
from hengcai.growth.reading import Reader
from hengcai.growth.rules.readiness import Line

CHUNK = 500


@action(permissions.COUNT, once_a_day=True)
def count_outlooks(ladder: Ladder, *, by: User, persons: Sequence[int], today: date) -> int:
    """Of these people; whoever climbs the ladder no more is taken off it."""
    Outlook.objects.filter(ladder__code=ladder.code).delete()
    for start in range(0, len(persons), CHUNK):
        some = persons[start : start + CHUNK]
        reader = Reader(ladder, some, today=today)
        Outlook.objects.bulk_create([_outlook(ladder, one, reader, today) for one in some])
    duties.re_ratings(ladder, today)
    return len(persons)


def _outlook(ladder: Ladder, person: int, reader: Reader, today: date) -> Outlook:
    step, found, lines = reader.verdict(person)
    return Outlook(
        person_id=person, ladder=ladder, step=step, verdict=found, lines=[kept(one) for one in lines], counted_on=today
    )


def kept(line: Line) -> dict[str, Any]:
    facts = asdict(line)
    return {**facts, "on": line.on and line.on.isoformat()}
