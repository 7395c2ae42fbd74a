"""`--plot FILE.svg` of the measuring commands: from the JSON object of a result to its picture."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.cli.appraise_output import told
from hengcai.cli.measure import effect_plots, plot_words  # noqa: F401 - its sentences register themselves
from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.plots import intervals
from hengcai.measurement.plots.axis import shown
from hengcai.measurement.plots.curves import Curve, category_curves, decision_curves, lines_of
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.rows import Interval, Row, interval
from hengcai.measurement.plots.svg import as_file
from hengcai.measurement.plots.wright import Ruler, wright_map

Json = Mapping[str, Any]
Columns = Mapping[str, Sequence[str]]
Draw = Callable[[Json, argparse.Namespace], str]
MOST_ROWS = 60
ENOUGH, AGREED = 0.8, intervals.ENOUGH_AGREEMENT
NEARLY_SURE = 0.95


def drawn(found: Json, chosen: argparse.Namespace, columns: Columns) -> str:
    """The picture asked for, refused before anything is written. Some show the table's own rows."""
    if chosen.plot.suffix.lower() != ".svg":
        raise NotValid("measure.plot.suffix", value=str(chosen.plot))
    if chosen.measure in effect_plots.PICTURES:
        return effect_plots.PICTURES[chosen.measure](found, chosen, columns)
    known = PICTURES[chosen.measure]
    return known[getattr(chosen, "picture", next(iter(known)))](found, chosen)


def save(picture: str, chosen: argparse.Namespace) -> None:
    chosen.plot.write_text(as_file(picture), "utf-8")
    print(told("measure.written", path=str(chosen.plot)), file=sys.stderr)


def _percent(chosen: argparse.Namespace) -> str:
    return f"{100 * getattr(chosen, 'confidence', 0.95):g}"


def _few(rows: list[Row], words: Words) -> tuple[list[Row], Words]:
    """The first rows, with a word about the rest."""
    rest = len(rows) - MOST_ROWS
    if rest <= 0:
        return rows, words
    return rows[:MOST_ROWS], replace(words, note=told("measure.plot.many", shown=MOST_ROWS, rest=rest))


def _items(found: Json, chosen: argparse.Namespace) -> str:
    if "by_item" not in found:
        raise NotValid("measure.plot.needs_item")
    parts = {name: interval(one["krippendorff_alpha"]) for name, one in found["by_item"].items()}
    rows = [Row(name, replace(one, n=None), note=told("measure.plot.unknown")) for name, one in parts.items()]
    below = [name for name, one in parts.items() if one.estimate is not None and one.estimate < AGREED]
    sure = [name for name in below if (parts[name].high or 0) < AGREED]
    code = "items_below" if sure else "items_unsure" if below else "items_enough"
    facts = {"n": len(parts), "k": len(sure or below), "names": sure, "level": AGREED}
    words = Words(told(f"measure.plot.{code}", **facts), x=told("measure.plot.alpha"), main=_main(chosen))
    rows, words = _few(rows, words)
    return intervals.agreement_plot(rows, words, line=(AGREED, told("measure.plot.alpha_line", level=AGREED)))


def _main(chosen: argparse.Namespace) -> str:
    return told("measure.plot.interval", percent=_percent(chosen))


def _decision(found: Json, chosen: argparse.Namespace) -> str:
    along, by = chosen.facets[0], chosen.facets[1] if len(chosen.facets) > 1 else None
    name = f"{{n}} × {by}" if by else along
    curves = lines_of(found["decision"], along=along, by=by, name=name)
    words = Words(
        _reached(curves, along, by),
        x=told("measure.plot.number_of", name=along),
        y=told("measure.plot.phi"),
    )
    return decision_curves(curves, words, line=(ENOUGH, f"{ENOUGH:g}"))


def _reached(curves: Sequence[Curve], along: str, by: str | None) -> str:
    """The fewest on the axis, and among those the first curve, that reach the line."""
    points = [(x, number, y) for number, curve in enumerate(curves, start=1) for x, y in curve.points]
    enough = sorted((x, number) for x, number, y in points if y >= ENOUGH)
    if not enough:
        best = max((y for _x, _number, y in points), default=0.0)
        return told("measure.plot.not_reached", level=ENOUGH, best=shown(best, 2))
    x, number = enough[0]
    code = "reached" if by else "reached_alone"
    return told(f"measure.plot.{code}", along=along, by=by, x=f"{x:g}", n=number, level=ENOUGH)


def _map(found: Json, chosen: argparse.Namespace) -> str:
    from hengcai.measurement.facets.rulers import half_points

    rulers = [
        Ruler(name, [(str(one["id"]), one["measure"]) for one in elements], stacked=name == chosen.object)
        for name, elements in found["elements"].items()
    ]
    halves = []
    if chosen.model == "rating-scale":
        values = [float(one["value"]) for one in found["categories"]]
        halves = half_points(_placed_thresholds(found), values)
    words = Words(
        _spread(rulers[1]),
        desc=told("measure.plot.map", object=chosen.object),
        x=told("measure.plot.expected"),
        y=told("measure.plot.logit"),
        note=told("measure.plot.map", object=chosen.object),
    )
    return wright_map(rulers, words, half_points=[(f"{half:g}", place) for half, place in halves])


def _spread(ruler: Ruler) -> str:
    placed = sorted(ruler.placed, key=lambda one: one[1])
    if not placed:
        return ruler.name
    (low_name, low), (high_name, high) = placed[0], placed[-1]
    facts = {"low_name": low_name, "high_name": high_name, "low": shown(low, 2), "high": shown(high, 2)}
    return told("measure.plot.spread", facet=ruler.name, **facts)


def _placed_thresholds(found: Json) -> list[float]:
    """None of them where the fit did not settle."""
    return [one["estimate"] for one in found["thresholds"] if one["estimate"] is not None]


def _categories(found: Json, chosen: argparse.Namespace) -> str:
    from hengcai.measurement.facets.rulers import hidden_categories

    if chosen.model != "rating-scale":
        raise NotValid("measure.plot.one_scale")
    thresholds = _placed_thresholds(found)
    names = [f"{one['value']:g}" for one in found["categories"]]
    hidden = [names[place] for place in hidden_categories(thresholds)]
    code = "categories_hidden" if hidden else "categories_used"
    words = Words(
        told(f"measure.plot.{code}", n=len(names), k=len(hidden), names=hidden),
        x=told("measure.plot.eta"),
        y=told("measure.plot.probability"),
    )
    return category_curves(thresholds, words, names=names)


def _fair(found: Json, chosen: argparse.Namespace) -> str:
    linked = found["linked"]
    rows = [_person(one, is_fair=linked) for one in found["agents"]]
    words = Words(
        _fair_title(found, chosen) if linked else told("measure.plot.not_linked"),
        x=told("measure.plot.score"),
        main=told("measure.plot.fair", percent=_percent(chosen)) if linked else told("measure.plot.raw"),
        ghost=told("measure.plot.raw") if linked else "",
    )
    rows, words = _few(rows, words)
    return intervals.fair_scores_plot(rows, words, cuts=chosen.cuts)


def _person(one: Json, *, is_fair: bool) -> Row:
    if not is_fair:
        return Row(str(one["id"]), Interval(one["raw"], n=one["n_contacts"]))
    fair = Interval(one["fair"], one["low"], one["high"], one["n_contacts"])
    return Row(str(one["id"]), fair, Interval(one["raw"]))


def _fair_title(found: Json, chosen: argparse.Namespace) -> str:
    agents = found["agents"]
    below = [one for one in agents if one["bands"] and one["bands"][0] >= NEARLY_SURE]
    if not chosen.cuts:
        return told("measure.plot.fair_title", n=len(agents))
    code = "sure_below" if below else "none_below"
    return told(f"measure.plot.{code}", n=len(agents), k=len(below), cut=f"{chosen.cuts[0]:g}")


def _severity(found: Json, chosen: argparse.Namespace) -> str:
    from hengcai.measurement.quantiles import two_sided_z

    z = two_sided_z(chosen.confidence)
    rows = [_rater(one, z) for one in found["raters"]]
    apart = [row.name for row in rows if row.main.low is not None and (row.main.low > 0 or (row.main.high or 0) < 0)]
    code = "severe" if apart else "severe_none"
    words = Words(
        told(f"measure.plot.{code}", n=len(rows), k=len(apart), names=apart),
        x=told("measure.plot.severity"),
        main=_main(chosen),
    )
    rows, words = _few(rows, words)
    return intervals.severity_plot(rows, words, zero=told("measure.plot.mean"))


def _rater(one: Json, z: float) -> Row:
    severity, se = one["severity"], one["se"]
    if severity is None or se is None:
        return Row(str(one["id"]), Interval(severity, n=one["n"]), note=told("measure.plot.unknown"))
    return Row(str(one["id"]), Interval(severity, severity - z * se, severity + z * se, one["n"]))


def _widths(found: Json, chosen: argparse.Namespace) -> str:
    parts = [(told("measure.plot.overall"), found["overall"]), *((str(one["id"]), one) for one in found["agents"])]
    rows = [
        Row(name, interval(one["prediction_powered"]), interval(one["human_only"]), told("measure.plot.unknown"))
        for name, one in parts
    ]
    if all(row.main.estimate is None and row.ghost.estimate is None for row in rows):
        raise TooLittleData("plot.nothing_known", n=len(rows))
    ratio = found["overall"]["width_ratio"]
    words = Words(
        told("measure.plot.width_unknown")
        if ratio is None
        else told("measure.plot.width", percent=f"{100 * ratio:.0f}"),
        x=told("measure.plot.score"),
        main=told("measure.plot.powered", percent=_percent(chosen)),
        ghost=told("measure.plot.human"),
    )
    rows, words = _few(intervals.without_counts(rows), words)
    return intervals.widths_plot(rows, words)


PICTURES: dict[str, dict[str, Draw]] = {
    "agreement": {"items": _items},
    "generalizability": {"decision": _decision},
    "facets": {"map": _map, "categories": _categories},
    "scores": {"fair": _fair, "severity": _severity},
    "estimate": {"widths": _widths},
}
