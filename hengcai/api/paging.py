"""Pages of a list: the items, and whether there are more."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Field, Schema

Item = TypeVar("Item")
LARGEST, FARTHEST = 200, 100_000


class Cut(Schema):
    """Which part of a list is wanted."""

    page: int = Field(1, ge=1, le=FARTHEST)
    size: int = Field(50, ge=1, le=LARGEST)


class Page(Schema, Generic[Item]):
    items: list[Item]
    page: int
    has_more: bool


def paged(rows: QuerySet[Any], make: Callable[[Any], Any], cut: Cut) -> dict[str, Any]:
    """One row more than asked for says whether there is a next page, without counting the table."""
    start = (cut.page - 1) * cut.size
    found = list(rows[start : start + cut.size + 1])
    return {"items": [make(row) for row in found[: cut.size]], "page": cut.page, "has_more": len(found) > cut.size}
