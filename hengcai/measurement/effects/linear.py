"""Least squares whose errors respect clusters, also where there are few of them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Floats
from hengcai.measurement.errors import NothingVaries, TooLittleData
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.results import Estimate

DEPENDENT = 1e-9
FULL_LEVERAGE = 1e-8
NO_RESIDUAL = 1e-11
FEWEST_DF = 4.0  # Tipton 2015: below four degrees of freedom the t approximation is poor


@dataclass(frozen=True)
class LinearFit:
    """In coordinates where the design is orthonormal; of each cluster its scores and the spectrum of its leverage."""

    coefficients: Floats
    root: Floats
    scores: Floats
    values: Floats
    vectors: Floats
    n: int
    clustered: bool

    @property
    def covariance(self) -> Floats:
        """CR2: sum of X_g' A_g e_g e_g' A_g X_g between (X'X)^-1, A_g = (I - H_gg)^-1/2 (Bell & McCaffrey 2002)."""
        inside = np.einsum("cpr,cp->cr", self.vectors, self.scores) * _power(self.values, -0.5)
        adjusted = np.einsum("cpr,cr->cp", self.vectors, inside)
        return np.asarray(self.root @ (adjusted.T @ adjusted) @ self.root.T)

    def degrees(self, contrast: npt.ArrayLike) -> float:
        """Satterthwaite's df = tr(P)^2 / tr(P^2), P_gh = u_g'(I - H)_gh u_h, u_g = A_g X_g (X'X)^-1 c.

        Bell & McCaffrey 2002 with independent equal errors as working model; Pustejovsky & Tipton 2018.
        """
        along = np.einsum("cpr,p->cr", self.vectors, self.root.T @ np.asarray(contrast, np.float64))
        own = (along**2 * self.values * _power(self.values, -1.0)).sum(axis=1)
        shared = np.einsum("cpr,cr->cp", self.vectors, along * self.values * _power(self.values, -0.5))
        trace = own.sum() - (shared**2).sum()
        squares = (own**2).sum() - 2 * own @ (shared**2).sum(axis=1) + ((shared.T @ shared) ** 2).sum()
        return float(trace**2 / squares) if trace > 0 and squares > 0 else 0.0

    def rests_on_one(self, contrast: npt.ArrayLike) -> bool:
        """Whether a single cluster decides the contrast alone, so that no error can be found for it."""
        along = np.einsum("cpr,p->cr", self.vectors, self.root.T @ np.asarray(contrast, np.float64))
        return bool((np.abs(along[self.values > 1 - FULL_LEVERAGE]) > FULL_LEVERAGE).any())

    def estimate(self, contrast: npt.ArrayLike, *, method: str, confidence: float) -> Estimate:
        """The contrast with its t interval; no interval where a single cluster decides it."""
        weights = np.asarray(contrast, np.float64)
        value = float(weights @ self.coefficients)
        variance = float(weights @ self.covariance @ weights)
        df = self.degrees(weights)
        if self.rests_on_one(weights) or df == 0:
            return Estimate(value, None, None, None, self.n, method, ("rests_on_one_cluster",))
        if variance <= 0:
            return Estimate(value, None, None, None, self.n, method, ("no_spread_left",))
        se = float(np.sqrt(variance))
        half = two_sided_t(confidence, df) * se
        few = (f"few_clusters:df={df:.1f}",) if self.clustered and df < FEWEST_DF else ()
        return Estimate(value, value - half, value + half, se, self.n, method, few)


def linear_fit(design: Floats, outcome: Floats, *, cluster: Codes | None = None) -> LinearFit:
    """Least squares with CR2 errors; every row its own cluster (HC2, MacKinnon & White 1985) without clusters.

    With Z = X R^-1 orthonormal, A_g Z_g = Z_g (I - Z_g'Z_g)^-1/2: only matrices of the design's width are decomposed.
    Reproduces the dense formula in the test, and with equal clusters treated whole Student's t test of their means.
    """
    n, width = design.shape
    if n <= width:
        raise TooLittleData("effect.too_few_rows", n=n, needed=width + 1)
    basis, triangle = np.linalg.qr(design)
    if (np.abs(np.diag(triangle)) <= DEPENDENT * np.linalg.norm(design, axis=0)).any():
        raise NothingVaries("effect.columns_depend")
    root = np.linalg.inv(triangle)
    turned = basis.T @ outcome
    residual = outcome - basis @ turned
    residual[np.abs(residual) < NO_RESIDUAL * np.abs(outcome).max(initial=0.0)] = 0.0
    scores = basis * residual[:, None]
    if cluster is None:
        values, vectors = _of_rows(basis)
        return LinearFit(root @ turned, root, scores, values, vectors, n, clustered=False)
    grams, summed = _summed(basis, cluster), _by_cluster(scores, cluster)
    values, vectors = np.linalg.eigh(grams)
    return LinearFit(root @ turned, root, summed, np.clip(values, 0.0, 1.0), vectors, n, clustered=True)


def _of_rows(basis: Floats) -> tuple[Floats, Floats]:
    """A single row's leverage matrix has one eigenvalue, its leverage."""
    leverage = (basis**2).sum(axis=1)
    length = np.sqrt(np.where(leverage > 0, leverage, 1.0))
    return np.clip(leverage, 0.0, 1.0)[:, None], (basis / length[:, None])[:, :, None]


def _summed(basis: Floats, cluster: Codes) -> Floats:
    """Z_g'Z_g of each cluster."""
    width = basis.shape[1]
    products = (basis[:, :, None] * basis[:, None, :]).reshape(len(basis), width * width)
    return _by_cluster(products, cluster).reshape(-1, width, width)


def _by_cluster(rows: Floats, cluster: Codes) -> Floats:
    return np.column_stack([np.bincount(cluster, weights=column) for column in rows.T])


def _power(values: Floats, power: float) -> Floats:
    """(1 - value)^power, 0 where the leverage is full: the generalised inverse."""
    left = 1 - values
    return np.where(left > FULL_LEVERAGE, np.power(np.where(left > FULL_LEVERAGE, left, 1.0), power), 0.0)
