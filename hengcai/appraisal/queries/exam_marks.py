"""Tests sat here whose marks a cycle can take."""

from hengcai.appraisal.models import Cycle, Participant
from hengcai.assessment.models import Checklist, Exam, Practical, Sitting


def exams_for(cycle: Cycle) -> list[Exam]:
    """Tests whose results people of this cycle were told, the newest first."""
    people = Participant.objects.filter(cycle=cycle).values("person")
    told = Sitting.objects.filter(person__in=people, told_at__isnull=False, percent__isnull=False)
    return list(Exam.objects.filter(pk__in=told.values("exam")).order_by("-opens_at", "-pk")[:50])


def checklists_for(cycle: Cycle) -> list[Checklist]:
    """The newest version of every check-list by which people of this cycle were examined in its period."""
    people = Participant.objects.filter(cycle=cycle).values("person")
    done = Practical.objects.filter(person__in=people, state=Practical.State.FINISHED, percent__isnull=False)
    codes = done.filter(opened_on__range=(cycle.period_start, cycle.period_end)).values("checklist__code")
    newest = {one.code: one for one in Checklist.objects.filter(code__in=codes).order_by("code", "number")}
    return list(newest.values())
