"""The archive as it lies on the disk, against the heads the audit log keeps; copies of records to carry away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, QuerySet, Sum

from hengcai.audit.models import Entry
from hengcai.base.permissions import Doer
from hengcai.people.models import Person
from hengcai.records import permissions
from hengcai.records.keeping import HEAD_NOTED, file_of
from hengcai.records.models import Batch, Check, Record, Seal
from hengcai.records.rules.sealing import line_of, withheld
from hengcai.records.rules.verifying import Found, verified
from hengcai.records.sealing import WITHHELD_FROM_THE_RATED

THING = f"{Batch._meta.label_lower}:"


@dataclass(frozen=True)
class ArchiveFault:
    """`code` of `archive.fault.`; `line` 0: the file as a whole."""

    file: str
    code: str
    line: int = 0


def archive_faults() -> Iterator[ArchiveFault]:
    """Every batch the audit log knows of: whether its file is there, holds together, and is the one that was noted."""
    after: int | None = 0
    while after is not None:
        found, after = read_files(after, count=50)
        yield from (ArchiveFault(**one) for file in found for one in file.faults)


def read_files(after: int, *, count: int) -> tuple[list[Found], int | None]:
    """The next files in the order of their numbers, and the last of these numbers; at the end, without one, also what the
    log alone knows of."""
    heads = _heads()
    batches = list(Batch.objects.filter(number__gt=after).order_by("number")[:count])
    found = [_read(one, heads) for one in batches]
    if len(batches) == count:
        return found, batches[-1].number
    known = {f"{THING}{key}" for key in Batch.objects.values_list("pk", flat=True)}
    missing = [vars(ArchiveFault(thing, "batch_gone")) for thing in heads if thing not in known]
    gone = [Found(is_file=False, faults=[one]) for one in missing]
    return [*found, *gone], None


def _heads() -> dict[str, Any]:
    rows = Entry.objects.filter(action=HEAD_NOTED).order_by("number")
    return {thing: (values or {}).get("head") for thing, values in rows.values_list("thing", "kept__values")}


def _read(batch: Batch, heads: Mapping[str, Any]) -> Found:
    """Against itself and against the head that was noted; that of the batch where it was erased there."""
    thing = f"{THING}{batch.pk}"
    faults = [] if thing in heads else [ArchiveFault(batch.file_name, "not_noted")]
    try:
        told = verified(file_of(batch).read_bytes(), is_batch=True)
    except OSError:
        return Found(faults=[vars(one) for one in (*faults, ArchiveFault(batch.file_name, "file_gone"))])
    faults += [ArchiveFault(batch.file_name, one.code, one.line) for one in told.faults]
    if thing in heads and told.head not in (heads[thing] or batch.head, ""):
        faults.append(ArchiveFault(batch.file_name, "foreign_head"))
    return Found(records=told.records, erased=told.erased, faults=[vars(one) for one in faults])


def archive_sum() -> dict[str, Any]:
    """Files and records it holds, and the moment of the last file."""
    return Batch.objects.aggregate(files=Count("pk"), records=Sum("count", default=0), latest=Max("made_at"))


def latest_check() -> Check | None:
    return Check.objects.order_by("-pk").first()


def seals_to_export(*, cycle: str = "", person: str = "") -> QuerySet[Seal]:
    rows = Seal.objects.select_related("record__cycle", "record__person", "record__result").order_by("record")
    if cycle:
        rows = rows.filter(record__cycle__code=cycle)
    return rows.filter(record__person__number=person) if person else rows


def records_to_erase(person: Person) -> list[Record]:
    """Sealed ones whose texts are still there."""
    return list(Record.objects.filter(person=person, seal__erased_at=None, seal__isnull=False))


def copy_of(record: Record, user: Doer) -> bytes | None:
    """One sealed record as a file. The person's own copy leaves out what would show them peers apart; it verifies too."""
    seal = Seal.objects.filter(record=record).first()
    if seal is None:
        return None
    is_own = record.subject_id == user.pk or not permissions.SEE.is_held_by(user)
    is_whole = not is_own and permissions.ARCHIVE.is_held_by(user)
    values = seal.values if is_whole else withheld(seal.values, WITHHELD_FROM_THE_RATED)
    return line_of(seal.content, seal.digest, values) + b"\n"
