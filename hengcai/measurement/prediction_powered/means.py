"""Prediction-powered means for each agent and over all, PPI++ with a slope pooled over agents."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, numbers
from hengcai.measurement.errors import NotANumber, OutOfRange, TooLittleData
from hengcai.measurement.quantiles import check_confidence, two_sided_t
from hengcai.measurement.results import Estimate, unknown

FEWEST_DF = 0.5


@dataclass(frozen=True)
class Joined:
    """One agent's three means; `width_ratio` under 1 tells what the automated scores were worth."""

    id: object
    n_auto: int
    n_human: int
    human_only: Estimate
    automated: Estimate
    prediction_powered: Estimate
    width_ratio: float | None

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "n_auto": self.n_auto,
            "n_human": self.n_human,
            "human_only": self.human_only.as_json(),
            "automated": self.automated.as_json(),
            "prediction_powered": self.prediction_powered.as_json(),
            "width_ratio": self.width_ratio,
        }


@dataclass(frozen=True)
class Tuning:
    """The slope of human on automated scores within agents, its variance per unit of residual, and its own df."""

    slope: float
    spread: float
    df: int
    cautions: tuple[str, ...]


@dataclass(frozen=True)
class Scores:
    """Contacts with an automated score, a human score, or both; NaN stands for none, weights are 1 / inclusion.

    `stratum` is the part of the contacts from which each was drawn: all of one part where none are told.
    """

    agent: Codes
    automated: Floats
    human: Floats
    weight: Floats
    ids: tuple[object, ...]
    stratum: Codes
    strata: tuple[object, ...]

    @property
    def both(self) -> Codes:
        return np.flatnonzero(~np.isnan(self.human) & ~np.isnan(self.automated))

    def of(self, rows: Codes) -> "Scores":
        return replace(
            self,
            agent=self.agent[rows],
            automated=self.automated[rows],
            human=self.human[rows],
            weight=self.weight[rows],
            stratum=self.stratum[rows],
        )


def joined_scores(
    agents: Column,
    automated: Column,
    human: Column,
    *,
    inclusion: Column | None = None,
    strata: Column | None = None,
) -> Scores:
    """Checked columns; an inclusion probability is needed where there is a human score."""
    check_lengths(agent=agents, automated=automated, human=human)
    agent, ids = codes(agents)
    by_machine, by_person = numbers(automated, name="automated"), numbers(human, name="human")
    weight = np.ones(agent.size) if inclusion is None else _weights(inclusion, by_person)
    if np.isnan(by_machine).all():
        raise TooLittleData("scores.no_automated", n=int(agent.size))
    if strata is not None:
        check_lengths(agent=agents, stratum=strata)
    stratum, names = codes(np.zeros(agent.size, np.int64) if strata is None else strata)
    return Scores(agent, by_machine, by_person, weight, tuple(ids), stratum, tuple(names))


def prediction_powered_means(scores: Scores, *, confidence: float = 0.95) -> tuple[list[Joined], Joined]:
    """For each agent in order of appearance, and over all contacts: human mean, automated mean, and both joined.

    theta = mean(human) + slope (mean of all automated - mean of automated where a person scored). It is PPI++ (its
    lambda is slope N/(n+N) on the unscored contacts). Sources: Angelopoulos et al. 2023; Angelopoulos, Duchi & Zrnic
    2023; as difference estimator with design weights: Cassel, Sarndal & Wretman 1976. Intervals are t intervals with
    Satterthwaite's df and the slope's own error; the test measures their coverage at n = 5, finds the width ratio
    sqrt(1 - r^2 (1 - n/N)) of the theory, and agrees with ppi_py 0.2.3. With strata all three are sums over strata by
    their share of the contacts, with a slope for each (Fisch et al. 2024).
    """
    check_confidence(confidence)
    pooled = _tunings(scores, scores.agent)
    order = np.argsort(scores.agent, kind="stable")
    ends = np.cumsum(np.bincount(scores.agent, minlength=len(scores.ids)))
    parts = np.split(order, ends[:-1])
    agents = [_joined(name, scores.of(rows), pooled, confidence) for name, rows in zip(scores.ids, parts, strict=True)]
    whole = _tunings(scores, np.zeros_like(scores.agent))
    return agents, _joined(None, scores, whole, confidence)


def _tunings(scores: Scores, group: Codes) -> list[Tuning]:
    """A slope of its own for each stratum."""
    rows = [np.flatnonzero(scores.stratum == place) for place in range(len(scores.strata))]
    return [tuning(scores.of(own), group[own]) for own in rows]


def tuning(scores: Scores, group: Codes) -> Tuning:
    """Cov(Y, f) / Var(f) within groups, over contacts scored by both, weighted by 1 / inclusion."""
    rows = scores.both
    owner, part = group[rows], scores.of(rows)
    f, y = (_centred(values, owner, part.weight) for values in (part.automated, part.human))
    df = rows.size - np.unique(owner).size
    spread = float(part.weight @ f**2)
    if df < 1 or spread <= 0:
        return Tuning(0.0, 0.0, 0, ("automated_not_used",))
    slope = float(part.weight @ (f * y)) / spread
    if slope <= 0:
        return Tuning(0.0, 0.0, 0, ("automated_not_helpful",))
    return Tuning(slope, float(part.weight**2 @ f**2) / spread**2, df, ())


def _weights(inclusion: Column, human: Floats) -> Floats:
    check_lengths(human=human, inclusion=inclusion)
    read = numbers(inclusion, name="inclusion")
    scored = ~np.isnan(human)
    absent = np.flatnonzero(scored & np.isnan(read))
    if absent.size:
        raise NotANumber("value.missing", column="inclusion", position=int(absent[0]))
    wrong = np.flatnonzero(scored & ((read <= 0) | (read > 1)))
    if wrong.size:
        raise OutOfRange("sample.probability", value=float(read[wrong[0]]), position=int(wrong[0]))
    return np.divide(1.0, read, out=np.ones_like(read), where=scored)


def _centred(values: Floats, group: Codes, weight: Floats) -> Floats:
    if not values.size:
        return values
    sums = np.bincount(group, weights=weight)
    means = np.bincount(group, weights=weight * values) / np.where(sums > 0, sums, 1.0)
    return np.asarray(values - means[group])


def _joined(name: object, part: Scores, tuned: list[Tuning], confidence: float) -> Joined:
    automated, scored = ~np.isnan(part.automated), np.flatnonzero(~np.isnan(part.human))
    shares = np.bincount(part.stratum[automated], minlength=len(part.strata)) / max(1, int(automated.sum()))
    human = [_weighted_mean(part.human[own], part.weight[own]) for own in _by_stratum(part, scored)]
    machine = [
        _weighted_mean(part.automated[own], np.ones(own.size)) for own in _by_stratum(part, np.flatnonzero(automated))
    ]
    both = [
        _powered(part.of(own), one)
        for own, one in zip(_by_stratum(part, np.arange(part.agent.size)), tuned, strict=True)
    ]
    human_only = _summed(human, shares, ("human mean", confidence))
    by_machine = _summed(machine, shares, ("automated mean", confidence))
    powered = _summed(both, shares, ("prediction-powered mean", confidence))
    ratio = _width_ratio(powered, human_only)
    return Joined(name, int(automated.sum()), scored.size, human_only, by_machine, powered, ratio)


def _by_stratum(part: Scores, rows: Codes) -> list[Codes]:
    return [rows[part.stratum[rows] == place] for place in range(len(part.strata))]


@dataclass(frozen=True)
class _Part:
    """A mean in one stratum with its independent variances and their degrees of freedom; None where too few tell it."""

    mean: float | None
    variances: list[tuple[float, float]]
    n: int
    cautions: tuple[str, ...]


def _powered(part: Scores, tuned: Tuning) -> _Part:
    rows, automated = part.both, part.automated[~np.isnan(part.automated)]
    both, n = part.of(rows), int(rows.size)
    left_out = int(np.count_nonzero(~np.isnan(part.human))) - n
    cautions = (*tuned.cautions, *((f"human_without_automated:{left_out}",) if left_out else ()))
    df = n - 1 - (n - 1) / tuned.df if tuned.df else n - 1.0
    if n < 2 or df < FEWEST_DF:
        return _Part(None, [], n, (*cautions, f"too_few_human:{n}"))
    share = both.weight / both.weight.sum()
    leftover = both.human - tuned.slope * both.automated
    mean = float(share @ leftover) + tuned.slope * float(automated.mean())
    leftover = leftover - share @ leftover
    rectifier = n / df * float(share**2 @ leftover**2)
    distance = float(automated.mean() - share @ both.automated)
    slope_error = tuned.spread * distance**2 * float(share @ leftover**2) * n / df
    prediction = tuned.slope**2 * float(automated.var(ddof=1)) / automated.size
    return _Part(mean, [(rectifier + slope_error, df), (prediction, automated.size - 1.0)], n, cautions)


def _summed(parts: list[_Part], shares: Floats, told: tuple[str, float]) -> Estimate:
    """Strata without a contact of the object's do not count; one without enough scores leaves the whole unknown."""
    present = [(part, float(share)) for part, share in zip(parts, shares, strict=True) if share > 0 or len(parts) == 1]
    n, cautions = (
        sum(part.n for part, _ in present),
        tuple(dict.fromkeys(c for part, _ in present for c in part.cautions)),
    )
    if any(part.mean is None for part, _ in present):
        return unknown(told[0], n, *cautions)
    weights = [1.0] if len(parts) == 1 else [share for _, share in present]
    mean = sum(weight * (part.mean or 0.0) for weight, (part, _) in zip(weights, present, strict=True))
    variances = [
        (weight**2 * v, df) for weight, (part, _) in zip(weights, present, strict=True) for v, df in part.variances
    ]
    return _interval(mean, variances, (n, told[0], told[1], cautions))


def _interval(
    mean: float, parts: Sequence[tuple[float, float]], told: tuple[int, str, float, tuple[str, ...]]
) -> Estimate:
    """t interval for a sum of independent variances, degrees of freedom by Satterthwaite 1946."""
    variance = sum(part for part, _ in parts)
    n, name, confidence, cautions = told
    if variance <= 0:
        return Estimate(mean, mean, mean, 0.0, n, name, (*cautions, "nothing_varies"))
    df = variance**2 / sum(part**2 / degrees for part, degrees in parts)
    half = two_sided_t(confidence, df) * math.sqrt(variance)
    return Estimate(mean, mean - half, mean + half, math.sqrt(variance), n, name, cautions)


def _weighted_mean(values: Floats, weight: Floats) -> _Part:
    """sum(w y)/sum(w), variance n/(n-1) sum (w (y - mean)/sum w)^2, t interval with n - 1 degrees of freedom."""
    n = int(values.size)
    if n < 2:
        return _Part(None, [], n, (f"too_few:{n}",))
    share = weight / weight.sum()
    mean = float(share @ values)
    return _Part(mean, [(n / (n - 1) * float(share**2 @ (values - mean) ** 2), n - 1.0)], n, ())


def _width_ratio(powered: Estimate, human: Estimate) -> float | None:
    ends = (powered.low, powered.high, human.low, human.high)
    if any(end is None for end in ends) or human.high == human.low:
        return None
    return (powered.high - powered.low) / (human.high - human.low)  # type: ignore[operator]
