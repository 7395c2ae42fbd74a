"""One course and one outcome: the staggered comparison, the plain look beside it, and what may be said."""

from datetime import date
from typing import Any

from hengcai.measurement.errors import MeasurementRefusal
from hengcai.programme.facts.outcomes import Held, held
from hengcai.programme.rules.verdicts import Outcome, Said, around, said

FEWEST_TRAINED = 5
TOO_FEW = "too_few_trained"


def measured(course: str, outcome: Outcome, *, until: date) -> dict[str, Any] | None:
    """As it is kept; None where nothing of this outcome is known or nobody was trained."""
    found = held(course, outcome, until=until)
    if not found.rows or not found.starts:
        return None
    naive = _naive(found)
    if len(found.starts) < FEWEST_TRAINED:
        return _kept(Said("not_yet", (TOO_FEW,)), {}, naive, found)
    try:
        report = _staggered(found)
    except MeasurementRefusal as refused:
        return _kept(Said("not_yet", (refused.code,)), {}, naive, found)
    return _kept(said(report, outcome, trained=len(found.starts)), report, naive, found)


def _staggered(found: Held) -> dict[str, Any]:
    """The month before the training is kept out of the base: often it is the bad one that sent people there, and their way back
    from it is no effect. Earlier months show whether trends were alike; teams are clusters where there are enough."""
    from hengcai.measurement.reports.effect import StaggeredRoles, staggered

    units = [unit for unit, _month, _value in found.rows]
    teams = [found.teams[unit] for unit in units]
    columns = {
        "unit": units, "period": [month for _unit, month, _value in found.rows],
        "outcome": [str(value) for _unit, _month, value in found.rows],
        "first": [found.starts.get(unit, "") for unit in units], "team": teams,
    }  # fmt: skip
    cluster = "team" if len(set(teams)) >= 20 else None
    roles = StaggeredRoles("outcome", "unit", "period", "first", cluster)
    return dict(staggered(columns, roles=roles, anticipation=1))


def _naive(found: Held) -> dict[str, Any]:
    """The same people before and after: told beside, never alone."""
    from hengcai.measurement.before_after import change_of_means

    before, after = around(found.rows, found.starts)
    change = change_of_means(before, after)
    everybody = _everybody(found)
    return {
        "before": change.before, "after": change.after, "n": len(before), "effect": change.difference.as_json(),
        "others_before": everybody,
    }  # fmt: skip


def _everybody(found: Held) -> float | None:
    """Mean of who was never trained: where the trained started below it, part of their rise is the way back to the mean."""
    values = [value for unit, _month, value in found.rows if unit not in found.starts]
    return sum(values) / len(values) if values else None


def _kept(told: Said, report: dict[str, Any], naive: dict[str, Any], found: Held) -> dict[str, Any]:
    people = len({unit for unit, _month, _value in found.rows})
    counts = {"trained": len(found.starts), "people": people, "elsewhere": found.elsewhere}
    said_of = {"verdict": told.code, "reasons": list(told.reasons), "visible": told.visible, "more": told.more}
    return {**said_of, **counts, "naive": naive, "report": report}
