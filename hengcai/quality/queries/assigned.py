"""How a drawn plan is assigned: who gets how much of the time they have, what nobody may score and why, and whether
severities will be separable."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil

from django.db.models import Count, Q

from hengcai.accounts.models import User
from hengcai.base.decimals import round_half_up
from hengcai.quality.drawing import read_analysts, read_text
from hengcai.quality.drawn_models import Draw, Pick, SamplingPlan
from hengcai.quality.rules.assigning import Hearer, Why, kept, why_nobody
from hengcai.quality.rules.sampling.loads import due

FEW = 5  # a pair that heard fewer contacts in common says little by itself
Pairs = Sequence[tuple[int | None, int | None, int]]
"""First and second analyst, and how many contacts they hear."""
Rows = Sequence[tuple[int, int | None, int | None, int]]
"""The draw before them."""


@dataclass(frozen=True)
class Separable:
    """`lacking`: pairs that hear fewer than `FEW` contacts in common; `groups` more than one: their severities cannot be
    compared with each other, and `needed` contacts more scored by two of them would join them."""

    groups: tuple[tuple[str, ...], ...]
    lacking: tuple[tuple[str, str, int], ...]

    @property
    def is_connected(self) -> bool:
        return len(self.groups) <= 1

    @property
    def needed(self) -> int:
        return max(0, len(self.groups) - 1)


@dataclass(frozen=True)
class Share:
    """`due`: what falls to them by capacity and time at work; `hours`: of their shifts on the days to score, None where
    days were counted; `barred`: reason → how many agents; `held`: rechecks that lay with them already."""

    name: str
    capacity: Fraction
    present: Fraction
    count: int
    seconds: int
    due: Fraction
    barred: Mapping[str, int]
    shifts: int = 0
    hours: Fraction | None = None
    held: int = 0

    @property
    def due_rounded(self) -> str:
        return round_half_up(self.due, 1)

    @property
    def is_away(self) -> bool:
        return self.present < 1


@dataclass(frozen=True)
class Unplaced:
    """Contacts of one agent that nobody of the plan may score."""

    agent: str
    number: str
    count: int
    why: Why


@dataclass(frozen=True)
class Preview:
    plan: SamplingPlan
    picks: int
    doubles: int
    doubles_missing: int
    shares: Sequence[Share]
    unplaced: Sequence[Unplaced]
    separable: Separable
    within: int

    @property
    def uneven(self) -> list[Share]:
        return [one for one in self.shares if abs(one.count - one.due) > self.within]

    @property
    def unplaced_count(self) -> int:
        return sum(one.count for one in self.unplaced)


def preview(plan: SamplingPlan) -> Preview:
    """Over all its draws, in a handful of queries however many picks."""
    read, draws = read_text(plan.text), list(plan.draws.order_by("pk"))
    rows = _counted(plan)
    pairs = [(one, other, n) for _draw, one, other, n in rows]
    doubles = sum(n for _draw, _one, other, n in rows if other)
    by_draw = Counter[int]()
    for draw, _one, _other, n in rows:
        by_draw[draw] += n
    wanted = sum(ceil(read.double_share * n) for n in by_draw.values())
    hearing = [kept(draw.hearers) or _told(plan) for draw in draws]
    return Preview(
        plan=plan,
        picks=sum(by_draw.values()),
        doubles=doubles,
        doubles_missing=max(0, wanted - doubles),
        shares=_shares(hearing, rows, draws),
        unplaced=_unplaced(plan, {draw.pk: some for draw, some in zip(draws, hearing, strict=True)}),
        separable=separable(_named(hearing), pairs),
        within=read.load_within * max(1, len(draws)),
    )


def _told(plan: SamplingPlan) -> list[Hearer]:
    """Of a draw that kept nothing of it: as the plan names them."""
    return [Hearer(one.name, one.capacity) for one in read_analysts(plan.analysts)]


def _named(hearing: Iterable[Sequence[Hearer]]) -> list[User]:
    """Everybody a draw counted on, by name."""
    names = {one.name for some in hearing for one in some if one.capacity}
    return list(User.objects.filter(username__in=names).order_by("name", "pk"))


def separable(users: Sequence[User], pairs: Pairs) -> Separable:
    """By `linking` of measurement: one contact that two hear stands for all they have in common, which joins no less."""
    shared = Counter[frozenset[int]]()
    for one, other, n in pairs:
        if one and other:
            shared[frozenset((one, other))] += n
    lacking = tuple(
        (one.name, other.name, shared[frozenset((one.pk, other.pk))])
        for one, other in combinations(users, 2)
        if shared[frozenset((one.pk, other.pk))] < FEW
    )
    return Separable(_groups(users, shared), lacking)


def _groups(users: Sequence[User], shared: Mapping[frozenset[int], int]) -> tuple[tuple[str, ...], ...]:
    from hengcai.measurement.linking import linking  # heavy: lists and drafts do without

    known = {user.pk for user in users}
    ties = [sorted(pair) for pair in shared if pair <= known]
    rows = [(user.pk, f"alone {user.pk}") for user in users]
    rows += [(who, f"both {at}") for at, pair in enumerate(ties) for who in pair]
    if not rows:
        return ()
    analysts, contacts = zip(*rows, strict=True)
    found = linking({"analyst": analysts, "contact": contacts})
    return tuple(tuple(user.name for user in users if user.pk in set(subset["analyst"])) for subset in found.subsets)


def due_by_name(plan: SamplingPlan, draws: Sequence[Draw], rows: Rows) -> Mapping[str, Fraction]:
    """Username → what of all its draws falls to them."""
    return _dues([kept(draw.hearers) or _told(plan) for draw in draws], rows, draws)


def _counted(plan: SamplingPlan) -> Rows:
    live = Pick.objects.filter(draw__plan=plan, replaced_by=None).order_by()
    return list(live.values_list("draw", "analyst", "second").annotate(n=Count("pk")))


def _dues(hearing: Sequence[Sequence[Hearer]], rows: Rows, draws: Sequence[Draw]) -> Mapping[str, Fraction]:
    """Reckoned draw by draw: capacity and time at work may differ from one to the next."""
    total = Counter[int]()
    for at, analyst, other, n in rows:
        total[at] += n * (bool(analyst) + bool(other))
    found: dict[str, Fraction] = defaultdict(Fraction)
    for draw, some in zip(draws, hearing, strict=True):
        falls = due(total[draw.pk], [one.weight for one in some], [one.held for one in some])
        for one, own in zip(some, falls, strict=True):
            found[one.name] += own
    return found


def _shares(hearing: Sequence[Sequence[Hearer]], rows: Rows, draws: Sequence[Draw]) -> list[Share]:
    first, second = Counter[int](), Counter[int]()
    for _at, analyst, other, n in rows:
        first[analyst or 0] += n
        second[other or 0] += n
    dues = _dues(hearing, rows, draws)
    newest = {one.name: one for some in hearing for one in some if one.capacity}
    return [
        _share(user, newest[user.username], (first[user.pk], second[user.pk]), dues[user.username])
        for user in _named(hearing)
    ]


def _share(user: User, one: Hearer, counts: tuple[int, int], falls: Fraction) -> Share:
    barred = Counter(one.barred.values())
    return Share(
        user.name, one.capacity, one.present, sum(counts), counts[1], falls, barred, one.shifts, one.hours, one.held
    )


def _unplaced(plan: SamplingPlan, hearing: Mapping[int, Sequence[Hearer]]) -> list[Unplaced]:
    left = Pick.objects.filter(Q(draw__plan=plan, replaced_by=None, analyst=None)).order_by("contact__agent__number")
    rows = left.values_list("contact__agent__name", "contact__agent__number", "draw").annotate(n=Count("pk"))
    names = {user.username: user.name for user in _named(hearing.values())}
    found: dict[tuple[str, str, Why], int] = defaultdict(int)
    for name, number, draw, n in rows:
        able = [one for one in hearing[draw] if one.capacity]
        why = tuple((names.get(who, who), reason) for who, reason in why_nobody(number, able))
        found[name, number, why] += n
    return [Unplaced(name, number, n, why) for (name, number, why), n in found.items()]
