"""Agreement beyond chance for any number of raters, also when not everybody rated everything."""

import math
from dataclasses import dataclass

from hengcai.measurement.agreement.patterns import Patterns, patterns
from hengcai.measurement.agreement.shares import pair_agreement
from hengcai.measurement.agreement.weights import Weights, agreement_weights
from hengcai.measurement.columns import Floats
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.results import Estimate
from hengcai.measurement.tables import RatingTable


@dataclass(frozen=True)
class Chance:
    """Agreement to be expected by chance, and what each pattern contributes to it."""

    expected: float
    by_pattern: Floats


def fleiss_kappa(
    table: RatingTable | Patterns,
    *,
    weights: Weights = "identity",
    single_ratings: bool = False,
    confidence: float = 0.95,
) -> Estimate:
    """kappa = (pa - pe)/(1 - pe), pe = sum w_kl pi_k pi_l over the mean shares pi of the scores.

    Source: Fleiss 1971; incomplete tables and variance (linearised over units): Gwet 2014, ch. 2 and 5.
    Reproduces Fleiss 1971 (.430) and irrCAC's 4 raters x 12 units table (.76117 with single ratings kept).
    """
    found = _usable(patterns(table), single_ratings)
    credit = agreement_weights(weights, values=found.values, n_labels=found.n_labels)
    shares = _unit_shares(found)
    prevalence = found.units @ shares / found.n_units
    chance = Chance(float(prevalence @ credit @ prevalence), shares @ ((credit + credit.T) @ prevalence) / 2)
    return _corrected(found, credit, chance, (f"Fleiss kappa, {weights}", confidence))


def gwet_ac1(table: RatingTable | Patterns, *, single_ratings: bool = True, confidence: float = 0.95) -> Estimate:
    """AC1 = (pa - pe)/(1 - pe), pe = sum pi_k (1 - pi_k)/(q - 1).

    Source: Gwet 2008; variance linearised over units, also for incomplete tables: Gwet 2014, ch. 5.
    Reproduces irrCAC's 4 raters x 12 units table: .77544 (se .14295), single ratings kept.
    """
    return gwet_ac2(table, weights="identity", single_ratings=single_ratings, confidence=confidence)


def gwet_ac2(
    table: RatingTable | Patterns,
    *,
    weights: Weights = "quadratic",
    single_ratings: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """AC2 = (pa - pe)/(1 - pe) with credit w_kl, pe = sum(w)/(q(q-1)) sum pi_k (1 - pi_k).

    Source: Gwet 2014, ch. 3 and 5. Units with one rating count among the prevalences, as he defines them and as
    irrCAC does; without `single_ratings` only units with two ratings are used, as for the other coefficients.
    """
    found = _usable(patterns(table), single_ratings)
    q = found.n_labels
    credit = agreement_weights(weights, values=found.values, n_labels=q)
    shares = _unit_shares(found)
    prevalence = found.units @ shares / found.n_units
    scale = float(credit.sum()) / (q * (q - 1))
    chance = Chance(scale * float(prevalence @ (1 - prevalence)), scale * (shares @ (1 - prevalence)))
    name = "Gwet AC1" if weights == "identity" else f"Gwet AC2, {weights}"
    return _corrected(found, credit, chance, (name, confidence))


def _usable(every: Patterns, single_ratings: bool) -> Patterns:  # noqa: FBT001 - private
    twice = every.rated_twice()
    return every.varied() if single_ratings else twice.varied()


def _unit_shares(found: Patterns) -> Floats:
    return found.counts / found.sizes[:, None]


def _corrected(found: Patterns, credit: Floats, chance: Chance, told: tuple[str, float]) -> Estimate:
    """The coefficient with its linearised variance; t interval over units."""
    n, twice = found.n_units, found.sizes >= 2
    n_twice = int(found.units[twice].sum())
    observed = pair_agreement(found, credit)
    beyond = 1 - chance.expected
    coefficient = float(found.units @ observed / n_twice - chance.expected) / beyond
    parts = n / n_twice * (observed - chance.expected * twice) / beyond
    parts = parts - 2 * (1 - coefficient) * (chance.by_pattern - chance.expected) / beyond
    if n < 2:
        return Estimate(coefficient, None, None, None, n, told[0], ("one_unit",))
    se = math.sqrt(found.units @ (parts - coefficient) ** 2 / (n * (n - 1)))
    half = two_sided_t(told[1], n - 1) * se
    return Estimate(coefficient, coefficient - half, min(1.0, coefficient + half), se, n, told[0])
