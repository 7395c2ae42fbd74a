"""How far one agent's contacts usually differ, from marks already given."""

from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Column, check_lengths, codes, joint_codes, numbers
from hengcai.measurement.errors import NothingVaries, TooLittleData


@dataclass(frozen=True)
class Spread:
    """The standard deviation of contacts within agents, and over how many it was taken."""

    sd: float
    n_agents: int
    n_contacts: int


def contact_spread(agent: Column, contact: Column, score: Column) -> Spread:
    """s^2 = sum over contacts of (mean of the contact - mean of its agent's contacts)^2 / (contacts - agents).

    Source: the pooled variance within groups of the analysis of variance (Fisher 1925). Rows without a score are left
    out, a contact's rows are averaged first. Worked out by hand in the tests.
    """
    check_lengths(agent=agent, contact=contact, score=score)
    given = numbers(score, name="score")
    kept = np.flatnonzero(~np.isnan(given))
    if kept.size == 0:
        raise TooLittleData("ratings.none")
    owner, pair = codes(agent)[0][kept], joint_codes(codes(agent)[0][kept], codes(contact)[0][kept])[0]
    means = np.bincount(pair, weights=given[kept]) / np.bincount(pair)
    of = np.zeros(means.size, np.int64)
    of[pair] = owner
    counts = np.bincount(of)
    centre = np.bincount(of, weights=means) / np.maximum(counts, 1)
    n_agents = int((counts > 0).sum())
    if means.size == n_agents:
        raise TooLittleData("plan.one_contact_each", n=n_agents)
    sd = float(np.sqrt(((means - centre[of]) ** 2).sum() / (means.size - n_agents)))
    if not sd > 0:
        raise NothingVaries("ratings.constant")
    return Spread(sd, n_agents, int(means.size))
