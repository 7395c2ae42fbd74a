"""One course and one outcome: the staggered comparison, the plain look beside it, and what may be said."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from hengcai.measurement.errors import MeasurementRefusal
from hengcai.programme.at_line import at_line
from hengcai.programme.facts.lines import AtLine, line_of
from hengcai.programme.facts.outcomes import Held, first_trained, held
from hengcai.programme.rules.verdicts import Outcome, Said, around, said

FEWEST_TRAINED = 5
TOO_FEW = "too_few_trained"


@dataclass(frozen=True)
class Asked:
    """`since`: the day the course was revised. `line`: what sent people to it."""

    course: str
    until: date
    since: date | None = None
    line: AtLine | None = None


def asked(course: str, *, until: date, since: date | None) -> Asked:
    starts = first_trained(course, until=until)
    counted = {person: day for person, day in starts.items() if since is None or day >= since}
    return Asked(course, until, since, line_of(counted))


def measured(asked: Asked, outcome: Outcome) -> dict[str, Any] | None:
    """As it is kept; None where nothing of this outcome is known or nobody was trained."""
    found = held(asked.course, outcome, until=asked.until, since=asked.since)
    if not found.rows or not found.starts:
        return None
    kept = _Kept(found, _naive(found), at_line(asked.line, found, outcome))
    if len(found.starts) < FEWEST_TRAINED:
        return kept.told(Said("not_yet", (TOO_FEW,)), {})
    try:
        report = _staggered(found)
    except MeasurementRefusal as refused:
        return kept.told(Said("not_yet", (refused.code,)), {})
    return kept.told(said(report, outcome, trained=len(found.starts)), report)


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


@dataclass(frozen=True)
class _Kept:
    """What is kept of one outcome whatever may be said of it."""

    held: Held
    naive: dict[str, Any]
    line: dict[str, Any] | None

    def told(self, told: Said, report: dict[str, Any]) -> dict[str, Any]:
        people = len({unit for unit, _month, _value in self.held.rows})
        counts = {"trained": len(self.held.starts), "people": people, "elsewhere": self.held.elsewhere}
        said_of = {"verdict": told.code, "reasons": list(told.reasons), "visible": told.visible, "more": told.more}
        return {**said_of, **counts, "naive": self.naive, "line": self.line, "report": report}
