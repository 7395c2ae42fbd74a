"""Drawings of one size, for paper: a share over months with its intervals, counts as bars, values against a bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hengcai.measurement.plots.svg import INK, LINE, MUTED, drawing, line, mark, text
from hengcai.measurement.plots.svg import label as name_in
from hengcai.paper.drawing.axis import Axis
from hengcai.paper.drawing.trends import Dot

WIDTH, TOP, BASE, HEIGHT, LEFT = 420.0, 16.0, 112.0, 142.0, 44.0
BAR, ROW, NAMES = 14.0, 24.0, 130.0
WIDE, CALLED, FIGURES, HEAD = 640.0, 180.0, 140.0, 26.0


@dataclass(frozen=True, slots=True)
class Row:
    """One thing with its interval; without a value its place stays empty. `tone`: what it means."""

    name: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    figures: str = ""
    tone: str = "ink"


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


def values_against_bar(
    rows: Sequence[Row], axis: Axis, bar: float, *, label: str, shown: Callable[[float], str] = "{:g}".format
) -> str:
    """A row each: its name, its value and interval on one scale, its figures; a line through all where the bar lies."""

    def x(value: float) -> float:
        return CALLED + (WIDE - CALLED - FIGURES) * axis.share(value)

    bottom = HEAD + len(rows) * ROW
    ends = [value for value in (axis.low, axis.high) if abs(x(value) - x(bar)) > 28]
    parts = [text(x(value), 12, shown(value), anchor="middle", size=11) for value in ends]
    parts += [
        text(x(bar), 12, shown(bar), anchor="middle", size=11, tone=INK),
        line((x(bar), HEAD - 8), (x(bar), bottom), css="c-dash", stroke=MUTED),
    ]
    for number, row in enumerate(rows):
        y = HEAD + (number + 0.5) * ROW
        parts += [line((x(axis.low), y), (x(axis.high), y)), name_in((0, y + 4), row.name, CALLED - 10)]
        parts += _valued(row, x, y)
        parts.append(text(WIDE, y + 4, row.figures, anchor="end", size=11, tone=INK))
    return drawing(WIDE, bottom + 6, parts, label=label)


def _valued(row: Row, x: Callable[[float], float], y: float) -> list[str]:
    if row.value is None:
        return []
    parts = []
    if row.low is not None and row.high is not None:
        parts.append(line((x(row.low), y), (x(row.high), y), css="c-ci", stroke=LINE, width=3))
    return [*parts, mark(x(row.value), y, tone=row.tone)]


def _y(value: float, axis: Axis) -> float:
    return round(BASE - (BASE - TOP) * axis.share(value), 1)
