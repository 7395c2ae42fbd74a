"""What is held on one person of surveys and of tests."""

from collections.abc import Iterator
from typing import Any

from hengcai.assessment.models import Draft, Invitee, Practical, Sheet, Sitting
from hengcai.base.masking.text import mask
from hengcai.base.plain import plain_row
from hengcai.people.models import Person

ANONYMOUS = "anonymous"


def answers_held(person: Person) -> Iterator[dict[str, Any]]:
    """Of an anonymous survey that they answered: which sheet it is cannot be found out."""
    sheets = dict(Sheet.objects.filter(person=person).values_list("survey", "answers"))
    drafts = dict(Draft.objects.filter(person=person).values_list("survey", "answers"))
    for one in Invitee.objects.filter(person=person).select_related("survey").order_by("survey__opened_at", "pk"):
        answers, draft = (
            {code: _covered(value) for code, value in some.get(one.survey_id, {}).items()} for some in (sheets, drafts)
        )
        withheld = ANONYMOUS if one.survey.is_anonymous else None
        yield plain_row(
            {
                "survey": one.survey.name, "has_answered": one.has_answered, "answers": answers, "draft": draft,
                "withheld": withheld,
            }
        )  # fmt: skip


def _covered(value: Any) -> Any:
    return mask(value) if isinstance(value, str) else value


def sittings_held(person: Person) -> Iterator[dict[str, Any]]:
    """Every test they sat or were to sit, with their answers; a mark before it was told stays out."""
    rows = Sitting.objects.filter(person=person).select_related("exam__blueprint").prefetch_related("answers__question")
    for one in rows.order_by("opens_at", "pk"):
        is_told = one.told_at is not None
        yield plain_row(
            {
                "test": one.exam.name, "attempt": one.attempt, "state": one.state, "started_at": one.started_at,
                "submitted_at": one.submitted_at, "extra_minutes": one.extra_minutes, "extra_because": mask(one.extra_because),
                "points": one.points if is_told else None, "out_of": one.out_of if is_told else None,
                "percent": one.percent if is_told else None,
                "answers": {answer.question.code: mask(answer.response) for answer in one.answers.all()},
            }
        )  # fmt: skip


def practicals_held(person: Person) -> Iterator[dict[str, Any]]:
    """Every examination by check-list; what was ticked once it was finished, as the person may read it."""
    rows = Practical.objects.filter(person=person).select_related("checklist").prefetch_related("sheets__ticks")
    for one in rows.order_by("opened_at", "pk"):
        is_told = one.state in (Practical.State.FINISHED, Practical.State.ANNULLED)
        sheets = list(one.sheets.all()) if is_told else []
        notes = [tick.note for sheet in sheets for tick in sheet.ticks.all() if tick.note]
        yield plain_row(
            {
                "checklist": one.checklist.code, "version": one.checklist.number, "state": one.state, "occasion": one.occasion,
                "opened_at": one.opened_at, "started_at": one.started_at, "stopped_at": one.stopped_at,
                "percent": one.exact or None, "passed": one.is_passed, "failed_for": one.failed_for, "shares": one.shares,
                "items": [sheet.values for sheet in sheets], "notes": [mask(note) for note in notes],
                "objection": mask(one.objection), "answer": mask(one.answer) if is_told else None,
            }
        )  # fmt: skip
