"""The chain as it stands in the database, also where somebody wrote into it what no program of ours would."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from hengcai.audit.models import Entry, Values
from hengcai.audit.rules import Kept, Link, Unreadable

CHUNK = 2000
COLUMNS = ("number", "action", "doer", "role", "thing", "digest", "subject", "version", "previous", "hash")


@contextmanager
def any_text() -> Iterator[None]:
    """SQLite keeps any bytes as text, and what is no UTF-8 would end the reading: it is read with marks in its place."""
    connection.ensure_connection()
    raw: Any = connection.connection if connection.vendor == "sqlite" else None
    if raw is None:
        yield
        return
    before, raw.text_factory = raw.text_factory, lambda stored: stored.decode(errors="replace")
    try:
        yield
    finally:
        raw.text_factory = before


def with_stored_moment(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """`stored_at` is the text of the moment; the moment itself is left unread, since a broken one ends the reading."""
    return rows.defer("at").annotate(stored_at=Cast("at", TextField()))


def as_stored(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """For a list on a page: besides the moment the text of the values and which entry erased them."""
    return with_stored_moment(rows).annotate(
        stored_values=Cast("kept__values", TextField()), erased_by=F("kept__erased_by")
    )


def moment_of(stored: object) -> datetime | Unreadable:
    try:
        read = datetime.fromisoformat(str(stored))
    except ValueError:
        return Unreadable(str(stored))
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def numbers_of_values_alone() -> list[Any]:
    """Of values left behind an entry that is gone."""
    entries = Entry.objects.filter(number=OuterRef("entry_id"))
    return list(Values.objects.filter(~Exists(entries)).order_by("entry_id").values_list("entry_id", flat=True))


def chain() -> Iterator[Kept]:
    """Every entry from the first on, streamed; to be read as `any_text`."""
    told = {"stored_at": Cast("at", TextField()), "stored_values": Cast("kept__values", TextField())}
    rows = Entry.objects.order_by("number").annotate(**told)
    read = rows.values_list(*COLUMNS, "stored_at", "kept__salt", "stored_values", "kept__erased_by")
    for (
        number,
        action,
        doer,
        role,
        thing,
        sealed,
        subject,
        version,
        previous,
        hashed,
        at,
        salt,
        values,
        by,
    ) in read.iterator(chunk_size=CHUNK):
        link = Link(number, _iso(at), action, doer, role, thing, sealed, subject, version)
        yield Kept(link, previous, hashed, salt, values_of(values), by)


def _iso(stored: object) -> str | Unreadable:
    read = moment_of(stored)
    return read if isinstance(read, Unreadable) else read.isoformat()


def values_of(stored: str | None) -> Any:
    if stored is None:
        return None
    try:
        return json.loads(stored, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        return Unreadable(str(stored))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name said twice hides what the first one holds."""
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError
    return read
