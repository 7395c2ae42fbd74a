"""Moments in contacts that analysts wrote about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from hengcai.appraisal.models import RatingTask
from hengcai.base.bilingual import Bilingual
from hengcai.base.masking.text import mask
from hengcai.quality.models import Answer, Evaluation
from hengcai.quality.permissions import SEE

SHOWN = 8  # of strengths and of weaknesses each
HIGH, LOW = ("5",), ("1", "2")
WITH_EVIDENCE = (RatingTask.Source.SUPERIOR, RatingTask.Source.SELF)


@dataclass(frozen=True)
class Note:
    """What an analyst wrote about one moment of one contact; `codes` are the abilities it speaks of."""

    text: str
    item: Bilingual
    codes: frozenset[str]
    is_strength: bool
    on: date
    evaluation_id: int
    turn: int | None


def notes_of(evaluations: QuerySet[Evaluation]) -> list[Note]:
    """The clearest moments: lowest and highest marks that carry their grounds, newest first."""
    rows = Answer.objects.filter(evaluation__in=evaluations, item__kind="anchored").exclude(comment="")
    rows = rows.select_related("item__competency__broad", "evaluation").order_by("-evaluation__contact_on", "pk")
    high = list(rows.filter(value__in=HIGH)[:SHOWN])
    low = list(rows.filter(value__in=LOW).order_by("value", "-evaluation__contact_on", "pk")[:SHOWN])
    return [_note(row) for row in (*high, *low)]


def _note(row: Answer) -> Note:
    evaluation, competency = row.evaluation, row.item.competency
    codes = [competency.code] if competency else []
    codes += [competency.broad.code] if competency and competency.broad else []
    return Note(
        mask(row.comment),
        row.item.name,
        frozenset(codes),
        row.value in HIGH,
        evaluation.contact_on,
        evaluation.pk,
        row.turn,
    )


def notes_beside(task: RatingTask) -> list[Note]:
    """What the rater of this form may read of the period's evaluations; peers and examiners judge what they saw."""
    rater, about = task.rater.user, task.participant
    if task.source not in WITH_EVIDENCE or rater is None:
        return []
    period = (about.cycle.period_start, about.cycle.period_end)
    rows = Evaluation.objects.filter(agent=about.person_id, is_current=True, contact_on__range=period)
    return notes_of(SEE.rows(rows, rater)) if SEE.is_held_by(rater) else []


def notes_by_ability(task: RatingTask) -> dict[str, list[Note]]:
    found: dict[str, list[Note]] = {}
    for note in notes_beside(task):
        for code in note.codes:
            found.setdefault(code, []).append(note)
    return found


def notes_on(notes: Sequence[Note], code: str, *, is_strength: bool) -> list[Note]:
    return [note for note in notes if note.is_strength == is_strength and code in note.codes]
