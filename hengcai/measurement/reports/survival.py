"""A table in, the JSON object of `hengcai measure survival` out; refusals pass through for the caller to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import NotATable, TooLittleData
from hengcai.measurement.quantiles import check_confidence
from hengcai.measurement.survival.curves import Curve, kaplan_meier, usual_times
from hengcai.measurement.survival.groups import common_horizon, curves_by_group, few_leavers, log_rank
from hengcai.measurement.survival.hazards import Hazards, cox
from hengcai.measurement.survival.library import lifelines
from hengcai.measurement.survival.records import Records, read_records

Columns = Mapping[str, Column]
Json = dict[str, object]
SMALL = 30


@dataclass(frozen=True)
class SurvivalRoles:
    """Names of the columns: how long, whether they left, the group compared, what may go with leaving."""

    time: str
    event: str
    group: str | None = None
    covariates: tuple[str, ...] = ()


def survival(columns: Columns, *, roles: SurvivalRoles, at: Sequence[float] = (), confidence: float = 0.95) -> Json:
    """Curves for all and by group with the log-rank test, and hazards where covariates are named."""
    check_confidence(confidence)
    _need(columns, roles.time, roles.event, roles.group, *roles.covariates)
    lifelines()
    time, event = columns[roles.time], columns[roles.event]
    records = read_records(time, event, group=None if roles.group is None else columns[roles.group])
    overall = kaplan_meier(records, at=at, confidence=confidence)
    told: Json = {"n": records.n, "n_left": records.n_left, "overall": _curve(overall)}
    cautions = _cautions(records)
    if records.groups:
        found, more = _groups(records, at or usual_times(records), confidence)
        told, cautions = told | found, cautions + more
    if roles.covariates:
        covered = read_records(time, event, covariates={name: columns[name] for name in roles.covariates})
        hazards = cox(covered, confidence=confidence)
        told, cautions = told | {"hazards": _hazards(hazards)}, cautions + hazards.cautions
    return told | {"cautions": list(cautions)}


def _cautions(records: Records) -> tuple[str, ...]:
    left_out = (f"left_out:{records.left_out}",) if records.left_out else ()
    return (*left_out, *((f"few_people:{records.n}",) if records.n < SMALL else ()))


def _groups(records: Records, at: Sequence[float], confidence: float) -> tuple[Json, tuple[str, ...]]:
    curves = curves_by_group(records, at=at, horizon=common_horizon(records), confidence=confidence)
    told: Json = {"by_group": {str(label): _curve(curve) for label, curve in curves.items()}}
    try:
        test = log_rank(records)
    except TooLittleData as refusal:
        return told | {"log_rank": None}, (refusal.code.removeprefix("survival."),)
    apart = tuple(f"not_in_log_rank:{label}" for label in test.left_out)
    return told | {"log_rank": test.as_json()}, (*apart, *few_leavers(records))


def _curve(curve: Curve) -> Json:
    return {
        "n": curve.n,
        "n_left": curve.n_left,
        "median": curve.median.as_json(),
        "restricted_mean": curve.restricted_mean.as_json(),
        "horizon": curve.horizon,
        "at": [
            {"time": moment.time, "at_risk": moment.at_risk, "survival": moment.survival.as_json()}
            for moment in curve.at
        ],
    }


def _hazards(found: Hazards) -> Json:
    return {
        "n": found.n,
        "n_left": found.n_left,
        "concordance": found.concordance,
        "proportional_hazards_p": found.proportional_p,
        "ratios": [
            {
                "covariate": hazard.name,
                "hazard_ratio": hazard.ratio.as_json(),
                "p": hazard.p,
                "proportional_hazards_p": hazard.proportional_p,
            }
            for hazard in found.hazards
        ],
    }


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
