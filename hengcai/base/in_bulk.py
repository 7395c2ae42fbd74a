"""Rows by the thousand, read and written straight: without an object, a signal or a look at each value."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar, cast

from django.db import connection
from django.db.models import Field, FloatField, ForeignKey, JSONField, Model
from django.db.models.functions import Cast

AT_ONCE = 2_000
Row = TypeVar("Row", bound=Model)
# what a database takes as Python holds it
AS_IT_IS = {
    "AutoField", "BigAutoField", "BigIntegerField", "BooleanField", "CharField", "IntegerField", "PositiveIntegerField",
    "PositiveSmallIntegerField", "TextField",
}  # fmt: skip


class Plain(Cast):
    """A decimal column as the float the database hands out: six places come back whole, in a third of the time."""

    def __init__(self, name: str) -> None:
        super().__init__(name, FloatField())

    def get_db_converters(self, connection: Any) -> list[Any]:
        return []


def insert(rows: Iterable[Row], *, ignore_conflicts: bool = False) -> None:
    """Of one model; they get keys that nobody is told. One statement, run anew for each row."""
    rest = iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        model = type(some[0])
        names = [one.attname for one in model._meta.concrete_fields if not _is_numbered(one)]
        insert_values(model, names, map(attrgetter(*names), some), ignore_conflicts=ignore_conflicts)


def insert_values(
    model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]], *, ignore_conflicts: bool = False
) -> None:
    """`names`: every column but the key; a decimal may be written out already."""
    known = {one.attname: one for one in model._meta.concrete_fields}
    fields = [known[name] for name in names]
    columns = ", ".join(connection.ops.quote_name(str(one.column)) for one in fields)
    into, marks = connection.ops.quote_name(model._meta.db_table), ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {into} ({columns}) VALUES ({marks})"  # noqa: S608 - names of our own tables
    statement += " ON CONFLICT DO NOTHING" if ignore_conflicts else ""
    rest = iter(rows)
    with connection.cursor() as cursor:
        while some := list(islice(rest, AT_ONCE)):
            told = [_prepared(field, values) for field, values in zip(fields, zip(*some, strict=True), strict=True)]
            cursor.executemany(statement, list(zip(*told, strict=True)))


def _is_numbered(field: "Field[Any, Any]") -> bool:
    return field.primary_key and field.remote_field is None


def _prepared(field: "Field[Any, Any]", values: Sequence[Any]) -> Iterable[Any]:
    kind = (field.target_field if isinstance(field, ForeignKey) else field).get_internal_type()
    if kind in AS_IT_IS:
        return values
    if kind == "JSONField":
        adapted, encoder = connection.ops.adapt_json_value, cast("JSONField", field).encoder
        return [None if one is None else adapted(one, encoder) for one in values]
    prepared = lru_cache(maxsize=1024)(lambda one: field.get_db_prep_save(one, connection))
    return [one if isinstance(one, str) else prepared(one) for one in values]
