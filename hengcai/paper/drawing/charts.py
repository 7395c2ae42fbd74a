"""Distribution of finals and a value over time."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from hengcai.measurement.plots.svg import INK, MUTED, TONES, drawing, line, mark, text

STEP = 0.1  # finals have one decimal
LETTER = 7.0  # of a period's name
INSET = 34.0  # of the first and last point, so that no label meets the scale
PITCH = 13.0  # between the marks of two people
LEAST_PITCH = 7.0  # below it marks would touch: columns instead
Counted = tuple[float, int, str]  # final, how many, tone


def distribution(counts: Sequence[Counted], *, label: str, cuts: Sequence[float], width: float = 560) -> str:
    """Finals by tenth. One mark a person while that fits, else columns; small groups look small."""
    highest = max((count for _score, count, _tone in counts), default=1)
    base, left, right = 20 + min(PITCH * highest + 8, 144), 24.0, width - 24
    lowest = min([3.0, *(score for score, _count, _tone in counts)]) - STEP
    step = (right - left) / ((5 - lowest) / STEP)
    pitch = min(PITCH, 136 / highest)
    parts = [line((left, base), (right, base), css="c-axis", stroke=MUTED)]
    parts += [_cut(left + (cut - STEP / 2 - lowest) / STEP * step, base, cut) for cut in cuts if cut > lowest]
    for score, count, tone in counts:
        parts.append(_column(left + (score - lowest) / STEP * step, base, count, (pitch, tone)))
    return drawing(width, base + 28, parts, label=label)


def _column(x: float, base: float, count: int, look: tuple[float, str]) -> str:
    pitch, tone = look
    if pitch >= LEAST_PITCH:
        return "".join(mark(x, base - 8 - number * pitch, tone=tone, size=4.5) for number in range(count))
    height = max(count * pitch, 1)
    place = f'x="{x - 4:.1f}" y="{base - height:.1f}" width="8" height="{height:.1f}"'
    return f'<rect class="c-bar hc-{tone}" {place} fill="{TONES[tone]}"/>'


def _cut(x: float, base: float, cut: float) -> str:
    return line((x, 8), (x, base), css="c-dash", stroke=MUTED) + text(
        x, base + 18, f"{cut:.1f}", anchor="middle", size=11
    )


def trend(
    points: Sequence[tuple[str, float | None]], *, label: str, low: float, high: float, width: float = 420
) -> str:
    """One value a period; a period without a value leaves a gap, never a zero. Names that would touch are left out."""
    left, right, top, base = 40.0, width - 20, 16.0, 112.0
    start = left + INSET
    gap = (right - INSET - start) / max(len(points) - 1, 1)

    def at(number: int, value: float) -> tuple[float, float]:
        return start + number * gap, base - (base - top) * (value - low) / (high - low)

    parts = [line((left, at(0, edge)[1]), (right, at(0, edge)[1])) for edge in (low, high)]
    parts += [text(left - 12, at(0, edge)[1] + 4, f"{edge:g}", anchor="end", size=11) for edge in (low, high)]
    known = [(number, value) for number, (_name, value) in enumerate(points) if value is not None]
    for one, other in pairwise(known):
        if other[0] == one[0] + 1:
            parts.append(line(at(*one), at(*other), css="c-axis", stroke=INK, width=1.5))
    for number, value in known:
        x, y = at(number, value)
        parts += [mark(x, y), text(x, y - 10, f"{value:.1f}", anchor="middle", size=11, tone=INK)]
    every = ceil(LETTER * (1 + max((len(name) for name, _value in points), default=0)) / gap)
    named = [(n, name) for n, (name, _value) in enumerate(points) if (len(points) - 1 - n) % every == 0]
    parts += [text(start + n * gap, base + 22, name, anchor="middle", size=11) for n, name in named]
    return drawing(width, 142, parts, label=label)
