"""Ratings drawn from the model itself, with or without variance between contacts."""

from dataclasses import dataclass

import numpy as np

STEPS = np.array([-1.5, -0.5, 0.4, 1.6])


@dataclass(frozen=True)
class Ratings:
    agent: np.ndarray
    rater: np.ndarray
    item: np.ndarray
    contact: np.ndarray
    score: np.ndarray
    ability: np.ndarray
    severity: np.ndarray
    difficulty: np.ndarray

    @property
    def facets(self) -> dict[str, np.ndarray]:
        return {"agent": self.agent, "rater": self.rater, "item": self.item}


def ratings(
    seed: int, *, agents: int = 80, raters: int = 5, items: int = 4, calls: int = 4, contact_sd: float = 0.0
) -> Ratings:
    """Each call is scored on every item by one rater, drawn at random; scores run from 1 to 5."""
    random = np.random.default_rng(seed)
    ability = random.normal(0.3, 1.0, agents)
    severity, difficulty = np.linspace(-0.6, 0.6, raters), np.linspace(-0.5, 0.5, items)
    agent = np.repeat(np.arange(agents), calls * items)
    contact = np.repeat(np.arange(agents * calls), items)
    rater = np.repeat(random.integers(0, raters, agents * calls), items)
    item = np.tile(np.arange(items), agents * calls)
    eta = (
        ability[agent] - severity[rater] - difficulty[item] + random.normal(0, 1, agents * calls)[contact] * contact_sd
    )
    height = np.arange(5) * eta[:, None] - np.concatenate([[0.0], np.cumsum(STEPS)])
    share = np.exp(height - height.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    score = 1 + (random.random(agent.size)[:, None] > share.cumsum(axis=1)[:, :4]).sum(axis=1)
    return Ratings(agent, rater, item, contact, score, ability, severity, difficulty)
