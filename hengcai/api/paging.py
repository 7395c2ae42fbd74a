"""Pages of a list: items, their number where it is cheap to know, and whether there are more."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from ninja import Schema

Item = TypeVar("Item")
LARGEST = 200


class Page(Schema, Generic[Item]):
    items: list[Item]
    page: int
    has_more: bool


def paged(rows: QuerySet, make: Callable[[Any], Any], *, page: int = 1, size: int = 50) -> dict[str, Any]:
    """One row more than asked for says whether there is a next page, without counting the table."""
    size, page = min(max(size, 1), LARGEST), max(page, 1)
    start = (page - 1) * size
    found = list(rows[start : start + size + 1])
    return {"items": [make(row) for row in found[:size]], "page": page, "has_more": len(found) > size}
