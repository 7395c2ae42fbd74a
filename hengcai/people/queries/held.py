"""What is held on one person: the row itself, episodes and placements."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.people.models import Person

Row = dict[str, Any]
EPISODE = ("hired_on", "probation_ends_on", "left_on", "left_reason")


def person_held(person: Person) -> Row:
    return {"number": person.number, "name": person.name, "email": person.email, "language": person.language}


def employments_held(person: Person) -> Iterator[Row]:
    return map(plain_row, person.employments.order_by("hired_on").values(*EPISODE))


def placements_held(person: Person) -> Iterator[Row]:
    rows = person.placements.select_related("team__site", "post", "lead").order_by("since")
    for one in rows:
        where = {"team": one.team and one.team.name, "site": one.team and one.team.site.name}
        job = {"post": one.post and one.post.code, "lead": one.lead and one.lead.name}
        yield plain_row({"since": one.since, "until": one.until, **where, **job})
