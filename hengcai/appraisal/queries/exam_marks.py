"""Tests sat here whose marks a cycle can take."""

from hengcai.appraisal.models import Cycle, Participant
from hengcai.assessment.models import Exam, Sitting


def exams_for(cycle: Cycle) -> list[Exam]:
    """Tests whose results people of this cycle were told, the newest first."""
    people = Participant.objects.filter(cycle=cycle).values("person")
    told = Sitting.objects.filter(person__in=people, told_at__isnull=False, percent__isnull=False)
    return list(Exam.objects.filter(pk__in=told.values("exam")).order_by("-opens_at", "-pk")[:50])
