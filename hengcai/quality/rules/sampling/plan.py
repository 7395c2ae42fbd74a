"""A sampling plan as it was checked."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import ceil

from hengcai.quality.rules.sampling.conditions import Condition

MOST_RULES = 1_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A targeted stratum: so many of each agent's contacts that meet it, or that share of them."""

    name: str
    where: tuple[Condition, ...]
    per_agent: int | None = None
    share: Fraction | None = None

    def drawn_of(self, n: int) -> int:
        if self.share is not None:
            return ceil(self.share * n)
        return min(self.per_agent or 0, n)


@dataclass(frozen=True, slots=True)
class NewHire:
    months: int
    per_agent: int


@dataclass(frozen=True, slots=True)
class Plan:
    """`per_agent` is drawn from the ordinary stratum of everybody who is not new; no `channels` means all of them."""

    name: str
    period: tuple[date, date]
    per_agent: int
    channels: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    new_hire: NewHire | None = None
    double_share: Fraction = Fraction(1, 10)
    load_within: int = 1

    @property
    def columns(self) -> tuple[str, ...]:
        """What its rules ask about."""
        return tuple(dict.fromkeys(one.column for rule in self.rules for one in rule.where))


@dataclass(frozen=True, slots=True)
class Roster:
    """Who is new, and who was employed on a day of the period; nobody without a people file."""

    new: frozenset[str] = frozenset()
    employed: frozenset[str] = frozenset()

    def wanted(self, agent: str, plan: Plan) -> int:
        return plan.new_hire.per_agent if plan.new_hire and agent in self.new else plan.per_agent


@dataclass(frozen=True, slots=True)
class Analyst:
    """`held`: what lies with them already, of which a plan file knows nothing."""

    name: str
    capacity: Fraction
    excluded: frozenset[str] = field(default_factory=frozenset)
    held: int = 0
