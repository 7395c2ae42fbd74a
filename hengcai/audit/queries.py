from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from hengcai.audit import heads, permissions, rules
from hengcai.audit.confidential import is_confidential
from hengcai.audit.models import Entry, Head
from hengcai.audit.reading import (
    any_text,
    as_stored,
    chain,
    moment_of,
    numbers_of_values_alone,
    values_of,
    with_stored_moment,
)
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders

IN_ONE_LIST = 500


ENTRY_ORDERS = Orders({"number": ("number",)})


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


def lines_of(entries: Iterable[Any]) -> list[Line]:
    """Of rows of `entries_seen_by`, also where somebody wrote what is no text."""
    with any_text():
        return [line_of(entry) for entry in entries]


def line_of(entry: Any) -> Line:
    values = values_of(entry.stored_values)
    name = values.get("name") if isinstance(values, dict) else None
    is_hidden = is_confidential(entry.thing)
    thing, _colon, key = entry.thing.partition(":")
    return Line(
        number=entry.number, moment=moment_at(entry),
        who="" if is_hidden else str(name or entry.doer), action=entry.action, thing=thing, key="" if is_hidden else key,
        seal=str(entry.hash)[:12], erased_by=entry.erased_by, is_confidential=is_hidden,
    )  # fmt: skip


def first_moment() -> datetime | None:
    """When the log began."""
    with any_text():
        first = as_stored(Entry.objects.order_by("number")).first()
    return moment_at(first) if first else None


def moment_at(entry: Any) -> datetime | None:
    """Of a row read with its stored moment; None where what is stored is no moment."""
    read = moment_of(entry.stored_at)
    return None if isinstance(read, rules.Unreadable) else read


def head() -> rules.Head:
    """Number and hash of the last entry: what is exported to find truncation later."""
    return stored_head() or (0, rules.GENESIS)


def stored_head() -> rules.Head | None:
    """None also where what is stored is no number."""
    with any_text():
        row = Head.objects.filter(pk=1).first()
    return (row.number, row.hash) if row and isinstance(row.number, int) else None


def heads_elsewhere() -> list[rules.Head]:
    """Those that left by themselves into the file of HENGCAI_AUDIT_HEADS."""
    path = heads.file()
    return [(one.number, one.hash) for one in heads.kept(path)] if path else []


def verify(exported: rules.Head | None = None) -> list[rules.Fault]:
    """All faults of the chain, held against the stored head, those kept elsewhere by themselves, and one at hand."""
    walk = rules.Walk([*heads_elsewhere(), *([exported] if exported else [])])
    with any_text():
        found = [fault for entry in chain() for fault in walk.take(entry)]
        alone = [rules.Fault(number, "values_alone") for number in numbers_of_values_alone()]
    if Head.objects.exclude(pk=1).exists():
        alone.append(rules.Fault(walk.last[0], "head_more"))
    return [*found, *walk.finish(), *alone, *walk.end_faults(stored_head())]


def erasures() -> list[tuple[int, int]]:
    """(entry, erased by entry) pairs."""
    rows = Entry.objects.filter(kept__erased_by__isnull=False).order_by("number")
    with any_text():
        return [(number, by) for number, by in rows.values_list("number", "kept__erased_by") if by is not None]


def entries_about(subject: int | None, things: Collection[str]) -> Iterator[Entry]:
    """What was done to a user or to these rows (`package.model:id`), from the first on."""
    ordered, numbers = sorted(things), set[int]()
    for start in range(0, len(ordered), IN_ONE_LIST):
        about = Entry.objects.filter(thing__in=ordered[start : start + IN_ONE_LIST])
        numbers.update(about.values_list("number", flat=True))
    if subject is not None:
        numbers.update(Entry.objects.filter(subject=subject).values_list("number", flat=True))
    wanted = sorted(numbers)
    for start in range(0, len(wanted), IN_ONE_LIST):
        rows = with_stored_moment(Entry.objects.filter(number__in=wanted[start : start + IN_ONE_LIST]))
        with any_text():
            found = list(rows.order_by("number"))
        yield from found
