from collections.abc import Iterator

from django.db.models import QuerySet

from hengcai.audit import permissions, rules
from hengcai.audit.models import Entry, Head
from hengcai.base.permissions import Doer


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
