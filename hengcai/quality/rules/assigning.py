"""Who scores what of a drawn plan: loads by the time each has, nobody whom they may not hear, and of what nobody may
hear why not. The sharing out itself is that of `hengcai sample`, so the same picks and seed give the same."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Any

from hengcai.quality.rules.sampling.plan import Analyst, Plan

if TYPE_CHECKING:
    from hengcai.quality.rules.sampling.assigning import Assigned
    from hengcai.quality.rules.sampling.draw import Pick

OWN, LED, TEAM, NAMED, AWAY = "own", "led", "team", "named", "away"
ONE = Fraction(1)
Why = tuple[tuple[str, str], ...]
"""Of each analyst by name, what keeps them from it."""


@dataclass(frozen=True)
class Hearer:
    """An analyst of a plan. `present`: how much of the days to score they are there, by the `hours` of their `shifts`
    where these are known; `barred`: agent → why they do not hear them; `held`: rechecks that lie with them already."""

    name: str
    capacity: Fraction
    present: Fraction = ONE
    barred: Mapping[str, str] = field(default_factory=dict)
    shifts: int = 0
    hours: Fraction | None = None
    held: int = 0

    @property
    def weight(self) -> Fraction:
        return self.capacity * self.present

    def keeps_from(self, agent: str) -> str:
        """Empty: nothing."""
        return self.barred.get(agent, "") or ("" if self.present else AWAY)


@dataclass(frozen=True)
class Shared:
    """`unplaced`: agent → how many of theirs nobody may hear, and why; `doubles_missing`: how many second hearings less
    than the plan asks for, because one analyst alone may hear them."""

    assigned: "Assigned"
    unplaced: Mapping[str, tuple[int, Why]]
    doubles_missing: int


def share_out(picks: "Sequence[Pick]", hearers: Iterable[Hearer], plan: Plan, *, seed: int) -> Shared:
    from hengcai.quality.rules.sampling.assigning import assign  # heavy: it loads the tables of the draw

    there = [one for one in hearers if one.capacity]
    found = assign(picks, [_as_analyst(one) for one in there], plan, seed=seed)
    left = Counter(pick.stratum.agent for pick, (first, _) in zip(picks, found.pairs, strict=True) if first is None)
    unplaced = {agent: (n, why_nobody(agent, there)) for agent, n in sorted(left.items())}
    made = sum(second is not None for _first, second in found.pairs)
    return Shared(found, unplaced, max(0, ceil(plan.double_share * len(picks)) - made))


def _as_analyst(one: Hearer) -> Analyst:
    return Analyst(one.name, one.weight, frozenset(one.barred), one.held)


def why_nobody(agent: str, hearers: Iterable[Hearer]) -> Why:
    return tuple((one.name, one.keeps_from(agent)) for one in hearers if one.keeps_from(agent))


def told(hearers: Iterable[Hearer]) -> list[dict[str, object]]:
    """As a draw keeps them: what its assignment rests on."""
    return [_told(one) for one in hearers]


def _told(one: Hearer) -> dict[str, object]:
    """Hours only of those who have shifts, rechecks only of those who have any."""
    by_hours = {} if one.hours is None else {"shifts": one.shifts, "hours": str(one.hours)}
    held = {"held": one.held} if one.held else {}
    own = {"analyst": one.name, "capacity": str(one.capacity), "present": str(one.present), "barred": dict(one.barred)}
    return own | by_hours | held


def kept(rows: Iterable[Mapping[str, Any]]) -> list[Hearer]:
    return [
        Hearer(
            str(row["analyst"]), Fraction(row["capacity"]), Fraction(row["present"]), dict(row["barred"]),
            row.get("shifts", 0), Fraction(row["hours"]) if "hours" in row else None,
            row.get("held", 0),
        )
        for row in rows
    ]  # fmt: skip
