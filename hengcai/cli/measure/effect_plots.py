"""`--plot FILE.svg` of `hengcai measure impact`, `effect` and `survival`."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure import effect_plot_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.measure.figures import LEAST_P, chance
from hengcai.measurement.plots.axis import shown
from hengcai.measurement.plots.effects import Discontinuity, Side, discontinuity_plot, event_study_plot, side_lines
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.intervals import ratios_plot
from hengcai.measurement.plots.rows import Interval, Look, Row, interval, rows_plot
from hengcai.measurement.plots.survival import Staying, Step, survival_plot

Json = Mapping[str, Any]
Columns = Mapping[str, Sequence[str]]
Draw = Callable[[Json, argparse.Namespace, Columns], str]


def _said(code: str, **facts: object) -> str:
    return told(f"measure.plot.{code}", **facts)


def _main(chosen: argparse.Namespace) -> str:
    return _said("interval", percent=f"{100 * chosen.confidence:g}")


def impact(found: Json, chosen: argparse.Namespace, _columns: Columns) -> str:
    return _ratios(found, chosen) if "comparisons" in found else _biases(found, chosen)


def _ratios(found: Json, chosen: argparse.Namespace) -> str:
    """Groups in the order of the table; those whose whole interval is under 4/5 stand in the title."""
    rows = [Row(str(one["group"]), interval(one["ratio"]), note=_said("unknown")) for one in found["comparisons"]]
    sure = [row.name for row in rows if row.main.high is not None and row.main.high < 0.8]
    below = [row.name for row in rows if row.main.estimate is not None and row.main.estimate < 0.8]
    code = "ratio_sure" if sure else "ratio_below" if below else "ratio_enough"
    reference = str(found["reference"])
    title = _said(code, names=sure or below, reference=reference)
    return ratios_plot(rows, Words(title, x=_said("ratio", reference=reference), main=_main(chosen)), line="4/5")


def _biases(found: Json, chosen: argparse.Namespace) -> str:
    """Difference of each item between people matched on the total; items of class C stand in the title."""
    items = [*found.get("mantel_haenszel", ()), *found.get("mantel", ())]
    several = len({str(one["group"]) for one in items}) > 1
    rows = [
        Row(f"{one['item']} · {one['group']}" if several else str(one["item"]), interval(one["difference"]))
        for one in items
    ]
    large = [str(one["item"]) for one in items if one["class"] == "C"]
    title = _said("bias_found", names=dict.fromkeys(large)) if large else _said("bias_none", n=len(items))
    groups = dict.fromkeys(str(one["group"]) for one in items)
    words = Words(title, x=_said("bias", groups=groups, reference=str(found["reference"])), main=_main(chosen))
    return rows_plot(rows, words, Look(lines=((0.0, "0"),), signed=True))


def effect(found: Json, chosen: argparse.Namespace, columns: Columns) -> str:
    draw = {"comparison": _comparison, "discontinuity": _discontinuity, "staggered": _staggered}[found["design"]]
    return draw(found, chosen, columns)


def _finding(found: Json) -> str:
    """What may be said, with figure and interval."""
    one = interval(found["effect"])
    if one.estimate is None or one.low is None or one.high is None:
        return _said("effect_unknown")
    figures = [shown(value, 2, signed=True) for value in (one.estimate, one.low, one.high)]
    return _said(f"effect_{found['verdict']}", estimate=figures[0], low=figures[1], high=figures[2])


def _comparison(found: Json, chosen: argparse.Namespace, _columns: Columns) -> str:
    """The estimate to go by above, the simpler ones under it."""
    own = "true_score" if "as_measured" in found else "as_measured" if "difference" in found else "difference"
    rows = [Row(_said(own), interval(found["effect"]))]
    rows += [Row(_said(name), interval(found[name])) for name in ("as_measured", "difference") if name in found]
    words = Words(_finding(found), x=_said("effect_axis", outcome=chosen.outcome), main=_main(chosen))
    return rows_plot(rows, words, Look(lines=((0.0, "0"),), signed=True))


def _discontinuity(found: Json, chosen: argparse.Namespace, columns: Columns) -> str:
    from hengcai.measurement.columns import numbers
    from hengcai.measurement.flags import flags

    outcome = numbers(columns[chosen.outcome], name="outcome").tolist()
    running = numbers(columns[chosen.running], name="running").tolist()
    trained = [value < chosen.cut for value in running]
    if chosen.treated:
        trained = [bool(flag) for flag in flags(columns[chosen.treated], name="treated")]
    points = [row for row in zip(running, outcome, trained, strict=True) if row[0] == row[0] and row[1] == row[1]]
    reach = found["bandwidth"]
    left, right = (None, None) if reach is None else side_lines(points, cut=chosen.cut, reach=reach)
    names = [_said(code, cut=f"{chosen.cut:g}") for code in ("below_cut", "above_cut")]
    picture = Discontinuity(points, chosen.cut, Side(left, names[0]), Side(right, names[1]), interval(found["effect"]))
    words = Words(
        _finding(found), x=chosen.running, y=chosen.outcome, main=_said("trained"), ghost=_said("not_trained")
    )
    return discontinuity_plot(picture, words, jump_name=_said("jump"))


def _staggered(found: Json, chosen: argparse.Namespace, _columns: Columns) -> str:
    periods = [(float(one["event"]), interval(one["effect"])) for one in found["by_event"]]
    words = Words(
        _finding(found),
        x=_said("event"),
        y=_said("effect_axis", outcome=chosen.outcome),
        main=_main(chosen),
        ghost=_said("before_training"),
        note=_early(periods),
    )
    return event_study_plot(periods, words, start=_said("training"))


def _early(periods: Sequence[tuple[float, Interval]]) -> str:
    """A warning where a period before the training differs."""
    early = [
        f"{event:g}"
        for event, one in periods
        if event < 0 and one.low is not None and one.high is not None and not one.low <= 0 <= one.high
    ]
    return _said("changed_before", periods=early) if early else ""


def survival(found: Json, chosen: argparse.Namespace, columns: Columns) -> str:
    """Full curves from the table itself; the result holds them at a few times only."""
    from hengcai.measurement.survival.records import read_records

    group = None if chosen.group is None else columns[chosen.group]
    records = read_records(columns[chosen.time], columns[chosen.event], group=group)
    parts = [(str(name), records.part(code)) for code, name in enumerate(records.groups)]
    groups = [_staying(name, part, chosen.confidence) for name, part in parts or [(_said("everybody"), records)]]
    words = Words(_stays(found), x=chosen.time, y=_said("still_there"), note=_said("at_risk"))
    return survival_plot(groups, words)


def _staying(name: str, records: Any, confidence: float) -> Staying:
    from hengcai.measurement.survival.curves import kaplan_meier

    times = sorted({float(time) for time in records.time})
    steps = []
    for one in kaplan_meier(records, at=times, confidence=confidence).at:
        share = interval(one.survival)
        steps.append(Step(one.time, share.estimate or 0.0, share.low, share.high, one.at_risk))
    return Staying(name, steps, times[-1], records.n)


def _stays(found: Json) -> str:
    """Medians by group and what the log-rank test allows to be said."""
    test = found.get("log_rank")
    if test is None:
        median = interval(found["overall"]["median"]).estimate
        known = "median" if median is not None else "median_not_reached"
        return _said(known, median=f"{median:g}" if median is not None else "", n=found["n"])
    code = "groups_differ" if test["p"] < 0.05 else "groups_alike"
    p = chance(test["p"]) if test["p"] < LEAST_P else f"= {chance(test['p'], 3)}"
    return _said(code, p=p, groups=list(found["by_group"]))


PICTURES: dict[str, Draw] = {"impact": impact, "effect": effect, "survival": survival}
