"""One course and one outcome at the line that sends people to it: the jump there, how it hangs on who still counts as near, and
what is drawn of it."""

from typing import Any

from hengcai.measurement.errors import MeasurementRefusal
from hengcai.programme.facts.lines import AtLine, means
from hengcai.programme.facts.outcomes import Held
from hengcai.programme.rules.lines import binned
from hengcai.programme.rules.verdicts import NOT_YET, Outcome, Said, said

WIDTHS = (0.5, 1.0, 2.0)  # of the bandwidth that is best for the interval
Points = list[tuple[float, float]]


def at_line(line: AtLine | None, held: Held, outcome: Outcome) -> dict[str, Any] | None:
    """As it is kept beside the comparison of groups; None where no line sent people."""
    if line is None:
        return None
    columns = _columns(line, held)
    head = {"kind": line.kind, "band": line.band}
    try:
        report = _report(columns)
    except MeasurementRefusal as refused:
        return {**head, **_told(Said(NOT_YET, (refused.code,))), "report": {}, "widths": [], "bins": [], "lines": []}
    told = said(report, outcome, trained=report["n"]["below"])
    return {**head, **_told(told), "report": report, "widths": _widths(columns, report), **_drawn(columns, report)}


def _told(told: Said) -> dict[str, Any]:
    return {"verdict": told.code, "reasons": list(told.reasons), "visible": told.visible, "more": told.more}


def _columns(line: AtLine, held: Held) -> dict[str, list[str]]:
    found = [
        (one, value)
        for one, value in zip(line.rows, means(line.rows, held.every or held.rows), strict=True)
        if value is not None
    ]
    return {
        "person": [one.person for one, _value in found], "distance": [str(one.distance) for one, _value in found],
        "outcome": [str(value) for _one, value in found],
        "trained": ["1" if one.is_trained else "0" for one, _value in found],
    }  # fmt: skip


def _report(columns: dict[str, list[str]], bandwidth: float | None = None) -> dict[str, Any]:
    """People who stood in several cycles are clusters."""
    from hengcai.measurement.reports.effect import DiscontinuityRoles, at_a_cut

    several = len(set(columns["person"])) < len(columns["person"])
    roles = DiscontinuityRoles("outcome", "distance", "trained", "person" if several else None)
    return dict(at_a_cut(columns, roles=roles, cut=0.0, bandwidth=bandwidth))


def _widths(columns: dict[str, list[str]], report: dict[str, Any]) -> list[dict[str, Any]]:
    """The same with half and with twice the reach: an effect that hangs on it is none."""
    best = report["bandwidth"]
    if best is None:
        return []
    found = [_report(columns, best * share) for share in WIDTHS]
    return [{"bandwidth": one["bandwidth"], "n": one["n"], "effect": one["effect"]} for one in found]


def _drawn(columns: dict[str, list[str]], report: dict[str, Any]) -> dict[str, Any]:
    from hengcai.measurement.plots.effects import side_lines

    points: Points = list(zip(map(float, columns["distance"]), map(float, columns["outcome"]), strict=True))
    reach = report["bandwidth"]
    near = [one for one in points if reach is None or abs(one[0]) < 2 * reach]
    lines = side_lines([(x, y, x < 0) for x, y in near], cut=0.0, reach=reach) if reach else (None, None)
    return {"bins": [list(one) for one in binned(near)], "lines": [one and [list(end) for end in one] for one in lines]}
