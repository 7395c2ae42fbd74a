"""A draft policy tried on a published cycle: who would stand in another band, by team, and what it would cost."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Policy, Result
from hengcai.appraisal.parsing import parsed, policy_kind
from hengcai.appraisal.rules import what_if as rules
from hengcai.appraisal.rules.policy import MonthPolicy
from hengcai.appraisal.rules.what_if import Cost, Scored, Tried
from hengcai.base.errors import NotValid
from hengcai.base.permissions import Doer
from hengcai.people.models import Person

SMALL_TEAM = 5  # below it, only who may see everybody's result there is told how it would change
FIELDS = (
    "pk", "participant__person_id", "participant__placement__team_id", "participant__placement__team__name", "final", "band",
    "inputs",
)  # fmt: skip


@dataclass(frozen=True)
class TeamTried:
    """`people` None: too few to be told to this reader."""

    name: str
    people: int | None
    up: int = 0
    down: int = 0
    gained: int = 0  # a score where there was none
    lost: int = 0


@dataclass(frozen=True)
class PersonTried:
    person: Person
    team: str
    before: Scored
    after: Scored


@dataclass(frozen=True)
class WhatIf:
    """`unlike`: people whose result does not come out again from what was kept; they are in no figure."""

    cycle: Cycle
    people: int
    bands: Sequence[str]
    moves: Mapping[tuple[str, str], int]
    teams: Sequence[TeamTried]
    moved: Sequence[PersonTried]
    unnamed: int
    unlike: int
    untried: Sequence[str]
    cost: Cost | None

    @property
    def changed(self) -> int:
        return sum(count for (before, after), count in self.moves.items() if before != after)


def cycles_to_try(policy: Policy) -> list[Cycle]:
    """Published ones of its kind with their own results, the newest first."""
    rows = Cycle.objects.filter(state=Cycle.State.PUBLISHED).exclude(kind="year").select_related("policy")
    return [one for one in rows.order_by("-period_end", "-pk")[:60] if policy_kind(one.kind) == policy.kind]


def what_if(draft: Policy, cycle: Cycle, user: Doer, *, base: Mapping[int, Fraction] | None = None) -> WhatIf:
    """`base`: person → base of the performance pay, where it is known."""
    before, after = parsed(cycle.policy), parsed(draft)
    now, under = rules.trial_of(before), rules.trial_of(after)
    rows = Result.objects.filter(participant__cycle=cycle, is_current=True).order_by("pk")
    seen = set(permissions.SEE_RESULT.rows(rows, user).values_list("pk", flat=True))
    names: dict[int | None, str] = {None: ""}
    tried: list[Tried] = []
    keys: list[int] = []
    unlike = 0
    for key, person, team, name, final, band, inputs in rows.values_list(*FIELDS).iterator(chunk_size=2000):
        own, fresh = _scored(now, inputs), _scored(under, inputs)
        if own is None or fresh is None or not _is_like(own, final, band):
            unlike += 1
            continue
        names[team] = name or ""
        tried.append(Tried(person, team, own, fresh))
        keys.append(key)
    told = [one for one, key in zip(tried, keys, strict=True) if one.is_moved and key in seen]
    codes = _bands(before, after)
    return WhatIf(
        cycle=cycle, people=len(tried), bands=codes, moves=rules.moves(tried),
        teams=_teams(tried, keys, seen, names, codes), moved=_named(told, names),
        unnamed=sum(one.is_moved for one in tried) - len(told), unlike=unlike, untried=rules.untried(before, after),
        cost=rules.cost(tried, before, after, base or {}) if draft.kind == Policy.Kind.MONTHLY else None,
    )  # fmt: skip


def _scored(trial: Callable[[Mapping[str, Any]], Scored], inputs: Mapping[str, Any]) -> Scored | None:
    """None where a kept figure cannot be one under this policy."""
    try:
        return trial(inputs)
    except NotValid:
        return None


def _is_like(own: Scored, final: Decimal | None, band: str) -> bool:
    """Whether what was kept comes to what was published."""
    if own.final is None or final is None:
        return own.final is None and final is None
    return own.band == band and Decimal(own.final) == final


def _bands(before: rules.Policy, after: rules.Policy) -> list[str]:
    """Best first; a band of one version only stands where that has it."""
    both = (one.grades if isinstance(one, MonthPolicy) else one.bands for one in (before, after))
    lists = [[band.code for band in found] for found in both]
    return list(dict.fromkeys([*lists[1], *lists[0], rules.NO_SCORE]))


def _teams(
    tried: Sequence[Tried], keys: Sequence[int], seen: set[int], names: Mapping[int | None, str], codes: Sequence[str]
) -> list[TeamTried]:
    of_team: dict[int | None, list[tuple[Tried, int]]] = defaultdict(list)
    for one, key in zip(tried, keys, strict=True):
        of_team[one.team].append((one, key))
    rank = {code: place for place, code in enumerate(codes)}
    found = []
    for team, members in sorted(of_team.items(), key=lambda pair: (names[pair[0]] == "", names[pair[0]])):
        if len(members) < SMALL_TEAM and not all(key in seen for _one, key in members):
            found.append(TeamTried(names[team], None))
            continue
        how = Counter(_way(one, rank) for one, _key in members if one.is_moved)
        found.append(TeamTried(names[team], len(members), how["up"], how["down"], how["gained"], how["lost"]))
    return found


def _way(one: Tried, rank: Mapping[str, int]) -> str:
    if rules.NO_SCORE in (one.before.band, one.after.band):
        return "gained" if one.before.band == rules.NO_SCORE else "lost"
    return "up" if rank[one.after.band] < rank[one.before.band] else "down"


def _named(told: Sequence[Tried], names: Mapping[int | None, str]) -> list[PersonTried]:
    """By name: no order of merit."""
    people: dict[int, Person] = {}
    keys = [one.person for one in told]
    for start in range(0, len(keys), 900):
        rows: QuerySet[Person] = Person.objects.filter(pk__in=keys[start : start + 900])
        people |= {row.pk: row for row in rows}
    found = [PersonTried(people[one.person], names[one.team], one.before, one.after) for one in told]
    return sorted(found, key=lambda one: (one.person.name_key, one.person.number))
