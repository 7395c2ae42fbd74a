"""Prediction-powered means for each agent and over all, PPI++ with a slope pooled over agents."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.prediction_powered.scores import Scale, Scores, check_scale, scale_of
from hengcai.measurement.prediction_powered.spreads import Moments, is_nothing, moments
from hengcai.measurement.prediction_powered.tuning import Tuning, tunings
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


def prediction_powered_means(
    scores: Scores, *, confidence: float = 0.95, ends: tuple[float, float] | None = None
) -> tuple[list[Joined], Joined]:
    """For each agent in order of appearance, and over all contacts: human mean, automated mean, and both joined.

    theta = mean(human) + slope (mean of all automated - mean of automated where a person scored). It is PPI++ (its
    lambda is slope N/(n+N) on the unscored contacts). Sources: Angelopoulos et al. 2023; Angelopoulos, Duchi & Zrnic
    2023; as difference estimator with design weights: Cassel, Sarndal & Wretman 1976. Intervals are t intervals with
    Satterthwaite's df and the slope's own error, their variance not under its floor, their ends within the scale; the
    tests measure their coverage at n = 5, find the width ratio sqrt(1 - r^2 (1 - n/N)) of the theory, and agree with
    ppi_py 0.2.3. With strata all three are sums over strata by their share of the contacts, with a slope for each
    (Fisch et al. 2024).
    """
    check_confidence(confidence)
    if ends is not None:
        check_scale(scores.human, ends)
    heard, n_strata, n_agents = scores.heard, len(scores.strata), len(scores.ids)
    place = scores.agent if n_strata == 1 else scores.agent * n_strata + scores.stratum
    machine, scale = moments(scores.automated, place, n_agents * n_strata), scale_of(heard.human, ends)
    pooled = tunings(heard, heard.agent, size=n_agents, step=scale.step)
    whole = tunings(heard, np.zeros_like(heard.agent), size=1, step=scale.step)
    order = np.argsort(heard.agent, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(heard.agent, minlength=n_agents))[:-1])
    agents = []
    for at, (name, rows) in enumerate(zip(scores.ids, parts, strict=True)):
        own = machine.of(at * n_strata, n_strata)
        agents.append(_joined(name, heard.of(rows), _Known(own, pooled, at, scale, confidence)))
    return agents, _joined(None, heard, _Known(machine.summed(n_strata), whole, 0, scale, confidence))


@dataclass(frozen=True)
class _Known:
    """Beside a group's own scores by people: automated ones by stratum, what all groups tell, and its place in that."""

    machine: Moments
    tuned: list[Tuning]
    group: int
    scale: Scale
    confidence: float


def _joined(name: object, heard: Scores, known: _Known) -> Joined:
    """`heard` are the contacts of the object that a person scored."""
    machine = known.machine
    shares = machine.n / max(1.0, float(machine.n.sum()))
    own = [heard.of(np.flatnonzero(heard.stratum == place)) for place in range(len(heard.strata))]
    human = [_human_mean(part, tuned, known.group) for part, tuned in zip(own, known.tuned, strict=True)]
    automated = [_machine_mean(machine, place) for place in range(len(own))]
    both = [_powered(part, machine.of(place, 1), known, known.tuned[place]) for place, part in enumerate(own)]
    human_only = _summed(human, shares, ("human mean", known.confidence, known.scale))
    by_machine = _summed(automated, shares, ("automated mean", known.confidence, None))
    powered = _summed(both, shares, ("prediction-powered mean", known.confidence, known.scale))
    ratio = _width_ratio(powered, human_only)
    return Joined(name, int(machine.n.sum()), heard.agent.size, human_only, by_machine, powered, ratio)


@dataclass(frozen=True)
class _Part:
    """A mean in one stratum with its independent variances and their degrees of freedom; None where too few tell it."""

    mean: float | None
    variances: list[tuple[float, float]]
    n: int
    cautions: tuple[str, ...]


def _machine_mean(machine: Moments, place: int) -> _Part:
    n, mean, variance = int(machine.n[place]), float(machine.mean[place]), float(machine.variance[place])
    if n < 2:
        return _Part(None, [], n, (f"too_few:{n}",))
    return _Part(mean, [] if is_nothing(variance, mean) else [(variance / n, n - 1.0)], n, ())


def _human_mean(part: Scores, tuned: Tuning, group: int) -> _Part:
    """sum(w y)/sum(w), variance n/(n-1) sum (w (y - mean)/sum w)^2 or its floor, n - 1 degrees of freedom."""
    n = int(part.human.size)
    if n < 2:
        return _Part(None, [], n, (f"too_few:{n}",))
    share = part.weight / part.weight.sum()
    mean = float(share @ part.human)
    variance = n / (n - 1) * float(share**2 @ (part.human - mean) ** 2)
    least = tuned.human.least(group, n) * float(share @ share)
    found, cautions = _floored(variance, least, part.human)
    return _Part(mean, [(found, n - 1.0)] if found else [], n, cautions)


def _floored(variance: float, least: float, values: Floats) -> tuple[float, tuple[str, ...]]:
    """The variance or its floor, said where nothing varies; 0 where there is no floor either."""
    nothing = is_nothing(variance, float(np.abs(values).max(initial=0.0)))
    return max(0.0 if nothing else variance, least), ("nothing_varies",) if nothing else ()


def _powered(part: Scores, machine: Moments, known: _Known, tuned: Tuning) -> _Part:
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
    leftover, least = leftover - share @ leftover, tuned.leftover.least(known.group, n)
    squares = float(share @ share)
    rectifier, equal = _floored(n / df * float(share**2 @ leftover**2), least * squares, both.human)
    distance = mean_auto - float(share @ both.automated)
    slope_error = tuned.spread * distance**2 * max(float(share @ leftover**2) * n / df, least)
    prediction = tuned.slope**2 * float(machine.variance[0]) / n_auto
    found = [(rectifier + slope_error, df), (prediction, n_auto - 1.0)]
    return _Part(mean, [one for one in found if one[0] > 0], n, (*cautions, *equal))


def _summed(parts: list[_Part], shares: Floats, told: tuple[str, float, Scale | None]) -> Estimate:
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
    return _interval(mean, variances, (n, cautions), told)


def _interval(
    mean: float,
    parts: Sequence[tuple[float, float]],
    seen: tuple[int, tuple[str, ...]],
    told: tuple[str, float, Scale | None],
) -> Estimate:
    """t interval for a sum of independent variances, degrees of freedom by Satterthwaite 1946; none without variance."""
    (n, cautions), (name, confidence, scale) = seen, told
    variance = sum(part for part, _ in parts)
    if variance <= 0:
        held = mean if scale is None else scale.held(mean)
        return Estimate(held, None, None, None, n, name, tuple(dict.fromkeys((*cautions, "nothing_varies"))))
    df = variance**2 / sum(part**2 / degrees for part, degrees in parts)
    half = two_sided_t(confidence, df) * math.sqrt(variance)
    held, low, high = (mean, mean - half, mean + half) if scale is None else scale.within(mean, half)
    return Estimate(held, low, high, math.sqrt(variance), n, name, cautions)


def _width_ratio(powered: Estimate, human: Estimate) -> float | None:
    ends = (powered.low, powered.high, human.low, human.high)
    if any(end is None for end in ends) or human.high == human.low:
        return None
    return (powered.high - powered.low) / (human.high - human.low)  # type: ignore[operator]
