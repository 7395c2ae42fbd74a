"""Moments in contacts that analysts wrote about, and how many contacts there were to write about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from hengcai.appraisal.models import Cycle, Participant
from hengcai.base.bilingual import Bilingual
from hengcai.base.days import bounds
from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.quality.models import Answer, Evaluation

SHOWN = 8  # of strengths and of weaknesses each
HIGH, LOW = ("5",), ("1", "2")


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


@dataclass(frozen=True)
class Drawn:
    """Contacts of the period, those scored, those published, and by how many analysts."""

    contacts: int
    evaluated: int
    published: int
    analysts: int


def published_evaluations(person: Person, cycle: Cycle) -> QuerySet[Evaluation]:
    return _evaluations(person, cycle).filter(state=Evaluation.State.PUBLISHED)


def _evaluations(person: Person, cycle: Cycle) -> QuerySet[Evaluation]:
    period = (cycle.period_start, cycle.period_end)
    return Evaluation.objects.filter(agent=person, is_current=True, contact_on__range=period)


def drawn_for(participant: Participant) -> Drawn:
    cycle = participant.cycle
    start, end = bounds(cycle.period_start, cycle.period_end, zone_of(participant))
    contacts = Contact.objects.filter(agent=participant.person, started_at__gte=start, started_at__lt=end).count()
    counted = _evaluations(participant.person, cycle).aggregate(
        evaluated=Count("pk"),
        published=Count("pk", filter=Q(state=Evaluation.State.PUBLISHED)),
        analysts=Count("evaluator", distinct=True),
    )
    return Drawn(contacts, **counted)


def zone_of(participant: Participant) -> str:
    team = participant.placement.team if participant.placement else None
    return team.site.time_zone if team else settings.TIME_ZONE


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
        row.comment, row.item.name, frozenset(codes), row.value in HIGH, evaluation.contact_on, evaluation.pk, row.turn
    )


def notes_on(notes: Sequence[Note], code: str, *, is_strength: bool) -> list[Note]:
    return [note for note in notes if note.is_strength == is_strength and code in note.codes]
