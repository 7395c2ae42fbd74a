"""Empirical Bayes: each agent's score drawn towards the mean as far as its error warrants."""

import math
from dataclasses import dataclass

import numpy as np
from scipy import optimize, special

from hengcai.measurement.columns import Floats
from hengcai.measurement.quantiles import two_sided_z
from hengcai.measurement.results import Estimate

FEWEST = 4  # with three the adjusted likelihood is flat towards infinity


@dataclass(frozen=True)
class Shrunk:
    """Posterior mean and standard deviation of each agent's score, and the spread of agents."""

    mean: Floats
    sd: Floats
    between: Estimate

    def bands(self, cuts: tuple[float, ...]) -> Floats:
        """Posterior probability of lying below the first cut, between cuts, above the last: one row an agent."""
        below = special.ndtr((np.array(cuts)[None, :] - self.mean[:, None]) / self.sd[:, None])
        edges = np.hstack([np.zeros((self.mean.size, 1)), below, np.ones((self.mean.size, 1))])
        return np.diff(edges, axis=1)


def shrink(score: Floats, variance: Floats, *, confidence: float = 0.95) -> Shrunk:
    """Posterior of theta under score ~ N(theta, variance), theta ~ N(mu, tau2): Lindley & Smith 1972; Morris 1983.

    Mean: score - B (score - mu), B = V / (V + tau2); variance: V (1 - B) + B^2 var(mu) + (score - mu)^2 var(B).
    tau2 maximises the restricted likelihood times tau2 (Morris & Tang 2011), so that it is never 0 and intervals stay
    honest when agents hardly differ. On Efron & Morris' 18 batters (1975, table 1) Clemente's .400 after 45 at bats
    shrinks to .317, and the sum of squared errors is less than half that of the raw averages.
    With fewer than four agents nothing is shrunk.
    """
    if score.size < FEWEST:
        between = Estimate(None, None, None, None, score.size, "adjusted REML", ("too_few_agents",))
        return Shrunk(score, np.sqrt(variance), between)
    tau2 = _between(score, variance)
    total = variance + tau2
    mu = float((score / total).sum() / (1 / total).sum())
    factor = variance / total
    tau2_error = 2 / float((1 / total**2).sum())
    factor_error = (variance / total**2) ** 2 * tau2_error
    posterior = variance * (1 - factor) + factor**2 / (1 / total).sum() + factor_error * (score - mu) ** 2
    z, error = two_sided_z(confidence), math.sqrt(tau2_error)
    low, high = (tau2 * math.exp(sign * z * error / tau2) if error < tau2 else None for sign in (-1, 1))
    between = Estimate(tau2, low, high, error, score.size, "adjusted REML", () if low else ("agents_hardly_differ",))
    return Shrunk(score - factor * (score - mu), np.sqrt(posterior), between)


def _between(score: Floats, variance: Floats) -> float:
    """The log of tau2 between a millionth and a thousand times the spread of the scores."""
    spread = float(score.var(ddof=1) + variance.mean())

    def objective(log_tau2: float) -> float:
        weight = 1 / (variance + math.exp(log_tau2))
        mu = (weight @ score) / weight.sum()
        squares = float(weight @ (score - mu) ** 2)
        return squares - float(np.log(weight).sum()) + math.log(weight.sum()) - 2 * log_tau2

    middle = math.log(spread)
    found = optimize.minimize_scalar(objective, bounds=(middle - 14, middle + 7), method="bounded")
    return math.exp(found.x)
