"""The card beside what is due: what a role looks at first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, Subquery

from hengcai.accounts.models import User
from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.models import Cycle
from hengcai.appraisal.queries.results import published_cycles, results_seen_by
from hengcai.base import roles
from hengcai.insight.queries.home import start_of
from hengcai.insight.queries.own import own_yardstick
from hengcai.insight.queries.person import latest_own
from hengcai.insight.queries.team import skill_cycles, team_gaps, teams_seen_by
from hengcai.people.models import Employment
from hengcai.quality import permissions as quality
from hengcai.quality.models import Assignment, Case, Evaluation
from hengcai.quality.queries import waiting_for_publication

MOST = 2


@dataclass(frozen=True)
class Side:
    """`kind` names the card; `found` is what it was read from."""

    kind: str
    found: Any


def sides_of(user: User, *, today: date) -> list[Side]:
    """Two at most, of the roles somebody holds, those nearest to the work first."""
    found: list[Side] = []
    for role, reads in READERS.items():
        if role in user.roles and len(found) < MOST:
            found += [side for read in reads if (side := read(user, today))]
    return found


@dataclass(frozen=True)
class OwnWork:
    """An analyst's month: contacts scored and published, what still lies there."""

    month: date
    sent: int
    published: int
    open: int
    late: int


def _analyst(user: User, today: date) -> Side:
    first = today.replace(day=1)
    mine = Evaluation.objects.filter(evaluator=user, is_current=True, submitted_at__gte=start_of(first))
    counted = mine.aggregate(sent=Count("pk"), published=Count("pk", filter=Q(state=Evaluation.State.PUBLISHED)))
    rows = quality.OPEN.rows(Assignment.objects.filter(state=Assignment.State.OPEN), user)
    waiting = rows.aggregate(open=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
    return Side("analyst", OwnWork(first, **counted, **waiting))


def _yardstick(user: User, today: date) -> Side:
    return Side("own", own_yardstick(user, today=today))


def _agent(user: User, today: date) -> Side | None:
    results = latest_own(user)
    return Side("agent", results) if results else None


def _lead(user: User, today: date) -> Side | None:
    """The headline of the largest team led."""
    cycle = skill_cycles(user).first()
    if cycle is None:
        return None
    teams = sorted(teams_seen_by(user, day=today), key=lambda team: -int(team.__dict__["people"]))
    return Side("lead", team_gaps(teams[0], cycle, user)) if teams else None


@dataclass(frozen=True)
class QualityCounts:
    month: date
    evaluated: int
    published: int
    waiting: int
    open_cases: int


def _quality(user: User, today: date) -> Side:
    first = today.replace(day=1)
    rows = quality.SEE.rows(Evaluation.objects.filter(is_current=True, contact_on__gte=first), user)
    counted = rows.aggregate(evaluated=Count("pk"), published=Count("pk", filter=Q(state=Evaluation.State.PUBLISHED)))
    cases = quality.SEE_CASES.rows(Case.objects.filter(state=Case.State.OPEN), user).count()
    return Side(
        "quality", QualityCounts(first, **counted, waiting=waiting_for_publication(user).count(), open_cases=cases)
    )


@dataclass(frozen=True)
class CycleCounts:
    """How many of a published cycle stand in which band; `n` of `people` have a score."""

    cycle: Cycle
    people: int
    n: int
    bands: Sequence[tuple[str, int]]


def _centre(user: User, today: date) -> Side | None:
    """The newest published quarter and month."""
    newest = [Subquery(published_cycles().filter(kind=kind).values("pk")[:1]) for kind in ("quarter", "month")]
    cycles = Cycle.objects.filter(Q(pk=newest[0]) | Q(pk=newest[1])).select_related("policy").order_by("-kind")
    found = [counts_of(cycle, user) for cycle in cycles]
    return Side("centre", found) if found else None


def counts_of(cycle: Cycle, user: User) -> CycleCounts:
    rows = results_seen_by(user).filter(participant__cycle=cycle).order_by()
    counted = list(rows.values("band").annotate(n=Count("pk")).order_by("band"))
    bands = [(row["band"], row["n"]) for row in counted if row["band"]]
    return CycleCounts(cycle, sum(row["n"] for row in counted), sum(n for _band, n in bands), bands)


@dataclass(frozen=True)
class Stand:
    """Where the appraisal stands; whoever trains is told, and has no page of the cycle to open."""

    cycle: Cycle
    has_page: bool


def _cycle(user: User, today: date) -> Side | None:
    """The open cycle, else the newest published one."""
    has_page = appraisal.SEE_CYCLE.is_held_by(user)
    rows = Cycle.objects if has_page else Cycle.objects.exclude(state=Cycle.State.DRAFT)
    newest = rows.exclude(state=Cycle.State.PUBLISHED).order_by("period_end", "code").first()
    cycle = newest or published_cycles().first()
    return Side("cycle", Stand(cycle, has_page)) if cycle else None


@dataclass(frozen=True)
class PlaceCounts:
    """What an administrator keeps an eye on."""

    staff: int
    accounts: int
    without_account: int


def _place(user: User, today: date) -> Side:
    here = Employment.objects.filter(hired_on__lte=today).filter(Q(left_on__isnull=True) | Q(left_on__gte=today))
    counted = here.aggregate(
        staff=Count("person", distinct=True), bare=Count("person", distinct=True, filter=Q(person__user=None))
    )
    accounts = User.objects.filter(is_active=True).exclude(username="system").count()
    return Side("place", PlaceCounts(counted["staff"], accounts, counted["bare"]))


READERS = {
    roles.LEAD: (_lead,),
    roles.ANALYST: (_yardstick, _analyst),
    roles.QUALITY_SUPERVISOR: (_quality,),
    roles.HEAD: (_centre,),
    roles.GROUP: (_cycle,),
    roles.HR: (_cycle,),
    roles.TRAINER: (_cycle,),
    roles.ADMIN: (_place,),
    roles.AGENT: (_agent,),
}
