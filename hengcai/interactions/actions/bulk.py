"""Rows by the ten thousand: plain statements any database takes, without an object for each row."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.db import connection, models


def insert_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    quote = connection.ops.quote_name
    names = ", ".join(quote(column) for column in _columns(model, fields))
    places = ", ".join(["%s"] * len(fields))
    _run_many(f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})", rows)  # noqa: S608


def update_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Each row: the values, then the primary key."""
    quote = connection.ops.quote_name
    pairs = ", ".join(f"{quote(column)} = %s" for column in _columns(model, fields))
    _run_many(f"UPDATE {quote(model._meta.db_table)} SET {pairs} WHERE {quote('id')} = %s", rows)  # noqa: S608


def _columns(model: type[models.Model], fields: Sequence[str]) -> list[str]:
    return [str(cast(models.Field, model._meta.get_field(name)).column) for name in fields]


def _run_many(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, cast(Any, rows))  # as they come: both drivers take them one at a time
