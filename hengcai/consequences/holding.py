"""Whose pay waits for the answer to an appeal."""

from django.db.models import Q

from hengcai.appeals.models import Appeal
from hengcai.appraisal.models import Cycle
from hengcai.consequences.models import PayLine, PayRun


def open_appeals(cycle: Cycle) -> dict[int, Appeal]:
    """Participant → the appeal that is not answered yet, of whichever revision."""
    rows = Appeal.objects.filter(state__in=Appeal.OPEN, result__participant__cycle=cycle)
    return {one.result.participant_id: one for one in rows.select_related("result").order_by("pk")}


def not_as_held(run: PayRun) -> Q:
    """Lines held by an appeal that is over, or not held by one that is open."""
    if run.cycle is None:
        return Q(pk=None)
    over = Q(held_by__isnull=False) & ~Q(held_by__state__in=Appeal.OPEN)
    return over | Q(held_by=None, result__participant__in=list(open_appeals(run.cycle)))


def is_held(line: PayLine) -> bool:
    return line.held_by is not None and line.held_by.state in Appeal.OPEN


def line_held_by(appeal: Appeal) -> PayLine | None:
    """Of a run that is decided: one that is only prepared is prepared again."""
    rows = PayLine.objects.filter(held_by=appeal, kind=PayLine.Kind.REGULAR, run__state__in=PayRun.FINAL)
    return rows.select_related("run", "result").prefetch_related("differences").first()
