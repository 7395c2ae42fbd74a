"""Who goes to which session: as much weight of needs as fits, proved or with the gap to what could at best be reached.

An integer programme: a 0/1 variable for each person and session that can go together; a person takes a course once and sits
nowhere twice at once, a session has its places, and of each team's people on shift in each quarter of an hour at most so
many are away. Solved by HiGHS through `scipy.optimize.milp` (branch and bound; its dual bound is what proves the gap).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

SLOT = timedelta(minutes=15)
OFF_DUTY, AWAY, TAUGHT, NO_SESSION, FULL, TWICE, UNDERSTAFFED = (
    "off_duty",
    "away",
    "taught",
    "no_session",
    "full",
    "twice",
    "understaffed",
)


@dataclass(frozen=True)
class Want:
    """Somebody's need of a course; a greater weight goes first."""

    person: int
    course: str
    weight: int


@dataclass(frozen=True)
class Meeting:
    id: int
    course: str
    starts_at: datetime
    ends_at: datetime
    places: int


@dataclass(frozen=True)
class Duty:
    """A time somebody is on shift, for a team; or cannot come, since they are away or in other training."""

    starts_at: datetime
    ends_at: datetime
    team: int | None = None
    is_training: bool = False

    def holds(self, meeting: Meeting) -> bool:
        return self.starts_at <= meeting.starts_at and meeting.ends_at <= self.ends_at


@dataclass(frozen=True)
class Rota:
    """`duties`: person → shifts; whoever has none in the whole time is taken as free. `away`: person → times they cannot come.
    At most `away_share` of a team's people on shift are in training at once, and always one may be."""

    duties: Mapping[int, Sequence[Duty]] = field(default_factory=dict)
    away: Mapping[int, Sequence[Duty]] = field(default_factory=dict)
    away_share: float = 0.1


@dataclass(frozen=True)
class Timetable:
    """`seats`: (person, course) → session. `left_out`: the rest, with why. `gap`: 0 where nothing better exists."""

    seats: Mapping[tuple[int, str], int]
    left_out: Mapping[tuple[int, str], str]
    weight: int
    bound: float
    gap: float
    is_optimal: bool


def timetable(wants: Sequence[Want], meetings: Sequence[Meeting], rota: Rota, *, seconds: float = 15.0) -> Timetable:
    """Within so many seconds; the same input gives the same timetable unless time runs out."""
    pairs, barred = _pairs(wants, meetings, rota)
    if not pairs:
        return Timetable({}, _reasons(wants, barred, {}), 0, 0.0, 0.0, is_optimal=True)
    rows = [*_once(pairs), *_places(pairs), *_apart(pairs), *_staffed(pairs, rota)]
    taken, bound = _solved(pairs, rows, seconds)
    seats = {(pair.want.person, pair.want.course): pair.meeting.id for pair in taken}
    weight = sum(pair.want.weight for pair in taken)
    gap = max(bound - weight, 0.0) / max(bound, 1.0)
    left = _reasons(wants, barred, seats) if len(seats) < len(wants) else {}
    told = _told(left, pairs, seats, rows, taken)
    return Timetable(seats, told, weight, bound, gap, is_optimal=gap < 1e-6)


@dataclass(frozen=True)
class _Pair:
    want: Want
    meeting: Meeting
    duty: Duty | None


_Row = tuple[str, list[int], int]  # why it binds, variables, how many of them at most


def _pairs(
    wants: Sequence[Want], meetings: Sequence[Meeting], rota: Rota
) -> tuple[list[_Pair], dict[tuple[int, str], str]]:
    by_course: dict[str, list[Meeting]] = defaultdict(list)
    for one in meetings:
        by_course[one.course].append(one)
    pairs, barred = [], {}
    for want in wants:
        found = [_pair(want, one, rota) for one in by_course[want.course]]
        able = [one for one in found if isinstance(one, _Pair)]
        pairs += able
        if not able:
            said = [one for one in found if isinstance(one, str)]
            barred[want.person, want.course] = said[0] if said else NO_SESSION
    return pairs, barred


def _pair(want: Want, meeting: Meeting, rota: Rota) -> _Pair | str:
    across = Duty(meeting.starts_at, meeting.ends_at)
    for one in rota.away.get(want.person, ()):
        if one.starts_at < across.ends_at and across.starts_at < one.ends_at:
            return TAUGHT if one.is_training else AWAY
    duties = rota.duties.get(want.person)
    if duties is None:
        return _Pair(want, meeting, None)
    duty = next((one for one in duties if one.holds(meeting)), None)
    return _Pair(want, meeting, duty) if duty else OFF_DUTY


def _once(pairs: Sequence[_Pair]) -> Iterable[_Row]:
    return _grouped("once", pairs, lambda one: [(one.want.person, one.want.course)], lambda _key: 1)


def _places(pairs: Sequence[_Pair]) -> Iterable[_Row]:
    places = {one.meeting.id: one.meeting.places for one in pairs}
    return _grouped(FULL, pairs, lambda one: [one.meeting.id], lambda key: places[key])


def _apart(pairs: Sequence[_Pair]) -> Iterable[_Row]:
    """Of sessions that overlap at one moment, one; asked at each session's start, which is enough."""
    starts = sorted({one.meeting.starts_at for one in pairs})

    def keys(one: _Pair) -> list[Any]:
        return [(one.want.person, at) for at in starts if one.meeting.starts_at <= at < one.meeting.ends_at]

    return (row for row in _grouped(TWICE, pairs, keys, lambda _key: 1) if len(row[1]) > 1)


def _staffed(pairs: Sequence[_Pair], rota: Rota) -> Iterable[_Row]:
    on_shift = _on_shift(pairs, rota)

    def keys(one: _Pair) -> list[Any]:
        if one.duty is None or one.duty.team is None:
            return []
        return [(one.duty.team, at) for at in _slots(one.meeting.starts_at, one.meeting.ends_at)]

    def most(key: Any) -> int:
        return max(int(on_shift[key] * rota.away_share + 1e-9), 1)  # 100 people, 0.29: 29, not 28.999…

    return _distinct(row for row in _grouped(UNDERSTAFFED, pairs, keys, most) if len(row[1]) > row[2])


def _distinct(rows: Iterable[_Row]) -> Iterable[_Row]:
    """Quarters of an hour with the same people and the same limit say the same."""
    seen = set()
    for why, members, most in rows:
        key = (tuple(members), most)
        if key not in seen:
            seen.add(key)
            yield why, members, most


def _on_shift(pairs: Sequence[_Pair], rota: Rota) -> dict[Any, int]:
    """(team, quarter of an hour) in which somebody might be away → people on shift then."""
    wanted = {at for one in pairs for at in _slots(one.meeting.starts_at, one.meeting.ends_at)}
    found: dict[Any, int] = defaultdict(int)
    for duties in rota.duties.values():
        # shifts that overlap are one person
        there = {
            (duty.team, at) for duty in duties for at in wanted if duty.starts_at < at + SLOT and at < duty.ends_at
        }
        for key in there:
            found[key] += 1
    return found


def _slots(starts_at: datetime, ends_at: datetime) -> list[datetime]:
    """Quarters of the clock it touches: sessions that begin at 9:00 and 9:10 share the first."""
    first = starts_at - (starts_at - starts_at.replace(minute=0, second=0, microsecond=0)) % SLOT
    count = -(-(ends_at - first) // SLOT)
    return [first + SLOT * n for n in range(int(count))]


def _grouped(why: str, pairs: Sequence[_Pair], keys: Any, most: Any) -> Iterable[_Row]:
    found: dict[Any, list[int]] = defaultdict(list)
    for place, one in enumerate(pairs):
        for key in keys(one):
            found[key].append(place)
    return ((why, members, most(key)) for key, members in found.items())


def _solved(pairs: Sequence[_Pair], rows: Sequence[_Row], seconds: float) -> tuple[list[_Pair], float]:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    at = [(number, place) for number, (_why, members, _most) in enumerate(rows) for place in members]
    matrix = csr_array(
        (np.ones(len(at)), ([one[0] for one in at], [one[1] for one in at])), shape=(len(rows), len(pairs))
    )
    weights = np.array([one.want.weight for one in pairs], dtype=float)
    limits = np.array([most for _why, _members, most in rows], dtype=float)
    found = milp(
        -weights, constraints=LinearConstraint(matrix, -np.inf, limits), integrality=np.ones(len(pairs), dtype=np.int64),
        bounds=Bounds(0, 1), options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )  # fmt: skip
    if found.x is None:  # nothing within the time: an empty timetable fits, and says how far it may be off
        return [], float(weights.sum())
    taken = [pair for pair, value in zip(pairs, found.x, strict=True) if value > 0.5]
    return taken, -float(found.mip_dual_bound)


def _reasons(
    wants: Sequence[Want], barred: Mapping[tuple[int, str], str], seats: Mapping[tuple[int, str], int]
) -> dict[tuple[int, str], str]:
    keys = [(one.person, one.course) for one in wants]
    return {key: barred.get(key, FULL) for key in keys if key not in seats}


def _told(
    left: Mapping[tuple[int, str], str], pairs: Sequence[_Pair], seats: Mapping[tuple[int, str], int], rows: Sequence[_Row],
    taken: Sequence[_Pair],
) -> dict[tuple[int, str], str]:  # fmt: skip
    """What stands in the way of who had a session to go to: the first limit that is reached in the session nearest to free."""
    chosen = set(map(id, taken))
    used = {n: sum(id(pairs[place]) in chosen for place in members) for n, (_why, members, _most) in enumerate(rows)}
    binding: dict[tuple[int, str], list[str]] = defaultdict(list)
    of_place: dict[int, list[str]] = defaultdict(list)
    for n, (why, members, most) in enumerate(rows):
        if used[n] >= most:
            for place in members:
                of_place[place].append(why)
    for place, pair in enumerate(pairs):
        key = (pair.want.person, pair.want.course)
        if key in left and of_place[place]:
            binding[key].append(of_place[place][0])
    return {key: binding[key][0] if binding.get(key) else why for key, why in left.items()}
