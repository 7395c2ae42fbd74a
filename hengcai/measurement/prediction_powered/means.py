"""Prediction-powered means for each agent and over all, PPI++ with a slope pooled over agents."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, numbers
from hengcai.measurement.errors import NotANumber, OutOfRange, TooLittleData
from hengcai.measurement.limits import SMALLEST_WEIGHT, plain
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
    if strata is None:
        return Scores(agent, by_machine, by_person, weight, tuple(ids), np.zeros(agent.size, np.int64), (None,))
    check_lengths(agent=agents, stratum=strata)
    stratum, names = codes(strata)
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
    heard, n_strata = scores.of(np.flatnonzero(~np.isnan(scores.human))), len(scores.strata)
    pooled, whole = _tunings(heard, heard.agent), _tunings(heard, np.zeros_like(heard.agent))
    by_agent = _moments(scores.automated, scores.agent * n_strata + scores.stratum, len(scores.ids) * n_strata)
    order = np.argsort(heard.agent, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(heard.agent, minlength=len(scores.ids)))[:-1])
    agents = [
        _joined(name, heard.of(rows), (by_agent.of(place * n_strata, n_strata), pooled), confidence)
        for place, (name, rows) in enumerate(zip(scores.ids, parts, strict=True))
    ]
    return agents, _joined(None, heard, (_moments(scores.automated, scores.stratum, n_strata), whole), confidence)


@dataclass(frozen=True)
class _Moments:
    """Of the automated scores in each place: how many, their mean, their variance with divisor n - 1."""

    n: Floats
    mean: Floats
    variance: Floats

    def of(self, start: int, size: int) -> "_Moments":
        part = slice(start, start + size)
        return _Moments(self.n[part], self.mean[part], self.variance[part])


def _moments(automated: Floats, place: Codes, size: int) -> _Moments:
    """Empty scores left out; two passes, so that nothing is lost to rounding."""
    given = ~np.isnan(automated)
    values, where = (automated, place) if given.all() else (automated[given], place[given])
    if size == 1:
        return _Moments(
            np.array([float(values.size)]),
            values.mean(keepdims=True),
            values.var(ddof=min(1, values.size - 1), keepdims=True),
        )
    n = np.bincount(where, minlength=size).astype(np.float64)
    mean = np.bincount(where, weights=values, minlength=size) / np.maximum(n, 1)
    left = np.bincount(where, weights=(values - mean[where]) ** 2, minlength=size)
    return _Moments(n, mean, left / np.maximum(n - 1, 1))


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
    wrong = np.flatnonzero(scored & ~((read >= SMALLEST_WEIGHT) & (read <= 1)))
    if wrong.size:
        place, value = int(wrong[0]), f"{float(read[wrong[0]]):g}"
        raise OutOfRange(
            "sample.probability", column="inclusion", value=value, smallest=plain(SMALLEST_WEIGHT), position=place
        )
    return np.divide(1.0, read, out=np.ones_like(read), where=scored)


def _centred(values: Floats, group: Codes, weight: Floats) -> Floats:
    if not values.size:
        return values
    sums = np.bincount(group, weights=weight)
    means = np.bincount(group, weights=weight * values) / np.where(sums > 0, sums, 1.0)
    return np.asarray(values - means[group])


def _joined(name: object, heard: Scores, known: tuple[_Moments, list[Tuning]], confidence: float) -> Joined:
    """`heard` are the contacts of the object that a person scored."""
    machine, tuned = known
    shares = machine.n / max(1.0, float(machine.n.sum()))
    own = [heard.of(rows) for rows in _by_stratum(heard)]
    human = [_weighted_mean(part.human, part.weight) for part in own]
    automated = [_machine_mean(machine, place) for place in range(len(own))]
    both = [_powered(part, machine.of(place, 1), tuned[place]) for place, part in enumerate(own)]
    human_only = _summed(human, shares, ("human mean", confidence))
    by_machine = _summed(automated, shares, ("automated mean", confidence))
    powered = _summed(both, shares, ("prediction-powered mean", confidence))
    ratio = _width_ratio(powered, human_only)
    return Joined(name, int(machine.n.sum()), heard.agent.size, human_only, by_machine, powered, ratio)


def _by_stratum(part: Scores) -> list[Codes]:
    return [np.flatnonzero(part.stratum == place) for place in range(len(part.strata))]


@dataclass(frozen=True)
class _Part:
    """A mean in one stratum with its independent variances and their degrees of freedom; None where too few tell it."""

    mean: float | None
    variances: list[tuple[float, float]]
    n: int
    cautions: tuple[str, ...]


def _machine_mean(machine: _Moments, place: int) -> _Part:
    n, mean, variance = int(machine.n[place]), float(machine.mean[place]), float(machine.variance[place])
    return _Part(mean, [(variance / n, n - 1.0)], n, ()) if n > 1 else _Part(None, [], n, (f"too_few:{n}",))


def _powered(part: Scores, machine: _Moments, tuned: Tuning) -> _Part:
    rows, n_auto, mean_auto = part.both, float(machine.n[0]), float(machine.mean[0])
    both, n = part.of(rows), int(rows.size)
    left_out = part.human.size - n
    cautions = (*tuned.cautions, *((f"human_without_automated:{left_out}",) if left_out else ()))
    df = n - 1 - (n - 1) / tuned.df if tuned.df else n - 1.0
    if n < 2 or df < FEWEST_DF:
        return _Part(None, [], n, (*cautions, f"too_few_human:{n}"))
    share = both.weight / both.weight.sum()
    leftover = both.human - tuned.slope * both.automated
    mean = float(share @ leftover) + tuned.slope * mean_auto
    leftover = leftover - share @ leftover
    rectifier = n / df * float(share**2 @ leftover**2)
    distance = mean_auto - float(share @ both.automated)
    slope_error = tuned.spread * distance**2 * float(share @ leftover**2) * n / df
    prediction = tuned.slope**2 * float(machine.variance[0]) / n_auto
    return _Part(mean, [(rectifier + slope_error, df), (prediction, n_auto - 1.0)], n, cautions)


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
