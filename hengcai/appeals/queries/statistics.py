"""Statistics of appeals: by outcome, how many of those told, how many in time; by cycle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count, QuerySet

from hengcai.appeals import permissions
from hengcai.appeals.models import Appeal
from hengcai.appeals.rules.statistics import Share, by_outcome, share
from hengcai.appraisal.models import Cycle, Participant
from hengcai.base.days import day_of
from hengcai.base.permissions import Doer

MOST_CYCLES = 24


@dataclass(frozen=True)
class Statistics:
    """`appealed`: of the results that are out. `in_time`: of those answered."""

    outcomes: Sequence[Share]
    appealed: Share
    in_time: Share
    withdrawn: int
    is_open: int
    late: int

    @property
    def is_few(self) -> bool:
        return any(one.is_few for one in self.outcomes)


def statistics_for(user: Doer, *, cycle: Cycle | None, today: date) -> Statistics:
    permissions.COUNT.enter([], user)
    rows = Appeal.objects.filter(result__participant__cycle=cycle) if cycle else Appeal.objects.all()
    counted = dict(rows.filter(state="answered").order_by().values_list("outcome").annotate(Count("pk")))
    of = Participant.objects.filter(cycle=cycle) if cycle else Participant.objects.filter(cycle__state="published")
    stood = rows.exclude(state="withdrawn").count()
    outcomes = by_outcome(counted)
    return Statistics(
        outcomes=outcomes,
        appealed=share("appealed", stood, max(of.count(), stood)),
        in_time=share("in_time", _in_time(rows), outcomes[0].of),
        withdrawn=rows.filter(state="withdrawn").count(),
        is_open=rows.filter(state__in=Appeal.OPEN).count(),
        late=rows.filter(state__in=Appeal.OPEN, due_on__lt=today).count(),
    )


def cycles_counted(user: Doer) -> QuerySet[Cycle]:
    permissions.COUNT.enter([], user)
    return Cycle.objects.filter(state="published").order_by("-period_end", "code")[:MOST_CYCLES]


def _in_time(rows: QuerySet[Appeal]) -> int:
    told = rows.filter(state="answered", answered_at__isnull=False).values_list("answered_at", "due_on")
    return sum(day_of(at, settings.TIME_ZONE) <= due for at, due in told if at)
