"""The fair score, whole: linking checked, severities taken off, agents shrunk, bands as probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.fair_scores.comparisons import Difference, differences
from hengcai.measurement.fair_scores.ratings import ContactRatings
from hengcai.measurement.fair_scores.severities import Scorings, Solution, Variances, scorings_of, solve
from hengcai.measurement.fair_scores.shrinkage import Shrunk, shrink
from hengcai.measurement.fair_scores.variances import Spread, spread_of
from hengcai.measurement.linking import Linking, coded_linking
from hengcai.measurement.quantiles import check_confidence, two_sided_z
from hengcai.measurement.results import WITHOUT_WIDTH, Estimate


@dataclass(frozen=True)
class Options:
    """`cuts` are the lower ends of the bands above the lowest.

    `is_whole`: an agent's contacts are all there are, as one period rated once by each rater is; errors are raters' only.
    """

    cuts: tuple[float, ...] = ()
    confidence: float = 0.95
    is_whole: bool = False

    def __post_init__(self) -> None:
        check_confidence(self.confidence)
        if any(not np.isfinite(cut) for cut in self.cuts) or list(self.cuts) != sorted(set(self.cuts)):
            raise OutOfRange("cuts.not_rising", cuts=list(self.cuts))


USUAL = Options()


@dataclass(frozen=True)
class FairScores:
    """`solution` is None without links, `shrunk` also where an agent's error cannot be known."""

    ratings: ContactRatings
    linking: Linking
    raw: Floats
    n_contacts: Floats
    solution: Solution | None
    shrunk: Shrunk | None
    components: dict[str, Estimate]
    options: Options
    cautions: tuple[str, ...]

    def differences(self, pairs: Sequence[tuple[object, object]]) -> list[Difference]:
        """Do these two agents differ? Severity-corrected scores before shrinkage, Benjamini & Hochberg over the pairs."""
        if self.solution is None or self.shrunk is None:
            raise TooLittleData("scores.no_errors", cautions=list(self.cautions))
        place = {agent: code for code, agent in enumerate(self.ratings.agent.ids)}
        unknown = [agent for pair in pairs for agent in pair if agent not in place]
        if unknown:
            raise OutOfRange("scores.unknown_agent", agent=unknown[0])
        wanted = sorted({place[agent] for pair in pairs for agent in pair})
        lean = self.solution.lean[wanted].toarray()
        covariance = lean @ self.solution.covariance @ lean.T + np.diag(self.solution.own_variance[wanted])
        ids = [self.ratings.agent.ids[code] for code in wanted]
        asked = [(wanted.index(place[a]), wanted.index(place[b])) for a, b in pairs]
        return differences(
            ids, self.solution.score[wanted], covariance, pairs=asked, confidence=self.options.confidence
        )


def fair_scores(ratings: ContactRatings, *, options: Options = USUAL) -> FairScores:
    """Fixed, then shrink: severities from a fit with agents, raters and items fixed, agents by empirical Bayes.

    score = agent + item - severity + contact + residual. A design whose raters are not linked is never corrected.
    The measured reason stands in the tests: without random assignment a random-effects correction reaches a Spearman
    of .77 and a coverage of 83 % where this one reaches .85 and 94 %.
    """
    facets = ratings.facets
    found = coded_linking(tuple(facets), [f.code for f in facets.values()], [f.ids for f in facets.values()])
    means, owner = ratings.contact_means
    n_contacts = np.bincount(owner, minlength=ratings.agent.size).astype(np.float64)
    raw = np.bincount(owner, weights=means, minlength=ratings.agent.size) / n_contacts
    plain = FairScores(ratings, found, raw, n_contacts, None, None, {}, options, _cautions(ratings, found))
    return _corrected(plain) if found.linked else plain


def _cautions(ratings: ContactRatings, found: Linking) -> tuple[str, ...]:
    told = ["not_linked:nothing_corrected"] if not found.linked else []
    if ratings.rater.size == 1:
        told.append("one_rater:no_severity")
    return tuple(told)


def _corrected(plain: FairScores) -> FairScores:
    scorings = scorings_of(plain.ratings)
    spread = spread_of(scorings, confidence=plain.options.confidence, is_whole=plain.options.is_whole)
    if spread is None:
        return _without_errors(plain, scorings, "too_few_contacts:no_intervals")
    if spread.is_nothing:
        return _without_errors(plain, scorings, WITHOUT_WIDTH)
    shrunk = shrink(spread.solution.score, spread.solution.variance, confidence=plain.options.confidence)
    told = (*plain.cautions, *(("too_few_agents:not_shrunk",) if shrunk.between.estimate is None else ()))
    components = {"agent": shrunk.between, "rater": _between_raters(spread, plain.options.confidence)}
    return FairScores(
        plain.ratings,
        plain.linking,
        plain.raw,
        plain.n_contacts,
        spread.solution,
        shrunk,
        components | spread.components,
        plain.options,
        told,
    )


def _without_errors(plain: FairScores, scorings: Scorings, caution: str) -> FairScores:
    """Severities can be taken off, but how much a score would vary cannot be known."""
    solution = solve(scorings, Variances(contact=0.0, scoring=1.0))
    told = (*plain.cautions, caution)
    return FairScores(
        plain.ratings, plain.linking, plain.raw, plain.n_contacts, solution, None, {}, plain.options, told
    )


def _between_raters(spread: Spread, confidence: float) -> Estimate:
    """Variance of severities freed of their error: s2(severity) - mean SE^2, not below 0; chi-square error on n - 1."""
    severity, error = spread.solution.severity, np.diag(spread.solution.covariance)
    n = severity.size
    if n < 2:
        return Estimate(None, None, None, None, n, "severities less error", ("one_rater",))
    total = float(severity.var(ddof=1))
    value, se = max(0.0, total - float(error.mean()) * n / (n - 1)), total * float(np.sqrt(2 / (n - 1)))
    z = two_sided_z(confidence)
    return Estimate(value, max(0.0, value - z * se), value + z * se, se, n, "severities less error")
