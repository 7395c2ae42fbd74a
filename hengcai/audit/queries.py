from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from hengcai.audit import permissions, rules
from hengcai.audit.models import Entry, Head
from hengcai.base.permissions import Doer

IN_ONE_LIST = 500


def entries_seen_by(user: Doer) -> QuerySet[Entry]:
    return permissions.SEE.rows(Entry.objects.select_related("kept").order_by("-number"), user)


def chain() -> Iterator[rules.Kept]:
    """Every entry from the first on, streamed."""
    for entry in Entry.objects.select_related("kept").order_by("number").iterator(chunk_size=2000):
        yield _kept(entry)


def _kept(entry: Entry) -> rules.Kept:
    link = rules.Link(
        entry.number, entry.at.isoformat(), entry.action, entry.doer, entry.role, entry.thing, entry.digest
    )
    kept = getattr(entry, "kept", None)
    if kept is None:
        return rules.Kept(link, entry.previous, entry.hash, None, None, None)
    return rules.Kept(link, entry.previous, entry.hash, kept.salt, kept.values, kept.erased_by)


def head() -> tuple[int, str]:
    """Number and hash of the last entry: what is exported to find truncation later."""
    row = Head.objects.filter(pk=1).first()
    return (row.number, row.hash) if row else (0, rules.GENESIS)


def verify(exported: tuple[int, str] | None = None) -> list[rules.Fault]:
    """All faults of the chain; the stored head is checked besides the exported one."""
    found = list(rules.faults(chain(), head=head()))
    if exported:
        found += [fault for fault in rules.faults(chain(), head=exported) if fault not in found]
    return found


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
