"""Ratings in, the JSON object of `hengcai measure scores` out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import NotATable
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


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
