"""What goes with leaving sooner: Cox's proportional hazards."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import NothingVaries, TooLittleData
from hengcai.measurement.quantiles import check_confidence
from hengcai.measurement.results import Estimate, unknown
from hengcai.measurement.survival.library import lifelines, quiet
from hengcai.measurement.survival.proportionality import proportionality
from hengcai.measurement.survival.records import Records

METHOD = "Cox hazard ratio, Efron ties; se of its logarithm"
DOUBTFUL = 0.05
FEW_LEAVERS = 10
ENDLESS = 10.0
MOST_PER_UNIT = 50.0  # e^50: one unit of the covariate is far more than people differ by


@dataclass(frozen=True)
class Hazard:
    """How many times likelier to leave at any moment with one unit more of the covariate, others equal."""

    name: str
    ratio: Estimate
    p: float | None
    proportional_p: float | None


@dataclass(frozen=True)
class Hazards:
    """`concordance` is the share of pairs in which who left sooner had the higher hazard.

    `proportional_p` tests all covariates together.
    """

    hazards: tuple[Hazard, ...]
    concordance: float
    proportional_p: float | None
    n: int
    n_left: int
    cautions: tuple[str, ...]


def cox(records: Records, *, confidence: float = 0.95) -> Hazards:
    """h(t | x) = h0(t) exp(b'x) by partial likelihood (Cox 1972), ties by Efron 1977; by lifelines.

    A ratio that changes over time is a caution. Reproduces R's survival on Rossi's data (Allison 1995): fin
    exp(-.3794), error .1914; age -.0574; prio .0915; concordance .64.
    """
    check_confidence(confidence)
    _check(records)
    fitter, frame = lifelines().CoxPHFitter(alpha=1 - confidence), _frame(records)
    with quiet():
        try:
            fitter.fit(frame, "time", "left")
        except lifelines("exceptions").ConvergenceError:
            raise NothingVaries("survival.cox_not_converged") from None
    summary = fitter.summary
    steady = proportionality(
        records.time, records.left, records.covariates, coefficients=summary["coef"].to_numpy(np.float64)
    )
    found = tuple(
        _hazard(name, summary.iloc[place], records.covariates[:, place], float(steady.each[place]), records.n)
        for place, name in enumerate(records.names)
    )
    together = None if any(hazard.p is None for hazard in found) else _finite(steady.together)
    concordance, cautions = float(fitter.concordance_index_), _cautions(records, found)
    return Hazards(found, concordance, together, records.n, records.n_left, cautions)


def _check(records: Records) -> None:
    table = records.covariates
    for place, name in enumerate(records.names):
        if np.ptp(table[:, place]) == 0:
            raise NothingVaries("survival.covariate_constant", column=name)
    width = len(records.names)
    if records.n_left <= width:
        raise TooLittleData("survival.too_few_left", n=records.n_left, needed=width + 1)
    if records.time[records.left].min() >= records.time.max():
        raise NothingVaries("survival.nobody_stayed_longer")
    spread = (table - table.mean(axis=0)) / table.std(axis=0)
    if np.linalg.matrix_rank(spread, tol=1e-8 * records.n) < width:
        raise NothingVaries("survival.covariates_depend", covariates=list(records.names))


def _frame(records: Records) -> Any:
    """Columns under names of our own: a covariate may be called like anything."""
    from pandas import DataFrame

    frame = DataFrame({f"x{place}": column for place, column in enumerate(records.covariates.T)})
    return frame.assign(time=records.time, left=records.left.astype(np.int64))


def _hazard(name: str, row: Any, column: Floats, changing: float, n: int) -> Hazard:
    """A coefficient, or an error, so large that it only says 'all of them' or 'none' ran to infinity.

    So large for one unit only, while people differ by far less, it asks for a smaller unit.
    """
    coefficient, error = (float(row[key]) * float(column.std()) for key in ("coef", "se(coef)"))
    if not (abs(coefficient) < ENDLESS and error < ENDLESS):
        return Hazard(name, unknown(METHOD, n, "runs_to_infinity"), None, None)
    shift = _finite(changing)
    if max(abs(float(row["coef"])), float(row["se(coef)"])) > MOST_PER_UNIT:
        return Hazard(name, unknown(METHOD, n, "unit_too_large"), float(row["p"]), shift)
    low, high = (float(row.filter(like=f"exp(coef) {side}").iloc[0]) for side in ("lower", "upper"))
    ratio = Estimate(float(row["exp(coef)"]), low, high, float(row["se(coef)"]), n, METHOD)
    return Hazard(name, ratio, float(row["p"]), shift)


def _finite(value: float) -> float | None:
    return value if np.isfinite(value) else None


def _cautions(records: Records, found: tuple[Hazard, ...]) -> tuple[str, ...]:
    each = records.n_left / len(records.names)
    few = (f"few_leavers_per_covariate:{each:.1f}",) if each < FEW_LEAVERS else ()
    bent = [hazard.name for hazard in found if hazard.proportional_p is not None and hazard.proportional_p < DOUBTFUL]
    lost = (f"hazards_left_out:{records.left_out}",) if records.left_out else ()
    return (*lost, *few, *(f"hazard_not_proportional:{name}" for name in bent))
