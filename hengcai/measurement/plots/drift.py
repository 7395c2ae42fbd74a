"""Severity over months: a small field for each rater, all on one scale."""

from collections.abc import Mapping, Sequence

from hengcai.measurement.errors import NotATable, TooLittleData
from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import Axis, axis
from hengcai.measurement.plots.frame import EDGE, WIDTH, Words, along, finished, footnote, head, upright
from hengcai.measurement.plots.rows import Interval

PER_LINE, PANEL, BETWEEN = 3, 112.0, 58.0
SCALE_WIDTH = 40.0


def drift_plot(raters: Mapping[str, Sequence[Interval]], words: Words, *, periods: Sequence[str]) -> str:
    """One value a period with its interval round 0; a period without a value leaves a gap."""
    odd = [name for name, found in raters.items() if len(found) != len(periods)]
    if odd:
        raise NotATable("plot.lengths_differ", names=odd, periods=len(periods))
    values = [value for found in raters.values() for one in found for value in one.values]
    if not any(value is not None for value in values):
        raise TooLittleData("plot.nothing_known", n=0)
    parts, top = head(words)
    lines = -(-len(raters) // PER_LINE)
    width = (WIDTH - 2 * EDGE - SCALE_WIDTH) / PER_LINE
    for number, (name, found) in enumerate(raters.items()):
        left = EDGE + SCALE_WIDTH + number % PER_LINE * width
        start = top + 30 + number // PER_LINE * (PANEL + BETWEEN)
        scale = axis(values, start + PANEL, start, within=(0.0, 0.0))
        months = Axis(0.0, max(len(periods) - 1.0, 1.0), left + 14, left + width - 26)
        parts += _ground(scale, months, periods, has_figures=number % PER_LINE == 0)
        parts.append(svg.label((left, start - 8), name, width - 12, size=13))
        parts += _course(found, scale, months)
    base = top + 30 + lines * (PANEL + BETWEEN) - BETWEEN + 34
    below, foot = footnote(words, base)
    return finished(foot, [*parts, *below], words)


def _ground(scale: Axis, months: Axis, periods: Sequence[str], *, has_figures: bool) -> list[str]:
    left, right = months.start - 14, months.end + 14
    parts = [svg.line((left, scale.at(tick)), (right, scale.at(tick))) for tick in (scale.low, scale.high)]
    parts.append(svg.line((left, scale.at(0)), (right, scale.at(0)), css="c-axis", stroke=svg.MUTED))
    if has_figures:
        parts += upright(scale, left - 6, ticks=sorted({scale.low, 0.0, scale.high}), signed=True)
    return parts + along(months, scale.start + 16, {float(place): name for place, name in enumerate(periods)})


def _course(found: Sequence[Interval], scale: Axis, months: Axis) -> list[str]:
    """Neighbouring values are joined; intervals stand upright behind them."""
    spans, joins, dots = [], [], []
    before: svg.Point | None = None
    for number, one in enumerate(found):
        x = months.at(number)
        here = None if one.estimate is None else (x, scale.at(one.estimate))
        if one.low is not None and one.high is not None:
            ends = (x, scale.at(one.low)), (x, scale.at(one.high))
            spans.append(svg.line(*ends, css="c-ci c-grey", stroke=svg.LINE, width=2))
        if before and here:
            joins.append(svg.line(before, here, css="c-axis", stroke=svg.INK))
        if here:
            dots.append(svg.mark(*here, size=4))
        before = here
    return [*spans, *joins, *dots]
