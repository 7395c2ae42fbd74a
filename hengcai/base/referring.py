"""Which rows of whatever model refer to some rows: read from the models themselves, so that none is forgotten."""

from collections.abc import Callable, Collection, Iterator
from typing import Any, cast

from django.db.models import ForeignObjectRel, Model, QuerySet

IN_ONE_LIST = 900
Own = Callable[[str, str, "QuerySet[Any]"], "QuerySet[Any] | None"]
"""(model, field, rows that refer) → those that count; None where they go with what they refer to."""


def references(model: type[Model]) -> Iterator[tuple[str, str, type[Model]]]:
    """Model and field of every foreign key that points here, those without a way back among them."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            related: Any = relation.related_model
            yield related._meta.label_lower, cast(ForeignObjectRel, relation).field.name, related


def referring(model: type[Model], keys: Any, *, own: Own) -> dict[str, int]:
    """By model, how many rows refer to rows with these keys, a list or a query of them."""
    found: dict[str, int] = {}
    for label, name, related in references(model):
        rows = own(label, name, related._default_manager.filter(**{f"{name}__in": keys}))
        if rows is not None and (count := rows.count()):
            found[label] = found.get(label, 0) + count
    return found


def all_of(_label: str, _name: str, rows: "QuerySet[Any]") -> "QuerySet[Any] | None":
    """Whatever refers counts."""
    return rows


def free_rows(model: type[Model], keys: Collection[int], *, own: Own = all_of) -> list[int]:
    """Keys of the rows to which nothing refers."""
    ordered, held = sorted(keys), set[int]()
    for start in range(0, len(ordered), IN_ONE_LIST):
        some = ordered[start : start + IN_ONE_LIST]
        for label, name, related in references(model):
            rows = own(label, name, related._default_manager.filter(**{f"{name}__in": some}))
            held.update(() if rows is None else rows.values_list(f"{name}_id", flat=True))
    return [key for key in ordered if key not in held]
