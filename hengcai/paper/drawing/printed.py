"""Drawings of one size, for paper: a share over months with its intervals, counts as bars."""

from collections.abc import Sequence

from hengcai.measurement.plots.svg import INK, MUTED, drawing, line, mark, text
from hengcai.paper.drawing.axis import Axis
from hengcai.paper.drawing.trends import Dot

WIDTH, TOP, BASE, HEIGHT, LEFT = 420.0, 16.0, 112.0, 142.0, 44.0
BAR, ROW, NAMES = 14.0, 24.0, 130.0


def share_over_months(dots: Sequence[Dot], axis: Axis, *, label: str) -> str:
    """An interval that goes on beyond the axis ends at it."""
    step = (WIDTH - LEFT - 20) / max(len(dots), 1)
    parts = [line((LEFT, y), (WIDTH - 20, y)) for y in (TOP, BASE)]
    parts += [
        text(LEFT - 10, y + 4, f"{value:g}", anchor="end", size=11) for value, y in ((axis.high, TOP), (axis.low, BASE))
    ]
    for number, dot in enumerate(dots):
        x = LEFT + step * (number + 0.5)
        parts.append(text(x, BASE + 20, dot.name, anchor="middle", size=11))
        if dot.value is not None:
            if dot.low is not None and dot.high is not None:
                parts.append(line((x, _y(dot.low, axis)), (x, _y(dot.high, axis)), css="c-ci", stroke=MUTED, width=2))
            y = _y(dot.value, axis)
            parts += [mark(x, y), text(x + 8, y + 4, f"{dot.value:.1f}", size=10, tone=INK)]
    return drawing(WIDTH, HEIGHT, parts, label=label)


def counts_as_bars(rows: Sequence[tuple[str, int]], *, label: str) -> str:
    """The most first, as they come."""
    most = max((n for _name, n in rows), default=1) or 1
    room = WIDTH - NAMES - 60
    parts = []
    for number, (name, n) in enumerate(rows):
        y, width = 8 + number * ROW, max(n / most * room, 1)
        place = f'x="{NAMES:g}" y="{y:g}" width="{width:.1f}" height="{BAR:g}"'
        parts.append(f'<rect class="c-bar" {place} fill="{MUTED}"/>')
        parts += [
            text(NAMES - 8, y + 11, name, anchor="end", size=11),
            text(NAMES + width + 6, y + 11, str(n), size=11),
        ]
    return drawing(WIDTH, 16 + len(rows) * ROW, parts, label=label)


def _y(value: float, axis: Axis) -> float:
    return round(BASE - (BASE - TOP) * axis.share(value), 1)
