"""Boards 看板: how it stands for whoever decides, from sums that were counted before; what is to be done is the home page's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count as Tally
from django.db.models import Q

from hengcai.appraisal.models import Cycle, Result
from hengcai.base.bilingual import Bilingual
from hengcai.base.days import months_after, months_back
from hengcai.base.permissions import Doer
from hengcai.base.roles import HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.coaching.models import Coaching
from hengcai.coaching.permissions import SEE as SEE_COACHING
from hengcai.improvement.late import late_remedies
from hengcai.improvement.models import PlaceSum, Remedy
from hengcai.improvement.permissions import SEE as SEE_REMEDIES
from hengcai.improvement.rules.figures import Standing, standings
from hengcai.insight.queries.late import Lateness, lateness
from hengcai.insight.rules import boards as rules
from hengcai.people.models import Employment, Team
from hengcai.people.permissions import led_teams
from hengcai.quality.measure_models import CauseReport, QualityMonth
from hengcai.quality.measuring import errors_of
from hengcai.quality.models import Answer
from hengcai.quality.rules.measures import Count, Figure, figures, read

MONTHS, MOST_TEAMS, MOST_ITEMS = 6, 12, 5
SOON = timedelta(days=30)
A_DAY = timedelta(days=1)
Months = Mapping[date, Mapping[str, Sequence[float]]]


@dataclass(frozen=True)
class Row:
    """One place of a board: its figures of the month and the sums of the months before, for the drawing."""

    name: str
    figures: Sequence[Standing]
    months: Months


@dataclass(frozen=True)
class Board:
    role: str
    month: date
    rows: Sequence[Row]
    work: Sequence[Figure] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    attrition: Figure | None = None
    grades: Mapping[str, int] = field(default_factory=dict)
    items: Sequence[tuple[Bilingual, int]] = ()
    late: Lateness | None = None


def roles_with_a_board(user: Doer) -> list[str]:
    return [role for role in rules.ROLES if role in user.roles]


def board_of(user: Doer, role: str, *, today: date) -> Board:
    """Of the last month that is over."""
    month = months_back(today, 2)
    return Board(
        role=role,
        month=month,
        rows=_rows(user, role, month),
        work=_work(role, month),
        counts=dict(_counts(user, role, today)),
        attrition=_attrition(month) if role == HR else None,
        grades=_grades(month) if role not in (LEAD, TRAINER, QUALITY_SUPERVISOR) else {},
        items=_items(month) if role in (TRAINER, QUALITY_SUPERVISOR) else (),
        late=lateness(user, today=today) if role not in (TRAINER, HR) else None,
    )


def _rows(user: Doer, role: str, month: date) -> list[Row]:
    """Of a lead each of their teams; of everybody else the whole centre."""
    if role == LEAD:
        teams = list(Team.objects.filter(led_teams(user)).order_by("name")[:MOST_TEAMS])
        named = {f"team:{one.pk}": one.name for one in teams}
    else:
        named = {"centre": ""}
    found = _sums(list(named), month)
    codes = rules.FIGURES[role]
    before = months_back(month, 2)
    return [
        Row(name, standings(found[scope].get(month, {}), found[scope].get(before, {}), codes), found[scope])
        for scope, name in named.items()
    ]


def _sums(scopes: Sequence[str], month: date) -> dict[str, dict[date, Mapping[str, Sequence[float]]]]:
    """One query, however many teams."""
    found: dict[str, dict[date, Mapping[str, Sequence[float]]]] = {scope: {} for scope in scopes}
    rows = PlaceSum.objects.filter(scope__in=scopes, span="month", first__range=(months_back(month, MONTHS), month))
    for scope, first, told in rows.order_by("first").values_list("scope", "first", "told"):
        found[scope][first] = told
    return found


def _work(role: str, month: date) -> list[Figure]:
    codes = rules.WORK.get(role, ())
    if not codes:
        return []
    rows = QualityMonth.objects.filter(team=None, month__in=(month, months_back(month, 2))).values_list("month", "told")
    told = {first: read(one) for first, one in rows}
    if month not in told:
        return []
    nothing = read({"counts": {"handling": [0, 0, 0]}, "causes": {}, "alpha": None})
    return [
        one
        for one in figures(told[month], told.get(months_back(month, 2), nothing), of_team=False)
        if one.code in codes
    ]


def _counts(user: Doer, role: str, today: date) -> Iterator[tuple[str, int]]:
    remedies = SEE_REMEDIES.rows(Remedy.objects.exclude(state=Remedy.State.CLOSED).order_by(), user)
    told = remedies.aggregate(
        remedies_open=Tally("pk", filter=Q(state__in=("open", "done"))),
        remedies_late=Tally("pk", filter=late_remedies(today)),
        remedies_not=Tally("pk", filter=Q(state="checked", verdict="not")),
    )
    yield from told.items()
    if role in (LEAD, TRAINER):
        open_ones = SEE_COACHING.rows(Coaching.objects.exclude(state=Coaching.State.CLOSED).order_by(), user)
        yield from open_ones.aggregate(
            coaching_open=Tally("pk"),
            coaching_late=Tally("pk", filter=Q(state__in=("signed", "refused"), look_on__lt=today)),
        ).items()
    if role == QUALITY_SUPERVISOR:
        yield "causes_open", CauseReport.objects.filter(state="open").count()
    if role in (HR, TRAINER):
        yield from _people(today)


def _people(today: date) -> Iterator[tuple[str, int]]:
    here = Q(hired_on__lte=today) & (Q(left_on=None) | Q(left_on__gte=today))
    ending = Q(probation_ends_on__range=(today, today + SOON))
    told = Employment.objects.aggregate(
        people=Tally("pk", filter=here), probation_ends=Tally("pk", filter=here & ending),
        new=Tally("pk", filter=here & Q(hired_on__gt=today - SOON)),
    )  # fmt: skip
    yield from told.items()


def _attrition(month: date) -> Figure:
    now, before = (_leavers(first) for first in (month, months_back(month, 2)))
    return Figure("attrition", now, before)


def _leavers(first: date) -> Count:
    last = months_after(first, 1) - A_DAY
    held = Q(hired_on__lte=last) & (Q(left_on=None) | Q(left_on__gte=first))
    told = Employment.objects.aggregate(
        left=Tally("pk", filter=Q(left_on__range=(first, last))), held=Tally("pk", filter=held)
    )
    return rules.attrition(told["left"], told["held"])


def _grades(month: date) -> dict[str, int]:
    """How many of each, without a name and without what follows from it."""
    rows = Result.objects.filter(
        is_current=True, participant__cycle__kind=Cycle.Kind.MONTH, participant__cycle__state=Cycle.State.PUBLISHED,
        participant__cycle__period_start=month,
    ).exclude(band="")  # fmt: skip
    counted = rows.order_by().values_list("band").annotate(n=Tally("pk"))
    return dict(Counter(dict(counted)).most_common())


def _items(month: date) -> list[tuple[Bilingual, int]]:
    """What was marked below the standard most often: where training is looked for."""
    wrong = errors_of(month)
    counted = wrong.values_list("item__code").annotate(n=Tally("pk")).order_by("-n", "item__code")[:MOST_ITEMS]
    top = list(counted)
    rows = (
        Answer.objects.filter(item__code__in=[code for code, _n in top])
        .order_by()
        .values_list("item__code", "item__name")
    )
    named = dict(rows.distinct())
    return [(named[code], n) for code, n in top]
