"""How far a level or a month's total may lie off: what other raters, or other contacts, would have said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from statistics import NormalDist

from hengcai.appraisal.rules.fair import CONFIDENCE, LEAST_FREE, ONE_RATER, Corrected
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.measurement.intervals import share_interval
from hengcai.measurement.quantiles import two_sided_t, two_sided_z

LEAST_CONTACTS = 3
FEW_CONTACTS, NO_SAMPLE, NOTHING_VARIES = "few_contacts", "no_sample", "nothing_varies"
RULED = "ruled"  # by those who decided an appeal
LOWEST, HIGHEST, FULL = 1.0, 5.0, 100.0
SUPERIOR, PEER = "superior", "peer"


@dataclass(frozen=True)
class Twice:
    """One item of one person rated by two superiors."""

    person: int
    raters: tuple[int, int]
    levels: tuple[float, float]


@dataclass(frozen=True)
class Scatter:
    """Error of one superior's level on one item once their severity is out of it; `free` of how many persons it comes."""

    sd: float
    free: int


def scatter(pairs: Sequence[Twice], severity: Mapping[int, float]) -> Scatter | None:
    """Half the mean squared difference of two who rated the same, each with their own severity taken out; persons are
    the clusters, so their number says how well it is known. None of fewer than eight (Cochran 1977, ch. 2; Brennan 2001)."""
    by_person: dict[int, list[float]] = defaultdict(list)
    for one in pairs:
        (first, second), (high, low) = one.raters, one.levels
        if first in severity and second in severity:
            by_person[one.person].append(high + severity[first] - low - severity[second])
    if len(by_person) < LEAST_FREE:
        return None
    squares = [apart * apart for own in by_person.values() for apart in own]
    return Scatter(sqrt(sum(squares) / len(squares) / 2), len(by_person))


@dataclass(frozen=True)
class Margin:
    """`fair`: the level with its superiors' severity out; `unknown` says why there is no interval."""

    fair: float | None
    low: float | None
    high: float | None
    n: int
    unknown: str = ""

    def kept(self) -> dict[str, object]:
        figures = {name: None if value is None else round(value, 4) for name, value in self._figures()}
        return {**figures, "n": self.n, "unknown": self.unknown}

    def _figures(self) -> tuple[tuple[str, float | None], ...]:
        return (("fair", self.fair), ("low", self.low), ("high", self.high))


@dataclass(frozen=True)
class Heard:
    """One item of one person: who of the superiors gave it, what the peers gave, which sources speak."""

    exact: float
    superiors: Sequence[int]
    peers: Sequence[float]
    sources: frozenset[str]


def level_margin(heard: Heard, policy: SkillPolicy, severity: Mapping[int, float], known: Scatter | None) -> Margin:
    """The level moved by its superiors' severity; its variance adds, weighed as the sources are, that of so many
    superiors' levels and that of so many peers'. Self-assessment and practical test stand as they are: nothing tells
    their error."""
    n = len(heard.superiors) + len(heard.peers)
    mine = [severity[one] for one in heard.superiors if one in severity]
    if known is None or not mine or len(mine) < len(heard.superiors):
        return Margin(None, None, None, n, ONE_RATER)
    weights = {source: float(policy.sources[source].value) for source in heard.sources if source in policy.sources}
    whole = sum(weights.values())
    own, of_peers = weights.get(SUPERIOR, 0.0) / whole, weights.get(PEER, 0.0) / whole
    variance = own**2 * known.sd**2 / len(mine) + of_peers**2 * _of_mean(heard.peers)
    half = two_sided_t(CONFIDENCE, known.free) * sqrt(variance)
    fair = heard.exact + own * sum(mine) / len(mine)
    if not half:
        return Margin(fair, None, None, n, ONE_RATER)
    return Margin(_held(fair), _held(fair - half), _held(fair + half), n)


def _held(value: float) -> float:
    return min(max(value, LOWEST), HIGHEST)


def _of_mean(values: Sequence[float]) -> float:
    """Squared standard error of a mean."""
    n = len(values)
    if n < 2:
        return 0.0
    mean = sum(values) / n
    return sum((one - mean) ** 2 for one in values) / (n - 1) / n


@dataclass(frozen=True)
class ContactValue:
    """What one drawn contact came to in one indicator, 0–1; `weight`: how many contacts it stands for."""

    contact: int
    indicator: str
    weight: float
    value: float


@dataclass(frozen=True)
class Counted:
    """A share counted of n cases."""

    indicator: str
    part: int
    n: int


@dataclass(frozen=True)
class TotalMargin:
    """Of a month: the total with its error, or why it is not known; `n` contacts."""

    corrected: Corrected | None
    half: float
    n: int
    unknown: str = ""


def total_margin(
    total: float, points: Mapping[str, float], values: Sequence[ContactValue], counted: Sequence[Counted], policy: MonthPolicy
) -> TotalMargin:  # fmt: skip
    """Rated indicators come from the same contacts, so each contact counts once with all it added: the residuals of the
    weighted means, linearised (Särndal, Swensson & Wretman 1992, 5.7), as if drawn with replacement (Hansen & Hurwitz
    1943), which is on the safe side. A counted share adds what its Wilson interval does to its points."""
    drawn = [one for one in values if points.get(one.indicator)]
    n = len({one.contact for one in drawn})
    if drawn and n < LEAST_CONTACTS:
        return TotalMargin(None, 0.0, n, FEW_CONTACTS)
    variance = _of_contacts(drawn, points) if drawn else 0.0
    variance += sum(_of_count(one, points[one.indicator], policy) for one in counted if points.get(one.indicator))
    if not variance:
        return TotalMargin(None, 0.0, n, NOTHING_VARIES if drawn else NO_SAMPLE)
    sd = sqrt(variance)
    half = (two_sided_t(CONFIDENCE, n - 1) if drawn else two_sided_z(CONFIDENCE)) * sd
    return TotalMargin(Corrected(total, total, sd, n), half, n)


def _of_contacts(drawn: Sequence[ContactValue], points: Mapping[str, float]) -> float:
    weight, total = defaultdict[str, float](float), defaultdict[str, float](float)
    for one in drawn:
        weight[one.indicator] += one.weight
        total[one.indicator] += one.weight * one.value
    part: dict[int, float] = defaultdict(float)
    for one in drawn:
        apart = one.value - total[one.indicator] / weight[one.indicator]
        part[one.contact] += points[one.indicator] * one.weight * apart / weight[one.indicator]
    n = len(part)
    return n / (n - 1) * sum(one * one for one in part.values())


def _of_count(one: Counted, points: float, policy: MonthPolicy) -> float:
    """Squared standard error of the points a share earns."""
    found = share_interval(one.part, one.n)
    rule = policy.rules.get(one.indicator)
    ends = [found.low or 0.0, 1.0 if found.high is None else found.high]
    low, high = ends if rule is None else [float(rule.share(_fraction(end))) for end in ends]
    return (points * abs(high - low) / 2 / two_sided_z(CONFIDENCE)) ** 2


def _fraction(value: float) -> Fraction:
    return Fraction(value).limit_denominator(10**6)


def band_chances(one: TotalMargin, starts: Sequence[float]) -> list[float]:
    """From the lowest band up. Few contacts: a normal curve as wide as the t interval."""
    assert one.corrected is not None  # noqa: S101 - asked of known ones
    wide = NormalDist(one.corrected.fair, one.half / two_sided_z(CONFIDENCE))
    below = [0.0, *(wide.cdf(start) for start in starts), 1.0]
    return [high - low for low, high in pairwise(below)]
