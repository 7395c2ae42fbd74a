"""One team's score over time, small enough to stand beside thirty others: dots, intervals, names of periods below."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.plots.lettering import safe
from hengcai.measurement.plots.svg import mark, tone_class
from hengcai.paper.drawing import svg
from hengcai.paper.drawing.axis import Axis

TOP, BASE, HEIGHT = 10.0, 70.0, 88.0
LEFT, RIGHT = 13.0, 97.0  # per cent; left of it stands the scale
ARROW = 4.5


@dataclass(frozen=True, slots=True)
class Dot:
    """One period; without a value its place stays empty."""

    name: str
    value: float | None = None
    low: float | None = None
    high: float | None = None


def trend_strip(dots: Sequence[Dot], axis: Axis, *, label: str, tone: str = "ink", line: float | None = None) -> str:
    """All but the newest are grey; the newest carries the tone of what it means. `line`: a value to look for.

    Every other name gives way where there is little room, never the newest.
    """
    parts = [svg.rule(LEFT - 3, 100, y) for y in (TOP, BASE)]
    parts += [svg.rule(LEFT - 3, 100, _y(line, axis), css="c-axis")] if line is not None else []
    parts += [_number(axis.high, TOP), _number(axis.low, BASE)]
    width = (RIGHT - LEFT) / max(len(dots), 1)
    for number, dot in enumerate(dots):
        x, is_last = LEFT + width * (number + 0.5), number == len(dots) - 1
        parts += _dot(dot, x, axis, tone if is_last else "grey")
        css = "t-mid t-roomy" if (len(dots) - number) % 2 == 0 else "t-mid"
        parts.append(f'<text class="{css}" x="{x:.1f}%" y="{HEIGHT - 3:g}">{safe(dot.name)}</text>')
    return svg.strip(HEIGHT, parts, label=label)


def _number(value: float, y: float) -> str:
    shown = f"{value:g}".replace("-", "\N{MINUS SIGN}")
    return f'<text x="0" y="{y + 4:g}">{shown}</text>'


def _dot(dot: Dot, x: float, axis: Axis, tone: str) -> list[str]:
    if dot.value is None:
        return []
    parts = []
    if dot.low is not None and dot.high is not None:
        parts.append(svg.tick(x, _y(dot.high, axis), _y(dot.low, axis), css=f"c-ci {tone_class(tone)}"))
        if axis.is_above(dot.high):
            parts.append(_arrow(x, TOP, 1, tone))
        if axis.is_below(dot.low):
            parts.append(_arrow(x, BASE, -1, tone))
    return [*parts, svg.round_at(x, _y(dot.value, axis), mark(0, 0, tone=tone, size=5))]


def _y(value: float, axis: Axis) -> float:
    return round(BASE - (BASE - TOP) * axis.share(value), 1)


def _arrow(x: float, y: float, back: int, tone: str) -> str:
    """The interval goes on beyond the axis; the arrow's tip stands on its end."""
    wings = back * ARROW
    path = f'<path class="c-beyond {tone_class(tone)}" d="M-{ARROW} {wings:g}L0 0L{ARROW} {wings:g}"/>'
    return svg.round_at(x, y, path)
