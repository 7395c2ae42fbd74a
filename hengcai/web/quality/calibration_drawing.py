"""Strips of a reveal: who gave which mark, the reference as a ring; severity as a dot with its interval round 0."""

from collections.abc import Mapping, Sequence
from html import escape

from django.utils.safestring import mark_safe

from hengcai.measurement.plots.axis import axis
from hengcai.paper.drawing.svg import round_at, rule, strip, tick

FIRST, LAST, DOT, STEP, PER_LINE = 10.0, 90.0, 9.0, 20.0, 3
EDGE, SEVERITY_HEIGHT = 2.0, 30.0


def marks_strip(names: Mapping[str, Sequence[str]], scale: Sequence[str], *, reference: str, far: set[str], label: str):
    """`names`: value → who gave it; `scale` from the least to the best; `far`: values two levels or more off."""
    lines = max((-(-len(some) // PER_LINE) for some in names.values()), default=1)
    height = 12 + STEP * max(lines, 1)
    middle = height / 2
    parts = [rule(4, 96, middle), *(tick(_at(scale, value), middle - 4, middle + 4) for value in scale)]
    if reference in scale:
        parts.append(round_at(_at(scale, reference), middle, _ring(len(names.get(reference, ())))))
    for value in scale:
        css = "off" if value in far else ""
        parts.append(round_at(_at(scale, value), middle, _people(names.get(value, ()), css)))
    return mark_safe(strip(height, parts, label=label))  # noqa: S308 - names are escaped where they are drawn


def _at(scale: Sequence[str], value: str) -> float:
    return FIRST + (LAST - FIRST) * scale.index(value) / max(len(scale) - 1, 1)


def _ring(count: int) -> str:
    wide, lines = min(max(count, 1), PER_LINE), max(-(-count // PER_LINE), 1)
    width, height = wide * STEP + 8, lines * STEP + 6
    return f'<rect class="ref" x="{-width / 2:g}" y="{-height / 2:g}" width="{width:g}" height="{height:g}" rx="13"/>'


def _people(names: Sequence[str], css: str) -> str:
    lines = [names[start : start + PER_LINE] for start in range(0, len(names), PER_LINE)]
    top = -(len(lines) - 1) * STEP / 2
    return (
        f'<g class="{css}">' + "".join(_line(some, top + number * STEP) for number, some in enumerate(lines)) + "</g>"
    )


def _line(names: Sequence[str], y: float) -> str:
    left = -(len(names) - 1) * STEP / 2
    return "".join(
        f'<circle class="r" cx="{left + place * STEP:g}" cy="{y:g}" r="{DOT:g}"/>'
        f'<text class="rt" x="{left + place * STEP:g}" y="{y + 4.5:g}">{escape(name[:1])}</text>'
        for place, name in enumerate(names)
    )


def severity_axis(rows: Sequence[Mapping[str, float | None]]):
    """One scale for all analysts, 0 in its middle."""
    known = [abs(row[name] or 0.0) for row in rows for name in ("estimate", "low", "high")]
    most = max([1.0, *known])
    return axis([-most, most], EDGE, 100 - EDGE)


def severity_strip(row: Mapping[str, float | None], scale, *, tells: bool):
    """Lenient at the left, harsh at the right."""
    middle = SEVERITY_HEIGHT / 2
    parts = [rule(EDGE, 100 - EDGE, middle), tick(scale.at(0), 0, SEVERITY_HEIGHT, css="c-axis")]
    if row["low"] is not None:
        parts.append(rule(scale.at(row["low"]), scale.at(row["high"]), middle, css="c-ci"))
    if row["estimate"] is not None:
        parts.append(f'<circle class="c-dot" cx="{scale.at(row["estimate"]):.2f}%" cy="{middle:g}" r="5.5"/>')
    return mark_safe(strip(SEVERITY_HEIGHT, parts, css="c-ink" if tells else "c-grey"))  # noqa: S308 - numbers only
