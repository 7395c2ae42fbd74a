from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from hengcai.audit import heads, permissions, rules
from hengcai.audit.confidential import is_confidential
from hengcai.audit.models import Entry, Head
from hengcai.audit.reading import as_stored, chain, moment_of, values_of
from hengcai.base.permissions import Doer

IN_ONE_LIST = 500


def entries_seen_by(user: Doer) -> QuerySet[Entry]:
    return permissions.SEE.rows(as_stored(Entry.objects.order_by("-number")), user)


@dataclass(frozen=True)
class Line:
    """One entry as a reader may have it; of what is confidential the day alone, neither doer nor thing's number."""

    number: int
    moment: datetime | None  # None where what is stored is no moment
    who: str
    action: str
    thing: str
    key: str
    seal: str
    erased_by: int | None
    is_confidential: bool


def line_of(entry: Any) -> Line:
    """Of a row of `entries_seen_by`."""
    at, values = moment_of(entry.stored_at), values_of(entry.stored_values)
    name = values.get("name") if isinstance(values, dict) else None
    is_hidden = is_confidential(entry.thing)
    thing, _colon, key = entry.thing.partition(":")
    return Line(
        number=entry.number, moment=None if isinstance(at, rules.Unreadable) else at,
        who="" if is_hidden else str(name or entry.doer), action=entry.action, thing=thing, key="" if is_hidden else key,
        seal=str(entry.hash)[:12], erased_by=entry.erased_by, is_confidential=is_hidden,
    )  # fmt: skip


def first_moment() -> datetime | None:
    """When the log began."""
    first = as_stored(Entry.objects.order_by("number")).first()
    read = moment_of(getattr(first, "stored_at", None))
    return None if isinstance(read, rules.Unreadable) else read


def head() -> rules.Head:
    """Number and hash of the last entry: what is exported to find truncation later."""
    return stored_head() or (0, rules.GENESIS)


def stored_head() -> rules.Head | None:
    row = Head.objects.filter(pk=1).first()
    return (row.number, row.hash) if row else None


def verify(exported: rules.Head | None = None) -> list[rules.Fault]:
    """All faults of the chain, held against the stored head, those kept elsewhere by themselves, and one at hand."""
    path = heads.file()
    outside = [(one.number, one.hash) for one in heads.kept(path)] if path else []
    walk = rules.Walk([*outside, *([exported] if exported else [])])
    found = [fault for entry in chain() for fault in walk.take(entry)]
    return [*found, *walk.finish(), *walk.end_faults(stored_head())]


def erasures() -> list[tuple[int, int]]:
    """(entry, erased by entry) pairs."""
    rows = Entry.objects.filter(kept__erased_by__isnull=False).order_by("number")
    return [(number, by) for number, by in rows.values_list("number", "kept__erased_by") if by is not None]


def entries_about(subject: int | None, things: Collection[str]) -> Iterator[Entry]:
    """What was done to a user or to these rows (`package.model:id`), from the first on."""
    ordered, numbers = sorted(things), set[int]()
    for start in range(0, len(ordered), IN_ONE_LIST):
        found = Entry.objects.filter(thing__in=ordered[start : start + IN_ONE_LIST])
        numbers.update(found.values_list("number", flat=True))
    if subject is not None:
        numbers.update(Entry.objects.filter(subject=subject).values_list("number", flat=True))
    wanted = sorted(numbers)
    for start in range(0, len(wanted), IN_ONE_LIST):
        yield from Entry.objects.filter(number__in=wanted[start : start + IN_ONE_LIST]).order_by("number")
