"""A table in, the JSON object of `hengcai measure effect` out; refusals pass through for the caller to tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.measurement.columns import Column
from hengcai.measurement.effects.comparison import ancova, difference
from hengcai.measurement.effects.discontinuity import Discontinuity, discontinuity, read_near_cut
from hengcai.measurement.effects.panel import PanelColumns, read_panel
from hengcai.measurement.effects.reliability import BeforeError, true_score_difference
from hengcai.measurement.effects.sample import Sample, read_sample
from hengcai.measurement.effects.staggered import Staggered, staggered_effects
from hengcai.measurement.effects.verdict import Verdict, verdict
from hengcai.measurement.errors import NotATable
from hengcai.measurement.quantiles import check_confidence
from hengcai.measurement.results import Estimate

Columns = Mapping[str, Column]
Json = dict[str, object]
BY_CHANCE = "assumes_assignment_by_chance"
EXACT = "before_taken_as_exact"
KNOWN = ("reliability_taken_as_known", "not_if_assigned_by_the_measured_score")


@dataclass(frozen=True)
class ComparisonRoles:
    """Names of the columns: who was trained, the outcome, the score before, the team."""

    outcome: str
    treated: str
    before: str | None = None
    cluster: str | None = None


@dataclass(frozen=True)
class DiscontinuityRoles:
    """Names of the columns; `treated` only where the cut did not decide alone."""

    outcome: str
    running: str
    treated: str | None = None
    cluster: str | None = None


@dataclass(frozen=True)
class StaggeredRoles:
    """Names of the columns; `first` is the period of the first training, empty for never."""

    outcome: str
    unit: str
    period: str
    first: str
    cluster: str | None = None


def comparison(
    columns: Columns, *, roles: ComparisonRoles, error: BeforeError | None = None, confidence: float = 0.95
) -> Json:
    """Trained against untrained, at the same score before where there is one, at the same true one with its error."""
    check_confidence(confidence)
    _need(columns, roles.outcome, roles.treated, roles.before, roles.cluster)
    before = None if roles.before is None else columns[roles.before]
    cluster = None if roles.cluster is None else columns[roles.cluster]
    sample = read_sample(columns[roles.outcome], columns[roles.treated], before=before, cluster=cluster)
    plain = difference(sample, confidence=confidence)
    if before is None:
        return _compared(sample, plain, {}, (BY_CHANCE,))
    as_measured = ancova(sample, confidence=confidence)
    if error is None:
        return _compared(sample, as_measured, {"difference": plain}, (EXACT,))
    effect = true_score_difference(sample, error=error, confidence=confidence)
    return _compared(sample, effect, {"difference": plain, "as_measured": as_measured}, KNOWN)


def at_a_cut(
    columns: Columns,
    *,
    roles: DiscontinuityRoles,
    cut: float,
    bandwidth: float | None = None,
    confidence: float = 0.95,
) -> Json:
    """Trained below a cut; the jump of the outcome there."""
    check_confidence(confidence)
    _need(columns, roles.outcome, roles.running, roles.treated, roles.cluster)
    treated = None if roles.treated is None else columns[roles.treated]
    cluster = None if roles.cluster is None else columns[roles.cluster]
    near = read_near_cut(columns[roles.outcome], columns[roles.running], cut=cut, treated=treated, cluster=cluster)
    return _jump(discontinuity(near, bandwidth=bandwidth, confidence=confidence), cut)


def staggered(
    columns: Columns,
    *,
    roles: StaggeredRoles,
    controls: str = "not-yet",
    anticipation: int = 0,
    confidence: float = 0.95,
) -> Json:
    """Trained at different times; each group of starters against those not trained by then."""
    check_confidence(confidence)
    _need(columns, roles.outcome, roles.unit, roles.period, roles.first, roles.cluster)
    cluster = None if roles.cluster is None else columns[roles.cluster]
    unit, period, outcome, first = (columns[name] for name in (roles.unit, roles.period, roles.outcome, roles.first))
    panel = read_panel(PanelColumns(unit, period, outcome, first, cluster))
    found = staggered_effects(panel, controls=controls, anticipation=anticipation, confidence=confidence)
    counts = {"units": panel.n_units, "never": panel.n_never}
    return _starts(found) | {"n": counts, "periods": list(panel.periods), "cautions": list(found.cautions)}


def _compared(sample: Sample, effect: Estimate, others: Mapping[str, Estimate], cautions: tuple[str, ...]) -> Json:
    told = _headed("comparison", effect, verdict(effect))
    told |= {name: found.as_json() for name, found in others.items()}
    told["groups"] = {name: _arm(sample, treated=treated) for name, treated in (("treated", True), ("control", False))}
    return told | {"cautions": [*cautions, *sample.cautions]}


def _arm(sample: Sample, *, treated: bool) -> Json:
    rows = sample.treated == treated
    told: Json = {"n": int(rows.sum()), "mean": float(sample.outcome[rows].mean())}
    return told if sample.before is None else told | {"before": float(sample.before[rows].mean())}


def _jump(found: Discontinuity, cut: float) -> Json:
    told = _headed("discontinuity", found.effect, found.verdict)
    told |= {"local_linear": found.local_linear.as_json(), "bias_corrected": found.bias_corrected.as_json()}
    told |= {} if found.take_up is None else {"take_up": found.take_up.as_json()}
    told |= {"cut": cut, "bandwidth": found.bandwidth, "n": {"below": found.n_below, "above": found.n_above}}
    return told | {
        "density": None if found.density is None else found.density.as_json(),
        "cautions": list(found.cautions),
    }


def _starts(found: Staggered) -> Json:
    told = _headed("staggered", found.effect, found.verdict)
    return told | {
        "simple": found.simple.as_json(),
        "by_event": [{"event": event, "effect": effect.as_json()} for event, effect in found.by_event],
        "by_first": [{"first": first, "effect": effect.as_json()} for first, effect in found.by_group],
        "by_first_and_period": [
            {"first": first, "period": period, "effect": effect.as_json()} for first, period, effect in found.group_time
        ],
    }


def _headed(design: str, effect: Estimate, said: Verdict) -> Json:
    return {"design": design, "effect": effect.as_json(), "verdict": said.code, "reasons": list(said.reasons)}


def _need(columns: Columns, *names: str | None) -> None:
    absent = [name for name in names if name is not None and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
