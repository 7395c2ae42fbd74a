from datetime import date

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from ninja import Router, Schema

from hengcai.api.paging import Page, paged
from hengcai.people.queries import Filters, people_listed, people_seen_by

router = Router()


class PersonOut(Schema):
    id: int
    number: str
    name: str
    team: str | None
    site: str | None
    post: str | None
    lead: str | None


def _out(person) -> dict:
    place = person.stands[0] if person.stands else None
    return {
        "id": person.pk, "number": person.number, "name": person.name,
        "team": place.team.name if place and place.team else None,
        "site": place.team.site.name if place and place.team else None,
        "post": place.post.code if place and place.post else None,
        "lead": place.lead.number if place and place.lead else None,
    }  # fmt: skip


@router.get("/", response=Page[PersonOut])
def people(request, q: str = "", day: date | None = None, page: int = 1, size: int = 50):
    """Staff on a day, by name, as far as the caller may see them."""
    rows = people_listed(request.user, Filters(day=day or localdate(), word=q))
    return paged(rows, _out, page=page, size=size)


@router.get("/{int:pk}", response=PersonOut)
def person(request, pk: int):
    get_object_or_404(people_seen_by(request.user), pk=pk)
    rows = people_listed(request.user, Filters(day=localdate(), staying="all"))
    return _out(get_object_or_404(rows, pk=pk))
