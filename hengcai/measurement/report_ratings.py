"""Ratings in, the JSON object of `hengcai measure scores` and `hengcai measure facets` out."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from hengcai.measurement.columns import Column, Floats
from hengcai.measurement.errors import NotATable
from hengcai.measurement.facets.cells import cells_of
from hengcai.measurement.facets.fitting import USUAL as USUAL_FACETS
from hengcai.measurement.facets.fitting import FacetsFit, fit_facets
from hengcai.measurement.facets.marginal import Normal
from hengcai.measurement.facets.options import Options as FacetsOptions
from hengcai.measurement.facets.residuals import surprises
from hengcai.measurement.facets.summary import Category, categories_of, fair_averages, separation_of
from hengcai.measurement.fair_scores.ratings import contact_ratings
from hengcai.measurement.fair_scores.scores import USUAL as USUAL_SCORES
from hengcai.measurement.fair_scores.scores import FairScores, fair_scores
from hengcai.measurement.fair_scores.scores import Options as ScoresOptions
from hengcai.measurement.quantiles import two_sided_z

Columns = Mapping[str, Column]
Json = dict[str, object]


@dataclass(frozen=True)
class ScoresRoles:
    """Names of the columns; a contact id counts within its agent."""

    agent: str
    rater: str
    contact: str
    score: str
    item: str | None = None


@dataclass(frozen=True)
class FacetsRoles:
    """Names of the columns: the object first; contacts are clusters of ratings, weights those of rows."""

    object: str
    facets: tuple[str, ...]
    score: str
    contact: str | None = None
    weight: str | None = None


def scores(columns: Columns, *, roles: ScoresRoles, options: ScoresOptions = USUAL_SCORES) -> Json:
    """`hengcai measure scores`: severities out, then shrunk; agents and raters in the order of their first row."""
    _need(columns, roles.agent, roles.rater, roles.contact, roles.score, roles.item)
    items = None if roles.item is None else columns[roles.item]
    ratings = contact_ratings(
        columns[roles.agent], columns[roles.rater], columns[roles.contact], scores=columns[roles.score], items=items
    )
    found = fair_scores(ratings, options=options)
    told: Json = {"linked": found.linking.linked}
    if not found.linking.linked:
        told["subsets"] = list(found.linking.subsets)
        told["double_scored_contacts"] = {
            "fewest": found.linking.fewest_double_scores,
            "advised": found.linking.advised_double_scores(ratings.n_contacts),
        }
    told |= {"raters": _raters(found), "agents": _agents(found)}
    told["components"] = {name: part.as_json() for name, part in found.components.items()}
    return told | ({"cautions": list(found.cautions)} if found.cautions else {})


def _raters(found: FairScores) -> list[Json]:
    counts = np.bincount(found.ratings.rater.code)
    severity = error = [None] * counts.size
    if found.solution is not None:
        severity = found.solution.severity.tolist()
        if found.shrunk is not None and counts.size > 1:
            error = np.sqrt(np.maximum(np.diag(found.solution.covariance), 0)).tolist()
    return [
        {"id": name, "severity": harsh, "se": se, "n": int(n)}
        for name, harsh, se, n in zip(found.ratings.rater.ids, severity, error, counts, strict=True)
    ]


def _agents(found: FairScores) -> list[Json]:
    n = found.raw.size
    fair = low = high = bands = [None] * n
    if found.solution is not None:
        fair = found.solution.score.tolist()
    if found.shrunk is not None:
        half = two_sided_z(found.options.confidence) * found.shrunk.sd
        fair, bands = found.shrunk.mean.tolist(), found.shrunk.bands(found.options.cuts).tolist()
        low, high = (found.shrunk.mean - half).tolist(), (found.shrunk.mean + half).tolist()
    keys = ("id", "n_contacts", "raw", "fair", "low", "high", "bands")
    counts = found.n_contacts.astype(int).tolist()
    values = zip(found.ratings.agent.ids, counts, found.raw.tolist(), fair, low, high, bands, strict=True)
    return [dict(zip(keys, row, strict=True)) for row in values]


def facets(columns: Columns, *, roles: FacetsRoles, options: FacetsOptions = USUAL_FACETS) -> Json:
    """`hengcai measure facets`: measures in logits, severity positive for a harsher rater and a harder item."""
    names = (roles.object, *roles.facets)
    _need(columns, *names, roles.score, roles.contact, roles.weight)
    cells = cells_of(
        {name: columns[name] for name in names},
        columns[roles.score],
        steps_by=options.steps_facet(names),
        weights=None if roles.weight is None else columns[roles.weight],
        contacts=None if roles.contact is None else columns[roles.contact],
    )
    fit = fit_facets(cells, options=options)
    spread = {name: separation_of(fit, facet) for facet, name in enumerate(names)}
    categories = categories_of(fit)
    told: Json = {
        "converged": fit.converged,
        "iterations": fit.iterations,
        "elements": {name: _elements(fit, facet) for facet, name in enumerate(names)},
        "thresholds": _thresholds(categories, by=options.steps_facet(names)),
        "bias_correction": None if fit.correction is None else {"name": "wright-douglas", "factor": fit.correction},
        "reliability": {name: found.reliability for name, found in spread.items()},
        "separation": {name: found.separation for name, found in spread.items()},
        "subsets": list(fit.linking.subsets),
        "summary": {name: asdict(found) for name, found in spread.items()},
        "categories": [asdict(found) for found in categories],
        "unexpected": [asdict(found) for found in surprises(fit.kept, fit.moments, fit.scale)],
        "population": None if fit.population is None else _population(fit.population),
        "log_likelihood": fit.log_likelihood,
    }
    return told | ({"cautions": list(fit.cautions)} if fit.cautions else {})


def _elements(fit: FacetsFit, facet: int) -> list[Json]:
    cells, statistics = fit.cells, fit.fits[facet]
    weight = cells.totals(facet, cells.weight)
    total = cells.totals(facet, cells.values @ cells.counts)
    columns: dict[str, Sequence[object]] = {
        "id": cells.ids[facet],
        "measure": _known(fit.measures[facet]),
        "se": _known(fit.errors[facet]),
        "infit": _known(statistics.infit),
        "outfit": _known(statistics.outfit),
        "infit_z": _known(statistics.infit_z),
        "outfit_z": _known(statistics.outfit_z),
        "n": cells.n_rows[facet].tolist(),
        "raw_average": _known(total / weight),
        "fair_average": _known(fair_averages(fit, facet)),
        "status": fit.status(facet),
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _thresholds(categories: list[Category], *, by: str | None) -> list[Json]:
    """The step into each category; in partial credit each with the element it belongs to."""
    return [
        ({} if by is None else {by: found.group})
        | {"category": found.value, "estimate": found.threshold, "se": found.threshold_se}
        for found in categories
        if found.threshold is not None
    ]


def _population(found: Normal) -> Json:
    sd_error = None if found.spread_at_zero else found.sd_error
    return {"mean": found.mean, "sd": found.sd, "mean_se": found.mean_error, "sd_se": sd_error}


def _known(values: Floats) -> list[float | None]:
    return [
        value if finite else None for value, finite in zip(values.tolist(), np.isfinite(values).tolist(), strict=True)
    ]


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
