"""People as a file that can be brought in again: a row a placement, under the columns of the import."""

from collections.abc import Iterator
from datetime import date

from hengcai.base.permissions import Doer
from hengcai.people import permissions
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.queries.seen import people_seen_by
from hengcai.people.rules.rows import COLUMNS

CHUNK = 500


def people_rows(user: Doer, day: date) -> Iterator[dict[str, str]]:
    """Everything begun by that day, of everybody the user may see and may export."""
    permissions.EXPORT.enter([], user)
    people = people_seen_by(user).prefetch_related("employments", "placements__team__site", "placements__post")
    for person in people.prefetch_related("placements__lead").order_by("number").iterator(chunk_size=CHUNK):
        yield from _rows(person, day)


def _rows(person: Person, day: date) -> Iterator[dict[str, str]]:
    employments = sorted(person.employments.all(), key=lambda one: one.hired_on)
    placements = sorted((one for one in person.placements.all() if one.since <= day), key=lambda one: one.since)
    for placement in placements:
        yield _row(person, _employment_of(placement.since, employments), placement)
    for employment in employments:
        if employment.hired_on <= day and not any(_holds(employment, one.since) for one in placements):
            yield {**_row(person, employment, None), "since": employment.hired_on.isoformat()}


def _employment_of(day: date, employments: list[Employment]) -> Employment | None:
    return next((one for one in employments if _holds(one, day)), None)


def _holds(employment: Employment, day: date) -> bool:
    return employment.hired_on <= day and (employment.left_on is None or day <= employment.left_on)


def _row(person: Person, employment: Employment | None, placement: Placement | None) -> dict[str, str]:
    texts = {"id": person.number, "name": person.name, "email": person.email, "language": person.language}
    if employment:
        texts["hired_on"] = employment.hired_on.isoformat()
        texts["left_on"] = employment.left_on.isoformat() if employment.left_on else ""
        texts["left_reason"] = employment.left_reason
    if placement:
        texts["since"] = placement.since.isoformat()
        texts["team"] = placement.team.name if placement.team else ""
        texts["site"] = placement.team.site.name if placement.team else ""
        texts["post"] = placement.post.code if placement.post else ""
        texts["lead"] = placement.lead.number if placement.lead else ""
    return {name: texts.get(name, "") for name in COLUMNS}
