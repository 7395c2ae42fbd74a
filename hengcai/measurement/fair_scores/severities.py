"""Severities from a fit with agents and raters fixed, contacts random: sparse normal equations, agents absorbed."""

from dataclasses import dataclass

import numpy as np
from scipy import linalg, sparse

from hengcai.measurement.columns import Codes, Floats, joint_codes
from hengcai.measurement.fair_scores.ratings import ContactRatings

ROUNDING = 1e-10


@dataclass(frozen=True)
class Scorings:
    """One row for each rater's scoring of a contact: the mean of its `n` ratings freed of item difficulty.

    `residual` is the variance of single ratings within a scoring, None where no scoring has two; `df` its degrees.
    """

    agent: Codes
    contact: Codes
    rater: Codes
    mean: Floats
    n: Floats
    owner: Codes
    n_agents: int
    n_raters: int
    residual: float | None
    df: int

    @property
    def n_contacts(self) -> int:
        return int(self.owner.size)

    @property
    def n_double(self) -> int:
        """Scorings beyond the first of a contact."""
        return int(self.agent.size - self.owner.size)


@dataclass(frozen=True)
class Variances:
    """Of contacts within agents, and of scorings within contacts (on top of the residual's share)."""

    contact: float
    scoring: float


@dataclass(frozen=True)
class Solution:
    """Raters' severities (mean 0) with their covariance; agents' scores under mean severity with theirs, unshrunk.

    `lean` holds for each agent the weights of raters in the score: errors of severities reach the agent through it.
    """

    severity: Floats
    covariance: Floats
    score: Floats
    own_variance: Floats
    lean: sparse.csr_matrix
    deviance: float

    @property
    def variance(self) -> Floats:
        """Own error plus what the severities' errors add."""
        shared = np.asarray(self.lean @ self.covariance)
        return np.asarray(self.own_variance + np.asarray(self.lean.multiply(shared).sum(axis=1)).ravel())


def scorings_of(ratings: ContactRatings) -> Scorings:
    """Rows collapsed to scorings; item effects come from a least-squares fit over agents, raters and items."""
    scoring, n_scorings = joint_codes(ratings.contact, ratings.rater.code)
    freed = ratings.score - _item_effects(ratings)[ratings.item.code]
    n = np.bincount(scoring, minlength=n_scorings)
    mean = np.bincount(scoring, weights=freed) / n
    first = np.zeros(n_scorings, np.int64)
    first[scoring] = np.arange(scoring.size)
    df = ratings.score.size - n_scorings - (ratings.item.size - 1)
    within = float(np.sum((freed - mean[scoring]) ** 2))
    return Scorings(
        agent=ratings.agent.code[first],
        contact=ratings.contact[first],
        rater=ratings.rater.code[first],
        mean=mean,
        n=n.astype(np.float64),
        owner=ratings.contact_means[1],
        n_agents=ratings.agent.size,
        n_raters=ratings.rater.size,
        residual=within / df if df > 0 and within > n.size * (ROUNDING * np.abs(ratings.score).max()) ** 2 else None,
        df=df,
    )


def _item_effects(ratings: ContactRatings) -> Floats:
    """Least squares of score on agent + rater + item, items centred on 0; absorbed agents leave a small system."""
    if ratings.item.size < 2:
        return np.zeros(1)
    n, raters = ratings.score.size, ratings.rater.size
    columns = np.stack([ratings.rater.code, ratings.item.code + raters], axis=1)
    others = _indicators(columns, raters + ratings.item.size)
    agent = _indicators(ratings.agent.code[:, None], ratings.agent.size)
    cross = (agent.T @ others).tocsr()
    share = sparse.diags(1 / np.bincount(ratings.agent.code))
    gram = (others.T @ others - cross.T @ share @ cross).toarray()
    right = others.T @ ratings.score - cross.T @ (share @ (agent.T @ ratings.score))
    centre = np.zeros((2, len(gram)))
    centre[0, :raters] = centre[1, raters:] = np.sqrt(n) / len(gram)
    found = linalg.solve(gram + centre.T @ centre, right, assume_a="pos")[raters:]
    return np.asarray(found - found.mean())


def _indicators(columns: Codes, width: int) -> sparse.csr_matrix:
    """One row for each row of codes, a one in each column named there."""
    n, per_row = columns.shape
    return sparse.csr_matrix(
        (np.ones(n * per_row), columns.ravel(), np.arange(0, n * per_row + 1, per_row)), (n, width)
    )


@dataclass(frozen=True)
class _System:
    """The raters' normal equations under given variances, and what is left of the deviance apart from them."""

    gram: Floats
    right: Floats
    added: float
    lean: sparse.csr_matrix
    agent_mean: Floats
    diagonal: Floats
    rest: float

    def deviance(self, lenience: Floats, log_determinant: float) -> float:
        return float(self.rest - lenience @ self.right + log_determinant)


def solve(scorings: Scorings, variances: Variances) -> Solution:
    """Generalised least squares for raters and agents under given variances.

    V of a contact is D + s2_contact 11' with D = s2_scoring + s2_residual / n, inverted by Sherman & Morrison (1950):
    W = D^-1 - k D^-1 11' D^-1, k = s2 / (1 + s2 t), t = sum 1/D. `deviance` is -2 log of the restricted likelihood
    (Patterson & Thompson 1971; Harville 1977) up to a constant. With variances of 0 but the residual it is the
    classical two-way fixed fit; the test compares it with dense algebra.
    """
    system = _system(scorings, variances)
    factor, log_determinant = _factored(system.gram, system.added)
    inverse = linalg.cho_solve(factor, np.eye(len(system.gram)))
    inverse = inverse - inverse.mean(axis=0)
    inverse = inverse - inverse.mean(axis=1, keepdims=True)
    lenience = inverse @ system.right
    score = system.agent_mean - system.lean @ lenience
    deviance = system.deviance(lenience, log_determinant)
    return Solution(-lenience, inverse, score, 1 / system.diagonal, system.lean, deviance)


def deviance_of(scorings: Scorings, variances: Variances) -> float:
    """That of `solve` without the covariance, which costs as much again for each rater there is."""
    system = _system(scorings, variances)
    factor, log_determinant = _factored(system.gram, system.added)
    lenience = linalg.cho_solve(factor, system.right - system.right.mean())
    return system.deviance(lenience - lenience.mean(), log_determinant)


def _system(scorings: Scorings, variances: Variances) -> _System:
    spread = variances.scoring + (scorings.residual or 0.0) / scorings.n
    w, contacts = 1 / spread, scorings.n_contacts
    t = np.bincount(scorings.contact, weights=w, minlength=contacts)
    wy = np.bincount(scorings.contact, weights=w * scorings.mean, minlength=contacts)
    left = 1 / (1 + variances.contact * t)
    by_contact = sparse.csr_matrix((w, (scorings.contact, scorings.rater)), (contacts, scorings.n_raters))
    of_agent = sparse.csr_matrix((left, (scorings.owner, np.arange(contacts))), (scorings.n_agents, contacts))
    diagonal = of_agent @ t
    lean = sparse.diags(1 / diagonal) @ (of_agent @ by_contact)
    agent_mean = (of_agent @ wy) / diagonal
    k = variances.contact * left
    each = np.asarray(np.bincount(scorings.rater, weights=w, minlength=scorings.n_raters), np.float64)
    gram = np.diag(each) - (by_contact.T @ sparse.diags(k) @ by_contact + lean.T @ sparse.diags(diagonal) @ lean)
    right = np.bincount(scorings.rater, weights=w * scorings.mean, minlength=scorings.n_raters)
    right = right - by_contact.T @ (k * wy) - lean.T @ (diagonal * agent_mean)
    rest = float(w @ scorings.mean**2 - k @ wy**2 - diagonal @ agent_mean**2)
    rest += float(np.log(diagonal).sum() - np.log(w).sum() - np.log(left).sum())
    return _System(
        np.asarray(gram), np.asarray(right, np.float64), float(each.mean()), lean.tocsr(), agent_mean, diagonal, rest
    )


def _factored(gram: Floats, added: float) -> tuple[tuple[Floats, bool], float]:
    """The system is short by one, the common shift of all raters: their mean is put at 0.

    The matrix added moves only the eigenvalue of that shift, from 0 to `added`, which leaves the determinant again;
    it is of the size of what the system was made of, so that scores in any unit are solved alike.
    """
    factor = linalg.cho_factor(gram + added / len(gram))
    return factor, 2 * float(np.log(np.diag(factor[0])).sum()) - float(np.log(added))
