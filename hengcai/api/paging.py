"""Pages of a list: the items, and whether there are more."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Field, Schema

from hengcai.api.fields import Text
from hengcai.base.sorting import Orders

Item = TypeVar("Item")
LARGEST, FARTHEST = 200, 100_000


class Cut(Schema):
    """Which part of a list is wanted."""

    page: int = Field(1, ge=1, le=FARTHEST)
    size: int = Field(50, ge=1, le=LARGEST)


class Sorted(Cut):
    """The same of a list that sorts by its headings, as its page does."""

    sort: Text = Field("", max_length=40, description="A heading's code; a minus in front turns the order.")


PLACE = {"page", "size", "sort"}  # what is not a filter


class Page(Schema, Generic[Item]):
    items: list[Item]
    page: int
    has_more: bool


def sorted_page(rows: QuerySet[Any], make: Callable[[Any], Any], wanted: Sorted, orders: Orders) -> dict[str, Any]:
    """An order that is not there is refused with those that are."""
    return paged(orders.asked(rows, wanted.sort), make, wanted)


def paged(rows: QuerySet[Any] | Sequence[Any], make: Callable[[Any], Any], cut: Cut) -> dict[str, Any]:
    """One row more than asked for says whether there is a next page, without counting the table."""
    start = (cut.page - 1) * cut.size
    found = list(rows[start : start + cut.size + 1])
    return {"items": [make(row) for row in found[: cut.size]], "page": cut.page, "has_more": len(found) > cut.size}
