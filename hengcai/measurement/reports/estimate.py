"""Automated and human scores in, the JSON object of `hengcai measure estimate` out."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import NotATable
from hengcai.measurement.prediction_powered.means import prediction_powered_means
from hengcai.measurement.prediction_powered.scores import joined_scores

Columns = Mapping[str, Column]
Json = dict[str, object]


@dataclass(frozen=True)
class EstimateRoles:
    """Names of the columns; `inclusion` is the probability with which a contact was drawn for a person to score.

    `stratum` names the part of the contacts each was drawn from: means are put together by the parts' sizes.
    `scale` holds the lowest and the highest score a person can give, where the scores do not tell it themselves.
    """

    by: str
    auto: str
    human: str
    inclusion: str | None = None
    stratum: str | None = None
    scale: tuple[float, float] | None = None


def estimate(columns: Columns, *, roles: EstimateRoles, confidence: float = 0.95) -> Json:
    """`hengcai measure estimate`; agents in the order of their first row, all contacts under `overall`."""
    _need(columns, roles.by, roles.auto, roles.human, roles.inclusion, roles.stratum)
    inclusion = None if roles.inclusion is None else columns[roles.inclusion]
    strata = None if roles.stratum is None else columns[roles.stratum]
    scores = joined_scores(
        columns[roles.by], columns[roles.auto], columns[roles.human], inclusion=inclusion, strata=strata
    )
    agents, overall = prediction_powered_means(scores, confidence=confidence, ends=roles.scale)
    return {"agents": [agent.as_json() for agent in agents], "overall": overall.as_json()}


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
