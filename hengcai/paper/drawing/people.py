"""Everybody of one team on a scale: a mark a person by band, those too close one above the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.measurement.plots.lettering import safe
from hengcai.measurement.plots.svg import mark
from hengcai.paper.drawing import svg
from hengcai.paper.drawing.axis import Axis

EDGE = 2.0  # per cent free at both ends
TOUCHING = 2.6  # per cent: marks nearer than this would lie on each other
PITCH, HALF, SIZE = 9.0, 8.0, 4.2  # pixels
LEVELS = 4  # above each other; more would make one team tower over the rest


@dataclass(frozen=True, slots=True)
class Spot:
    """One person: where, in which band's tone, and what is told on pointing."""

    value: float
    tone: str
    told: str = ""


def place_of(value: float, axis: Axis) -> float:
    return EDGE + (100 - 2 * EDGE) * axis.share(value)


def stacked(places: Sequence[float]) -> list[int]:
    """How high each stands: on the lowest level whose last mark it does not touch. `places` rise."""
    last: list[float] = []
    found = []
    for place in places:
        free = next((level for level, other in enumerate(last) if place - other >= TOUCHING), None)
        if free is None:
            free = len(last) if len(last) < LEVELS else min(range(LEVELS), key=lambda level: last[level])
        last[free : free + 1] = [place]
        found.append(free)
    return found


def people_strip(spots: Sequence[Spot], axis: Axis, *, middle: float, cuts: Sequence[float] = ()) -> str:
    """`middle`: the team's median, a tick; `cuts`: where bands begin. Figures stand beside and in the table."""
    rising = sorted(spots, key=lambda spot: spot.value)
    places = [place_of(spot.value, axis) for spot in rising]
    levels = stacked(places)
    base = HALF + PITCH * max(levels, default=0)
    height = base + HALF
    parts = [svg.tick(place_of(cut, axis), 0, height, css="c-dash") for cut in cuts]
    parts.append(svg.rule(EDGE, 100 - EDGE, base))
    parts.append(svg.tick(place_of(middle, axis), base - HALF, height, css="c-req"))
    parts += [_spot(spot, place, base - PITCH * up) for spot, place, up in zip(rising, places, levels, strict=True)]
    return svg.strip(height, parts)


def _spot(spot: Spot, place: float, y: float) -> str:
    told = f"<title>{safe(spot.told)}</title>" if spot.told else ""
    return svg.round_at(place, y, f"<g>{told}{mark(0, 0, tone=spot.tone, size=SIZE)}</g>")


def people_axis(axis: Axis, cuts: Sequence[float]) -> str:
    """Numbers below: both ends and where bands begin."""
    shown = sorted({axis.low, axis.high, *(cut for cut in cuts if axis.low < cut < axis.high)})
    parts = [
        f'<text class="{_side(value, axis)}" x="{place_of(value, axis):.1f}%" y="12">{value:g}</text>'
        for value in shown
    ]
    return svg.strip(16, parts, css="hc-axis")


def _side(value: float, axis: Axis) -> str:
    return "t-end" if value == axis.high else ("" if value == axis.low else "t-mid")
