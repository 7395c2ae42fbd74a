"""What is held on one person of confirmations and of training noted by hand. Customers' data in what was written is covered."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.records.models import PaperAnswer, Record, TrainingNote

Row = dict[str, Any]
DAYS = ("notified_at", "interview_by", "appeal_by", "sign_by", "answered_at", "archived_at")
TALK = ("strengths", "gaps", "own_words", "not_held_because")


def confirmations_held(person: Person) -> Iterator[Row]:
    """With the interview once it was held, or could not be."""
    rows = Record.objects.filter(person=person).select_related("cycle", "result", "interview", "seal")
    for one in rows.prefetch_related("papers").order_by("pk"):
        talk = getattr(one, "interview", None)
        told = talk if talk and one.state != Record.State.NOTIFIED else None
        seal = getattr(one, "seal", None)
        yield plain_row({
            "cycle": one.cycle.code, "revision": one.result.revision, "state": one.state, "outcome": one.outcome,
            **{name: getattr(one, name) for name in DAYS}, "objection": mask(one.words),
            "interview_held_on": told.held_on if told else None,
            **{name: mask(getattr(told, name)) if told else "" for name in TALK},
            "plan": [f"{step['what']} {step['by']}" for step in told.plan] if told else [],
            "sha256": seal.digest if seal else "", "papers": [_paper(row) for row in one.papers.all()],
        })  # fmt: skip


def _paper(row: PaperAnswer) -> Row:
    names = ("state", "outcome", "signed_on", "seen_by", "entered_at", "checked_at")
    return plain_row({**{name: getattr(row, name) for name in names}, "words": mask(row.words), "sha256": row.digest})


def training_notes_held(person: Person) -> Iterator[Row]:
    for one in TrainingNote.objects.filter(person=person).order_by("given_on", "pk"):
        yield plain_row(
            {"given_on": one.given_on, "hours": one.hours, "what": mask(one.what), "noted_at": one.noted_at}
        )
