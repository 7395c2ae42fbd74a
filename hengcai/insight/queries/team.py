"""A team against its posts' profiles: people × competencies, post by post, findings as counts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet

from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.forms import SHOWN_FROM, observed_levels
from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.results import (
    LevelMargin,
    exact_level,
    results_seen_by,
    sees_peers,
    shown_levels,
    shown_margins,
)
from hengcai.appraisal.rules import bands
from hengcai.appraisal.rules.policy import Band, SkillPolicy
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.framework.asked import Profile, competencies_of, profiles_of
from hengcai.framework.models import Competency, Framework, Post
from hengcai.framework.scales import Reader, is_same_scale, read_on
from hengcai.insight import permissions
from hengcai.insight.rules.findings import (
    NEWCOMER_DAYS,
    Seen,
    Shortfall,
    Weakest,
    mean_of,
    met_by_all,
    newcomers_weakest,
    shortfall,
    shortfalls,
    speaks_for_all,
)
from hengcai.people.models import Employment, Person, Placement, Team
from hengcai.people.permissions import on_day
from hengcai.people.queries.organisation import team_and_below

RATED, OBSERVED = "rated", "observed"
Cells = Mapping[int, Mapping[str, Seen]]  # person → competency code → level


TEAM_ORDERS = Orders({
    "team": ("name", "site__name", "pk"), "site": ("site__name", "name", "pk"), "people": ("people", "name", "pk"),
})  # fmt: skip


def teams_seen_by(user: Doer, *, day: date) -> QuerySet[Team]:
    """By name; `people` counts who stands in the team that day."""
    here = Q(placements__since__lte=day) & (Q(placements__until__isnull=True) | Q(placements__until__gte=day))
    rows = Team.objects.select_related("site").annotate(people=Count("placements", filter=here))
    return permissions.SEE_TEAM.rows(rows.filter(people__gt=0).order_by("site__name", "name"), user)


def standing(teams: Iterable[int], *, day: date) -> set[int]:
    """Which of these teams somebody stands in that day."""
    return set(Placement.objects.filter(on_day(day), team__in=teams).values_list("team", flat=True).distinct())


def skill_cycles(user: Doer) -> QuerySet[Cycle]:
    """Cycles with levels, newest first: published ones, and preliminary ones for those who run them."""
    shown = Cycle.COMPUTED if appraisal.SEE_CYCLE.is_held_by(user) else (Cycle.State.PUBLISHED,)
    rows = Cycle.objects.filter(kind=Cycle.Kind.QUARTER, state__in=shown).select_related("policy", "framework")
    return rows.order_by("-period_end", "code")


def may_see_rated(user: Doer) -> bool:
    """Quality supervisors see what contacts show, not what raters gave."""
    return appraisal.SEE_RESULT.is_held_by(user)


@dataclass(frozen=True)
class Seat:
    """One person of the team on the period's last day; `result` where the reader may see it."""

    person: Person
    post: Post
    result: Result | None


@dataclass(frozen=True)
class HeatRow:
    """`few` names competencies observed in too few contacts for a mean, with how many."""

    seat: Seat
    is_newcomer: bool
    cells: Sequence[Seen | None]
    few: Mapping[str, int]


@dataclass(frozen=True)
class Mean:
    code: str
    now: Fraction | None
    n: int
    before: Fraction | None
    n_before: int


@dataclass(frozen=True)
class PostGaps:
    """Those of one post: they are held against one profile."""

    post: Post
    profile: Profile
    competencies: Sequence[Competency]
    rows: Sequence[HeatRow]
    findings: Sequence[Shortfall]
    before: Mapping[str, Shortfall]
    newcomers: Weakest | None
    all_meet: Sequence[str]
    means: Sequence[Mean]

    def column(self, code: str) -> list[tuple[HeatRow, Seen]]:
        place = [one.code for one in self.competencies].index(code)
        return [(row, cell) for row in self.rows if (cell := row.cells[place]) is not None]


@dataclass(frozen=True)
class TeamGaps:
    team: Team
    cycle: Cycle
    kind: str
    parts: Sequence[PostGaps]
    finals: Sequence[tuple[float, int, str]]
    cuts: Sequence[float]
    by_band: Sequence[tuple[str, int]]
    people: int
    scored: int
    earlier: Cycle | None
    earlier_scale: int | None  # the earlier one's version of the framework, where its levels had to be carried over
    stood: int  # who stood in the team on the period's last day, whether or not anything is known of them

    @property
    def has_intervals(self) -> bool:
        """Whether it can be told who is surely below."""
        rows = (row for part in self.parts for row in part.rows)
        return self.kind == OBSERVED or any(
            cell is not None and cell.has_interval for row in rows for cell in row.cells
        )

    @property
    def covered(self) -> int:
        """People with a level in anything at all."""
        return sum(any(cell is not None for cell in row.cells) for part in self.parts for row in part.rows)

    @property
    def speaks(self) -> bool:
        return speaks_for_all(self.covered, self.stood)


def team_gaps(team: Team, cycle: Cycle, user: Doer, *, kind: str = RATED) -> TeamGaps:
    kind = kind if may_see_rated(user) else OBSERVED
    seats = seats_of(team, cycle, user)
    earlier = skill_cycles(user).filter(period_end__lt=cycle.period_start).first()
    old_seats = seats_of(team, earlier, user) if earlier else []
    inner = sees_peers(user)
    scale = _Scale(cycle.framework, read_on(cycle.framework))
    cells = _cells(seats, cycle, kind, is_inner=inner, on=scale)
    old_cells = _cells(old_seats, earlier, kind, is_inner=inner, on=scale) if earlier else {}
    policy = parsed(cycle.policy)
    known = policy.bands if isinstance(policy, SkillPolicy) else ()
    finals = finals_of(seats, [band.code for band in known])
    return TeamGaps(
        team=team, cycle=cycle, kind=kind, parts=_parts(seats, cells, _by_post(old_seats, old_cells), cycle),
        finals=finals, cuts=[float(band.start.value) for band in known[:-1]], by_band=_by_band(seats, known),
        people=len(seats), scored=sum(count for _final, count, _tone in finals), earlier=earlier,
        earlier_scale=_moved(cycle, earlier) if earlier else None,
        stood=max(len(seats), _stood(team, cycle, seats)),
    )  # fmt: skip


def _moved(cycle: Cycle, earlier: Cycle) -> int | None:
    return None if is_same_scale(cycle.framework, earlier.framework) else earlier.framework.number


def with_intervals(team: Team, cycle: Cycle, user: Doer) -> str:
    """What is shown unless something else is asked for: levels whose intervals are known, where there are any."""
    scale = _Scale(cycle.framework, read_on(cycle.framework))
    cells = _cells(seats_of(team, cycle, user), cycle, OBSERVED, is_inner=False, on=scale)
    return OBSERVED if any(seen.has_interval for by_code in cells.values() for seen in by_code.values()) else RATED


def seats_of(team: Team, cycle: Cycle, user: Doer) -> list[Seat]:
    """By name: those who face customers; in a team without any, everybody."""
    seats = _all_seats(team, cycle, user)
    return [seat for seat in seats if seat.post.is_frontline] or seats


def _below(team: Team) -> set[int]:
    """Read once for all that one page asks of a team."""
    if "ids_below" not in vars(team):
        vars(team)["ids_below"] = team_and_below(team.pk)
    found: set[int] = vars(team)["ids_below"]
    return found


def _stood(team: Team, cycle: Cycle, seats: Sequence[Seat]) -> int:
    """Of the kind the seats are of."""
    rows = Placement.objects.filter(on_day(cycle.period_end), team__in=_below(team), post__isnull=False)
    if any(seat.post.is_frontline for seat in seats):
        rows = rows.filter(post__is_frontline=True)
    return rows.values("person").distinct().count()


def _all_seats(team: Team, cycle: Cycle, user: Doer) -> list[Seat]:
    """Whoever has a result this reader may see, else who stood there."""
    teams = _below(team)
    if may_see_rated(user):
        rows = results_seen_by(user).filter(participant__cycle=cycle, participant__placement__team__in=teams)
        rows = rows.select_related("level_margins").order_by("participant__person__name", "pk")
        return [Seat(row.participant.person, row.participant.post, row) for row in rows]
    stood = Placement.objects.filter(on_day(cycle.period_end), team__in=teams)
    stood = stood.select_related("person", "post").order_by("person__name", "pk")
    return [Seat(row.person, row.post, None) for row in stood if row.post]


class _Scale(NamedTuple):
    """A framework whose levels others are read on, and how."""

    framework: Framework
    read: Reader


def _cells(seats: Sequence[Seat], cycle: Cycle, kind: str, *, is_inner: bool, on: _Scale) -> Cells:
    """Levels read on the scale of `on`."""
    if kind == RATED:
        read = partial(on.read, cycle.framework_id)
        known = {"is_same": is_same_scale(on.framework, cycle.framework), "is_inner": is_inner}
        return {seat.person.pk: _rated(seat.result, read, **known) for seat in seats if seat.result}
    people = [seat.person.pk for seat in seats]
    observed = observed_levels(people, of=cycle, framework=on.framework, read=on.read)
    return {
        person: {code: Seen(one.mean, one.low, one.high, one.n) for code, one in by_code.items()}
        for person, by_code in observed.items()
    }


def _rated(result: Result, read: Callable[[str], str], *, is_same: bool, is_inner: bool) -> dict[str, Seen]:
    """A level carried over from another scale leaves its interval behind."""
    margins = shown_margins(result, to_rated=False, sees_peers=is_inner) if is_same else {}
    levels = shown_levels(result, to_rated=False, sees_peers=is_inner)
    exact = {code: exact_level(levels, code, read) for code in levels}
    return {
        code: Seen(value, *_interval(margins.get(code)), n=levels[code]["n_raters"], is_rated=True)
        for code, value in exact.items()
        if value is not None
    }


def _interval(margin: LevelMargin | None) -> tuple[float | None, float | None]:
    return (margin.low, margin.high) if margin else (None, None)


def _by_post(seats: Sequence[Seat], cells: Cells) -> dict[int, dict[str, list[Seen]]]:
    found: dict[int, dict[str, list[Seen]]] = {}
    for seat in seats:
        of_post = found.setdefault(seat.post.pk, defaultdict(list))
        for code, seen in cells.get(seat.person.pk, {}).items():
            if _is_enough(seen):
                of_post[code].append(seen)
    return found


def _is_enough(seen: Seen) -> bool:
    """An observed mean counts from three contacts on; a rated level says by itself that it suffices."""
    return seen.low is not None or seen.n >= SHOWN_FROM or seen.is_rated


def _parts(
    seats: Sequence[Seat], cells: Cells, before: Mapping[int, Mapping[str, Sequence[Seen]]], cycle: Cycle
) -> list[PostGaps]:
    posts = sorted({seat.post for seat in seats}, key=lambda post: (post.order, post.code))
    competencies, profiles = competencies_of(cycle.framework, posts), profiles_of(posts, cycle.framework)
    new = _newcomers([seat.person.pk for seat in seats], cycle.period_end)
    return [
        _part([seat for seat in seats if seat.post == post], cells, new, (profiles[post.pk], competencies[post.pk]),
              before.get(post.pk, {}))
        for post in posts
    ]  # fmt: skip


def _part(
    seats: Sequence[Seat], cells: Cells, new: set[int], asked: tuple[Profile, Sequence[Competency]],
    before: Mapping[str, Sequence[Seen]],
) -> PostGaps:  # fmt: skip
    profile, competencies = asked
    rows = [_row(seat, cells.get(seat.person.pk, {}), competencies, seat.person.pk in new) for seat in seats]
    by_code, of_new = _columns(rows, competencies), _columns([row for row in rows if row.is_newcomer], competencies)
    findings = shortfalls(by_code, profile.required)
    old = {one.code: shortfall(one.code, before[one.code], line=one.line) for one in findings if before.get(one.code)}
    return PostGaps(
        post=seats[0].post, profile=profile, competencies=competencies, rows=rows,
        findings=findings, before=old, newcomers=newcomers_weakest(of_new),
        all_meet=met_by_all(by_code, profile.required),
        means=[_mean(one.code, by_code, before) for one in competencies],
    )  # fmt: skip


def _row(seat: Seat, cells: Mapping[str, Seen], competencies: Sequence[Competency], is_newcomer: bool) -> HeatRow:  # noqa: FBT001
    shown = [cells.get(one.code) for one in competencies]
    few = {code: seen.n for code, seen in cells.items() if not _is_enough(seen)}
    return HeatRow(seat, is_newcomer, [one if one and _is_enough(one) else None for one in shown], few)


def _columns(rows: Iterable[HeatRow], competencies: Sequence[Competency]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = {one.code: [] for one in competencies}
    for row in rows:
        for competency, cell in zip(competencies, row.cells, strict=True):
            if cell is not None:
                found[competency.code].append(cell)
    return found


def _mean(code: str, now: Mapping[str, Sequence[Seen]], before: Mapping[str, Sequence[Seen]]) -> Mean:
    new, old = [one.value for one in now.get(code, [])], [one.value for one in before.get(code, [])]
    return Mean(code, mean_of(new), len(new), mean_of(old), len(old))


def _newcomers(people: Sequence[int], day: date) -> set[int]:
    recent = Employment.objects.filter(person__in=people, hired_on__gt=day - timedelta(days=NEWCOMER_DAYS))
    return set(recent.values_list("person_id", flat=True))


def finals_of(seats: Iterable[Seat], codes: Sequence[str]) -> list[tuple[float, int, str]]:
    """(final, how many, tone), lowest first."""
    counts: dict[tuple[float, str], int] = defaultdict(int)
    for seat in seats:
        if seat.result and seat.result.final is not None:
            counts[(float(seat.result.final), bands.tone(seat.result.band, codes))] += 1
    return [(score, count, tone) for (score, tone), count in sorted(counts.items())]


def _by_band(seats: Iterable[Seat], known: Sequence[Band]) -> list[tuple[str, int]]:
    """Every band from the highest down, also where nobody is in it."""
    found = Counter(seat.result.band for seat in seats if seat.result and seat.result.final is not None)
    return [(band.code, found[band.code]) for band in known]


@dataclass(frozen=True)
class TeamLine:
    """One line of the list: how many stand there, and how the last published cycle went."""

    team: Team
    scored: int
    counts: Mapping[str, int]


def team_lines(teams: Sequence[Team], cycle: Cycle | None, user: Doer) -> list[TeamLine]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    if cycle and may_see_rated(user):
        rows = results_seen_by(user).filter(participant__cycle=cycle, participant__placement__team__in=teams)
        counted = rows.order_by().values("participant__placement__team", "band").annotate(count=Count("pk"))
        for row in counted:
            found[row["participant__placement__team"]][row["band"]] = row["count"]
    return [TeamLine(team, sum(n for band, n in found[team.pk].items() if band), found[team.pk]) for team in teams]
