"""The archive as it lies on the disk, against the heads the audit log keeps; copies of records to carry away."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from hengcai.audit.models import Entry
from hengcai.base.permissions import Doer
from hengcai.people.models import Person
from hengcai.records import permissions
from hengcai.records.keeping import HEAD_NOTED, file_of
from hengcai.records.models import Batch, Record, Seal
from hengcai.records.rules.sealing import line_of, withheld
from hengcai.records.rules.verifying import Told, verified
from hengcai.records.sealing import WITHHELD_FROM_THE_RATED

THING = f"{Batch._meta.label_lower}:"


@dataclass(frozen=True)
class ArchiveFault:
    """`code` of `archive.fault.`; `line` 0: the file as a whole."""

    file: str
    code: str
    line: int = 0


def batches_listed() -> QuerySet[Batch]:
    return Batch.objects.select_related("cycle").order_by("-number")


def archive_faults() -> Iterator[ArchiveFault]:
    """Every batch the audit log knows of: whether its file is there, holds together, and is the one that was noted."""
    heads = dict(
        Entry.objects.filter(action=HEAD_NOTED).order_by("number").values_list("thing", "kept__values")
    )  # fmt: skip
    known = {f"{THING}{one.pk}": one for one in batches_listed()}
    for thing, values in heads.items():
        batch = known.pop(thing, None)
        if batch is None:
            yield ArchiveFault(thing, "batch_gone")
        else:
            yield from faults_of(batch, (values or {}).get("head"))
    yield from (ArchiveFault(one.file_name, "not_noted") for one in known.values())


def faults_of(batch: Batch, noted: str | None) -> Iterator[ArchiveFault]:
    """`noted`: the head in the audit log; None where it was erased there."""
    try:
        data = file_of(batch).read_bytes()
    except OSError:
        yield ArchiveFault(batch.file_name, "file_gone")
        return
    told = verified(data, is_batch=True)
    yield from (ArchiveFault(batch.file_name, one.code, one.line) for one in told.faults)
    if told.head not in (noted or batch.head, ""):
        yield ArchiveFault(batch.file_name, "foreign_head")


def noted_head(batch: Batch) -> str | None:
    row = Entry.objects.filter(action=HEAD_NOTED, thing=f"{THING}{batch.pk}").order_by("number").first()
    return (row.kept.values or {}).get("head") if row else None


def told_of(batch: Batch) -> Told:
    return verified(file_of(batch).read_bytes(), is_batch=True)


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
