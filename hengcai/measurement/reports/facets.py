"""Ratings in, the JSON object of `hengcai measure facets` out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from scipy import special

from hengcai.measurement.columns import Codes, Column, Floats
from hengcai.measurement.errors import NotATable
from hengcai.measurement.facets.associations import association_of
from hengcai.measurement.facets.cells import Cells, cells_of
from hengcai.measurement.facets.contrasts import contrasts
from hengcai.measurement.facets.exact import ExactAgreement, exact_agreement
from hengcai.measurement.facets.fitting import USUAL, FacetsFit, fit_facets
from hengcai.measurement.facets.interactions import Interaction, interactions
from hengcai.measurement.facets.marginal import Normal
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.residuals import surprises
from hengcai.measurement.facets.summary import Category, categories_of, fair_averages, real_errors, separation_of
from hengcai.measurement.facets.units import Range, Units
from hengcai.measurement.facets.withheld import withheld
from hengcai.measurement.quantiles import check_confidence, two_sided_z

Columns = Mapping[str, Column]
Json = dict[str, object]
MOST_INTERACTIONS = 1_000


@dataclass(frozen=True)
class FacetsRoles:
    """Names of the columns: the object first; contacts are clusters of ratings, weights those of rows.

    `raters` names the facet whose exact agreements are counted, the first after the object when not told.
    """

    object: str
    facets: tuple[str, ...]
    score: str
    contact: str | None = None
    weight: str | None = None
    raters: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.object, *self.facets)


@dataclass(frozen=True)
class Wanted:
    """What else is told: pairs of facets whose bias is looked for, units beside the logits, how sure intervals are."""

    pairs: tuple[tuple[str, str], ...] = ()
    units: Units | Range | None = None
    confidence: float = 0.95

    def __post_init__(self) -> None:
        check_confidence(self.confidence)


USUALLY = Wanted()


def facets(columns: Columns, *, roles: FacetsRoles, options: Options = USUAL, wanted: Wanted = USUALLY) -> Json:
    """`hengcai measure facets`: measures in logits, severity positive for a harsher rater and a harder item."""
    fit = fit_facets(_cells(columns, roles, options), options=options)
    units = wanted.units.units(fit.measures[0]) if isinstance(wanted.units, Range) else wanted.units
    exact = exact_agreement(fit, roles.raters or roles.facets[0])
    spread = {name: separation_of(fit, facet) for facet, name in enumerate(roles.names)}
    categories = categories_of(fit)
    told: Json = {
        "converged": fit.converged,
        "iterations": fit.iterations,
        "elements": {name: _elements(fit, facet, (units, wanted)) for facet, name in enumerate(roles.names)},
        "thresholds": _thresholds(categories, by=options.steps_facet(roles.names)),
        "bias_correction": None if fit.correction is None else {"name": "wright-douglas", "factor": fit.correction},
        "reliability": {name: found.reliability for name, found in spread.items()},
        "separation": {name: found.separation for name, found in spread.items()},
        "subsets": list(fit.linking.subsets),
        "summary": {name: asdict(found) for name, found in spread.items()},
        "categories": [asdict(found) for found in categories],
        "unexpected": [asdict(found) for found in surprises(fit.kept, fit.moments, fit.scale)],
        "agreement": _agreement(fit, exact, roles.raters or roles.facets[0]),
        "population": None if fit.population is None else _population(fit.population),
        "log_likelihood": fit.log_likelihood,
        "units": None if units is None else asdict(units),
    }
    if wanted.pairs:
        told["interactions"] = [_interactions(fit, pair) for pair in wanted.pairs]
    cautions = (*fit.cautions, *_disordered(categories))
    if not fit.converged:
        told = withheld(told)
    return told | ({"cautions": list(cautions)} if cautions else {})


def _cells(columns: Columns, roles: FacetsRoles, options: Options) -> Cells:
    _need(columns, *roles.names, roles.score, roles.contact, roles.weight)
    return cells_of(
        {name: columns[name] for name in roles.names},
        columns[roles.score],
        steps_by=options.steps_facet(roles.names),
        weights=None if roles.weight is None else columns[roles.weight],
        contacts=None if roles.contact is None else columns[roles.contact],
    )


def _elements(fit: FacetsFit, facet: int, told: tuple[Units | None, Wanted]) -> list[Json]:
    cells, statistics, association = fit.cells, fit.fits[facet], association_of(fit, facet)
    weight, total = cells.totals(facet, cells.weight), cells.totals(facet, cells.values @ cells.counts)
    units, z = told[0], two_sided_z(told[1].confidence)
    ends = [fair_averages(fit, facet, errors=fit.model.signs[facet] * end) for end in (-z, z)]
    numbers: dict[str, Floats | Codes] = {
        "measure": fit.measures[facet],
        "se": fit.errors[facet],
        "infit": statistics.infit,
        "outfit": statistics.outfit,
        "infit_z": statistics.infit_z,
        "outfit_z": statistics.outfit_z,
        "n": cells.n_rows[facet],
        "raw_average": total / weight,
        "fair_average": fair_averages(fit, facet),
        "fair_low": np.minimum(*ends),
        "fair_high": np.maximum(*ends),
        "real_se": real_errors(fit, facet),
        "point_measure": association.point_measure,
        "point_measure_expected": association.expected,
        "discrimination": association.discrimination,
        "displacement": fit.displacement(facet),
    }
    if units is not None:
        numbers["in_units"] = units.of(fit.measures[facet], is_object=facet == 0)
        numbers["se_in_units"] = units.spacing * fit.errors[facet]
    columns: dict[str, Sequence[object]] = {name: _known(values) for name, values in numbers.items()}
    columns = {"id": cells.ids[facet], **columns, "status": fit.status(facet)}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _agreement(fit: FacetsFit, exact: ExactAgreement, raters: str) -> Json:
    pairs, observed, expected = exact.totals
    seen, likely = exact.shares()
    rows = zip(
        fit.cells.ids[fit.cells.names.index(raters)],
        exact.opportunities.tolist(),
        _known(seen),
        _known(likely),
        strict=True,
    )
    return {
        "facet": raters,
        "opportunities": pairs,
        "observed": observed / pairs if pairs else None,
        "expected": expected / pairs if pairs else None,
        "kappa": exact.kappa,
        "elements": [dict(zip(("id", "opportunities", "observed", "expected"), row, strict=True)) for row in rows],
    }


def _interactions(fit: FacetsFit, pair: tuple[str, str]) -> Json:
    """The fixed chi-square asks whether all biases are 0: sum of t^2 on as many degrees of freedom as pairs."""
    found: list[Interaction] = interactions(fit, *pair)
    chi_square = float(sum(one.t**2 for one in found))
    return {
        "facets": list(pair),
        "n": len(found),
        "chi_square": chi_square,
        "p": float(special.chdtrc(len(found), chi_square)),
        "table": [asdict(one) for one in found[:MOST_INTERACTIONS]],
        "contrasts": [asdict(one) for one in contrasts(fit, found, pair[0])],
    }


def _thresholds(categories: list[Category], *, by: str | None) -> list[Json]:
    """The step into each category; in partial credit each with the element it belongs to."""
    return [
        ({} if by is None else {by: found.group})
        | {"category": found.value, "estimate": found.threshold, "se": found.threshold_se}
        for found in categories
        if found.threshold is not None
    ]


def _disordered(categories: list[Category]) -> tuple[str, ...]:
    n = sum(found.disordered for found in categories)
    return (f"thresholds_disordered:{n}",) if n else ()


def _population(found: Normal) -> Json:
    sd_error = None if found.spread_at_zero else found.sd_error
    return {"mean": found.mean, "sd": found.sd, "mean_se": found.mean_error, "sd_se": sd_error}


def _known(values: Floats | Codes) -> list[float | None]:
    """Whole numbers stay whole; what is not finite becomes nothing."""
    return [
        value if finite else None for value, finite in zip(values.tolist(), np.isfinite(values).tolist(), strict=True)
    ]


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
