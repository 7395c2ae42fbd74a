"""The Wright map: agents as a stack, raters and items by name and the scale's half-points along one logit axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hengcai.measurement.errors import TooLittleData
from hengcai.measurement.plots import svg
from hengcai.measurement.plots.axis import Axis, axis
from hengcai.measurement.plots.frame import EDGE, SMALL, WIDTH, Words, finished, footnote, head, spread, upright
from hengcai.measurement.plots.rows import known

MOST_NAMED = 60
BINS = 40
GAP, LEAST_HEIGHT = 14.0, 380.0
AXIS_WIDTH, SCALE_WIDTH, STACK_SHARE = 46.0, 74.0, 1.2


@dataclass(frozen=True, slots=True)
class Ruler:
    """A facet on the map: each element's name and measure; more than sixty, or `stacked`, are counted, not named."""

    name: str
    elements: Sequence[tuple[str, float | None]]
    stacked: bool = False

    @property
    def placed(self) -> list[tuple[str, float]]:
        told = ((name, known(measure)) for name, measure in self.elements)
        return [(name, measure) for name, measure in told if measure is not None]

    @property
    def is_stack(self) -> bool:
        return self.stacked or len(self.placed) > MOST_NAMED


def wright_map(rulers: Sequence[Ruler], words: Words, *, half_points: Sequence[tuple[str, float]] = ()) -> str:
    """All facets on one axis (Wright & Masters 1982; FACETS table 6). `half_points` are (`3.5`, logits), lowest first."""
    values = [measure for ruler in rulers for _name, measure in ruler.placed]
    if not values:
        raise TooLittleData("plot.nothing_known", n=0)
    parts, top = head(words)
    named = max((len(ruler.placed) for ruler in rulers if not ruler.is_stack), default=0)
    start = top + 40
    base = start + max(LEAST_HEIGHT, GAP * max(named, len(half_points)))
    scale = axis([*values, *(place for _name, place in half_points)], base, start)
    parts += _axis(scale, words)
    for ruler, (left, right) in zip(rulers, _columns(rulers, SCALE_WIDTH if half_points else 0.0), strict=True):
        parts.append(svg.label((left, start - 20), ruler.name, right - left - 8, size=13))
        parts += _stack(ruler, scale, left, right) if ruler.is_stack else _names(ruler, scale, left, right)
    if half_points:
        parts += _scale(half_points, scale, words)
    below, foot = footnote(words, base + 30)
    return finished(foot, [*parts, *below], words)


def _axis(scale: Axis, words: Words) -> list[str]:
    left = EDGE + AXIS_WIDTH
    parts = [svg.line((left, scale.at(tick)), (WIDTH - EDGE, scale.at(tick))) for tick in scale.ticks]
    parts += upright(scale, left - 8)
    parts.append(svg.label((EDGE, scale.end - 20), words.y, AXIS_WIDTH - 4, tone=svg.MUTED, size=SMALL))
    return [*parts, svg.line((left, scale.start), (left, scale.end), css="c-axis", stroke=svg.MUTED)]


def _columns(rulers: Sequence[Ruler], beside: float) -> list[tuple[float, float]]:
    """Stacks are a little wider than columns of names."""
    shares = [STACK_SHARE if ruler.is_stack else 1.0 for ruler in rulers]
    left, right = EDGE + AXIS_WIDTH + 14, WIDTH - EDGE - beside
    edges = [left + (right - left) * sum(shares[:number]) / sum(shares) for number in range(len(shares) + 1)]
    return list(pairwise(edges))


def _stack(ruler: Ruler, scale: Axis, left: float, right: float) -> list[str]:
    """How many lie in each fortieth of the axis, as bars; a bar of one is still seen."""
    height = (scale.start - scale.end) / BINS
    counts = [0] * BINS
    for _name, measure in ruler.placed:
        counts[min(int((scale.start - scale.at(measure)) / height), BINS - 1)] += 1
    width = (right - left - 36) / max(1, *counts)
    bars = []
    for number, count in enumerate(counts):
        if count:
            y = scale.start - (number + 1) * height
            size = f'width="{max(count * width, 1):.1f}" height="{max(height - 1, 1):.1f}"'
            bars.append(f'<rect class="c-bar c-grey" x="{left:.1f}" y="{y:.1f}" {size} fill="{svg.LINE}"/>')
            bars.append(svg.text(left + count * width + 5, y + height - 1, count, size=10))
    return bars


def _names(ruler: Ruler, scale: Axis, left: float, right: float) -> list[str]:
    """A dot where the element lies, its name beside; names too near each other move apart, with a line to their dot."""
    places = [scale.at(measure) for _name, measure in ruler.placed]
    parts = []
    moved = spread(places, GAP, scale.end, scale.start)
    for (name, _measure), place, shown_at in zip(ruler.placed, places, moved, strict=True):
        parts.append(svg.line((left + 5, place), (left + 16, shown_at), css="c-axis", stroke=svg.LINE))
        parts.append(svg.mark(left + 5, place, size=4))
        parts.append(svg.label((left + 20, shown_at + 4), name, right - left - 26))
    return parts


def _scale(half_points: Sequence[tuple[str, float]], scale: Axis, words: Words) -> list[str]:
    """From a line on, the higher score is expected on average."""
    left = WIDTH - EDGE - SCALE_WIDTH + 10
    parts = [svg.label((left, scale.end - 20), words.x, SCALE_WIDTH - 10, size=13)]
    places = [scale.at(place) for _name, place in half_points]
    for (name, _place), place, shown_at in zip(
        half_points, places, spread(places, GAP, scale.end, scale.start), strict=True
    ):
        parts.append(svg.line((left - 6, place), (left + 8, place), css="c-req", stroke=svg.INK, width=2))
        parts.append(svg.label((left + 14, shown_at + 4), name, SCALE_WIDTH - 24))
    return parts
