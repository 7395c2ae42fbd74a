"""One figure around nought: a dot with its interval, for a narrow card."""

from math import ceil

from hengcai.measurement.plots.svg import mark
from hengcai.paper.drawing import svg

EDGE, HEIGHT, MIDDLE = 2.0, 28.0, 14.0  # per cent free at both ends; pixels


def edge_of(value: float, low: float, high: float, *, step: float) -> float:
    """How far the axis reaches to both sides: whole steps around the interval."""
    return max(ceil(max(abs(value), abs(low), abs(high)) / step), 1) * step


def lean_strip(value: float, low: float, high: float, *, edge: float, label: str) -> str:
    def at(number: float) -> float:
        return 50 + (50 - EDGE) * number / edge

    parts = [svg.rule(EDGE, 100 - EDGE, MIDDLE), svg.tick(50, 3, HEIGHT - 3, css="c-axis")]
    parts.append(svg.rule(at(low), at(high), MIDDLE, css="c-ci c-ink"))
    return svg.strip(HEIGHT, [*parts, svg.round_at(at(value), MIDDLE, mark(0, 0, tone="ink", size=5.5))], label=label)
