"""Answered records put away, many at once; and what erasure leaves of them."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Max

from hengcai.accounts.models import User
from hengcai.audit.action import action, note
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.records import permissions
from hengcai.records.keeping import drop_files, file_of, write_file
from hengcai.records.models import Batch, Interview, PaperAnswer, Record, Seal
from hengcai.records.rules.answers import is_to_archive
from hengcai.records.rules.sealing import batch_line, head_of, line_of


@action(permissions.ARCHIVE)
def archive_records(records: Sequence[Record], *, by: User, today: date) -> Batch | None:
    """Of one cycle, those nobody can appeal any more. Their hashes make the batch's head, which the audit log keeps."""
    rows = Record.objects.filter(pk__in=[one.pk for one in records]).order_by("pk")
    rows = rows.select_related("seal").select_for_update(of=("self",))
    due = [one for one in rows if _is_due(one, today)]
    if not due:
        return None
    if len({one.cycle_id for one in due}) > 1:
        raise NotValid("records.several_cycles")
    batch = _batch(due)
    write_file(file_of(batch), lines_of(batch, [one.seal for one in due]))
    Record.objects.filter(pk__in=[one.pk for one in due]).update(
        state=Record.State.ARCHIVED, batch=batch, archived_at=batch.made_at
    )
    note("note_archive_head", batch, by=by, head=batch.head, count=batch.count)
    return batch


@action(permissions.ERASE, unsaid={"reason"})
def erase_personal_texts(records: Sequence[Record], *, by: User, reason: str) -> Sequence[Record]:
    """Of a person who has left: names, words and single ratings go, their digests stay, so that the archive can still be
    verified. The file of the batch is written anew without them."""
    check_lengths(reason)
    if not reason.strip():
        raise NotValid("records.reason_missing")
    seals = list(Seal.objects.filter(record__in=[one.pk for one in records]).select_related("record__batch"))
    if len(seals) != len(records):
        raise NotNow("records.not_answered_yet")
    for seal in seals:
        seal.values, seal.erased_at = dict.fromkeys(seal.values), clock.now()
    Seal.objects.bulk_update(seals, ["values", "erased_at"], batch_size=500)
    Record.objects.filter(pk__in=[seal.record_id for seal in seals]).exclude(words="").update(words="–")
    Interview.objects.filter(record__in=[seal.record_id for seal in seals]).update(
        strengths="", gaps="", own_words="", plan=[], place=""
    )
    _erase_papers([seal.record_id for seal in seals])
    for batch in {seal.record.batch for seal in seals if seal.record.batch}:
        kept = Seal.objects.filter(record__batch=batch).order_by("record")
        write_file(file_of(batch), lines_of(batch, list(kept)))
    return records


def _erase_papers(records: Sequence[int]) -> None:
    """The scans go with the names on them; their digests stay in what was sealed."""
    rows = PaperAnswer.objects.filter(record__in=records).exclude(place="")
    places = list(rows.values_list("place", flat=True))
    rows.update(place="", seen_by="–", words="", returned_because="")
    transaction.on_commit(lambda: drop_files(places))


def lines_of(batch: Batch, seals: Sequence[Seal]) -> Iterator[bytes]:
    for one in seals:
        yield line_of(one.content, one.digest, one.values)
    yield batch_line(
        {"number": batch.number, "cycle": batch.cycle.code, "made_at": batch.made_at.isoformat()},
        [one.digest for one in seals],
    )


def _batch(due: Sequence[Record]) -> Batch:
    newest = Batch.objects.aggregate(newest=Max("number"))["newest"] or 0
    head = head_of([one.seal.digest for one in due])
    cycle = due[0].cycle
    return Batch.objects.create(cycle=cycle, number=newest + 1, made_at=clock.now(), count=len(due), head=head)


def _is_due(one: Record, today: date) -> bool:
    is_answered = one.state in Record.ANSWERED
    return is_to_archive(is_answered=is_answered, is_held=bool(one.held_because), appeal_by=one.appeal_by, today=today)
