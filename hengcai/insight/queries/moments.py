"""How many contacts there were, and what was scored of them."""

from dataclasses import dataclass
from fractions import Fraction

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from hengcai.appraisal.models import Cycle, Participant
from hengcai.base.days import bounds
from hengcai.interactions.models import Contact
from hengcai.people.models import Person
from hengcai.quality.models import Evaluation

DRAWN = Q(assignment__pick__isnull=False)


@dataclass(frozen=True)
class Drawn:
    """Contacts of the period, evaluations of them, those published, and by how many analysts; of the contacts that were
    scored those that a sampling plan drew, and those picked by hand."""

    contacts: int
    evaluated: int
    published: int
    analysts: int
    drawn: int
    by_hand: int

    @property
    def share(self) -> Fraction:
        """Of the period's contacts those that were scored, in per cent."""
        return Fraction(100 * (self.drawn + self.by_hand), self.contacts) if self.contacts else Fraction(0)


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
        drawn=Count("assignment__contact", distinct=True, filter=DRAWN),
        scored=Count("assignment__contact", distinct=True),
    )
    by_hand = counted.pop("scored") - counted["drawn"]
    return Drawn(contacts, by_hand=by_hand, **counted)


def zone_of(participant: Participant) -> str:
    team = participant.placement.team if participant.placement else None
    return team.site.time_zone if team else settings.TIME_ZONE
