"""What is held on one person of what comes after the scoring: rechecks, disputes, calibration; of an analyst, their own
second scores and blind sheets.

Nobody who scored, rechecked, decided or took part is named. What is not settled and published yet is named and held back.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.quality.calibration_models import BlindMark, CalibrationContact, Seat
from hengcai.quality.models import DisputedItem, Evaluation
from hengcai.quality.queries.held import NOT_PUBLISHED
from hengcai.quality.recheck_models import Recheck

CHUNK = 500
Row = dict[str, Any]
SETTLED, PUBLISHED = Recheck.State.SETTLED, Evaluation.State.PUBLISHED
NOTHING = dict.fromkeys(("why", "outcome", "reason", "settled_at", "changed_to"))


def rechecks_held(person: Person) -> Iterator[Row]:
    """Of their evaluations; `changed_to` is the evaluation it led to."""
    rows = Recheck.objects.filter(evaluation__agent=person).select_related(
        "evaluation__assignment__contact", "result", "draw"
    )
    for one in rows.order_by("pk").iterator(chunk_size=CHUNK):
        is_out = one.state == SETTLED and (one.result or one.evaluation).state == PUBLISHED
        told = {
            "why": one.why, "outcome": one.outcome, "reason": mask(one.reason), "settled_at": one.settled_at,
            "changed_to": one.result_id,
        }  # fmt: skip
        head = {
            "evaluation": one.evaluation_id,
            "contact": one.evaluation.assignment.contact.key,
            "drawn_at": one.draw.at,
        }
        yield plain_row({**head, **(told if is_out else NOTHING), "withheld": None if is_out else NOT_PUBLISHED})


def disputes_held(person: Person) -> Iterator[Row]:
    """An item a row, as its agent reads it."""
    rows = DisputedItem.objects.filter(dispute__evaluation__agent=person).select_related("dispute", "item")
    for one in rows.order_by("dispute", "pk").iterator(chunk_size=CHUNK):
        dispute = one.dispute
        yield plain_row({
            "dispute": dispute.pk, "evaluation": dispute.evaluation_id, "state": dispute.state,
            "raised_at": dispute.raised_at, "decided_at": dispute.decided_at, "withdrawn_at": dispute.withdrawn_at,
            "item": one.item.code, "first": one.first, "wished": one.wished, "words": mask(one.words), "turn": one.turn,
            "outcome": one.outcome, "decided": one.decided, "reasons": mask(one.reasons),
        })  # fmt: skip


def calibrated_contacts_held(person: Person) -> Iterator[Row]:
    """Contacts of theirs that analysts scored to compare their scoring; it enters no result of the person."""
    rows = CalibrationContact.objects.filter(contact__agent=person).select_related("calibration", "contact")
    for one in rows.order_by("pk"):
        yield plain_row({"calibration": one.calibration_id, "contact": one.contact.key, "state": one.calibration.state})


def rechecks_scored(user: User) -> Iterator[Row]:
    """An analyst's second scores, as pointers: whom they were about is theirs."""
    rows = Recheck.objects.filter(Q(rechecker=user) | Q(double__evaluator=user)).select_related(
        "evaluation__assignment__contact"
    )
    for one in rows.order_by("pk").iterator(chunk_size=CHUNK):
        facts = {"contact": one.evaluation.assignment.contact.key, "given_at": one.given_at, "marked_at": one.marked_at}
        yield plain_row({**facts, "due_on": one.due_on, "state": one.state})


def calibrations_held(user: User) -> Iterator[Row]:
    """Sessions an analyst took part in, and what came of them for the analyst."""
    for one in Seat.objects.filter(analyst=user).select_related("calibration").order_by("pk"):
        yield plain_row({
            "calibration": one.calibration_id, "name": one.calibration.name, "state": one.calibration.state,
            "is_left_out": one.is_left_out, "outcome": one.outcome, "reasons": mask(one.reasons),
            "issued_on": one.issued_on, "expires_on": one.expires_on,
        })  # fmt: skip


def blind_marks_held(user: User) -> Iterator[Row]:
    """An analyst's own marks in them; nobody else's, and no reference."""
    rows = BlindMark.objects.filter(sheet__analyst=user).select_related("sheet__of__contact", "item")
    for one in rows.order_by("sheet", "pk").iterator(chunk_size=CHUNK):
        yield plain_row({
            "calibration": one.sheet.of.calibration_id, "contact": one.sheet.of.contact.key, "item": one.item.code,
            "value": one.value, "comment": mask(one.comment), "cause": one.cause, "turn": one.turn,
            "handed_in_at": one.sheet.handed_in_at,
        })  # fmt: skip
