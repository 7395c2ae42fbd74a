"""The draw of one round: the plain draw for a whole period, else strata named after their week, with a k of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from hengcai.quality.rules.sampling.contacts import ORDINARY
from hengcai.quality.rules.sampling.draw import Drawn, Stratum, draw
from hengcai.quality.rules.sampling.plan import Plan, Roster
from hengcai.quality.rules.sampling.rounds import Round, part_of_week

Sizes = Mapping[tuple[str, str | None], tuple[int, int]]


def draw_round(
    frame: pl.DataFrame, plan: Plan, this: Round, *, roster: Roster, seed: int, before: Sizes | None = None
) -> Drawn:
    """`frame`: the contacts of this round alone; `before`: n and k of the strata that were drawn in time, by agent and
    rule. The whole period in time is the plain draw."""
    if this == Round():
        return draw(frame, plan, roster=roster, seed=seed)
    counts = _Counts(plan, this, roster, seed, before or {})
    return draw(frame, plan, roster=roster, seed=seed, called=counts.of)


@dataclass(frozen=True, slots=True)
class _Counts:
    plan: Plan
    round: Round
    roster: Roster
    seed: int
    before: Sizes

    def of(self, found: Stratum) -> Stratum:
        return replace(found, id=self.round.called(found.agent, found.rule), k=min(found.n, self._k(found)))

    def _k(self, found: Stratum) -> int:
        """Late ones are drawn at the rate of those that were there in time."""
        known = self.before.get((found.agent, found.rule))
        if self.round.number and known:
            n, k = known
            return -(-k * found.n // n)
        return self._settled(found)

    def _settled(self, found: Stratum) -> int:
        rule = next((one for one in self.plan.rules if one.name == found.rule), None)
        if rule and rule.share is not None:
            return rule.drawn_of(found.n)
        wanted = self.roster.wanted(found.agent, self.plan) if rule is None else rule.per_agent or 0
        if self.round.week is None:
            return wanted
        key = Round().called(found.agent, found.rule)
        return part_of_week(wanted, self.plan, self.round.week, seed=self.seed, key=key)


def of_stratum(frame: pl.DataFrame, plan: Plan, agent: str, rule: str | None) -> list[tuple[str, date]]:
    """The contacts of one stratum, with their Mondays."""
    names = [one.name for one in plan.rules]
    place = ORDINARY if rule is None else names.index(rule)
    found = frame.filter((pl.col("agent") == agent) & (pl.col("rule") == place))
    return list(found.select("id", "monday").iter_rows())
