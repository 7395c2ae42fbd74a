"""What a policy says, as frozen values; every number keeps the text it was written as."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hengcai.appraisal.rules import publication, words  # noqa: F401 - the sentences of these rules register themselves
from hengcai.appraisal.rules.own_terms import WORKLOAD, YEAR, Workload, YearTerms, unusual
from hengcai.appraisal.rules.terms import Consequences, Terms, Windows
from hengcai.base.decimals import Exact

SOURCES = ("superior", "self", "peer", "customer", "practical")
CUSTOMER, PEER = "customer", "peer"
ADDABLE_SOURCES = ("quality",)
LEAVE_OUT, COUNT = "leave_out", "count"  # contacts picked by hand, of an agent whose contacts a plan draws
HAND_PICKED = (LEAVE_OUT, COUNT)
OBSERVED = {"none": (), "mystery": ("mystery",), "live": ("live",), "both": ("mystery", "live")}  # what counts of them
NO_OBSERVED = "none"
REPEAT_DAYS = 7  # whoever comes back about the same matter within so many was not helped at the first contact
LOWEST, HIGHEST = Fraction(1), Fraction(5)
Points = tuple[tuple[Exact, Exact], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Holds from `start` upwards to the band before it."""

    code: str
    start: Exact


@dataclass(frozen=True, slots=True)
class SkillPolicy:
    """The quarterly appraisal on 1–5."""

    name: str
    version: int
    sources: Mapping[str, Exact]
    required: tuple[str, ...]
    minimum_weight: Exact
    customer_minimum: int
    peer_minimum: int
    written_mark: Points
    item_weights: Mapping[str, Exact]
    places: int
    bands: tuple[Band, ...]
    publication: Mapping[str, str]
    windows: Windows = field(default_factory=Windows)
    consequences: Consequences = field(default_factory=Consequences)
    workload: Workload = field(default_factory=Workload)

    @property
    def terms(self) -> Terms:
        return Terms(self.windows, self.consequences)

    def least_heard(self, source: str) -> int:
        """How many must have spoken for this source to count."""
        return {CUSTOMER: self.customer_minimum, PEER: self.peer_minimum}.get(source, 1)

    def document(self) -> dict[str, Any]:
        """The policy in the shape of its file."""
        return {
            "name": self.name,
            "version": self.version,
            "sources": _texts(self.sources),
            "minimum_evidence": {"required": list(self.required), "weight": self.minimum_weight.text},
            "customer_minimum": self.customer_minimum,
            "peer_minimum": self.peer_minimum,
            "written_mark": _pairs(self.written_mark),
            "item_weights": _texts(self.item_weights),
            "rounding": {"places": self.places, "mode": "half_up"},
            "bands": _bands(self.bands),
            **_publication(self.publication),
            **self.terms.document(),
            **unusual({WORKLOAD: self.workload}),
        }


@dataclass(frozen=True, slots=True)
class Group:
    points: Exact
    indicators: Mapping[str, Exact]


@dataclass(frozen=True, slots=True)
class Linear:
    """Nothing at the floor, all at the target, straight between; a target below the floor means less is better."""

    floor: Exact
    target: Exact
    minimum_n: int | None = None

    @property
    def edges(self) -> tuple[Fraction, ...]:
        return self.floor.value, self.target.value

    def share(self, value: Fraction) -> Fraction:
        way = (value - self.floor.value) / (self.target.value - self.floor.value)
        return min(max(way, Fraction(0)), Fraction(1))

    def document(self) -> dict[str, Any]:
        return {"kind": "linear", "floor": self.floor.text, "target": self.target.text, **_least(self.minimum_n)}


@dataclass(frozen=True, slots=True)
class Steps:
    """Each share holds from its value on; below the first there is none."""

    steps: Points
    minimum_n: int | None = None

    @property
    def edges(self) -> tuple[Fraction, ...]:
        return tuple(start.value for start, _share in self.steps)

    def share(self, value: Fraction) -> Fraction:
        reached = [share.value for start, share in self.steps if start.value <= value]
        return reached[-1] if reached else Fraction(0)

    def document(self) -> dict[str, Any]:
        return {"kind": "steps", "steps": _pairs(self.steps), **_least(self.minimum_n)}


@dataclass(frozen=True, slots=True)
class PerEvent:
    """Each event takes its share off, down to nothing."""

    off: Exact
    minimum_n: int | None = None

    def share(self, value: Fraction) -> Fraction:
        return max(1 - self.off.value * value, Fraction(0))

    def document(self) -> dict[str, Any]:
        return {"kind": "per_event", "off": self.off.text, **_least(self.minimum_n)}


Rule = Linear | Steps | PerEvent
"""Each may ask for `minimum_n`: of fewer cases its figure says too little about a person to count."""


def is_of_shares(rule: Rule) -> bool:
    """Its edges lie within 0–1, and not all at the ends: nobody counts so, and a 12 beside them means 12 %."""
    edges = () if isinstance(rule, PerEvent) else rule.edges
    return all(0 <= edge <= 1 for edge in edges) and any(0 < edge < 1 for edge in edges)


@dataclass(frozen=True, slots=True)
class MonthPolicy:
    """The monthly appraisal out of 100."""

    name: str
    version: int
    groups: Mapping[str, Group]
    rules: Mapping[str, Rule]
    repeat_days: int
    grades: tuple[Band, ...]
    publication: Mapping[str, str]
    hand_picked: str = LEAVE_OUT
    observed: str = NO_OBSERVED
    windows: Windows = field(default_factory=Windows)
    consequences: Consequences = field(default_factory=Consequences)
    year: YearTerms = field(default_factory=YearTerms)

    @property
    def terms(self) -> Terms:
        return Terms(self.windows, self.consequences)

    @property
    def counts_hand_picked(self) -> bool:
        return self.hand_picked == COUNT

    @property
    def indicators(self) -> tuple[str, ...]:
        return tuple(name for group in self.groups.values() for name in group.indicators)

    def is_too_few(self, indicator: str, n: int | None) -> bool:
        """Never where nobody knows how many cases a figure is made of."""
        least = self.rules[indicator].minimum_n if indicator in self.rules else None
        return least is not None and n is not None and n < least

    def document(self) -> dict[str, Any]:
        """The policy in the shape of its file."""
        groups = {
            name: {"points": group.points.text, "indicators": _texts(group.indicators)}
            for name, group in self.groups.items()
        }
        rules = {name: rule.document() for name, rule in self.rules.items()}
        return {
            "name": self.name,
            "version": self.version,
            "groups": groups,
            "rules": rules,
            **({} if self.repeat_days == REPEAT_DAYS else {"repeat_days": self.repeat_days}),
            **({} if self.hand_picked == LEAVE_OUT else {"hand_picked": self.hand_picked}),
            **({} if self.observed == NO_OBSERVED else {"observed": self.observed}),
            "grades": _bands(self.grades),
            **_publication(self.publication),
            **self.terms.document(),
            **unusual({YEAR: self.year}),
        }


def along(points: Points, value: Fraction) -> Fraction:
    """Straight between the points, level outside them."""
    before = points[0]
    for after in points:
        if value < after[0].value:
            return _between(before, after, value)
        before = after
    return before[1].value


def band_of(bands: tuple[Band, ...], value: Fraction) -> str:
    """`value` is the rounded number, for bands are read from what is shown."""
    return next(band.code for band in bands if value >= band.start.value)


def _between(before: tuple[Exact, Exact], after: tuple[Exact, Exact], value: Fraction) -> Fraction:
    if before is after:
        return before[1].value
    share = (value - before[0].value) / (after[0].value - before[0].value)
    return before[1].value + share * (after[1].value - before[1].value)


def _publication(says: Mapping[str, str]) -> dict[str, Any]:
    """Files written before there was this key read back as they were."""
    return {} if says == publication.DEFAULT else {"publication": dict(says)}


def _texts(numbers: Mapping[str, Exact]) -> dict[str, str]:
    return {name: number.text for name, number in numbers.items()}


def _least(minimum_n: int | None) -> dict[str, str]:
    return {} if minimum_n is None else {"minimum_n": str(minimum_n)}


def _pairs(points: Points) -> list[list[str]]:
    return [[first.text, second.text] for first, second in points]


def _bands(bands: tuple[Band, ...]) -> list[dict[str, str]]:
    return [{"code": band.code, "from": band.start.text} for band in bands]
