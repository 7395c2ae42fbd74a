"""What to train first: each source says for each competency whether it shows a need, none, or cannot tell.

A source speaks from five on, and only where its 95 % interval lies wholly on one side of its bar. A competency's place is by
how many sources show a need; equal counts share a place. Where none shows one, and one or more cannot tell, it cannot be told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction

from hengcai.measurement.results import Estimate

NEED, NONE, UNKNOWN = "need", "none", "cannot_tell"
SURVEY, GAP, COMPLAINTS, LISTENING, INTERVIEWS = "survey", "gap", "complaints", "listening", "interviews"
SOURCES = (SURVEY, GAP, COMPLAINTS, LISTENING, INTERVIEWS)
LEAST = 5
SURVEY_BAR = 4.0  # "4 is what is expected every time": certainly below is a need
GAP_BAR = 0.0  # level less requirement
LISTENED_BAR = 0.2  # more than every fifth mark below what is expected
NAMED_BAR = 0.25  # more than every fourth of those interviewed names it


@dataclass(frozen=True)
class Signal:
    """One source on one competency: `value` with its interval, of n."""

    source: str
    verdict: str
    n: int = 0
    value: float | None = None
    low: float | None = None
    high: float | None = None

    def kept(self) -> dict[str, object]:
        return asdict(self)


def below(source: str, estimate: Estimate | None, bar: float) -> Signal:
    """A need where it lies below the bar for certain."""
    return _signal(source, estimate, bar, need_is_below=True)


def above(source: str, estimate: Estimate | None, bar: float) -> Signal:
    return _signal(source, estimate, bar, need_is_below=False)


def _signal(source: str, estimate: Estimate | None, bar: float, *, need_is_below: bool) -> Signal:
    if estimate is None or estimate.estimate is None:
        return Signal(source, UNKNOWN, estimate.n if estimate else 0)
    found = {"n": estimate.n, "value": estimate.estimate, "low": estimate.low, "high": estimate.high}
    if estimate.n < LEAST or estimate.low is None or estimate.high is None:
        return Signal(source, UNKNOWN, **found)  # type: ignore[arg-type]
    is_below, is_above = estimate.high < bar, estimate.low >= bar
    needs, none = (is_below, is_above) if need_is_below else (is_above, is_below)
    return Signal(source, NEED if needs else NONE if none else UNKNOWN, **found)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Place:
    """`rank` is None where no source shows a need."""

    competency: str
    rank: int | None
    signals: Sequence[Signal]

    @property
    def needs(self) -> list[str]:
        return [one.source for one in self.signals if one.verdict == NEED]

    @property
    def unknown(self) -> list[str]:
        return [one.source for one in self.signals if one.verdict == UNKNOWN]

    @property
    def is_cannot_tell(self) -> bool:
        return self.rank is None and bool(self.unknown)


def ranked(signals: Mapping[str, Sequence[Signal]]) -> list[Place]:
    """The most needed first, those of one place by code; after them what shows no need."""
    counts = {code: sum(1 for one in some if one.verdict == NEED) for code, some in signals.items()}
    order = sorted(signals, key=lambda code: (-counts[code], code))
    ranks = {n: 1 + sum(1 for other in counts.values() if other > n) for n in set(counts.values())}
    return [Place(code, ranks[counts[code]] if counts[code] else None, tuple(signals[code])) for code in order]


def share_bar(count: int) -> float:
    """Of complaints coded to competencies: more than its even share."""
    return float(Fraction(1, count)) if count else 1.0
