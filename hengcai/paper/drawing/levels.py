"""Levels on 1–5: what was rated, what the post asks, the last period, what was observed."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from hengcai.measurement.plots.svg import INK, LINE, TONES, drawing, line, mark, ring, text
from hengcai.paper.drawing import svg

LOWEST, HIGHEST = 1.0, 5.0
STEPS = (1, 2, 3, 4, 5)
MIDDLE = 50.0
FULL = 100.0
NARROWEST, WIDE, SLIM, GAP = 328, 12.5, 7.5, 5.0  # pixels: a telephone's column, a letter of Chinese and of Latin
EDGE = 1.5  # per cent of a row left free at both ends
NAME, FIGURES, ROW, TOP = 132.0, 150.0, 34, 34


@dataclass(frozen=True, slots=True)
class Level:
    """One competency of a chart. An interval stands only where it is known; it belongs to the observed mean."""

    name: str
    value: float | None
    required: float | None = None
    before: float | None = None
    observed: float | None = None
    low: float | None = None
    high: float | None = None
    figures: str = ""

    @property
    def tone(self) -> str:
        if self.value is None or self.required is None or self.value >= self.required:
            return "ink"
        return "improve"


def share(value: float, low: float = LOWEST, high: float = HIGHEST) -> float:
    return (min(max(value, low), high) - low) / (high - low)


def percent(value: float, low: float = LOWEST, high: float = HIGHEST) -> float:
    return EDGE + (100 - 2 * EDGE) * share(value, low, high)


def levels_chart(levels: Sequence[Level], *, label: str, width: float = 640) -> str:
    """For print: one picture with all rows."""
    left, right = NAME, width - FIGURES
    parts = [text(_x(step, left, right), 14, step, anchor="middle", size=11) for step in STEPS]
    for number, level in enumerate(levels):
        parts += _row(level, left, right, TOP + number * ROW)
        parts.append(text(0, TOP + number * ROW + 4, level.name, tone=INK, size=13))
        parts.append(text(width, TOP + number * ROW + 4, level.figures, anchor="end", tone=INK, size=12))
    return drawing(width, TOP + len(levels) * ROW, parts, label=label)


def _x(value: float, left: float, right: float) -> float:
    return left + (right - left) * share(value)


def _row(level: Level, left: float, right: float, y: float) -> list[str]:
    def x(value: float) -> float:
        return _x(value, left, right)

    parts = [line((left, y), (right, y))]
    if level.required is not None:
        place = x(level.required)
        parts.append(line((place, y - 9), (place, y + 9), css="c-req", stroke=INK, width=2))
    if level.low is not None and level.high is not None:
        parts.append(line((x(level.low), y + 8), (x(level.high), y + 8), css="c-ci c-grey", stroke=LINE, width=2))
    if level.observed is not None:
        parts.append(mark(x(level.observed), y + 8, tone="grey", size=3.5))
    if level.before is not None:
        parts.append(ring(x(level.before), y))
    if level.value is not None:
        parts.append(mark(x(level.value), y, tone=level.tone))
    return parts


def level_axis() -> str:
    marks = [f'<text class="t-mid" x="{percent(step):g}%" y="11">{step}</text>' for step in STEPS]
    return svg.strip(14, marks, css="hc-axis")


def level_row(level: Level) -> str:
    """For a page: one row of a list; its figures stand beside it as text."""
    parts = [svg.rule(EDGE, 100 - EDGE, 12), *(svg.tick(percent(step), 9, 15) for step in STEPS)]
    if level.required is not None:
        parts.append(svg.tick(percent(level.required), 2, 22, css="c-req"))
    if level.low is not None and level.high is not None:
        parts.append(svg.rule(percent(level.low), percent(level.high), 27, css="c-ci c-grey"))
    if level.observed is not None:
        parts.append(svg.round_at(percent(level.observed), 27, mark(0, 0, tone="grey", size=4)))
    if level.before is not None:
        parts.append(svg.round_at(percent(level.before), 12, ring(0, 0, radius=4.5)))
    if level.value is not None:
        parts.append(svg.round_at(percent(level.value), 12, mark(0, 0, tone=level.tone, size=6)))
    return svg.strip(36, parts)


@dataclass(frozen=True, slots=True)
class Zone:
    """A band of the scale: from where, what it is called, whether the score lies in it."""

    start: float
    end: float
    name: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float
    zones: Sequence[Zone]
    value: float
    before: float | None
    tone: str
    now_text: str
    before_text: str = ""


def scale_figure(scale: Scale, *, label: str) -> str:
    """The headline's figure: where the score lies among the bands; the last one as a ring above."""

    def at(value: float) -> float:
        return percent(value, scale.low, scale.high)

    parts = [part for zone in scale.zones for part in _zone(zone, at(zone.start), at(zone.end))]
    if scale.before is not None:
        parts += [svg.round_at(at(scale.before), 38, ring(0, 0, radius=5))]
    parts += [svg.round_at(at(scale.value), 38, mark(0, 0, tone=scale.tone, size=8))]
    parts.append(_words(scale, at(scale.value)))
    return svg.strip(78, parts, label=label, css=f"hc-{scale.tone}" if scale.tone in TONES else "c-ink")


def _words(scale: Scale, place: float) -> str:
    """They stand on the side where there is room."""
    side = ' class="t-end"' if place > MIDDLE else ""
    before = f" · {escape(scale.before_text)}" if scale.before_text else ""
    now = f'<tspan class="t-strong">{escape(scale.now_text)}</tspan>'
    return f'<text{side} x="{place:.2f}%" y="18">{now}{before}</text>'


def _zone(zone: Zone, start: float, end: float) -> list[str]:
    css = "zone on" if zone.is_on else "zone"
    bar = f'<rect class="{css}" x="{start + 0.15:.2f}%" width="{max(end - start - 0.3, 0.1):.2f}%" y="34" height="8"/>'
    look = " t-strong" if zone.is_on else _look(zone.name, end - start)
    side, place = ("t-end", end) if end >= FULL else ("t-mid", (start + end) / 2)
    return [bar, f'<text class="{side}{look}" x="{place:.2f}%" y="66">{escape(zone.name)}</text>']


def _look(name: str, room: float) -> str:
    """A name that has no room on a telephone is shown on wider pages only."""
    width = GAP + sum(WIDE if east_asian_width(letter) in "WF" else SLIM for letter in name)
    return "" if width <= room / FULL * NARROWEST else " t-roomy"


def weights_bar(parts: Sequence[tuple[float, str, str]], *, label: str) -> str:
    """(share, name, weight) of each source, side by side; a name that has no room stands in the list below."""
    shapes, start = [], 0.0
    for number, (part, name, weight) in enumerate(parts, start=1):
        width = part * 100
        tone = min(number, 5)
        shapes.append(f'<rect class="bar s{tone}" x="{start:.2f}%" width="{width:.2f}%" height="24"/>')
        look = _look(name, width)
        shapes.append(f'<text class="t-ink{look}" x="{start:.2f}%" y="41">{escape(name)}</text>')
        shapes.append(f'<text x="{start:.2f}%" y="57">{escape(weight)}</text>')
        start += width
    return svg.strip(64, shapes, label=label, css="hc-src")
