"""What a fair score is worth knowing by: why there is none, the lines of its bands, the final score's own correction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from typing import TYPE_CHECKING

from hengcai.appraisal.rules.policy import SkillPolicy

if TYPE_CHECKING:
    from hengcai.measurement.fair_scores.scores import FairScores

LEAST_FREE = 8  # scorings beyond what agents and raters use up; with fewer an interval would only look like one
CONFIDENCE = 0.95
RATED = ("superior", "peer")  # sources whose raters' severity can be told where they overlap
NO_DATA, TOO_FEW, CONSTANT, ONE_RATER = "no_data", "too_few", "constant", "one_rater"
NOT_LINKED, NO_INTERVAL, BY_LOT = "not_linked", "no_interval", "by_lot"


@dataclass(frozen=True)
class Lines:
    """Bands of a scale, best first, and the score from which each holds."""

    codes: Sequence[str]
    starts: Sequence[float]

    @property
    def cuts(self) -> tuple[float, ...]:
        """Lower ends of the bands above the lowest, rising."""
        return tuple(sorted(self.starts[:-1]))

    def told(self, below_up: Sequence[float]) -> list[list[object]]:
        """Probabilities, from the lowest band up, laid out best first."""
        return [[code, round(float(p), 4)] for code, p in zip(self.codes, reversed(below_up), strict=True)]


@dataclass(frozen=True)
class Corrected:
    """One person's score within one kind of evidence: what correction did to it, and its standard deviation."""

    raw: float
    fair: float
    sd: float
    n: int


def lines_of(policy: SkillPolicy) -> Lines:
    """Bands are read from the rounded score, so each begins half a unit of rounding below its line."""
    half = Fraction(1, 2 * 10**policy.places)
    starts = [float(band.start.value - half) for band in policy.bands]
    return Lines([band.code for band in policy.bands], starts)


def why_unknown(found: "FairScores", *, rows: int) -> str:
    """Empty where severities could be taken out and the error is known."""
    agents, raters = found.ratings.agent.size, found.ratings.rater.size
    if raters == 1:
        return ONE_RATER
    if not found.linking.linked:
        return NOT_LINKED
    if found.shrunk is None or rows - agents - raters + 1 < LEAST_FREE:
        return NO_INTERVAL
    return ""


def drawn_by_lot(people: Sequence[int], scores: Sequence[float]) -> dict[int, Corrected]:
    """Means of raters drawn by lot: whom one drew is chance, so severity is part of the sampling error, s2 / n.

    s2 is pooled within people (Cochran 1977, ch. 2); empty where too few have two raters for it to be known.
    """
    given: dict[int, list[float]] = defaultdict(list)
    for person, score in zip(people, scores, strict=True):
        given[person].append(score)
    means = {person: sum(some) / len(some) for person, some in given.items()}
    free = len(scores) - len(given)
    if free < LEAST_FREE:
        return {}
    within = sum((score - means[person]) ** 2 for person, score in zip(people, scores, strict=True)) / free
    return {
        person: Corrected(mean, mean, sqrt(within / len(given[person])), len(given[person]))
        for person, mean in means.items()
    }


def final_corrected(
    exact: float,
    weights: Mapping[str, float],
    known: Mapping[str, Corrected],
    customers: Sequence[tuple[Decimal, int]],
) -> Corrected:
    """The exact final moved by what correction did to the superior's part, weighed as the sources are.

    Its variance adds the sources' posterior variances and the sampling of customers; self-assessment and test stand as
    they are: nothing tells their error.
    """
    moved = sum(weights.get(source, 0.0) * (one.fair - one.raw) for source, one in known.items())
    variance = sum((weights.get(source, 0.0) * one.sd) ** 2 for source, one in known.items())
    variance += weights.get("customer", 0.0) ** 2 * customer_variance(customers)
    return Corrected(exact, exact + moved, sqrt(variance), sum(one.n for one in known.values()))


def customer_variance(counted: Sequence[tuple[Decimal, int]]) -> float:
    """Squared standard error of the mean satisfaction; 0 where a single customer tells nothing of it."""
    n = sum(count for _score, count in counted)
    if n < 2:
        return 0.0
    mean = float(sum(score * count for score, count in counted)) / n
    squares = sum(count * (float(score) - mean) ** 2 for score, count in counted)
    return squares / (n - 1) / n
