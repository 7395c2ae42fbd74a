"""What every way of answering a record ends with; within the action by which it is answered."""

from hengcai.base import clock
from hengcai.records import duties
from hengcai.records.models import PaperAnswer, Record
from hengcai.records.sealing import seal, whole_records


def answered(record: Record, outcome: str, *, shown: str) -> Record:
    """Sealed as it stands. A paper that still waited for its second person is overtaken."""
    record.state = record.outcome = outcome
    record.answered_at = clock.now()
    record.save(update_fields=["state", "outcome", "answered_at", "on_tablet", "on_paper", "words"])
    overtake_papers(record)
    whole = whole_records([record.pk]).get()
    seal([whole], {record.pk: shown})
    duties.answered([record.pk])
    return record


def overtake_papers(record: Record) -> None:
    record.papers.filter(state=PaperAnswer.State.ENTERED).update(state=PaperAnswer.State.OVERTAKEN)
