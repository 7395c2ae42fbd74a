"""Variances of contacts and scorings by restricted maximum likelihood, with log-normal intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize

from hengcai.measurement.columns import Floats
from hengcai.measurement.fair_scores.severities import Scorings, Solution, Variances, deviance_of, solve
from hengcai.measurement.quantiles import normal_quantile, two_sided_z
from hengcai.measurement.results import Estimate, unknown

Flags = npt.NDArray[np.bool_]
FLOOR = 1e-5
STEP = 0.05
FARTHEST = 20.0  # on the log scale
NO_ERROR = 12.0
"""A log variance with a larger standard error has an interval of more than ten orders either way."""


@dataclass(frozen=True)
class Spread:
    """The solution at the variances found, and an estimate for each component that can be told apart."""

    solution: Solution
    variances: Variances
    components: dict[str, Estimate]

    @property
    def is_nothing(self) -> bool:
        """Scores are sums of effects without anything left over: how sure they are cannot be told."""
        parts = [part for name, part in self.components.items() if name != "residual"]
        return self.components["residual"].estimate is None and all(part.estimate == 0 for part in parts)


def spread_of(scorings: Scorings, *, confidence: float, is_whole: bool = False) -> Spread | None:
    """None when no agent has two contacts, or agents and raters use up all contacts: errors then cannot be known.

    `is_whole`: the contacts are all there are, not a sample; only scorings of the same contact tell of error.

    Scorings are told from contacts where contacts are scored twice, ratings from scorings where a scoring has several.
    Sources: Patterson & Thompson 1971; intervals exp(log s2 +- z se(log s2)) with the observed information. The test
    recovers known components and compares one-way balanced data with the analysis of variance.
    """
    df = scorings.agent.size - scorings.n_agents - scorings.n_raters + 1
    if df < 1 or (scorings.n_contacts <= scorings.n_agents and not is_whole):
        return None
    names = _varying(scorings, is_whole=is_whole)
    scale = max(float(scorings.mean.var()), scorings.residual or 0.0)
    deviance = _deviance(scorings, names)
    logs = _lowest(deviance, len(names), scale)
    found = dict(zip(names, np.exp(logs), strict=True))
    variances = Variances(found.get("contact", 0.0), found.get("scoring", 0.0))
    at_floor = logs < np.log(scale * FLOOR) + STEP
    labels = ("contact",) if names == ("scoring",) and not is_whole else names
    limits = _upper_limits(deviance, logs, at_floor, rise=normal_quantile(confidence) ** 2)
    components = _told(labels, logs, (_errors(deviance, logs, at_floor), limits), (scorings, confidence))
    return Spread(solve(scorings, variances), variances, components)


def _varying(scorings: Scorings, *, is_whole: bool) -> tuple[str, ...]:
    """A lone component without a residual goes by the scoring: the two are one then."""
    if is_whole or (scorings.residual is None and not scorings.n_double):
        return ("scoring",)
    return ("contact", "scoring") if scorings.n_double else ("contact",)


def _deviance(scorings: Scorings, names: Sequence[str]) -> Callable[[Floats], float]:
    def deviance(logs: Floats) -> float:
        found = dict(zip(names, np.exp(logs), strict=True))
        return deviance_of(scorings, Variances(found.get("contact", 0.0), found.get("scoring", 0.0)))

    return deviance


def _lowest(deviance: Callable[[Floats], float], size: int, scale: float) -> Floats:
    """A floor stands for zero: five orders below the variance of the scorings."""
    middle = np.log(scale)
    bounds = [(middle + np.log(FLOOR), middle + 3.0)] * size
    start = np.full(size, middle - 1.5)
    found = optimize.minimize(deviance, start, bounds=bounds, method="L-BFGS-B", options={"eps": 1e-4})
    return np.asarray(found.x)


def _errors(deviance: Callable[[Floats], float], logs: Floats, at_floor: Flags) -> Floats:
    """Standard errors of the logs: half the deviance's second differences are the information; the floor has none."""
    free = [place for place in range(logs.size) if not at_floor[place]]
    errors = np.full(logs.size, np.nan)
    if not free:
        return errors
    information = np.array([[_second(deviance, logs, (a, b)) for b in free] for a in free])
    errors[free] = np.sqrt(np.maximum(np.diag(np.linalg.pinv(information, hermitian=True)), 0))
    return errors


def _upper_limits(
    deviance: Callable[[Floats], float], logs: Floats, at_floor: Flags, *, rise: float
) -> dict[int, float | None]:
    """Of the components at the floor: where the deviance has risen so far, the others kept (Stram & Lee 1994).

    None where all are there, since nothing is left over to measure by, and where it never rises so far.
    """
    if at_floor.all() and at_floor.size > 1:
        return dict.fromkeys(range(at_floor.size))
    return {int(place): _upper_limit(deviance, logs, int(place), rise=rise) for place in np.flatnonzero(at_floor)}


def _upper_limit(deviance: Callable[[Floats], float], logs: Floats, place: int, *, rise: float) -> float | None:
    lowest = deviance(logs)

    def above(log: float) -> float:
        moved = logs.copy()
        moved[place] = log
        return deviance(moved) - lowest - rise

    end = float(logs[place])
    found = optimize.brentq(above, end, end + FARTHEST, xtol=1e-3) if above(end + FARTHEST) > 0 else None
    return None if found is None else float(np.exp(found))


def _second(deviance: Callable[[Floats], float], logs: Floats, places: tuple[int, int]) -> float:
    """Half the mixed second difference, over the four corners around the lowest point."""
    corners = [(a, b) for a in (1, -1) for b in (1, -1)]
    total = sum(a * b * deviance(_moved(logs, (places[0], a), (places[1], b))) for a, b in corners)
    return float(total / (8 * STEP**2))


def _moved(logs: Floats, *moves: tuple[int, int]) -> Floats:
    shifted = logs.copy()
    for place, sign in moves:
        shifted[place] += sign * STEP
    return shifted


def _told(
    names: Sequence[str], logs: Floats, sure: tuple[Floats, dict[int, float | None]], about: tuple[Scorings, float]
) -> dict[str, Estimate]:
    scorings, confidence = about
    z, (errors, limits) = two_sided_z(confidence), sure
    counts = {"contact": scorings.n_contacts, "scoring": scorings.agent.size}
    told = {}
    for place, label in enumerate(names):
        value, error = float(np.exp(logs[place])), float(errors[place])
        if place in limits:
            told[label] = Estimate(0.0, 0.0, limits[place], None, counts[label], "REML", ("at_zero",))
        elif error > NO_ERROR:
            told[label] = Estimate(value, None, None, None, counts[label], "REML", ("no_interval",))
        else:
            low, high = value * np.exp(-z * error), value * np.exp(z * error)
            told[label] = Estimate(value, low, high, value * error, counts[label], "REML")
    return told | {"residual": _residual(scorings, z)}


def _residual(scorings: Scorings, z: float) -> Estimate:
    if scorings.residual is None:
        return unknown("pooled within scorings", scorings.agent.size, "one_rating_a_scoring")
    value, error = scorings.residual, float(np.sqrt(2 / scorings.df))
    return Estimate(
        value,
        value * np.exp(-z * error),
        value * np.exp(z * error),
        value * error,
        scorings.df,
        "pooled within scorings",
    )
