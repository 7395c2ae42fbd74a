"""Radar, levels with intervals, distribution, trend."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from hengcai.insight.drawing.svg import INK, MUTED, SHADE, TONES, drawing, line, mark, ring, text

LOWEST, HIGHEST = 1.0, 5.0


@dataclass(frozen=True)
class Level:
    """One competency of a chart, on 1–5. `low` and `high` only where the interval is known."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    required: float | None = None
    before: float | None = None

    @property
    def tone(self) -> str:
        if self.value is None or self.required is None or self.value >= self.required:
            return "ink"
        return "improve"


def _share(value: float) -> float:
    return (min(max(value, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST)


def radar(levels: Sequence[Level], *, label: str, size: float = 320) -> str:
    """One person against the post's profile; the profile dashed, the person filled."""
    centre, radius = size / 2, size / 2 - 56
    parts = [_web(centre, radius, len(levels))]
    required = [(index, level.required) for index, level in enumerate(levels) if level.required is not None]
    reached = [(index, level.value) for index, level in enumerate(levels) if level.value is not None]
    parts.append(_ring_path(required, centre, radius, len(levels), css="c-req", fill="none", stroke=MUTED, dash="4 3"))
    parts.append(_ring_path(reached, centre, radius, len(levels), css="c-area", fill=TONES["good"], stroke=TONES["good"], dash=""))
    parts += [_spoke_label(index, level, centre, radius, len(levels)) for index, level in enumerate(levels)]
    return drawing(size, size, parts, label=label)


def _at(index: int, share: float, centre: float, radius: float, count: int) -> tuple[float, float]:
    angle = 2 * pi * index / count - pi / 2
    return centre + radius * share * cos(angle), centre + radius * share * sin(angle)


def _web(centre: float, radius: float, count: int) -> str:
    parts = []
    for level in (2, 3, 4, 5):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_at(i, _share(level), centre, radius, count) for i in range(count)))
        parts.append(f'<polygon class="c-web" points="{points}" fill="none" stroke="{SHADE}" stroke-width=".8"/>')
    for index in range(count):
        parts.append(line(centre, centre, *_at(index, 1, centre, radius, count), width=0.8))
    parts += [text(centre + 3, centre - radius * _share(level) + 4, level, size=10) for level in (2, 3, 4, 5)]
    return "".join(parts)


def _ring_path(
    points: Sequence[tuple[int, float | None]], centre: float, radius: float, count: int, **look: str
) -> str:
    if len(points) < 3:
        return ""
    places = (_at(index, _share(float(value or 0)), centre, radius, count) for index, value in points)
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dash = f' stroke-dasharray="{look["dash"]}"' if look["dash"] else ""
    return (
        f'<polygon class="{look["css"]}" points="{joined}" fill="{look["fill"]}" fill-opacity=".16" '
        f'stroke="{look["stroke"]}" stroke-width="1.6"{dash}/>'
    )


def _spoke_label(index: int, level: Level, centre: float, radius: float, count: int) -> str:
    x, y = _at(index, 1.12, centre, radius, count)
    anchor = "middle" if abs(x - centre) < 12 else ("start" if x > centre else "end")
    shown = "–" if level.value is None else f"{level.value:.1f}"
    return text(x, y, level.name, anchor=anchor, size=11, tone=INK) + text(x, y + 13, shown, anchor=anchor, size=11)


def levels_chart(levels: Sequence[Level], *, label: str, width: float = 560) -> str:
    """Dots with intervals on 1–5, the post's requirement as a tick, the last period as a ring."""
    left, right, row = 132.0, width - 92, 30
    parts = [_axis(left, right, 14)]
    for number, level in enumerate(levels):
        parts.append(_level_row(level, left, right, 34 + number * row))
    return drawing(width, 34 + len(levels) * row, parts, label=label)


def _axis(left: float, right: float, y: float) -> str:
    return "".join(text(left + (right - left) * _share(step), y, step, anchor="middle", size=11) for step in range(1, 6))


def _level_row(level: Level, left: float, right: float, y: float) -> str:
    def x(value: float) -> float:
        return left + (right - left) * _share(value)

    parts = [text(0, y + 4, level.name, tone=INK, size=13), line(left, y, right, y, dash="1 5")]
    if level.required is not None:
        parts.append(line(x(level.required), y - 9, x(level.required), y + 9, css="c-req", stroke=INK, width=2))
    if level.before is not None:
        parts.append(ring(x(level.before), y + 7))
    if level.low is not None and level.high is not None:
        parts.append(line(x(level.low), y, x(level.high), y, css=f"c-ci c-{level.tone}", stroke=TONES[level.tone], width=2))
    if level.value is not None:
        parts.append(mark(x(level.value), y, tone=level.tone))
        parts.append(text(right + 92, y + 4, _figures(level), anchor="end", tone=INK, size=12))
    return "".join(parts)


def _figures(level: Level) -> str:
    if level.low is None or level.high is None:
        return f"{level.value:.1f}"
    return f"{level.value:.1f} [{level.low:.1f}–{level.high:.1f}]"


def distribution(counts: Sequence[tuple[float, int, str]], *, label: str, cuts: Sequence[float] = (3.5, 4.5), width: float = 560) -> str:
    """Finals by tenth: (score, how many, tone). One mark a person while that fits, else columns."""
    highest = max((count for _score, count, _tone in counts), default=0)
    height, base, left, right = 200.0, 164.0, 24.0, width - 24
    lowest = min([score for score, _count, _tone in counts], default=3.0) - 0.1
    step = (right - left) / max((HIGHEST - lowest) / 0.1, 1)
    pitch = min(13.0, 136 / max(highest, 1))
    parts = [line(left, base, right, base, stroke=MUTED)]
    for score, count, tone in counts:
        parts.append(_column(left + (score - lowest) / 0.1 * step, base, count, pitch, tone))
    parts += [_cut(left + (cut - 0.05 - lowest) / 0.1 * step, base, cut) for cut in cuts if cut > lowest]
    return drawing(width, height, parts, label=label)


def _column(x: float, base: float, count: int, pitch: float, tone: str) -> str:
    if pitch >= 7:
        return "".join(mark(x, base - 8 - number * pitch, tone=tone, size=4.5) for number in range(count))
    height = max(count * pitch, 1)
    return f'<rect class="hc-{tone}" x="{x - 4:.1f}" y="{base - height:.1f}" width="8" height="{height:.1f}" fill="{TONES[tone]}"/>'


def _cut(x: float, base: float, cut: float) -> str:
    return line(x, 16, x, base, css="c-dash", stroke=MUTED, dash="3 3") + text(x, base + 18, f"{cut:.1f}", anchor="middle", size=11)


def trend(points: Sequence[tuple[str, float | None]], *, label: str, low: float = 1, high: float = 5, width: float = 420) -> str:
    """One value a period; a period without a value leaves a gap, never a zero."""
    height, left, right, top, base = 150.0, 34.0, width - 16, 16.0, 112.0
    gap = (right - left) / max(len(points) - 1, 1)

    def place(number: int, value: float) -> tuple[float, float]:
        return left + number * gap, base - (base - top) * (value - low) / (high - low)

    parts = [line(left, place(0, edge)[1], right, place(0, edge)[1], dash="1 5") for edge in (low, high)]
    parts += [text(left - 8, place(0, edge)[1] + 4, f"{edge:g}", anchor="end", size=11) for edge in (low, high)]
    known = [(number, value) for number, (_name, value) in enumerate(points) if value is not None]
    for (first, one), (second, other) in zip(known, known[1:], strict=False):
        parts.append(line(*place(first, one), *place(second, other), css="c-line", stroke=INK, width=1.5))
    for number, value in known:
        x, y = place(number, value)
        parts += [mark(x, y), text(x, y - 10, f"{value:.1f}", anchor="middle", size=11, tone=INK)]
    parts += [text(left + number * gap, base + 22, name, anchor="middle", size=11) for number, (name, _v) in enumerate(points)]
    return drawing(width, height, parts, label=label)
