"""The draw: systematic within a stratum, ordered by week and then by chance, so that anybody can repeat it.

A stratum's n contacts are in the order of their weeks, within a week in that of SHA-256 of `seed|contact id`; the one
at place i is drawn when (i·k + h) mod n < k, where h is SHA-256 of `seed|stratum` modulo n. So exactly k are drawn, each
with the chance k/n. Only the weeks that are drawn from need be put in order.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import polars as pl

from hengcai.base.errors import NotValid
from hengcai.quality.rules.sampling.contacts import ORDINARY
from hengcai.quality.rules.sampling.plan import MOST_RULES, Plan, Roster

MOST_WEEKS = 100_000  # since 1970, and more than there will be

if TYPE_CHECKING:
    Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stratum:
    """`rule` is None for an agent's ordinary stratum."""

    id: str
    agent: str
    rule: str | None
    n: int
    k: int

    @property
    def inclusion(self) -> str:
        return f"{self.k}/{self.n}"

    def places(self, seed: int) -> "Places":
        """Of the contacts drawn: i is drawn where i·k + h has just passed a multiple of n."""
        start = int(sha256(f"{seed}|{self.id}".encode()).hexdigest(), 16) % self.n
        if not self.k:
            return np.empty(0, np.int64)
        passed = np.arange(self.k, dtype=np.int64) + int(start >= self.k)
        return -((start - passed * self.n) // self.k)


Call = Callable[[Stratum], Stratum]


@dataclass(frozen=True, slots=True)
class Pick:
    contact: str
    stratum: Stratum


@dataclass(frozen=True, slots=True)
class Short:
    """Whose ordinary stratum holds fewer contacts than are wanted of it."""

    agent: str
    wanted: int
    found: int


@dataclass(frozen=True, slots=True)
class Drawn:
    strata: tuple[Stratum, ...]
    picks: tuple[Pick, ...]
    short: tuple[Short, ...]


def draw(frame: pl.DataFrame, plan: Plan, *, roster: Roster, seed: int, called: Call | None = None) -> Drawn:
    """`frame` as `Contacts` gives it; `called` names the strata of a single week and says how many are drawn."""
    rows = _by_week(frame)
    found = tuple(map(called, strata(rows, plan, roster)) if called else strata(rows, plan, roster))
    return Drawn(found, tuple(_picks(rows, found, seed)), tuple(_short(found, plan, roster)))


def _by_week(frame: pl.DataFrame) -> pl.DataFrame:
    """By agent, rule and week; `week` tells them all apart in one number, which sorts a million rows six times as fast
    as the three columns do."""
    agents = pl.col("agent").cast(pl.Enum(frame["agent"].unique().sort())).to_physical().cast(pl.Int64())
    stratum = agents * MOST_RULES + pl.col("rule") - ORDINARY
    week = pl.col("monday").to_physical() // 7
    return frame.with_columns(week=stratum * MOST_WEEKS + week).sort("week")


def strata(rows: pl.DataFrame, plan: Plan, roster: Roster) -> Iterator[Stratum]:
    """Agents by their ids; of each the ordinary one first, then those of the rules in the plan's order."""
    seen: set[str] = set()
    sizes = rows.group_by("agent", "rule", maintain_order=True).len()
    for agent, place, n in sizes.iter_rows():
        if place == ORDINARY:
            found = Stratum(agent, agent, None, n, min(roster.wanted(agent, plan), n))
        else:
            rule = plan.rules[place]
            found = Stratum(f"{agent}|{rule.name}", agent, rule.name, n, rule.drawn_of(n))
        if found.id in seen:
            raise NotValid("sampling.stratum_twice", value=found.id)
        seen.add(found.id)
        yield found


def _picks(rows: pl.DataFrame, found: tuple[Stratum, ...], seed: int) -> Iterator[Pick]:
    starts = np.cumsum([0, *(stratum.n for stratum in found)])
    drawn = [start + stratum.places(seed) for start, stratum in zip(starts, found, strict=False)]
    if not drawn:
        return
    places = np.concatenate(drawn)
    contacts = _ordered(rows, places, seed)
    owners = np.repeat(np.arange(len(found)), [stratum.k for stratum in found])
    for contact, owner in zip(contacts, owners.tolist(), strict=True):
        yield Pick(contact, found[owner])


def _ordered(rows: pl.DataFrame, places: "Places", seed: int) -> list[str]:
    """Which contacts come to stand at these places once every week drawn from is put in order."""
    weeks = rows["week"].rle_id().to_numpy()
    is_hit = np.zeros(int(weeks[-1]) + 1 if weeks.size else 0, bool)
    is_hit[weeks[places]] = True
    there = np.flatnonzero(is_hit[weeks])
    ids = rows["id"].gather(there)
    chance = pl.Series("chance", [sha256(f"{seed}|{one}".encode()).digest() for one in ids], dtype=pl.Binary())
    ordered = pl.DataFrame([ids, chance, pl.Series("week", weeks[there])]).sort("week", "chance")["id"]
    found: list[str] = ordered.gather(np.searchsorted(there, places)).to_list()
    return found


def _short(found: tuple[Stratum, ...], plan: Plan, roster: Roster) -> Iterator[Short]:
    ordinary: Mapping[str, int] = {one.agent: one.n for one in found if one.rule is None}
    for agent in sorted({one.agent for one in found} | roster.employed):
        wanted, n = roster.wanted(agent, plan), ordinary.get(agent, 0)
        if n < wanted:
            yield Short(agent, wanted, n)
