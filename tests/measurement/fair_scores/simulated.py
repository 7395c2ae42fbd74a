"""A centre as in the design's simulation: raters fixed to teams that differ, some contacts scored twice."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

CONTACT_SD, RESIDUAL_SD = 0.45, 0.75


@dataclass(frozen=True)
class Centre:
    agent: np.ndarray
    rater: np.ndarray
    contact: np.ndarray
    item: np.ndarray
    score: np.ndarray
    truth: np.ndarray
    severity: np.ndarray


def centre(seed: int, *, double_share: float, rotated: bool = False, n_raters: int = 15, calls: int = 5) -> Centre:
    """300 agents, 8 items rounded to 1-5; truth is the expected score under the panel's mean severity."""
    random = np.random.default_rng(seed)
    n_agents = 20 * n_raters
    severity = random.normal(0, 0.4, n_raters)
    severity -= severity.mean()
    team = np.repeat(np.arange(n_raters), 20)
    ability = 3.9 + random.normal(0, 0.25, n_raters)[team] + random.normal(0, np.sqrt(0.45**2 - 0.25**2), n_agents)
    owner = np.repeat(np.arange(n_agents), calls)
    rater = random.integers(0, n_raters, owner.size) if rotated else team[owner]
    twice = random.choice(owner.size, int(double_share * owner.size), replace=False)
    second = (rater[twice] + random.integers(1, n_raters, twice.size)) % n_raters
    contact = np.concatenate([np.arange(owner.size), twice])
    raters = np.repeat(np.concatenate([rater, second]), 8)
    difficulty = np.linspace(-0.4, 0.4, 8)
    agents, contacts, items = np.repeat(owner[contact], 8), np.repeat(contact, 8), np.tile(np.arange(8), contact.size)
    call = random.normal(0, CONTACT_SD, owner.size)
    exact = ability[agents] + call[contacts] - severity[raters] - difficulty[items]
    score = np.clip(np.round(exact + random.normal(0, RESIDUAL_SD, agents.size)), 1, 5)
    middle = ability[:, None, None] - severity[None, :, None] - difficulty[None, None, :]
    return Centre(agents, raters, contacts, items, score, _expected(middle).mean(axis=(1, 2)), severity)


def _expected(middle: np.ndarray) -> np.ndarray:
    spread = np.hypot(CONTACT_SD, RESIDUAL_SD)
    return 1 + sum(ndtr((middle - cut) / spread) for cut in (1.5, 2.5, 3.5, 4.5))
